import Lanewise
import Testing

@Suite struct ArrayUpdateTests {
  let v = counted(4)

  @Test func methods() {
    #expect(floatsOf(v.at[1].set(9)) == [0, 9, 2, 3])
    #expect(floatsOf(v) == [0, 1, 2, 3])
    #expect(floatsOf(v.at[[0, 0]].add(1)) == [2, 1, 2, 3])
    #expect(floatsOf(v.at[2...].multiply(2)) == [0, 1, 4, 6])
    #expect(floatsOf(v.at[[1, 2]].divide(2)) == [0, 0.5, 1, 3])
    #expect(floatsOf(v.at[[1, 3]].power(2)) == [0, 1, 2, 9])
    #expect(floatsOf(v.at[.all].min(1)) == [0, 1, 1, 1])
    #expect(floatsOf(v.at[.all].max(2)) == [2, 2, 2, 3])
    #expect(floatsOf(v.at[[1, 2]].apply { $0 * $0 * 10 }) == [0, 10, 40, 3])
    #expect(floatsOf(v.at[.stride(by: -1)].set(counted(4) * 2)) == [6, 4, 2, 0])
    #expect(floatsOf(v.at[.newAxis, 1...].set(counted(1, 3))) == [0, 0, 1, 2])
    #expect(floatsOf(v.at[.ellipsis].add(1)) == [1, 2, 3, 4])
  }

  @Test func dtypeIsTheArrays() {
    let x = NDArray([1, 2, 3] as [Int32])
    #expect(x.at[0].set(7.9).asArray(Int32.self) == [7, 2, 3])
    #expect(x.at[0].set(7.9).dtype == .int32)
    #expect(x.at[[0]].add(NDArray([5] as [Int64])).dtype == .int32)
    #expect(NDArray([true, true]).at[0].set(false).asArray(Bool.self) == [false, true])
  }

  /// Numbers and slices of an array in memory are written without a scatter, to the same effect.
  @Test func writtenAtOnce() {
    let x = counted(4, 5)
    let row = counted(5) * 10
    let writes: [(NDArray) -> NDArray] = [
      { $0.at[1].set(7) }, { $0.at[-1, -2].set(7) }, { $0.at[1..<3].set(row) }, { $0.at[.all, 2].set(row[..<4]) },
      { $0.at[.stride(by: -2), 1...].set(row[1...]) }, { $0.at[2, .newAxis, .stride(by: 2)].set(row[..<3]) },
      { $0.at[.ellipsis].set(7) }, { $0.at[3..<3].set(7) }, { $0.at[0].set(row.reshape([1, 5])) },
    ]
    for write in writes {
      #expect(floatsOf(write(x)) == floatsOf(jit(write)(x)))
      #expect(floatsOf(x) == floatsOf(counted(4, 5)))
    }
    #expect(NDArray(1.5).at[.newAxis].set(2).weakType)
    // A traced value goes into a concrete array.
    let slope = grad { (v: NDArray) in Lax.reduceSum(x.at[1, 1...].set(v) * x, [0, 1]) }(counted(4))
    #expect(floatsOf(slope) == [6, 7, 8, 9])
  }

  @Test func outOfBounds() {
    let far = NDArray([0, 7, -9] as [Int32])
    #expect(floatsOf(v.at[far].set(5)) == [5, 1, 2, 3])
    #expect(floatsOf(v.at[far].set(5, mode: .clip)) == [5, 1, 2, 5])
    #expect(floatsOf(v.at[far].get(mode: .clip)) == [0, 3, 0])
    #expect(floatsOf(v.at[far].get(mode: .fill, fillValue: -1)) == [0, -1, -1])
    let filled = floatsOf(v.at[far].get(mode: .fill))
    #expect(filled[0] == 0 && filled[1].isNaN && filled[2].isNaN)
    #expect(NDArray([1, 2] as [Int32]).at[far].get(mode: .fill).asArray(Int32.self) == [1, .min, .min])
  }

  @Test func masks() {
    #expect(floatsOf(v.at[v .> 1].set(0)) == [0, 1, 0, 0])
    #expect(floatsOf(jit { (v: NDArray) in v.at[v .> 1].set(0) }(v)) == [0, 1, 0, 0])
    #expect(floatsOf(jit { (v: NDArray) in v.at[v .> 1].add(10) }(v)) == [0, 1, 12, 13])
    #expect(floatsOf(v.at[v .> 1].set(NDArray([8.0, 9.0]))) == [0, 1, 8, 9])
    #expect(floatsOf(vmap { (v: NDArray) in v.at[v .> 1].multiply(-1) }(counted(2, 2))) == [0, 1, -2, -3])
    let slope = grad { (v: NDArray) in Lax.reduceSum(v.at[v .> 1].set(0) * 3, [0]) }(v)
    #expect(floatsOf(slope) == [3, 3, 0, 0])
  }

  @Test func derivatives() {
    let (y, dy) = jvp(
      { (x: NDArray, u: NDArray) in x.at[[1, 1]].set(u) }, (v, NDArray([5.0, 6.0])), (v * 10, NDArray([7.0, 8.0])))
    #expect(floatsOf(y) == [0, 6, 2, 3])
    #expect(floatsOf(dy) == [0, 8, 20, 30])
    let pulled = grad { (u: NDArray) in Lax.reduceSum(v.at[[1, 1, 3]].add(u) * NDArray([1.0, 2, 3, 4]), [0]) }(
      counted(3))
    #expect(floatsOf(pulled) == [2, 2, 4])
    let quotient = grad { (x: NDArray) in Lax.reduceSum(x.at[1].divide(2), [0]) }(v)
    #expect(floatsOf(quotient) == [1, 0.5, 1, 1])
  }

  @Test func tracedPlaces() {
    let set = jit { (x: NDArray, i: NDArray) in x.at[i].set(-1) }
    #expect(floatsOf(set(v, 2)) == [0, 1, -1, 3])
    #expect(floatsOf(set(v, -1)) == [0, 1, 2, -1])
    let each = vmap({ (x: NDArray, i: NDArray) in x.at[i].add(1) }, inAxes: (nil, 0))
    #expect(floatsOf(each(counted(2), NDArray([0, 1]))) == [1, 1, 0, 2])
  }
}
