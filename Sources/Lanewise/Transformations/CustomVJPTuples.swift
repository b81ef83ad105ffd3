import LanewiseCore

// What the forward pass keeps as a tuple of two to four trees, `(x, y)`, for functions of one to three arrays. More of
// them go into an array, a dictionary or a struct.

public func customVJP<K1: Tree, K2: Tree>(
  _ f: @escaping (NDArray) -> NDArray,
  forward: @escaping (NDArray) -> (NDArray, (K1, K2)),
  backward: @escaping ((K1, K2), NDArray) -> NDArray, name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  func packed(_ a: NDArray) -> (NDArray, Pack<K1, K2>) {
    let (value, kept) = forward(a)
    return (value, Pack(kept.0, kept.1))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree, K3: Tree>(
  _ f: @escaping (NDArray) -> NDArray,
  forward: @escaping (NDArray) -> (NDArray, (K1, K2, K3)),
  backward: @escaping ((K1, K2, K3), NDArray) -> NDArray, name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  func packed(_ a: NDArray) -> (NDArray, Pack<K1, K2, K3>) {
    let (value, kept) = forward(a)
    return (value, Pack(kept.0, kept.1, kept.2))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree, K3: Tree, K4: Tree>(
  _ f: @escaping (NDArray) -> NDArray,
  forward: @escaping (NDArray) -> (NDArray, (K1, K2, K3, K4)),
  backward: @escaping ((K1, K2, K3, K4), NDArray) -> NDArray, name: String = "f"
) -> @Sendable (NDArray) -> NDArray {
  func packed(_ a: NDArray) -> (NDArray, Pack<K1, K2, K3, K4>) {
    let (value, kept) = forward(a)
    return (value, Pack(kept.0, kept.1, kept.2, kept.3))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree>(
  _ f: @escaping (NDArray, NDArray) -> NDArray,
  forward: @escaping (NDArray, NDArray) -> (NDArray, (K1, K2)),
  backward: @escaping ((K1, K2), NDArray) -> (NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray) -> NDArray {
  func packed(_ a: NDArray, _ b: NDArray) -> (NDArray, Pack<K1, K2>) {
    let (value, kept) = forward(a, b)
    return (value, Pack(kept.0, kept.1))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree, K3: Tree>(
  _ f: @escaping (NDArray, NDArray) -> NDArray,
  forward: @escaping (NDArray, NDArray) -> (NDArray, (K1, K2, K3)),
  backward: @escaping ((K1, K2, K3), NDArray) -> (NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray) -> NDArray {
  func packed(_ a: NDArray, _ b: NDArray) -> (NDArray, Pack<K1, K2, K3>) {
    let (value, kept) = forward(a, b)
    return (value, Pack(kept.0, kept.1, kept.2))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree, K3: Tree, K4: Tree>(
  _ f: @escaping (NDArray, NDArray) -> NDArray,
  forward: @escaping (NDArray, NDArray) -> (NDArray, (K1, K2, K3, K4)),
  backward: @escaping ((K1, K2, K3, K4), NDArray) -> (NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray) -> NDArray {
  func packed(_ a: NDArray, _ b: NDArray) -> (NDArray, Pack<K1, K2, K3, K4>) {
    let (value, kept) = forward(a, b)
    return (value, Pack(kept.0, kept.1, kept.2, kept.3))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree>(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray,
  forward: @escaping (NDArray, NDArray, NDArray) -> (NDArray, (K1, K2)),
  backward: @escaping ((K1, K2), NDArray) -> (NDArray, NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  func packed(_ a: NDArray, _ b: NDArray, _ c: NDArray) -> (NDArray, Pack<K1, K2>) {
    let (value, kept) = forward(a, b, c)
    return (value, Pack(kept.0, kept.1))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree, K3: Tree>(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray,
  forward: @escaping (NDArray, NDArray, NDArray) -> (NDArray, (K1, K2, K3)),
  backward: @escaping ((K1, K2, K3), NDArray) -> (NDArray, NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  func packed(_ a: NDArray, _ b: NDArray, _ c: NDArray) -> (NDArray, Pack<K1, K2, K3>) {
    let (value, kept) = forward(a, b, c)
    return (value, Pack(kept.0, kept.1, kept.2))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}

public func customVJP<K1: Tree, K2: Tree, K3: Tree, K4: Tree>(
  _ f: @escaping (NDArray, NDArray, NDArray) -> NDArray,
  forward: @escaping (NDArray, NDArray, NDArray) -> (NDArray, (K1, K2, K3, K4)),
  backward: @escaping ((K1, K2, K3, K4), NDArray) -> (NDArray, NDArray, NDArray), name: String = "f"
) -> @Sendable (NDArray, NDArray, NDArray) -> NDArray {
  func packed(_ a: NDArray, _ b: NDArray, _ c: NDArray) -> (NDArray, Pack<K1, K2, K3, K4>) {
    let (value, kept) = forward(a, b, c)
    return (value, Pack(kept.0, kept.1, kept.2, kept.3))
  }
  return customVJP(f, forward: packed, backward: { backward($0.values, $1) }, name: name)
}
