import LanewiseCore

// Gradients with respect to two or three arguments chosen by number, as a tuple, where all arguments are arrays.

/// With respect to two of two arguments, in the order of their numbers.
public func grad(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray) -> (NDArray, NDArray) {
  let gradients = grad(f, argnums: [argnums.0, argnums.1])
  return { a, b in
    let chosen = gradients(a, b)
    return (chosen[0], chosen[1])
  }
}

/// With respect to two of two arguments, in the order of their numbers.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray) -> (NDArray, (NDArray, NDArray)) {
  let gradients = valueAndGrad(f, argnums: [argnums.0, argnums.1])
  return { a, b in
    let (value, chosen) = gradients(a, b)
    return (value, (chosen[0], chosen[1]))
  }
}

/// With respect to two of three arguments, in the order of their numbers.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray) -> (NDArray, NDArray) {
  let gradients = grad(f, argnums: [argnums.0, argnums.1])
  return { a, b, c in
    let chosen = gradients(a, b, c)
    return (chosen[0], chosen[1])
  }
}

/// With respect to two of three arguments, in the order of their numbers.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray) -> (NDArray, (NDArray, NDArray)) {
  let gradients = valueAndGrad(f, argnums: [argnums.0, argnums.1])
  return { a, b, c in
    let (value, chosen) = gradients(a, b, c)
    return (value, (chosen[0], chosen[1]))
  }
}

/// With respect to three of three arguments, in the order of their numbers.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray) -> (NDArray, NDArray, NDArray) {
  let gradients = grad(f, argnums: [argnums.0, argnums.1, argnums.2])
  return { a, b, c in
    let chosen = gradients(a, b, c)
    return (chosen[0], chosen[1], chosen[2])
  }
}

/// With respect to three of three arguments, in the order of their numbers.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray) -> (NDArray, (NDArray, NDArray, NDArray)) {
  let gradients = valueAndGrad(f, argnums: [argnums.0, argnums.1, argnums.2])
  return { a, b, c in
    let (value, chosen) = gradients(a, b, c)
    return (value, (chosen[0], chosen[1], chosen[2]))
  }
}

/// With respect to two of four arguments, in the order of their numbers.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray) {
  let gradients = grad(f, argnums: [argnums.0, argnums.1])
  return { a, b, c, d in
    let chosen = gradients(a, b, c, d)
    return (chosen[0], chosen[1])
  }
}

/// With respect to two of four arguments, in the order of their numbers.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> (NDArray, (NDArray, NDArray)) {
  let gradients = valueAndGrad(f, argnums: [argnums.0, argnums.1])
  return { a, b, c, d in
    let (value, chosen) = gradients(a, b, c, d)
    return (value, (chosen[0], chosen[1]))
  }
}

/// With respect to three of four arguments, in the order of their numbers.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray, NDArray) {
  let gradients = grad(f, argnums: [argnums.0, argnums.1, argnums.2])
  return { a, b, c, d in
    let chosen = gradients(a, b, c, d)
    return (chosen[0], chosen[1], chosen[2])
  }
}

/// With respect to three of four arguments, in the order of their numbers.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> (NDArray, (NDArray, NDArray, NDArray)) {
  let gradients = valueAndGrad(f, argnums: [argnums.0, argnums.1, argnums.2])
  return { a, b, c, d in
    let (value, chosen) = gradients(a, b, c, d)
    return (value, (chosen[0], chosen[1], chosen[2]))
  }
}

/// With respect to two of five arguments, in the order of their numbers.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray) {
  let gradients = grad(f, argnums: [argnums.0, argnums.1])
  return { a, b, c, d, e in
    let chosen = gradients(a, b, c, d, e)
    return (chosen[0], chosen[1])
  }
}

/// With respect to two of five arguments, in the order of their numbers.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> (NDArray, (NDArray, NDArray)) {
  let gradients = valueAndGrad(f, argnums: [argnums.0, argnums.1])
  return { a, b, c, d, e in
    let (value, chosen) = gradients(a, b, c, d, e)
    return (value, (chosen[0], chosen[1]))
  }
}

/// With respect to three of five arguments, in the order of their numbers.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray, NDArray) {
  let gradients = grad(f, argnums: [argnums.0, argnums.1, argnums.2])
  return { a, b, c, d, e in
    let chosen = gradients(a, b, c, d, e)
    return (chosen[0], chosen[1], chosen[2])
  }
}

/// With respect to three of five arguments, in the order of their numbers.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: (Int, Int, Int)
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> (NDArray, (NDArray, NDArray, NDArray)) {
  let gradients = valueAndGrad(f, argnums: [argnums.0, argnums.1, argnums.2])
  return { a, b, c, d, e in
    let (value, chosen) = gradients(a, b, c, d, e)
    return (value, (chosen[0], chosen[1], chosen[2]))
  }
}

