import LanewiseCore

// Gradients with respect to arguments chosen by number.

/// With respect to argument `argnums` of two, counted from 0; negative numbers count from the last.
public func grad(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = GradientCall("grad", Pack(a, b), argnums: [argnums]) { (p: Pack<NDArray, NDArray>) in
      f(p.values.0, p.values.1)
    }
    return call.chosen[0]
  }
}

/// With respect to several arguments of two: one gradient for each number.
public func grad(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = GradientCall("grad", Pack(a, b), argnums: argnums) { (p: Pack<NDArray, NDArray>) in
      f(p.values.0, p.values.1)
    }
    return call.chosen
  }
}

/// With respect to the first two arguments of two, `argnums: (0, 1)`, of any types.
public func grad<A: Tree, B: Tree>(
  _ f: @escaping (A, B) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B) -> (A, B) {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = GradientCall("grad", Pack(a, b), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) { (p: Pack<A, B>) in
      f(p.values.0, p.values.1)
    }
    return (call.gradient.values.0, call.gradient.values.1)
  }
}

/// With respect to argument `argnums` of two, counted from 0; negative numbers count from the last.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray) -> (NDArray, NDArray) {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = GradientCall("valueAndGrad", Pack(a, b), argnums: [argnums]) { (p: Pack<NDArray, NDArray>) in
      f(p.values.0, p.values.1)
    }
    return (call.value, call.chosen[0])
  }
}

/// With respect to several arguments of two: one gradient for each number.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray) -> (NDArray, [NDArray]) {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = GradientCall("valueAndGrad", Pack(a, b), argnums: argnums) { (p: Pack<NDArray, NDArray>) in
      f(p.values.0, p.values.1)
    }
    return (call.value, call.chosen)
  }
}

/// With respect to the first two arguments of two, `argnums: (0, 1)`, of any types.
public func valueAndGrad<A: Tree, B: Tree>(
  _ f: @escaping (A, B) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B) -> (NDArray, (A, B)) {
  nonisolated(unsafe) let f = f
  return { a, b in
    let call = GradientCall("valueAndGrad", Pack(a, b), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) {
      (p: Pack<A, B>) in f(p.values.0, p.values.1)
    }
    return (call.value, (call.gradient.values.0, call.gradient.values.1))
  }
}

/// With respect to argument `argnums` of three, counted from 0; negative numbers count from the last.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = GradientCall("grad", Pack(a, b, c), argnums: [argnums]) { (p: Pack<NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2)
    }
    return call.chosen[0]
  }
}

/// With respect to several arguments of three: one gradient for each number.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = GradientCall("grad", Pack(a, b, c), argnums: argnums) { (p: Pack<NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2)
    }
    return call.chosen
  }
}

/// With respect to the first two arguments of three, `argnums: (0, 1)`, of any types.
public func grad<A: Tree, B: Tree, C: Tree>(
  _ f: @escaping (A, B, C) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B, C) -> (A, B) {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = GradientCall("grad", Pack(a, b, c), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) {
      (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2)
    }
    return (call.gradient.values.0, call.gradient.values.1)
  }
}

/// With respect to argument `argnums` of three, counted from 0; negative numbers count from the last.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray) -> (NDArray, NDArray) {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = GradientCall("valueAndGrad", Pack(a, b, c), argnums: [argnums]) { (p: Pack<NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2)
    }
    return (call.value, call.chosen[0])
  }
}

/// With respect to several arguments of three: one gradient for each number.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray) -> (NDArray, [NDArray]) {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = GradientCall("valueAndGrad", Pack(a, b, c), argnums: argnums) { (p: Pack<NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2)
    }
    return (call.value, call.chosen)
  }
}

/// With respect to the first two arguments of three, `argnums: (0, 1)`, of any types.
public func valueAndGrad<A: Tree, B: Tree, C: Tree>(
  _ f: @escaping (A, B, C) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B, C) -> (NDArray, (A, B)) {
  nonisolated(unsafe) let f = f
  return { a, b, c in
    let call = GradientCall("valueAndGrad", Pack(a, b, c), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) {
      (p: Pack<A, B, C>) in f(p.values.0, p.values.1, p.values.2)
    }
    return (call.value, (call.gradient.values.0, call.gradient.values.1))
  }
}

/// With respect to argument `argnums` of four, counted from 0; negative numbers count from the last.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = GradientCall("grad", Pack(a, b, c, d), argnums: [argnums]) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray>) in f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return call.chosen[0]
  }
}

/// With respect to several arguments of four: one gradient for each number.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = GradientCall("grad", Pack(a, b, c, d), argnums: argnums) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray>) in f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return call.chosen
  }
}

/// With respect to the first two arguments of four, `argnums: (0, 1)`, of any types.
public func grad<A: Tree, B: Tree, C: Tree, D: Tree>(
  _ f: @escaping (A, B, C, D) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B, C, D) -> (A, B) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = GradientCall("grad", Pack(a, b, c, d), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) {
      (p: Pack<A, B, C, D>) in f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return (call.gradient.values.0, call.gradient.values.1)
  }
}

/// With respect to argument `argnums` of four, counted from 0; negative numbers count from the last.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d), argnums: [argnums]) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray>) in f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return (call.value, call.chosen[0])
  }
}

/// With respect to several arguments of four: one gradient for each number.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray, NDArray) -> (NDArray, [NDArray]) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d), argnums: argnums) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray>) in f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return (call.value, call.chosen)
  }
}

/// With respect to the first two arguments of four, `argnums: (0, 1)`, of any types.
public func valueAndGrad<A: Tree, B: Tree, C: Tree, D: Tree>(
  _ f: @escaping (A, B, C, D) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B, C, D) -> (NDArray, (A, B)) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) {
      (p: Pack<A, B, C, D>) in f(p.values.0, p.values.1, p.values.2, p.values.3)
    }
    return (call.value, (call.gradient.values.0, call.gradient.values.1))
  }
}

/// With respect to argument `argnums` of five, counted from 0; negative numbers count from the last.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = GradientCall("grad", Pack(a, b, c, d, e), argnums: [argnums]) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return call.chosen[0]
  }
}

/// With respect to several arguments of five: one gradient for each number.
public func grad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> [NDArray] {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = GradientCall("grad", Pack(a, b, c, d, e), argnums: argnums) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return call.chosen
  }
}

/// With respect to the first two arguments of five, `argnums: (0, 1)`, of any types.
public func grad<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree>(
  _ f: @escaping (A, B, C, D, E) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B, C, D, E) -> (A, B) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = GradientCall("grad", Pack(a, b, c, d, e), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) {
      (p: Pack<A, B, C, D, E>) in f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return (call.gradient.values.0, call.gradient.values.1)
  }
}

/// With respect to argument `argnums` of five, counted from 0; negative numbers count from the last.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: Int
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> (NDArray, NDArray) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d, e), argnums: [argnums]) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return (call.value, call.chosen[0])
  }
}

/// With respect to several arguments of five: one gradient for each number.
public func valueAndGrad(
  _ f: @escaping (NDArray, NDArray, NDArray, NDArray, NDArray) -> NDArray, argnums: [Int]
) -> @Sendable (NDArray, NDArray, NDArray, NDArray, NDArray) -> (NDArray, [NDArray]) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d, e), argnums: argnums) {
      (p: Pack<NDArray, NDArray, NDArray, NDArray, NDArray>) in
      f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return (call.value, call.chosen)
  }
}

/// With respect to the first two arguments of five, `argnums: (0, 1)`, of any types.
public func valueAndGrad<A: Tree, B: Tree, C: Tree, D: Tree, E: Tree>(
  _ f: @escaping (A, B, C, D, E) -> NDArray, argnums: (Int, Int)
) -> @Sendable (A, B, C, D, E) -> (NDArray, (A, B)) {
  nonisolated(unsafe) let f = f
  return { a, b, c, d, e in
    let call = GradientCall("valueAndGrad", Pack(a, b, c, d, e), argnums: [argnums.0, argnums.1], mustBe: [0, 1]) {
      (p: Pack<A, B, C, D, E>) in f(p.values.0, p.values.1, p.values.2, p.values.3, p.values.4)
    }
    return (call.value, (call.gradient.values.0, call.gradient.values.1))
  }
}
