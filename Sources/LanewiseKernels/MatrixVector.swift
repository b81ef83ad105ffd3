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

/// result[j] = the vector · column j: of as many columns at a time as 256 bytes are, then of sixteen, in four sums each,
/// so that a sum need not wait for the one before.
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
  while column &+ wide <= count {
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
