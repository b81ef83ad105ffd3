import Lanewise

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the large workloads go with the number of elements and of threads.
enum Scaling {
  private struct Row {
    let name: String
    /// The workload on so many elements.
    let make: (Int) -> () -> Void
  }

  private static func elementwise(_ name: String, _ f: @escaping @Sendable (NDArray) -> NDArray) -> Row {
    let jitted = jit { (x: NDArray) in f(x) }
    return Row(name: name) { count in
      let x = linspace(-2, 2, count)
      return { jitted(x).blockUntilReady() }
    }
  }

  private static var rows: [Row] {
    let key = Random.key(0)
    let uniform = { (count: Int) in jit { (key: NDArray) in Random.uniform(key, [count]) } }
    let sorted = jit { (x: NDArray) in sort(x) }
    let gather = jit { (x: NDArray, places: NDArray) in x[places] }
    let softmax = jit { (x: NDArray) in NN.softmax(x) }
    return [
      elementwise("add") { $0 + 1.5 }, elementwise("exp") { exp($0) }, elementwise("sin") { sin($0) },
      elementwise("post_f") { (($0 + 2) ** 2 - 4).sum() }, elementwise("sum") { $0.sum() },
      elementwise("cumsum") { cumsum($0) },
      Row(name: "softmax (rows of 100)") { count in
        let x = linspace(-2, 2, count).reshape([-1, 100])
        return { softmax(x).blockUntilReady() }
      },
      Row(name: "uniform") { count in
        let sample = uniform(count)
        return { sample(key).blockUntilReady() }
      },
      Row(name: "sort") { count in
        let x = uniform(count)(key)
        return { sorted(x).blockUntilReady() }
      },
      Row(name: "gather") { count in
        let x = linspace(-2, 2, count)
        let places = Random.randint(key, [count], 0, count)
        return { gather(x, places).blockUntilReady() }
      },
    ]
  }

  /// A line for each workload: nanoseconds an element for 10⁴ to 10⁷ elements, with one thread and with all.
  static func printTable() {
    let all = Config.threadCount
    print("ns an element            " + [4, 5, 6, 7].map { "        10^\($0)" }.joined())
    for row in rows {
      for threads in Set([1, all]).sorted() {
        Config.threadCount = threads
        let cells = [10_000, 100_000, 1_000_000, 10_000_000].map { count -> String in
          let time = Measurement(Workload(name: row.name, call: row.make(count))).medianNanoseconds
          return padded(String((time / Double(count) * 1000).rounded() / 1000), 12)
        }
        let name = "\(row.name), \(threads) thread\(threads == 1 ? "" : "s")"
        print(name + String(repeating: " ", count: max(0, 25 - name.count)) + cells.joined())
      }
    }
    Config.threadCount = all
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The memory that the tutorial's f takes for 10⁸ elements, beyond its argument.
  static func printMemory() {
    let count = 100_000_000
    let f = jit { (x: NDArray) in ((x + 2) ** 2 - 4).sum() }
    f(ones([16])).blockUntilReady()
    let x = zeros([count])
    x.blockUntilReady()
    let before = peakBytes()
    f(x).blockUntilReady()
    let mebibytes = Double(1 << 20)
    print(
      "f of 10^8 elements: argument \(Double(4 * count) / mebibytes) MiB, peak of the process "
        + "\(Double(before) / mebibytes) MiB before the call, \(Double(peakBytes()) / mebibytes) MiB after")
  }

  private static func peakBytes() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
