import LanewiseCore

/// How a result differs from JAX's, or nil where it does not.
///
/// Dtypes and shapes must agree. Floating and complex elements agree where |a − b| ≤ atol + rtol·|b| with b JAX's;
/// NaN agrees with NaN, whatever its bits, and infinities by their sign; a complex number that is not finite is
/// compared part by part. Where the tolerance is exact, floats must agree bit for bit, NaN again excepted. Integers
/// and booleans are always exact; float0 has no values.
func mismatch(_ actual: Tensor, _ expected: Tensor, _ tolerance: CorpusCase.Tolerance) -> String? {
  guard actual.dtype == expected.dtype, actual.shape == expected.shape else {
    return "the result is \(actual.dtype)\(actual.shape) instead of \(expected.dtype)\(expected.shape)"
  }
  if expected.dtype == "float0" { return nil }
  guard actual.bytes.count == expected.bytes.count else {
    return "the result has \(actual.bytes.count) bytes instead of \(expected.bytes.count)"
  }
  var wrong = 0
  var worst: (index: Int, excess: Double)?
  for index in 0..<expected.count {
    let excess = excess(actual.element(index), expected.element(index), tolerance)
    guard excess > 1 else { continue }
    wrong += 1
    if excess > worst?.excess ?? 1 { worst = (index, excess) }
  }
  guard let worst else { return nil }
  let found = actual.element(worst.index)
  let wanted = expected.element(worst.index)
  var text = "element \(coordinates(of: worst.index, in: expected.shape)) is \(found) instead of \(wanted)"
  if worst.excess.isFinite, !tolerance.isExact { text += ", \(rounded(worst.excess)) times what is allowed" }
  if wrong > 1 { text += "; \(wrong) of \(expected.count) elements differ" }
  return text
}

/// How `actual` outputs differ from `expected` ones; the sentence names the output.
func mismatch(_ actual: [Tensor], _ expected: [Tensor], _ tolerance: CorpusCase.Tolerance) -> String? {
  guard actual.count == expected.count else {
    return "there are \(actual.count) outputs instead of \(expected.count)"
  }
  for (index, pair) in zip(actual, expected).enumerated() {
    if let text = mismatch(pair.0, pair.1, tolerance) { return "output \(index): \(text)" }
  }
  return nil
}

/// One element of a tensor.
enum Element: CustomStringConvertible {
  /// Integers and booleans, by value.
  case whole(Int64)
  case natural(UInt64)
  /// A float, and its own bits: widening keeps the value.
  case float(Double, bits: UInt64)
  case complex(real: Double, imaginary: Double, bits: (UInt64, UInt64))

  var description: String {
    switch self {
    case .whole(let value): "\(value)"
    case .natural(let value): "\(value)"
    case .float(let value, _): ScalarText.python(value)
    case .complex(let real, let imaginary, _): ScalarText.python(real: real, imaginary: imaginary)
    }
  }
}

extension Tensor {
  /// The element at a row-major index.
  func element(_ index: Int) -> Element {
    func load<T>(_: T.Type, _ index: Int) -> T {
      bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * MemoryLayout<T>.size, as: T.self) }
    }
    func single(_ index: Int) -> (Double, UInt64) {
      let value = load(Float.self, index)
      return (Double(value), UInt64(value.bitPattern))
    }
    func double(_ index: Int) -> (Double, UInt64) {
      let value = load(Double.self, index)
      return (value, value.bitPattern)
    }
    func complex(_ real: (Double, UInt64), _ imaginary: (Double, UInt64)) -> Element {
      .complex(real: real.0, imaginary: imaginary.0, bits: (real.1, imaginary.1))
    }
    switch dtype {
    case "bool": return .whole(bytes[index] == 0 ? 0 : 1)
    case "i8": return .whole(Int64(load(Int8.self, index)))
    case "i16": return .whole(Int64(load(Int16.self, index)))
    case "i32": return .whole(Int64(load(Int32.self, index)))
    case "i64": return .whole(load(Int64.self, index))
    case "u8": return .natural(UInt64(load(UInt8.self, index)))
    case "u16": return .natural(UInt64(load(UInt16.self, index)))
    case "u32": return .natural(UInt64(load(UInt32.self, index)))
    case "u64": return .natural(load(UInt64.self, index))
    case "f16":
      let value = load(Float16.self, index)
      return .float(Double(value), bits: UInt64(value.bitPattern))
    case "bf16":
      let bits = load(UInt16.self, index)
      return .float(Double(Float(bitPattern: UInt32(bits) << 16)), bits: UInt64(bits))
    case "f32": return .float(single(index).0, bits: single(index).1)
    case "f64": return .float(double(index).0, bits: double(index).1)
    case "c64": return complex(single(2 * index), single(2 * index + 1))
    case "c128": return complex(double(2 * index), double(2 * index + 1))
    default: preconditionFailure("elements of \(dtype) have no value")
    }
  }
}

/// How many times more than allowed two elements differ: at most 1 where they agree, infinity where no tolerance
/// would help.
private func excess(_ actual: Element, _ expected: Element, _ tolerance: CorpusCase.Tolerance) -> Double {
  func part(_ a: Double, _ aBits: UInt64, _ b: Double, _ bBits: UInt64) -> Double {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN ? 0 : .infinity }
    if tolerance.isExact { return aBits == bBits ? 0 : .infinity }
    if a.isInfinite || b.isInfinite { return a == b ? 0 : .infinity }
    return ratio((a - b).magnitude, tolerance.absolute + tolerance.relative * b.magnitude)
  }
  /// `difference` over `allowed`, which may both be zero.
  func ratio(_ difference: Double, _ allowed: Double) -> Double {
    difference <= allowed ? 0 : difference / allowed
  }
  switch (actual, expected) {
  case (.whole(let a), .whole(let b)): return a == b ? 0 : .infinity
  case (.natural(let a), .natural(let b)): return a == b ? 0 : .infinity
  case (.float(let a, let aBits), .float(let b, let bBits)): return part(a, aBits, b, bBits)
  case (.complex(let ar, let ai, let aBits), .complex(let br, let bi, let bBits)):
    if tolerance.isExact || ![ar, ai, br, bi].allSatisfy(\.isFinite) {
      return max(part(ar, aBits.0, br, bBits.0), part(ai, aBits.1, bi, bBits.1))
    }
    let difference = hypotenuse(ar - br, ai - bi)
    return ratio(difference, tolerance.absolute + tolerance.relative * hypotenuse(br, bi))
  default: return .infinity
  }
}

/// √(x² + y²) without overflow on the way.
private func hypotenuse(_ x: Double, _ y: Double) -> Double {
  let large = max(x.magnitude, y.magnitude)
  guard large > 0, large.isFinite else { return large }
  let ratio = min(x.magnitude, y.magnitude) / large
  return large * (1 + ratio * ratio).squareRoot()
}

private func coordinates(of index: Int, in shape: [Int]) -> [Int] {
  var rest = index
  return shape.reversed().map { size in
    defer { rest /= size }
    return rest % size
  }.reversed()
}

/// Three digits are enough for "how many times".
private func rounded(_ x: Double) -> String {
  ScalarText.general(x, digits: 3)
}
