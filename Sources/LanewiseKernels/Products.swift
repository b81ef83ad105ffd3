import LanewiseShims

/// The product of two matrices of integers, sixteen columns and up to four rows at a time, whose sums stay in registers.
///
/// In the record: the matrices in a and b; in c, five 64-bit integers: rows, terms of a sum, and bytes from one row of a to
/// the next, from one of its columns to the next, and from one row of b to the next; bytes from one row of the result to
/// the next in the immediate. The count is of columns.
@inline(__always) func products<L: IntegerLanes>(
  _: L.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let (a, b) = (address(record, slots, A.offset), address(record, slots, B.offset))
  let sizes = address(record, slots, C.offset)
  let result = resultAddress(record, slots)
  let resultStride = immediate(record)
  @inline(__always) func size(_ place: Int) -> Int { sizes.load(fromByteOffset: 8 &* place, as: Int.self) }
  let (rows, terms, aStride, aStep, bStride) = (size(0), size(1), size(2), size(3), size(4))
  @inline(__always) func store(_ row: Int, _ column: Int, _ sum: L.V) {
    let place = result + row &* resultStride + column &* L.byteCount
    if count &- column >= L.width { L.store(place, sum) } else { L.storeHead(place, sum, count &- column) }
  }
  var row = 0
  while row < rows {
    let left = rows &- row
    let factors = a + row &* aStride
    var column = 0
    while column < count {
      let terms16 = b + column &* L.byteCount
      var term = 0
      if left >= 4 {
        var (sum0, sum1, sum2, sum3) = (L.zero, L.zero, L.zero, L.zero)
        while term < terms {
          let own = L.load(terms16 + term &* bStride)
          let factor = factors + term &* aStep
          sum0 = L.add(sum0, L.mul(L.splat(factor), own))
          sum1 = L.add(sum1, L.mul(L.splat(factor + aStride), own))
          sum2 = L.add(sum2, L.mul(L.splat(factor + 2 &* aStride), own))
          sum3 = L.add(sum3, L.mul(L.splat(factor + 3 &* aStride), own))
          term &+= 1
        }
        store(row, column, sum0)
        store(row &+ 1, column, sum1)
        store(row &+ 2, column, sum2)
        store(row &+ 3, column, sum3)
      } else {
        var sum = L.zero
        while term < terms {
          sum = L.add(sum, L.mul(L.splat(factors + term &* aStep), L.load(terms16 + term &* bStride)))
          term &+= 1
        }
        store(row, column, sum)
      }
      column &+= L.width
    }
    row &+= left >= 4 ? 4 : 1
  }
}
