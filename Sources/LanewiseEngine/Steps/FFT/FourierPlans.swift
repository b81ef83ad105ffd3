/// The transforms of one precision, by length: twiddles are computed once.
struct FourierPlans<L: FourierLane>: Sendable {
  private var columns: [Int: ColumnTransform<L>] = [:]
  private var lines: [Int: LineTransform<L>] = [:]
  private var halves: [Int: HalfSpectrum<L>] = [:]

  /// More lengths than a program uses at a time; then all are forgotten.
  private static var limit: Int { 64 }

  static func column(_ length: Int) -> ColumnTransform<L> {
    if let known = L.plans.withLock({ $0.columns[length] }) { return known }
    let made = ColumnTransform<L>(length)
    L.plans.withLock { plans in
      if plans.columns.count >= limit { plans.columns.removeAll() }
      plans.columns[length] = made
    }
    return made
  }

  static func line(_ length: Int) -> LineTransform<L> {
    if let known = L.plans.withLock({ $0.lines[length] }) { return known }
    let made = LineTransform<L>(length)
    L.plans.withLock { plans in
      if plans.lines.count >= limit { plans.lines.removeAll() }
      plans.lines[length] = made
    }
    return made
  }

  /// For real lines of twice this length.
  static func half(_ half: Int) -> HalfSpectrum<L> {
    if let known = L.plans.withLock({ $0.halves[half] }) { return known }
    let made = HalfSpectrum<L>(half)
    L.plans.withLock { plans in
      if plans.halves.count >= limit { plans.halves.removeAll() }
      plans.halves[half] = made
    }
    return made
  }
}
