import LanewiseCore

/// Dormand and Prince's method of orders 5 and 4 for a vector, with steps of the length that the error allows, and a
/// polynomial of degree 4 for what is between them (Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations
/// I, II.4 to II.6; Shampine 1986).
struct Integrator: Sendable {
  let rtol, atol: Double
  let mxstep: Int?
  let hmax: Double

  typealias Function = (NDArray, NDArray) -> NDArray

  private static let nodes: [Double] = [1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1]
  private static let stages: [[Double]] = [
    [1 / 5], [3 / 40, 9 / 40], [44 / 45, -56 / 15, 32 / 9],
    [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
    [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
    [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
  ]
  /// By what the weights of the two orders differ.
  private static let error: [Double] = [
    35 / 384 - 1951 / 21600, 0, 500 / 1113 - 22642 / 50085, 125 / 192 - 451 / 720, -2187 / 6784 + 12231 / 42400,
    11 / 84 - 649 / 6300, -1 / 60,
  ]
  /// The weights in the middle of a step.
  private static let middle: [Double] = [
    6_025_192_743 / 30_085_553_152 / 2, 0, 51_252_292_925 / 65_400_821_598 / 2, -2_691_868_925 / 45_128_329_728 / 2,
    187_940_372_067 / 1_594_534_317_056 / 2, -1_776_094_331 / 19_743_644_256 / 2, 11_237_099 / 235_043_384 / 2,
  ]

  /// Where it is: y, its derivative, the time, the length of the next step, the time before the last step, and the
  /// polynomial of the last step.
  private struct State: Tree {
    var y, slope, time, step, before, polynomial: NDArray

    func walk(_ w: inout TreeWalker) -> State {
      State(
        y: w(y, "y"), slope: w(slope, "slope"), time: w(time, "time"), step: w(step, "step"),
        before: w(before, "before"), polynomial: w(polynomial, "polynomial"))
    }
  }

  /// y at the times, along a new first axis.
  func run(_ f: @escaping Function, _ y0: NDArray, _ times: NDArray) -> NDArray {
    let (slope, polynomial) = (f(y0, times[0]), stack([NDArray](repeating: y0, count: 5)))
    let start = State(
      y: y0, slope: slope, time: times[0], step: limited(firstStep(f, y0, slope, times[0])), before: times[0],
      polynomial: polynomial)
    let (_, rest) = Lax.scan(
      { (state: State, target: NDArray) -> (State, NDArray) in
        let reached = advanced(state, to: target, f)
        let share = (target - reached.before) / (reached.time - reached.before)
        return (reached, value(reached.polynomial, share.astype(y0.dtype.realPart)))
      }, start, times[1...])
    return Lax.concatenate([Lax.expandDims(y0, [0]), rest], dimension: 0)
  }

  private func limited(_ step: NDArray) -> NDArray { clip(step, 0, NDArray(weak: hmax)) }

  private func advanced(_ state: State, to target: NDArray, _ f: @escaping Function) -> State {
    let most = mxstep.map { NDArray(weak: $0) }
    return Lax.whileLoop(
      { (s: State, count: NDArray) in
        let isBefore = (s.time .< target) & (s.step .> 0)
        return most.map { isBefore & (count .< $0) } ?? isBefore
      }, { (s: State, count: NDArray) in (stepped(s, f), count + 1) }, (state, NDArray(0 as Int32))
    ).0
  }

  /// A step, or where its error is too large the same state, with another length of the next.
  private func stepped(_ s: State, _ f: Function) -> State {
    let h = s.step.astype(s.y.dtype)
    var slopes = [s.slope]
    for (node, weights) in zip(Self.nodes, Self.stages) {
      slopes.append(f(s.y + h * sum(weights, slopes), s.time + s.step * node))
    }
    let y = h * sum(Self.stages[5], slopes) + s.y
    let tolerance = atol + rtol * maximum(Lax.abs(s.y), Lax.abs(y))
    let ratio = Lax.abs(h * sum(Self.error, slopes)) / tolerance
    let error = Lax.sqrt(mean(ratio * ratio)).astype(s.step.dtype)
    let next = limited(nextStep(s.step, error))
    let isGood = error .<= 1
    let moved = State(
      y: y, slope: slopes[6], time: s.time + s.step, step: next, before: s.time,
      polynomial: polynomial(s.y, y, slopes, h))
    var kept = s
    kept.step = next
    return treeMap({ `where`(isGood, $0, $1) }, moved, kept)
  }

  private func sum(_ weights: [Double], _ slopes: [NDArray]) -> NDArray {
    let terms = zip(weights, slopes).filter { $0.0 != 0 }.map { $0.0 * $0.1 }
    return terms.dropFirst().reduce(terms[0], +)
  }

  private func nextStep(_ step: NDArray, _ error: NDArray) -> NDArray {
    let least = `where`(error .< 1, 1, Lax.fullLike(error, 0.2))
    let factor = minimum(10, maximum(error ** -0.2 * 0.9, least))
    return `where`(error .== 0, step * 10, step * factor)
  }

  /// The coefficients, the highest first, of what goes through both ends and the middle with the slopes at the ends.
  private func polynomial(_ y0: NDArray, _ y1: NDArray, _ slopes: [NDArray], _ h: NDArray) -> NDArray {
    let half = y0 + h * sum(Self.middle, slopes)
    let (first, last) = (h * slopes[0], h * slopes[6])
    let fourth = 2 * (last - first) - 8 * (y0 + y1) + 16 * half
    let third = 5 * first - 3 * last + 18 * y0 + 14 * y1 - 32 * half
    let second = last - 4 * first - 11 * y0 - 5 * y1 + 16 * half
    return stack([fourth, third, second, first, y0])
  }

  private func value(_ polynomial: NDArray, _ x: NDArray) -> NDArray {
    (1...4).reduce(polynomial[0]) { $0 * x + polynomial[$1] }
  }

  private func firstStep(_ f: Function, _ y0: NDArray, _ slope: NDArray, _ time: NDArray) -> NDArray {
    let scale = atol + Lax.abs(y0) * rtol
    let (size, speed) = (Linalg.norm(y0 / scale), Linalg.norm(slope / scale))
    let guess = `where`((size .< 1e-5) | (speed .< 1e-5), 1e-6, 0.01 * size / speed)
    let next = f(y0 + guess.astype(y0.dtype) * slope, time + guess.astype(time.dtype))
    let bend = Linalg.norm((next - slope) / scale) / guess
    let isStill = (speed .<= 1e-15) & (bend .<= 1e-15)
    let second = `where`(isStill, maximum(1e-6, guess * 1e-3), (0.01 / maximum(speed, bend)) ** 0.2)
    return minimum(100 * guess, second).astype(time.dtype)
  }
}
