// ulp [FUNCTION …]: the greatest error of the elementary functions of float32, over all 2³² arguments, as a table in
// Markdown. The reference is the same function of float64, which is itself within a few units of its own last place.
// LANEWISE_KERNELS=baseline in the environment measures the kernels for any processor.
import Dispatch
import Lanewise

let functions: [(name: String, f: (NDArray) -> NDArray)] = [
  ("exp", Lax.exp), ("exp2", Lax.exp2), ("expm1", Lax.expm1), ("log", Lax.log), ("log1p", Lax.log1p),
  ("sin", Lax.sin), ("cos", Lax.cos), ("tan", Lax.tan), ("asin", Lax.asin), ("acos", Lax.acos), ("atan", Lax.atan),
  ("sinh", Lax.sinh), ("cosh", Lax.cosh), ("tanh", Lax.tanh), ("asinh", Lax.asinh), ("acosh", Lax.acosh),
  ("atanh", Lax.atanh), ("logistic", Lax.logistic), ("erf", Lax.erf), ("erfc", Lax.erfc), ("cbrt", Lax.cbrt),
  ("sqrt", Lax.sqrt), ("rsqrt", Lax.rsqrt), ("lgamma", Lax.lgamma), ("digamma", Lax.digamma),
  ("bessel_i0e", Lax.besselI0e), ("bessel_i1e", Lax.besselI1e), ("ndtri", Special.ndtri), ("log_ndtr", Special.logNdtr),
]

/// What a part of the arguments came to.
struct Errors {
  var worst = 0.0
  var argument: Float = 0
  /// Results that are not the nearest float32.
  var inexact = 0
  /// Results of the wrong kind: NaN or an infinity, where the other has none, or of the wrong sign.
  var wrong = 0

  mutating func add(_ result: Float, _ expected: Double, _ argument: Float) {
    let nearest = Float(expected)
    if result == nearest || result.isNaN && expected.isNaN { return }
    inexact += 1
    if result.isNaN || expected.isNaN || result.isInfinite != nearest.isInfinite {
      // To overflow a little early or late is an error of one unit.
      if !result.isNaN, !expected.isNaN, result.magnitude >= .greatestFiniteMagnitude { return raise(to: 1, argument) }
      wrong += 1
      return
    }
    raise(to: abs(Double(result) - expected) / Double(max(nearest.ulp, .leastNonzeroMagnitude)), argument)
  }

  private mutating func raise(to error: Double, _ argument: Float) {
    if error > worst { (worst, self.argument) = (error, argument) }
  }

  mutating func add(_ other: Errors) {
    if other.worst > worst { (worst, argument) = (other.worst, other.argument) }
    inexact += other.inexact
    wrong += other.wrong
  }
}

/// All arguments, a million at a time.
func sweep(_ f: (NDArray) -> NDArray) -> Errors {
  let (count, parts) = (1 << 20, 16)
  var errors = Errors()
  for start in stride(from: 0, to: 1 << 32, by: count) {
    let arguments = (start..<start + count).map { Float(bitPattern: UInt32($0)) }
    let x = NDArray(arguments)
    let results = f(x).asArray(Float.self)
    let expected = f(x.astype(.float64)).asArray(Double.self)
    let found = UnsafeMutableBufferPointer<Errors>.allocate(capacity: parts)
    found.initialize(repeating: Errors())
    nonisolated(unsafe) let each = found
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      for i in part * count / parts..<(part + 1) * count / parts {
        each[part].add(results[i], expected[i], arguments[i])
      }
    }
    found.forEach { errors.add($0) }
    found.deallocate()
  }
  return errors
}

let wanted = Set(CommandLine.arguments.dropFirst())
if let unknown = wanted.first(where: { name in !functions.contains { $0.name == name } }) {
  print("ulp: there is no function '\(unknown)'; there are \(functions.map(\.name).joined(separator: ", ")).")
} else {
  print("| function | worst error, ULP | at | not the nearest | wrong |\n|---|---:|---:|---:|---:|")
  for (name, f) in functions where wanted.isEmpty || wanted.contains(name) {
    let errors = sweep(f)
    let worst = (errors.worst * 1000).rounded() / 1000
    let share = (Double(errors.inexact) / Double(1 << 32) * 10_000).rounded() / 100
    print("| `\(name)` | \(worst) | \(errors.argument) | \(share) % | \(errors.wrong) |")
  }
}
