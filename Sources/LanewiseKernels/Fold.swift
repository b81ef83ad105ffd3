// Reductions. Several accumulators hide the latency of the operator; they are combined in a fixed order, so the bits
// depend on the number of elements alone.

/// `O` over exactly `count` vectors' worth of the expression's elements, starting from the identity, in lane 0.
@inline(__always) func folded<O: FoldOperator, E: Expression>(_: O.Type, _ expression: E, _ count: Int) -> O.L.V
where E.L == O.L {
  typealias L = O.L
  let width = L.width
  var i = 0
  var total = O.identity
  if count >= 4 &* width {
    // Vectors of 64-bit elements already fill four AVX2 registers, so two accumulators are eight chains.
    if width &* L.byteCount > 64 {
      var x0 = O.identity
      var x1 = O.identity
      while i &+ 2 &* width <= count {
        x0 = O.f(x0, expression.vector(i))
        x1 = O.f(x1, expression.vector(i &+ width))
        i &+= 2 &* width
      }
      total = O.f(x0, x1)
    } else {
      var x0 = O.identity
      var x1 = O.identity
      var x2 = O.identity
      var x3 = O.identity
      while i &+ 4 &* width <= count {
        x0 = O.f(x0, expression.vector(i))
        x1 = O.f(x1, expression.vector(i &+ width))
        x2 = O.f(x2, expression.vector(i &+ 2 &* width))
        x3 = O.f(x3, expression.vector(i &+ 3 &* width))
        i &+= 4 &* width
      }
      total = O.f(O.f(x0, x1), O.f(x2, x3))
    }
  }
  while i < count {
    total = O.f(total, L.head(count &- i, expression.vector(i), O.identity))
    i &+= width
  }
  return acrossLanes(O.self, total)
}

/// Lane 0 folded with all others, by halves.
@inline(__always) func acrossLanes<O: FoldOperator>(_: O.Type, _ a: O.L.V) -> O.L.V {
  guard O.L.width > 1 else { return a }
  var total = O.f(a, O.L.moved(a, 8))
  total = O.f(total, O.L.moved(total, 4))
  total = O.f(total, O.L.moved(total, 2))
  return O.f(total, O.L.moved(total, 1))
}

/// result[0] = O(result[0], O over the tile of the expression).
@inline(__always) func fold<O: FoldOperator, E: Expression>(
  _: O.Type, _: E.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) where E.L == O.L {
  guard count > 0 else { return }
  let total = folded(O.self, E(record, slots), count)
  let result = resultAddress(record, slots)
  O.L.storeFirst(result, O.f(O.L.splat(result), total))
}

/// A row of a tile.
struct Row<L: Lanes>: Expression {
  let start: UnsafeRawPointer
  @inline(__always) init(_ start: UnsafeRawPointer) { self.start = start }
  @inline(__always) init(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer) {
    start = address(record, slots, A.offset)
  }
  @inline(__always) func vector(_ i: Int) -> L.V { L.load(start + i &* L.byteCount) }
}

/// result[j] = O over row j of a.
///
/// Short rows are folded 16 at a time: folding across lanes one by one costs as much as some 50 elements. Those
/// of two, four and eight elements are loaded as they lie and divided into columns, and of fewer than four a column is
/// gathered. Others become a vector each, of which pairs of lanes meet in vectors of two, four, eight and sixteen rows.
@inline(__always) func foldRows<O: FoldOperator>(
  _: O.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  typealias L = O.L
  let length = immediate(record)
  guard length > 0 else { return }
  let source = address(record, slots, A.offset)
  let result = resultAddress(record, slots)
  if L.width > 1 && length <= 64 {
    let rows = count / length
    var row = 0
    while row < rows {
      let left = rows &- row
      let start = source + row &* length &* L.byteCount
      var total = O.identity
      if left >= 16, length == 2 || length == 4 || length == 8 {
        total = foldedColumns(O.self, start, length)
      } else if length >= 4 {
        total = foldedSixteen(O.self, start, length, last: left &- 1)
      } else {
        for i in 0..<length {
          total = O.f(total, L.gather(start + i &* L.byteCount, stride: length, last: left &- 1))
        }
      }
      L.storeHead(result + row &* L.byteCount, total, left < 16 ? left : 16)
      row &+= 16
    }
    return
  }
  var start = 0
  var row = 0
  while start < count {
    let total = folded(O.self, Row<L>(source + start &* L.byteCount), length)
    L.storeFirst(result + row &* L.byteCount, total)
    start &+= length
    row &+= 1
  }
}

/// Sixteen rows, or as many as there are, each in a lane.
@inline(__always) private func foldedSixteen<O: FoldOperator>(
  _: O.Type, _ start: UnsafeRawPointer, _ length: Int, last: Int
) -> O.L.V {
  typealias L = O.L
  @inline(__always) func one(_ row: Int) -> L.V {
    let start = start + min(row, last) &* length &* L.byteCount
    var total = L.head(min(length, L.width), L.load(start), O.identity)
    var i = L.width
    while i &+ L.width <= length {
      total = O.f(total, L.load(start + i &* L.byteCount))
      i &+= L.width
    }
    if i < length { total = O.f(total, L.head(length &- i, L.load(start + i &* L.byteCount), O.identity)) }
    return total
  }
  @inline(__always) func pairs(_ a: L.V, _ b: L.V) -> L.V { O.f(L.even(a, b), L.odd(a, b)) }
  @inline(__always) func four(_ row: Int) -> L.V {
    pairs(pairs(one(row), one(row &+ 1)), pairs(one(row &+ 2), one(row &+ 3)))
  }
  return pairs(pairs(four(0), four(4)), pairs(four(8), four(12)))
}

/// Sixteen rows of two, four or eight elements, each in a lane.
@inline(__always) private func foldedColumns<O: FoldOperator>(
  _: O.Type, _ start: UnsafeRawPointer, _ length: Int
) -> O.L.V {
  typealias L = O.L
  @inline(__always) func vector(_ i: Int) -> L.V { L.load(start + i &* L.width &* L.byteCount) }
  @inline(__always) func fold(_ a: L.V, _ b: L.V, _ c: L.V, _ d: L.V, after total: L.V) -> L.V {
    O.f(O.f(O.f(O.f(total, a), b), c), d)
  }
  /// The columns of rows of four.
  @inline(__always) func columns(_ a: L.V, _ b: L.V, _ c: L.V, _ d: L.V) -> (L.V, L.V, L.V, L.V) {
    let (evens, odds) = ((L.even(a, b), L.even(c, d)), (L.odd(a, b), L.odd(c, d)))
    return (
      L.even(evens.0, evens.1), L.even(odds.0, odds.1), L.odd(evens.0, evens.1), L.odd(odds.0, odds.1)
    )
  }
  if length == 2 {
    let (a, b) = (vector(0), vector(1))
    return O.f(O.f(O.identity, L.even(a, b)), L.odd(a, b))
  }
  let (a, b, c, d) = (vector(0), vector(1), vector(2), vector(3))
  if length == 4 {
    let rows = columns(a, b, c, d)
    return fold(rows.0, rows.1, rows.2, rows.3, after: O.identity)
  }
  let (e, f, g, h) = (vector(4), vector(5), vector(6), vector(7))
  let evens = columns(L.even(a, b), L.even(c, d), L.even(e, f), L.even(g, h))
  let odds = columns(L.odd(a, b), L.odd(c, d), L.odd(e, f), L.odd(g, h))
  let firsts = fold(evens.0, odds.0, evens.1, odds.1, after: O.identity)
  return fold(evens.2, odds.2, evens.3, odds.3, after: firsts)
}
