// Products of a matrix, at a, and a vector, at b. Each element of the matrix is used once, so these take as long as it takes
// to read them, if nothing else does.

/// result[i] = row i · the vector: four rows at a time, whose sums come out of their vectors together.
@inline(__always) func matrixVector<L: FloatLanes>(
  _: L.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let (matrix, vector) = (address(record, slots, A.offset), address(record, slots, B.offset))
  let terms = address(record, slots, C.offset).load(as: Int.self)
  let result = resultAddress(record, slots)
  let stride = immediate(record)
  let whole = terms & ~(L.width &- 1)
  var row = 0
  while row < count {
    let left = count &- row
    // Where fewer than four are left, the last is there more than once.
    @inline(__always) func start(_ n: Int) -> UnsafeRawPointer { matrix + (row &+ min(n, left &- 1)) &* stride }
    let (row0, row1, row2, row3) = (start(0), start(1), start(2), start(3))
    var (sum0, sum1, sum2, sum3) = (L.zero, L.zero, L.zero, L.zero)
    var term = 0
    while term < whole {
      let offset = term &* L.byteCount
      let factors = L.load(vector + offset)
      sum0 = L.fma(L.load(row0 + offset), factors, sum0)
      sum1 = L.fma(L.load(row1 + offset), factors, sum1)
      sum2 = L.fma(L.load(row2 + offset), factors, sum2)
      sum3 = L.fma(L.load(row3 + offset), factors, sum3)
      term &+= L.width
    }
    if term < terms {
      @inline(__always) func last(_ start: UnsafeRawPointer) -> L.V {
        L.head(terms &- term, L.load(start + term &* L.byteCount), L.zero)
      }
      let factors = last(vector)
      sum0 = L.fma(last(row0), factors, sum0)
      sum1 = L.fma(last(row1), factors, sum1)
      sum2 = L.fma(last(row2), factors, sum2)
      sum3 = L.fma(last(row3), factors, sum3)
    }
    let (place, sums) = (result + row &* L.byteCount, L.sums(sum0, sum1, sum2, sum3))
    if left >= 4 { L.storeHead(place, sums, 4) } else { L.storeHead(place, sums, left) }
    row &+= 4
  }
}

/// result[j] = the vector · column j. Columns by 256 bytes: a few, whose sums stay in registers; more, to which four rows at
/// a time are added, for a matrix is read from memory fastest in long runs. What is left of the columns by sixteen, in four
/// sums each, so that a sum need not wait for the one before.
@inline(__always) func vectorMatrix<L: FloatLanes>(
  _: L.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let (matrix, vector) = (address(record, slots, A.offset), address(record, slots, B.offset))
  let terms = address(record, slots, C.offset).load(as: Int.self)
  let result = resultAddress(record, slots)
  let stride = immediate(record)
  let byteCount = L.width &* L.byteCount
  var column = 0
  @inline(__always) func product(_ term: Int, _ offset: Int, _ sum: L.V) -> L.V {
    let place: Int = term &* stride &+ column &* L.byteCount
    return L.fma(L.load(matrix + (place &+ offset)), L.splat(vector + term &* L.byteCount), sum)
  }
  let wide = 256 / L.byteCount
  let whole = count / wide &* wide
  if whole > 2 &* wide {
    addRows(L.self, matrix, vector, terms: terms, stride: stride, columns: whole, to: result)
    column = whole
  }
  while column < whole {
    var (sum0, sum1, sum2, sum3) = (L.zero, L.zero, L.zero, L.zero)
    for term in 0..<terms {
      sum0 = product(term, 0, sum0)
      sum1 = product(term, byteCount, sum1)
      if byteCount < 128 {
        sum2 = product(term, 2 &* byteCount, sum2)
        sum3 = product(term, 3 &* byteCount, sum3)
      }
    }
    let place = result + column &* L.byteCount
    L.store(place, sum0)
    L.store(place + byteCount, sum1)
    if byteCount < 128 {
      L.store(place + 2 &* byteCount, sum2)
      L.store(place + 3 &* byteCount, sum3)
    }
    column &+= wide
  }
  while column < count {
    var (sum0, sum1, sum2, sum3) = (L.zero, L.zero, L.zero, L.zero)
    var term = 0
    while term &+ 4 <= terms {
      sum0 = product(term, 0, sum0)
      sum1 = product(term &+ 1, 0, sum1)
      sum2 = product(term &+ 2, 0, sum2)
      sum3 = product(term &+ 3, 0, sum3)
      term &+= 4
    }
    while term < terms {
      sum0 = product(term, 0, sum0)
      term &+= 1
    }
    let (place, sum) = (result + column &* L.byteCount, L.add(L.add(sum0, sum1), L.add(sum2, sum3)))
    if count &- column >= L.width { L.store(place, sum) } else { L.storeHead(place, sum, count &- column) }
    column &+= L.width
  }
}

/// result = the rows, each times its element of the vector, added up in their order.
@inline(__always) private func addRows<L: FloatLanes>(
  _: L.Type, _ matrix: UnsafeRawPointer, _ vector: UnsafeRawPointer, terms: Int, stride: Int, columns: Int,
  to result: UnsafeMutableRawPointer
) {
  let bytes = columns &* L.byteCount
  var term = 0
  while term < terms {
    let (row, factors) = (matrix + term &* stride, vector + term &* L.byteCount)
    let hasFour = term &+ 4 <= terms
    let factor0 = L.splat(factors)
    let factor1 = hasFour ? L.splat(factors + L.byteCount) : L.zero
    let factor2 = hasFour ? L.splat(factors + 2 &* L.byteCount) : L.zero
    let factor3 = hasFour ? L.splat(factors + 3 &* L.byteCount) : L.zero
    var place = 0
    while place < bytes {
      var sum = L.fma(L.load(row + place), factor0, term == 0 ? L.zero : L.load(result + place))
      if hasFour {
        sum = L.fma(L.load(row + (stride &+ place)), factor1, sum)
        sum = L.fma(L.load(row + (2 &* stride &+ place)), factor2, sum)
        sum = L.fma(L.load(row + (3 &* stride &+ place)), factor3, sum)
      }
      L.store(result + place, sum)
      place &+= L.width &* L.byteCount
    }
    term &+= hasFour ? 4 : 1
  }
}
