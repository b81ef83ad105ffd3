import Foundation
import Lanewise
import Testing

/// The cases of Goldens/random.json: what JAX answers.
struct RandomGolden: Sendable, CustomTestStringConvertible {
  let line: JSONValue

  static let all: [RandomGolden] = {
    let file = Bundle.module.url(forResource: "random", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: try! Data(contentsOf: file))
    return document["cases"]!.arrayValue!.map(RandomGolden.init)
  }()

  static func named(_ names: String...) -> [RandomGolden] { all.filter { names.contains($0.name) } }

  var name: String { line["fn"]!.stringValue! }
  var testDescription: String {
    "\(name) seed \(line["seed"]!.intValue!) \(isPartitionable ? "partitionable" : "original") \(line["kwargs"]!)"
  }
  var isPartitionable: Bool { line["partitionable"]!.boolValue! }
  var isWide: Bool { line["x64"]?.boolValue ?? false }

  func argument(_ name: String) -> JSONValue? { line["kwargs"]![name] }
  func int(_ name: String) -> Int? { argument(name)?.intValue }
  func bool(_ name: String) -> Bool { argument(name)?.boolValue ?? false }
  /// A number: integers stand as they are, floating-point ones as {"float": x}.
  func number(_ name: String) -> NDArray? {
    guard let value = argument(name) else { return nil }
    if let whole = value.intValue { return NDArray(whole) }
    if let text = value["float"]?.stringValue { return NDArray(text == "inf" ? Double.infinity : -Double.infinity) }
    return NDArray(value["float"]!.doubleValue!)
  }
  var shape: [Int]? { argument("shape")?.arrayValue?.map { $0.intValue! } }
  var dtype: DType? { argument("dtype")?.stringValue.map(Self.dtype) }
  var arrays: [NDArray] { line["args"]!.arrayValue!.map(Self.array) }
  var expected: NDArray { Self.array(line["out"]!.arrayValue![0]) }

  private static func dtype(_ short: String) -> DType { DType.allCases.first { $0.shortName == short && !$0.isKey }! }

  static func array(_ value: JSONValue) -> NDArray {
    let dtype = dtype(value["dtype"]!.stringValue!)
    let shape = value["shape"]!.arrayValue!.map { $0.intValue! }
    let elements = (value["data"] ?? value["bits"]!).arrayValue!
    let isBits = value["bits"] != nil
    return .make(AbstractArray(Shape(shape), dtype)) { address in
      for (index, element) in elements.enumerated() {
        let target = address + index * dtype.byteWidth
        if let flag = element.boolValue {
          target.storeBytes(of: flag ? 1 : 0, as: UInt8.self)
          continue
        }
        let text = element.stringValue ?? "\(element.intValue!)"
        let bits = UInt64(text) ?? UInt64(bitPattern: Int64(text)!)
        if isBits || dtype.isInteger {
          switch dtype.byteWidth {
          case 1: target.storeBytes(of: UInt8(truncatingIfNeeded: bits), as: UInt8.self)
          case 2: target.storeBytes(of: UInt16(truncatingIfNeeded: bits), as: UInt16.self)
          case 4: target.storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self)
          default: target.storeBytes(of: bits, as: UInt64.self)
          }
        }
      }
    }
  }

  /// What this library answers.
  func answer() -> NDArray {
    func call() -> NDArray {
      let key = Random.key(line["seed"]!.intValue!, layout: isPartitionable ? .partitionable : .original)
      return answer(key)
    }
    return isWide ? with64BitDefaults(call) : call()
  }

  private func answer(_ key: NDArray) -> NDArray {
    let shape = shape ?? []
    let arrays = arrays
    switch name {
    case "key_data": return Random.keyData(key)
    case "split":
      return Random.keyData(Random.split(key, argument("num")!.arrayValue?.map { $0.intValue! } ?? [int("num")!]))
    case "fold_in": return Random.keyData(Random.foldIn(key, int("data")!))
    case "bits": return Random.bits(key, shape, dtype: dtype)
    case "uniform":
      return Random.uniform(key, shape, dtype: dtype, minval: number("minval") ?? 0.0, maxval: number("maxval") ?? 1.0)
    case "normal": return Random.normal(key, shape, dtype: dtype)
    case "gumbel": return Random.gumbel(key, shape, dtype: dtype)
    case "exponential": return Random.exponential(key, shape, dtype: dtype)
    case "truncated_normal": return Random.truncatedNormal(key, number("lower")!, number("upper")!, shape)
    case "randint": return Random.randint(key, shape, int("minval")!, int("maxval")!, dtype: dtype)
    case "bernoulli": return Random.bernoulli(key, arrays.first ?? number("p")!, self.shape)
    case "permutation":
      if let count = int("x") { return Random.permutation(key, count) }
      return Random.permutation(key, arrays[0], axis: int("axis") ?? 0, independent: bool("independent"))
    case "choice":
      let replace = argument("replace")?.boolValue ?? true
      if let count = int("a") { return Random.choice(key, count, shape, replace: replace, p: arrays.first) }
      return Random.choice(key, arrays[0], shape, replace: replace, axis: int("axis") ?? 0)
    case "categorical": return Random.categorical(key, arrays[0], axis: int("axis") ?? -1, shape: self.shape)
    default: return distribution(key, arrays)
    }
  }

  /// Those with parameters.
  private func distribution(_ key: NDArray, _ x: [NDArray]) -> NDArray {
    let float = line["kwargs"]!["p"].flatMap { $0["float"]?.doubleValue ?? $0.intValue.map(Double.init) }
    switch name {
    case "laplace": return Random.laplace(key, shape!)
    case "logistic": return Random.logistic(key, shape!)
    case "cauchy": return Random.cauchy(key, shape!)
    case "maxwell": return Random.maxwell(key, shape!)
    case "rademacher": return Random.rademacher(key, shape!)
    case "gamma": return Random.gamma(key, x[0], shape, dtype: dtype)
    case "loggamma": return Random.loggamma(key, x[0], shape)
    case "chisquare": return Random.chisquare(key, x[0], shape)
    case "t": return Random.t(key, x[0], shape)
    case "pareto": return Random.pareto(key, x[0], shape)
    case "rayleigh": return Random.rayleigh(key, x[0], shape)
    case "wald": return Random.wald(key, x[0], shape)
    case "lognormal": return Random.lognormal(key, x[0], shape)
    case "beta": return Random.beta(key, x[0], x[1], shape)
    case "f": return Random.f(key, x[0], x[1], shape)
    case "weibull_min": return Random.weibullMin(key, x[0], x[1], shape)
    case "double_sided_maxwell": return Random.doubleSidedMaxwell(key, x[0], x[1], shape!)
    case "triangular": return Random.triangular(key, x[0], x[1], x[2], shape)
    case "dirichlet": return Random.dirichlet(key, x[0], shape)
    case "generalized_normal": return Random.generalizedNormal(key, float!, shape!)
    case "ball": return Random.ball(key, int("d")!, p: float ?? 2, shape: shape ?? [])
    case "poisson": return Random.poisson(key, x[0], shape, dtype: dtype)
    case "geometric": return Random.geometric(key, x[0], shape)
    case "binomial": return Random.binomial(key, x[0], x[1], shape)
    case "orthogonal": return Random.orthogonal(key, int("n")!, shape ?? [])
    case "multivariate_normal":
      let methods: [String: Random.CovarianceFactor] = ["eigh": .eigh, "svd": .svd]
      let method = argument("method").flatMap { methods[$0.stringValue!] } ?? .cholesky
      return Random.multivariateNormal(key, x[0], x[1], shape, method: method)
    default: preconditionFailure("no such function: \(name)")
    }
  }
}

/// The bits of every element, for comparisons that know NaN and the sign of zero.
func patternsOf(_ x: NDArray) -> [UInt64] {
  guard let storage = x.storage else { return [] }
  return (0..<x.size).map { Scalar(x.dtype, at: storage.address + $0 * x.dtype.byteWidth).bits(as: x.dtype) }
}

/// The largest distance between two float32 arrays in units of the last place.
func ulpsBetween(_ x: NDArray, _ y: NDArray) -> Int {
  zip(x.asArray(Float.self), y.asArray(Float.self)).map { a, b in
    if a == b || (a.isNaN && b.isNaN) { return 0 }
    guard a.isFinite, b.isFinite, a.sign == b.sign else { return Int.max }
    return abs(Int(a.bitPattern) - Int(b.bitPattern))
  }.max() ?? 0
}
