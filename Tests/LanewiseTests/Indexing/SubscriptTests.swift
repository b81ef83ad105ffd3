import Lanewise
import Testing

@Suite struct SubscriptTests {
  let x = counted(3, 4)

  @Test func spellings() {
    let v = counted(6)
    #expect(floatsOf(v[0..<2]) == [0, 1])
    #expect(floatsOf(v[1...3]) == [1, 2, 3])
    #expect(floatsOf(v[4...]) == [4, 5])
    #expect(floatsOf(v[..<2]) == [0, 1])
    #expect(floatsOf(v[...2]) == [0, 1, 2])
    #expect(floatsOf(v[..<(-1)]) == [0, 1, 2, 3, 4])
    #expect(floatsOf(v[...(-1)]) == [0, 1, 2, 3, 4, 5])
    #expect(floatsOf(v[...(-2)]) == [0, 1, 2, 3, 4])
    #expect(floatsOf(v[(-2)...]) == [4, 5])
    #expect(floatsOf(v[.slice(1, -1)]) == [1, 2, 3, 4])
    #expect(floatsOf(v[.slice(nil, nil, -1)]) == [5, 4, 3, 2, 1, 0])
    #expect(floatsOf(v[.slice(4, 1, -1)]) == [4, 3, 2])
    #expect(floatsOf(v[.stride(by: 2)]) == [0, 2, 4])
    #expect(floatsOf(v[.stride(by: -2)]) == [5, 3, 1])
    #expect(floatsOf(v[[0, 0, -1]]) == [0, 0, 5])
    #expect(floatsOf(v[v .> 3]) == [4, 5])
    #expect(floatsOf(v[[true, false, false, false, false, true]]) == [0, 5])
    #expect(Float(v[-1]) == 5)
    #expect(Float(v[2]) == 2)
    #expect(floatsOf(x[.all, 0]) == [0, 4, 8])
    #expect(floatsOf(x[.ellipsis, -1]) == [3, 7, 11])
    #expect(x[.newAxis].shape == [1, 3, 4])
    #expect(x[.all, .newAxis, 0].shape == [3, 1])
    #expect(floatsOf(x[.stride(by: -1), 1...]) == [9, 10, 11, 5, 6, 7, 1, 2, 3])
    #expect(floatsOf(x[[0, 2], [1, 1]]) == [1, 9])
    #expect(floatsOf(x[x .> 8]) == [9, 10, 11])
    #expect(x[10..<20].shape == [0, 4])
    #expect(x[[Int]()].shape == [0, 4])
  }

  @Test func everyDTypeAndKeys() {
    for dtype in DType.allCases where !dtype.isKey {
      let y = counted(4).astype(dtype)
      #expect(y[.stride(by: -1)].asArray(Float.self) == (dtype == .bool ? [1, 1, 1, 0] : [3, 2, 1, 0]))
      #expect(y[[3, 0]].asArray(Float.self) == (dtype == .bool ? [1, 0] : [3, 0]))
      #expect(y[1].dtype == dtype)
    }
    let keys = Random.split(Random.key(0), 3)
    #expect(Random.keyData(keys[1]).asArray(UInt32.self) == Array(Random.keyData(keys).asArray(UInt32.self)[2..<4]))
    #expect(keys[[2, 0]].shape == [2])
  }

  @Test func placesOutOfBounds() {
    let v = counted(3)
    #expect(floatsOf(v[[10, -1, -9]]) == [2, 2, 0])
    #expect(floatsOf(x[[9, -1, -9]]) == [8, 9, 10, 11, 8, 9, 10, 11, 0, 1, 2, 3])
    #expect(x[NDArray([[1, 2]])].shape == [1, 2, 4])
    #expect(Float(v[NDArray([7] as [Int32])[0]]) == 2)
    #expect(floatsOf(v[NDArray([200, 1] as [UInt8])]) == [2, 1])
    #expect(floatsOf(v[NDArray([1 << 40, -1] as [Int64])]) == [2, 2])
    #expect(floatsOf(counted(300)[NDArray([-1] as [Int8])]) == [299])
  }

  @Test func tracedPlaces() {
    let rows = jit { (x: NDArray, i: NDArray) in x[i] }
    #expect(floatsOf(rows(x, 1)) == [4, 5, 6, 7])
    #expect(floatsOf(rows(x, -1)) == [8, 9, 10, 11])
    #expect(floatsOf(rows(x, NDArray([2, 0]))) == [8, 9, 10, 11, 0, 1, 2, 3])
    let parts = jit { (x: NDArray, i: NDArray) in x[1..., i] }
    #expect(floatsOf(parts(x, 2)) == [6, 10])
    let mixed = jit { (x: NDArray, i: NDArray) in x[i, [0, 3]] }
    #expect(floatsOf(mixed(x, 2)) == [8, 11])
    let batch = vmap({ (x: NDArray, i: NDArray) in x[i] }, inAxes: (nil, 0))
    #expect(floatsOf(batch(counted(4), NDArray([3, 0, -1]))) == [3, 0, 3])
    let both = vmap { (x: NDArray, i: NDArray) in x[i] }
    #expect(floatsOf(both(x, NDArray([3, 0, -1]))) == [3, 4, 11])
  }

  @Test func derivatives() {
    let slope = grad { (x: NDArray) in x[1, 2] * 3 + x[-1, 0] * x[-1, 0] }(x)
    #expect(floatsOf(slope) == [0, 0, 0, 0, 0, 0, 3, 0, 16, 0, 0, 0])
    let dynamic = grad({ (x: NDArray, i: NDArray) in x[i] * x[i] })(counted(4), NDArray(2))
    #expect(floatsOf(dynamic) == [0, 0, 4, 0])
    let (y, dy) = jvp({ (x: NDArray) in x[[2, 0, 2]] }, counted(3), counted(3) * 10)
    #expect(floatsOf(y) == [2, 0, 2])
    #expect(floatsOf(dy) == [20, 0, 20])
  }

  @Test func jaxprs() {
    let slices = makeJaxpr { (x: NDArray) in x[1] + x[0..<2] }(counted(4)).description
    #expect(slices.contains("b:f32[1] = slice[limit_indices=(2,) start_indices=(1,) strides=None] a"))
    #expect(slices.contains("c:f32[] = squeeze[dimensions=(0,)] b"))
    let added = makeJaxpr { (x: NDArray, i: NDArray) in x.at[i].add(1.0) }(counted(4), NDArray([0, 2])).description
    #expect(
      added == """
        { lambda ; a:f32[4] b:i32[2]. let
            c:bool[2] = lt b 0
            d:i32[2] = add b 4
            e:i32[2] = select_n c b d
            f:i32[2,1] = broadcast_in_dim[broadcast_dimensions=(0,) shape=(2, 1)] e
            g:f32[2] = broadcast_in_dim[broadcast_dimensions=() shape=(2,)] 1.0
            h:f32[4] = scatter-add[
              dimension_numbers=ScatterDimensionNumbers(update_window_dims=(), inserted_window_dims=(0,), scatter_dims_to_operand_dims=(0,))
              indices_are_sorted=False
              mode=GatherScatterMode.FILL_OR_DROP
              unique_indices=False
              update_consts=()
              update_jaxpr={ lambda ; i:f32[] j:f32[]. let k:f32[] = add i j in (k,) }
            ] a f g
          in (h,) }
        """)
    let set = makeJaxpr { (x: NDArray) in x.at[1].set(5.0) }(counted(4)).description
    #expect(set.contains("b:i32[1] = broadcast_in_dim[broadcast_dimensions=() shape=(1,)] 1"))
    #expect(set.contains("] a b 5.0"))
  }

  @Test func mistakes() {
    func message(_ body: () -> NDArray) -> String {
      do {
        _ = try catching(body)
        return "none"
      } catch { return "\(error)" }
    }
    let v = counted(3)
    #expect(
      message { v[3] }
        == "IndexError: x[3]: the index 3 is out of range for axis 0 of an array of shape (3,), which has extent 3.")
    #expect(
      message { v[0, 0] } == "IndexError: x[…]: there are indices for 2 dimensions, but the array of shape (3,) has 1.")
    #expect(message { v[NDArray([1.0])] } == "TypeError: x[…]: an index has dtype float32; it must be integer or bool.")
    #expect(
      message { v[.slice(0, 2, 0)] } == "ValueError: x[…]: the step of a slice is 0; it must be positive or negative.")
    #expect(message { v[.ellipsis, .ellipsis] }.hasPrefix("IndexError: x[…]: an index can have only one ellipsis"))
    #expect(message { v[NDArray([true, false])] }.hasPrefix("IndexError: x[…]: a mask has shape (2,)"))
    #expect(message { x[[0, 1], [0, 1, 2]] }.contains("the index arrays have shapes (2,) and (3,)"))
    #expect(message { NDArray(1.0)[0] }.contains("there are indices for 1 dimensions"))
    #expect(
      message { jit { (v: NDArray) in v[v .> 1] }(v) }.hasPrefix("NonConcreteBooleanIndexError: x[…]: the mask of type")
    )
    #expect(
      message { v.at[0].set(counted(2)) }.contains(
        "x.at[…].set: a value of shape (2,) cannot be broadcast to the shape ()"))
    #expect(message { v.at[5].set(1) }.hasPrefix("IndexError: x.at[…].set: the index 5 is out of range"))
    #expect(message { grad { (v: NDArray) in v[9] }(v) }.hasPrefix("IndexError: x[9]"))
    #expect(message { vmap { (v: NDArray) in v[0, 0] }(x) }.contains("the array of shape (4,) has 1"))
    #expect(message { NDArray([Float](), shape: [0])[[0]] }.contains("axis 0 of shape (0,) is empty"))
    #expect(
      message { x[.newAxis, .newAxis, .newAxis, .newAxis, .newAxis, .newAxis, .newAxis] }.contains("at most 8"))
  }
}
