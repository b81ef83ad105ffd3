/// Where the superinstructions are: kernels that do in one pass what several others do one after the other.
extension KernelIndex {
  private static let pairOps = PairOp.allCases.count
  /// Of f32, f64 and i32.
  private static let comparisons = 3 * CompareOp.allCases.count * 2

  // The first entry of each family.
  private static let foldMaps = superinstructions
  private static let foldMapsPerFold = 2 * (pairOps * 3)
  private static let pairs = foldMaps + 3 * foldMapsPerFold
  private static let pairCount = pairOps * 3 * pairOps * PairForm.allCases.count
  private static let foldPairs = pairs + pairCount
  private static let foldSquares = foldPairs + pairCount
  private static let compareSelects = foldSquares + pairOps * 3 * pairOps
  private static let compareMirrors = compareSelects + comparisons * SelectSources.allCases.count
  private static let compareJoins = compareMirrors + comparisons
  private static let horners = compareJoins + 2 * comparisons

  static let superinstructionCount = horners + mostHornerSteps - 1 - superinstructions

  /// result[0] = fold(result[0], fold over i of op(a[i], b[i])): no intermediate tile. For sum, max and min of f32 and
  /// f64 with add, sub and mul. The bits are those of `fold` over the result of `binary`.
  package static func foldMap(_ fold: FoldOp, _ lane: Lane, _ op: BinaryOp, _ sources: Sources) -> Int {
    let map: PairOp
    switch op {
    case .add: map = .add
    case .sub: map = .sub
    case .mul: map = .mul
    default: return absent
    }
    return foldMap(fold, lane, place: Int(map.rawValue) * 3 + Int(sources.rawValue))
  }

  /// result[0] = fold(result[0], fold over i of op(a[i])), for `square` and `abs`. See the binary form.
  package static func foldMap(_ fold: FoldOp, _ lane: Lane, _ op: UnaryOp) -> Int {
    switch op {
    case .square: foldMap(fold, lane, place: Int(PairOp.square.rawValue) * 3)
    case .abs: foldMap(fold, lane, place: Int(PairOp.abs.rawValue) * 3)
    default: absent
    }
  }

  /// result = B(A(a, b), c), B(c, A(a, b)) or B(A(a, b)) on f32: two operators in one pass.
  ///
  /// A commutative A has no `cr` form (swap its operands and ask for `rc`); a unary A reads a alone, and is found under
  /// `rr`; a commutative B answers a `valueSecond` form with the `valueFirst` one. A unary B wants `unary`, no other.
  package static func pair(_ first: PairOp, _ sources: Sources, _ second: PairOp, _ form: PairForm) -> Int {
    var form = form
    if second.isCommutative {
      if form == .valueSecondStream { form = .valueFirstStream }
      if form == .valueSecondConstant { form = .valueFirstConstant }
    }
    let a = Int(first.rawValue) * 3 + Int(sources.rawValue)
    return pairs + (a * pairOps + Int(second.rawValue)) * PairForm.allCases.count + Int(form.rawValue)
  }

  /// result[0] = result[0] + Σ of the pair of f32, with the bits of `fold` over the result of `pair`. For add, sub and mul
  /// followed by square, abs or mul.
  package static func foldPair(_ first: PairOp, _ sources: Sources, _ second: PairOp, _ form: PairForm) -> Int {
    foldPairs + pair(first, sources, second, form) - pairs
  }

  /// result[0] = result[0] + Σ B(A(a, b)², c) on f32, where c is a constant. A and B are add, sub or mul; A has no `cr`
  /// form.
  package static func foldSquares(_ first: PairOp, _ sources: Sources, _ second: PairOp) -> Int {
    foldSquares + (Int(first.rawValue) * 3 + Int(sources.rawValue)) * pairOps + Int(second.rawValue)
  }

  /// result = a op b ? c : d, where a and b are f32, f64 or i32, and c and d any elements of their width. There is no `cr`
  /// form: swap a and b, and ask for the comparison's ``CompareOp/swapped`` form.
  package static func compareSelect(_ op: CompareOp, _ lane: Lane, _ sources: Sources, _ values: SelectSources) -> Int {
    let place = comparison(op, lane, sources)
    return place.map { compareSelects + $0 * SelectSources.allCases.count + Int(values.rawValue) } ?? absent
  }

  /// result = a op b ? c : d − c, where d is a constant, on f32 and f64: for d = 0 what the derivative of |x| is. There is no
  /// `cr` form.
  package static func compareMirror(_ op: CompareOp, _ lane: Lane, _ sources: Sources) -> Int {
    lane == .i32 ? absent : comparison(op, lane, sources).map { compareMirrors + $0 } ?? absent
  }

  /// result = (a op b) and c, or (a op b) or c, where a and b are f32, f64 or i32, and c is a stream of bool. There is no `cr`
  /// form.
  package static func compareJoin(_ op: CompareOp, _ lane: Lane, _ sources: Sources, _ join: BinaryOp) -> Int {
    guard join == .and || join == .or else { return absent }
    let place = compareJoins + (join == .and ? 0 : comparisons)
    return comparison(op, lane, sources).map { place + $0 } ?? absent
  }

  /// result = (a · b + c) · b + d, or, in three steps, ((a · b + c) · b + d) · b + e, on f32: Horner's scheme for the value a
  /// at the point b with the constant coefficients c, d and e. Each operation rounds by itself.
  package static func horner(steps: Int) -> Int { 2...mostHornerSteps ~= steps ? horners + steps - 2 : absent }

  package static var mostHornerSteps: Int { 3 }

  private static func foldMap(_ fold: FoldOp, _ lane: Lane, place: Int) -> Int {
    guard let part = floatPlace(lane) else { return absent }
    let foldPlace: Int
    switch fold {
    case .sum: foldPlace = 0
    case .max: foldPlace = 1
    case .min: foldPlace = 2
    default: return absent
    }
    return foldMaps + foldPlace * foldMapsPerFold + part * pairOps * 3 + place
  }

  /// The number of a comparison of a stream with a stream or a constant.
  private static func comparison(_ op: CompareOp, _ lane: Lane, _ sources: Sources) -> Int? {
    guard sources != .cr, let place = lane == .i32 ? 2 : floatPlace(lane) else { return nil }
    return (place * CompareOp.allCases.count + Int(op.rawValue)) * 2 + Int(sources.rawValue)
  }
}
