import LanewiseCore

/// A search along a line for a step that fulfils the strong Wolfe conditions: there the value has fallen enough, and
/// the slope is flat enough (Nocedal and Wright, Numerical Optimization, algorithms 3.5 and 3.6).
struct LineSearch {
  /// A place on the line: how far away it is, the value there, and the slope along the line.
  struct Place: Tree {
    var step, value, slope: NDArray

    func walk(_ w: inout TreeWalker) -> Place {
      Place(step: w(step, "step"), value: w(value, "value"), slope: w(slope, "slope"))
    }
  }

  /// A place and the whole gradient there.
  struct Found: Tree {
    var place: Place
    var gradient: NDArray

    func walk(_ w: inout TreeWalker) -> Found {
      Found(place: w(place, "place"), gradient: w(gradient, "gradient"))
    }
  }

  /// What a search comes to. The status is 0, 1 where an interval could not be made smaller, 3 where none was found.
  struct Result {
    let step, value, gradient, evaluations, hasFailed, status: NDArray
  }

  private let objective: Optimize.Evaluation
  private let position, direction: NDArray
  private let start: Found
  private let sufficientDecrease = 1e-4
  private let curvature = 0.9

  /// The search from a position, of which value and gradient are known, in a direction.
  init(
    _ objective: @escaping Optimize.Evaluation, from position: NDArray, value: NDArray, gradient: NDArray,
    along direction: NDArray
  ) {
    self.objective = objective
    self.position = position
    self.direction = direction
    let step = NDArray(0, dtype: direction.dtype.realPart)
    let slope = LineSearch.slope(gradient, direction)
    start = Found(place: Place(step: step, value: value, slope: slope), gradient: gradient)
  }

  /// - Parameter previousValue: the value before the last step, from which the first step is guessed; else that is 1.
  func run(previousValue: NDArray? = nil, maxiter: Int) -> Result {
    let (none, one): (NDArray, NDArray) = (Optimize.count(0), Optimize.count(1))
    let firstStep: NDArray = previousValue.map { guess(after: $0) } ?? 1
    let search = Lax.whileLoop(
      { (s: Search) in ~s.isDone & (s.number .<= NDArray(weak: maxiter)) & ~s.hasFailed },
      { (s: Search) in advance(s, firstStep) },
      Search(
        previous: start.place, found: start, number: one, evaluations: none, isDone: false, hasFailed: false))
    let (isTooMany, zero) = (search.number .> NDArray(weak: maxiter), none)
    let status = `where`(search.hasFailed, 1, `where`(isTooMany, 3, zero))
    return Result(
      step: notTooSmall(search.found.place.step), value: search.found.place.value, gradient: search.found.gradient,
      evaluations: search.evaluations, hasFailed: search.hasFailed | ~search.isDone, status: status)
  }

  /// A step at which the value would fall as much as before, if the function was quadratic.
  private func guess(after value: NDArray) -> NDArray {
    let guess = 1.01 * 2 * (start.place.value - value) / start.place.slope
    return `where`(guess .> 1, 1, guess)
  }

  /// In less than 64 bits a direction of zeros would come back for ever.
  private func notTooSmall(_ step: NDArray) -> NDArray {
    guard step.dtype != .float64 else { return step }
    return `where`(Lax.abs(step) .< 1e-8, Lax.sign(step) * 1e-8, step)
  }

  private static func slope(_ gradient: NDArray, _ direction: NDArray) -> NDArray {
    Lax.real(dot(gradient, direction))
  }

  private func evaluate(_ step: NDArray) -> Found {
    let (value, gradient) = objective(position + step.astype(direction.dtype) * direction)
    let slope = LineSearch.slope(gradient, direction)
    return Found(place: Place(step: step, value: value, slope: slope), gradient: gradient)
  }

  /// Whether the value has not fallen enough.
  private func isTooHigh(_ x: Place) -> NDArray {
    x.value .> start.place.value + sufficientDecrease * x.step * start.place.slope
  }

  private func isFlat(_ x: Place) -> NDArray { Lax.abs(x.slope) .<= -curvature * start.place.slope }

  // MARK: Longer and longer steps

  private struct Search: Tree {
    var previous: Place
    var found: Found
    var number, evaluations, isDone, hasFailed: NDArray

    func walk(_ w: inout TreeWalker) -> Search {
      Search(
        previous: w(previous, "previous"), found: w(found, "found"), number: w(number, "number"),
        evaluations: w(evaluations, "evaluations"), isDone: w(isDone, "isDone"), hasFailed: w(hasFailed, "hasFailed"))
    }
  }

  /// A step twice as long as the one before, until there is one behind which the value rises.
  private func advance(_ s: Search, _ firstStep: NDArray) -> Search {
    let here = evaluate(`where`(s.number .== 1, firstStep, 2 * s.previous.step))
    let place = here.place
    let isHigher = (place.value .>= s.previous.value) & (s.number .> 1)
    let isPast = isTooHigh(place) | isHigher
    let isFit = isFlat(place) & ~isPast
    let isRising = (place.slope .>= 0) & ~isPast & ~isFit
    let isBetween = isPast | isRising
    let zoomed = zoom(
      choose(isPast, s.previous, place), choose(isPast, place, s.previous), isNeeded: isBetween)
    return Search(
      previous: place, found: choose(isBetween, zoomed.found, choose(isFit, here, s.found)), number: s.number + 1,
      evaluations: s.evaluations + 1 + zoomed.number, isDone: s.isDone | isBetween | isFit,
      hasFailed: s.hasFailed | (isBetween & zoomed.hasFailed))
  }

  // MARK: Smaller and smaller intervals

  private struct Zoom: Tree {
    /// The end where the value is lower, the other end, and the last one that was given up.
    var low, high, recent: Place
    var found: Found
    var number, isDone, hasFailed: NDArray

    func walk(_ w: inout TreeWalker) -> Zoom {
      Zoom(
        low: w(low, "low"), high: w(high, "high"), recent: w(recent, "recent"), found: w(found, "found"),
        number: w(number, "number"), isDone: w(isDone, "isDone"), hasFailed: w(hasFailed, "hasFailed"))
    }
  }

  private func zoom(_ low: Place, _ high: Place, isNeeded: NDArray) -> Zoom {
    var unfound = low
    unfound.step = Lax.fullLike(low.step, 1)
    return Lax.whileLoop(
      { (s: Zoom) in isNeeded & ~s.isDone & ~s.hasFailed }, shrink,
      Zoom(
        low: low, high: high, recent: treeMap({ ($0 + $1) / 2 }, low, high),
        found: Found(place: unfound, gradient: start.gradient), number: Optimize.count(0), isDone: false,
        hasFailed: false))
  }

  private func shrink(_ s: Zoom) -> Zoom {
    let width = s.high.step - s.low.step
    let isTooShort = width .<= NDArray(weak: width.dtype == .float64 ? 1e-10 : 1e-5)
    let here = evaluate(stepBetween(s, width))
    let place = here.place
    let isHigher = isTooHigh(place) | (place.value .>= s.low.value)
    let isFit = isFlat(place) & ~isHigher
    let isLower = ~isHigher & ~isFit
    let isTurned = isLower & (place.slope * width .>= 0)
    return Zoom(
      low: choose(isLower, place, s.low), high: choose(isHigher, place, choose(isTurned, s.low, s.high)),
      recent: choose(isHigher, s.high, choose(isLower, s.low, s.recent)), found: choose(isFit, here, s.found),
      number: s.number + 1, isDone: s.isDone | isFit, hasFailed: s.hasFailed | isTooShort | (s.number .>= 29))
  }

  /// Where a cubic through three places has its minimum, or a parabola through two; in the middle if that is not well
  /// inside of the interval.
  private func stepBetween(_ s: Zoom, _ width: NDArray) -> NDArray {
    let (first, last) = (minimum(s.high.step, s.low.step), maximum(s.high.step, s.low.step))
    func isInside(_ step: NDArray, _ margin: Double) -> NDArray {
      (step .> first + margin * width) & (step .< last - margin * width)
    }
    let (cubic, parabolic) = (cubicMinimum(s.low, s.high, s.recent), parabolicMinimum(s.low, s.high))
    let isCubic = (s.number .> 0) & isInside(cubic, 0.2)
    return `where`(isCubic, cubic, `where`(isInside(parabolic, 0.1), parabolic, (s.low.step + s.high.step) / 2))
  }

  private func cubicMinimum(_ a: Place, _ b: Place, _ c: Place) -> NDArray {
    let (toB, toC) = (b.step - a.step, c.step - a.step)
    let (riseToB, riseToC) = (b.value - a.value - a.slope * toB, c.value - a.value - a.slope * toC)
    let determinant = (toB * toC) ** 2 * (toB - toC)
    let third = (toC ** 2 * riseToB - toB ** 2 * riseToC) / determinant
    let second = (toB ** 3 * riseToC - toC ** 3 * riseToB) / determinant
    return a.step + (Lax.sqrt(second * second - 3 * third * a.slope) - second) / (3 * third)
  }

  private func parabolicMinimum(_ a: Place, _ b: Place) -> NDArray {
    let toB = b.step - a.step
    let second = (b.value - a.value - a.slope * toB) / toB ** 2
    return a.step - a.slope / (2 * second)
  }

  private func choose<T: Tree>(_ condition: NDArray, _ x: T, _ y: T) -> T {
    treeMap({ `where`(condition, $0, $1) }, x, y)
  }
}
