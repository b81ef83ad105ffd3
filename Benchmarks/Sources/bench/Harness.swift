/// A named piece of work.
struct Workload {
  let name: String
  /// How many samples to take; nil for as many as fit in the time.
  var runs: Int? = nil
  let call: () -> Void
}

/// Measures as the peers' harness does: see the README.
struct Measurement {
  let medianNanoseconds: Double
  let minimumNanoseconds: Double
  let runs: Int

  private static let target = 300_000_000.0
  private static let sampleLength = 20_000.0

  init(_ workload: Workload) {
    workload.call()
    var repeats = 1
    var count = workload.runs ?? 0
    if workload.runs == nil {
      let estimate = (0..<3).map { _ in Self.sample(workload.call, 1) }.min()!
      repeats = max(1, Int((Self.sampleLength / max(estimate, 1)).rounded()))
      count = Int(max(5, min(10_000, Self.target / max(estimate * Double(repeats), 1))))
    }
    let samples = (0..<count).map { _ in Self.sample(workload.call, repeats) }.sorted()
    medianNanoseconds = (samples[(count - 1) / 2] + samples[count / 2]) / 2
    minimumNanoseconds = samples[0]
    runs = count
  }

  private static func sample(_ call: () -> Void, _ repeats: Int) -> Double {
    let time = ContinuousClock().measure { for _ in 0..<repeats { call() } }
    return (Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) * 1e-9) / Double(repeats)
  }
}

extension Measurement {
  func json(_ name: String) -> String {
    func tenth(_ x: Double) -> Double { (x * 10).rounded() / 10 }
    return
      "{\"name\": \"\(name)\", \"median_ns\": \(tenth(medianNanoseconds)), \"min_ns\": \(tenth(minimumNanoseconds)), \"runs\": \(runs)}"
  }

  func line(_ name: String) -> String {
    func microseconds(_ x: Double) -> String {
      let text = "\((x / 10).rounded() / 100)"
      return String(repeating: " ", count: max(0, 14 - text.count)) + text
    }
    let padded = name + String(repeating: " ", count: max(0, 28 - name.count))
    return padded + microseconds(medianNanoseconds) + microseconds(minimumNanoseconds)
      + "  µs (median, minimum of \(runs))"
  }
}
