import LanewiseEngine
import Testing

@Suite struct WindowSelectStepTests {
  /// Against the definition: the element is the first of the greatest, and gathers and scatters agree on it.
  @Test func gathersAndScatters() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var generator = Generator(seed)
      let (window, shape) = Window.random(
        &generator, rank: Int.random(in: 1...3, using: &generator), dilatesBase: false)
      let counts = shape.indices.map { window.count($0, shape[$0]) }
      func numbers(_ shape: [Int]) -> [Float] {
        (0..<shape.reduce(1, *)).map { _ in Float(Int.random(in: -3...3, using: &generator)) }
      }
      let (looked, values, perWindow) = (numbers(shape), numbers(shape), numbers(counts))
      for selectsGreatest in [true, false] {
        let border: Float = selectsGreatest ? -.infinity : .infinity
        var gathered: [Float] = []
        var scattered = looked.map { _ in Float(0) }
        for (number, position) in indexVectors(counts).enumerated() {
          let places = window.elements(position, shape).map { offset($0, in: shape) }
          let best = selectsGreatest ? places.map { looked[$0] }.max() : places.map { looked[$0] }.min()
          let chosen = places.first { looked[$0] == best }
          gathered.append(chosen.map { values[$0] } ?? 0)
          if let chosen { scattered[chosen] += perWindow[number] }
        }
        let ends = TestArray([border], [], .float32)
        #expect(
          WindowSelectStep(.gather, selectsGreatest: selectsGreatest, window).result(
            [TestArray(values, shape, .float32), TestArray(looked, shape, .float32), ends], counts, .float32,
            Float.self) == gathered, "seed \(seed): \(window)")
        #expect(
          WindowSelectStep(.scatter, selectsGreatest: selectsGreatest, window).result(
            [TestArray(perWindow, counts, .float32), TestArray(looked, shape, .float32), ends], shape, .float32,
            Float.self) == scattered, "seed \(seed): \(window)")
      }
    }
  }

  @Test func theBitsDoNotDependOnTheThreads() {
    let window = Window(extents: [1, 2, 3], strides: [1, 1, 2], low: [0, 1, 0], high: [0, 0, 1])
    let shape = [40, 20, 30]
    let counts = shape.indices.map { window.count($0, shape[$0]) }
    var generator = Generator(9)
    let looked = (0..<24_000).map { _ in Float.random(in: -1...1, using: &generator) }
    let values = (0..<counts.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }
    let results = [1, 2, 3].map { threads in
      withThreads(threads) {
        WindowSelectStep(.scatter, selectsGreatest: true, window).results(
          [
            TestArray(values, counts, .float32), TestArray(looked, shape, .float32),
            TestArray([-Float.infinity], [], .float32),
          ],
          [(shape, .float32)])[0].bytes
      }
    }
    #expect(results[0] == results[1] && results[1] == results[2])
  }
}
