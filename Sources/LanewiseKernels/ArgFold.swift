import LanewiseShims

/// The order in which a search looks for its best element.
protocol Search {
  associatedtype L: OrderedLanes
  associatedtype Best: FoldOperator where Best.L == L
  static func better(_ a: L.V, _ b: L.V) -> L.Mask.V
  /// Whether a is better, or b as good. False if either is NaN.
  static func keeps(_ a: L.V, _ b: L.V) -> L.Mask.V
}

enum SearchMax<L: OrderedLanes>: Search {
  typealias Best = Max<L>
  @inline(__always) static func better(_ a: L.V, _ b: L.V) -> L.Mask.V { L.gt(a, b) }
  @inline(__always) static func keeps(_ a: L.V, _ b: L.V) -> L.Mask.V { L.ge(a, b) }
}

enum SearchMin<L: OrderedLanes>: Search {
  typealias Best = Min<L>
  @inline(__always) static func better(_ a: L.V, _ b: L.V) -> L.Mask.V { L.lt(a, b) }
  @inline(__always) static func keeps(_ a: L.V, _ b: L.V) -> L.Mask.V { L.le(a, b) }
}

/// Carries the first best element and its index from tile to tile: see ``KernelIndex/argFold(_:_:)``.
///
/// The tile's best value comes from a fold; only a tile that improves on the state is searched for the place. `Max` and
/// `Min` propagate NaN, so a NaN anywhere is the best value, and it is not equal to itself.
@inline(__always) func argFold<S: Search>(
  _: S.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) where S.L.Mask == Bool8 {
  typealias L = S.L
  guard count > 0 else { return }
  let state = resultAddress(record, slots)
  let known = state.load(fromByteOffset: 8, as: Int.self) >= 0
  let bestSoFar = L.splat(state)
  if known && L.ne(bestSoFar, bestSoFar)[0] != 0 { return }

  let elements = Stream<L, A>(record, slots)
  let best = folded(S.Best.self, elements, count)
  let isNaN = L.ne(best, best)[0] != 0
  if known && !isNaN && S.better(best, bestSoFar)[0] == 0 { return }

  // Lane 0 holds the best value: spread it through memory.
  L.storeFirst(state, best)
  let target = L.splat(state)
  var i = 0
  while i < count {
    let x = elements.vector(i)
    let hits = isNaN ? L.ne(x, x) : L.eq(x, target)
    if lw_any(hits) != 0 {
      let place = i &+ Int(lw_first(hits))
      L.storeFirst(state, L.splat(elements.start + place &* L.byteCount))
      state.storeBytes(of: immediate(record) &+ place, toByteOffset: 8, as: Int.self)
      return
    }
    i &+= 16
  }
}

/// Carries the best element of each column and its row's number on over rows: see ``KernelIndex/argRows(_:_:)``.
@inline(__always) func argRows<S: Search>(
  _: S.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) where S.L.Mask == Bool8 {
  typealias L = S.L
  let sizes = address(record, slots, B.offset)
  let (rows, stride) = (sizes.load(as: Int.self), sizes.load(fromByteOffset: 8, as: Int.self))
  let first = sizes.load(fromByteOffset: 16, as: Int.self)
  let bests = resultAddress(record, slots)
  let places = UnsafeMutableRawPointer(mutating: address(record, slots, D.offset))
  let whole = count & ~15
  var row = 0
  while row < rows {
    let elements = address(record, slots, A.offset) + row &* stride
    let number = U32.V(repeating: UInt32(truncatingIfNeeded: first &+ row))
    /// What comes after a number or a NaN that is as good leaves it.
    @inline(__always) func fold(_ i: Int, _ left: Int) {
      let (best, place) = (bests + i &* L.byteCount, places + i &* U32.byteCount)
      let (old, new) = (L.load(best), L.load(elements + i &* L.byteCount))
      var wins = Bool8.and(Bool8.not(S.keeps(old, new)), L.eq(old, old))
      if left < 16 { wins = Bool8.head(left, wins, Bool8.noBits) }
      L.store(best, L.select(wins, new, old))
      U32.store(place, U32.select(wins, number, U32.load(place)))
    }
    var i = 0
    while i < whole {
      fold(i, 16)
      i &+= 16
    }
    if i < count { fold(i, count &- i) }
    row &+= 1
  }
}
