/// The transforms of one precision, by length: twiddles are computed once.
struct FourierPlans<L: FourierLane>: Sendable {
  private var columns = Known<ColumnTransform<L>>()
  private var lines = Known<LineTransform<L>>()
  private var halves = Known<HalfSpectrum<L>>()

  private struct Known<Transform: Sendable>: Sendable {
    private var byLength: [Int: Transform] = [:]
    /// More lengths than a program uses at a time; then all are forgotten.
    private static var limit: Int { 64 }

    init() {}

    subscript(_ length: Int) -> Transform? {
      get { byLength[length] }
      set {
        if byLength.count >= Self.limit { byLength.removeAll() }
        byLength[length] = newValue
      }
    }
  }

  static func column(_ length: Int) -> ColumnTransform<L> {
    if let known = L.plans.withLock({ $0.columns[length] }) { return known }
    let made = ColumnTransform<L>(length)
    L.plans.withLock { $0.columns[length] = made }
    return made
  }

  static func line(_ length: Int) -> LineTransform<L> {
    if let known = L.plans.withLock({ $0.lines[length] }) { return known }
    let made = LineTransform<L>(length)
    L.plans.withLock { $0.lines[length] = made }
    return made
  }

  /// For real lines of twice this length.
  static func half(_ half: Int) -> HalfSpectrum<L> {
    if let known = L.plans.withLock({ $0.halves[half] }) { return known }
    let made = HalfSpectrum<L>(half)
    L.plans.withLock { $0.halves[half] = made }
    return made
  }
}
