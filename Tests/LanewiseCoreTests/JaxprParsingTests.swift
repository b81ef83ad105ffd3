import Lanewise
import Testing

@testable import LanewiseCore

/// Reading a jaxpr's text: what is read is printed again, runs, and is checked.
@Suite struct JaxprParsingTests {
  private func same(_ text: String) throws { #expect(try Jaxpr(parsing: text).description == text) }

  /// Operands of different dtypes are multiplied in the wider one.
  @Test func productsOfDifferentDTypes() throws {
    let text = """
      { lambda ; a:f32[1,2] b:bf16[2]. let
          c:f32[1] = dot_general[
            dimension_numbers=(([1], [0]), ([], []))
            preferred_element_type=float32
          ] a b
        in (c,) }
      """
    try same(text)
    let program = try Jaxpr(parsing: text)
    let (a, b) = (NDArray([[1.0, 2.0]]), NDArray([3.0, 0.5]).astype(.bfloat16))
    #expect(program(a, b)[0].asArray(Float.self) == [4])
    let slopes = grad { (a: NDArray, b: NDArray) in program(a, b)[0].sum() }
    #expect(slopes(a, b).asArray(Float.self) == [3, 0.5])
  }

  // MARK: Printing again

  @Test func blanksNewlinesAndNamesAreFree() throws {
    let text = """
      { lambda
          ;
        x : f32[ 2 , 3 ]   scale:f32[].   let
        y:f32[2,3]
          = mul   x
            scale ;; z:f32[3] = reduce_sum[
          axes = (0,)
        ]
        y
        in ( z , ) }

      """
    #expect(
      try Jaxpr(parsing: text).description
        == """
        { lambda ; a:f32[2,3] b:f32[]. let
            c:f32[2,3] = mul a b
            d:f32[3] = reduce_sum[axes=(0,)] c
          in (d,) }
        """)
  }

  @Test(arguments: [
    "{ lambda ; . let  in () }",
    "{ lambda ; . let  in (1.0, True, 3, -inf) }",
    "{ lambda a:f32[3] b:i32[]; c:f32[3]. let d:f32[3] = mul a c in (d, b) }",
    "{ lambda ; a:key<fry>[] b:float0[3]. let c:u32[2] = random_unwrap a in (c, b) }",
    "{ lambda ; a:f8_e4m3fn[2]. let b:f8_e4m3fn[2] = sin a in (b,) }",
    "{ lambda ; a:f32[3]. let _:f32[3] = sin a; _:f32[3] = cos a in () }",
    // A variable that nothing uses may have a name.
    "{ lambda ; a:f32[3]. let b:f32[3] = sin a; c:f32[3] = cos a in (c,) }",
    // Numbers stay as they are written.
    "{ lambda ; a:f32[]. let b:f32[] = mul a 0.1; c:f32[] = add b 1e-05 in (c,) }",
    "{ lambda ; a:c64[]. let b:c64[] = mul a (1+2j); c:c64[] = add b 2j in (c,) }",
    // Primitives that nobody has, with parameters of any form.
    "{ lambda ; a:f32[3]. let\n    b:f32[] = foo[f=<function g.<locals>.h at 0x0> p=R(x=None) q=a -> b] a\n  in (b,) }",
    "{ lambda ; a:i8[3]. let\n    b:i8[3] = bar[d={0: ('i',)} s='a b' t=((1, np.int64(2)), [])] a\n  in (b,) }",
    "{ lambda ; a:f32[]. let\n    debug_callback[callback=<function f at 0x0> effect=Debug] a\n  in (a,) }",
  ])
  func printsAgain(_ text: String) throws { try same(text) }

  @Test func programsUsedTwiceAreOne() throws {
    try same(
      """
      let g = { lambda ; a:f32[]. let b:f32[] = sin a in (b,) } in
      let g1 = { lambda ; c:f32[]. let d:f32[] = pjit[name=g jaxpr=g] c in (d,) } in
      { lambda ; e:f32[]. let
          f:f32[] = pjit[name=g jaxpr=g] e
          h:f32[] = pjit[name=g jaxpr=g1] f
          i:f32[] = pjit[name=g jaxpr=g1] h
        in (i,) }
      """)
  }

  @Test func aVariableMayBeCalledIn() throws {
    let sum = makeJaxpr { (x: NDArray) -> NDArray in (0..<300).reduce(x) { $0 + Double($1) } }(1.0)
    #expect(sum.description.contains(" in:f32[] = add im 220.0"))
    try same(sum.description)
  }

  // MARK: Running

  @Test func itRunsUnderEveryTransformation() throws {
    let program = try Jaxpr(
      parsing: "{ lambda ; a:f32[]. let b:f32[] = sin a; c:f32[] = mul b a in (c,) }")
    let f = { (x: NDArray) in program(x)[0] }
    let x = NDArray(0.5 as Float)
    #expect(Float(f(x)) == Float(sin(x) * x))
    #expect(Bool(allclose(grad(f)(x), sin(x) + x * cos(x))))
    #expect(Float(jit(f)(x)) == Float(f(x)))
    let xs = NDArray([0.5, 1, 2] as [Float])
    #expect(Bool(allclose(vmap(f)(xs), sin(xs) * xs)))
    #expect(makeJaxpr(f)(x).description == program.description)
  }

  @Test func numbersHaveTheTypeThatTheirPlaceNeeds() throws {
    let program = try Jaxpr(
      parsing: """
        { lambda ; a:i8[500] b:u32[] c:f64[]. let
            d:i8[1] = dynamic_slice[slice_sizes=(1,)] a 300
            e:u32[] = or b 4294967295
            f:f64[] = add c 0.1
            g:f64[] h:u32[] = cond[
              branches=(
                { lambda ; i:f64[] j:u32[]. let  in (0.5, 3) }
                { lambda ; k:f64[] l:u32[]. let  in (k, 7) }
              )
            ] 1 f 2
          in (d, e, f, g, h) }
        """)
    let a = NDArray((0..<500).map { Int8(truncatingIfNeeded: $0) })
    let results = program(a, NDArray(UInt32(1)), NDArray([1.0], shape: [], dtype: .float64))
    #expect(results.map(\.dtype) == [.int8, .uint32, .float64, .float64, .uint32])
    #expect(results[0].asArray(Int8.self) == [44])
    #expect(results[1].asArray(UInt32.self) == [.max])
    #expect(results[2].asArray(Double.self) == [1.1])
    #expect(results[3].asArray(Double.self) == [1.1])
    #expect(results[4].asArray(UInt32.self) == [7])
  }

  @Test func constantsAreGivenInTheOrderOfTheText() throws {
    let text = """
      { lambda a:f32[2] b:f32[2]; c:f32[2]. let
          d:f32[2] = mul a c
          e:f32[2] = add d b
        in (e,) }
      """
    func array(_ x: [Float]) -> NDArray { NDArray(x) }
    let (a, b, c) = (array([2, 3]), array([10, 20]), array([1, 1]))
    let program = try Jaxpr(parsing: text, constants: [a, b])
    #expect(program.description == text)
    #expect(program(c)[0].asArray(Float.self) == [12, 23])
    // The same array twice is still two constants.
    #expect(try Jaxpr(parsing: text, constants: [a, a]).description == text)

    let bare = try Jaxpr(parsing: text)
    #expect(bare.description == text)
    let error = #expect(throws: LanewiseError.self) { try catching { bare(c) } }
    #expect(
      error?.message
        == "jaxpr: the program has constants without values (f32[2], f32[2]); give them as constants where its text is read."
    )
    let count = #expect(throws: LanewiseError.self) { try Jaxpr(parsing: text, constants: [a]) }
    #expect(count?.message == "jaxpr: 1 constants are given for the 2 that stand in the text.")
    let type = #expect(throws: JaxprTextError.self) { try Jaxpr(parsing: text, constants: [a, ones([])]) }
    #expect(
      type?.description
        == "line 1, column 19: the constant 'b' is declared as f32[2], but an array of type f32[] is given for it.")
  }

  @Test func anUnknownPrimitiveSaysSoWhenItIsRun() throws {
    let program = try Jaxpr(parsing: "{ lambda ; a:f32[3]. let b:f32[3] = frobnicate a in (b,) }")
    let x = ones([3])
    let runs: [() -> NDArray] = [
      { program(x)[0] }, { jit { (x: NDArray) in program(x)[0] }(x) }, { grad { (x: NDArray) in program(x)[0].sum() }(x) },
      { vmap { (x: NDArray) in program(x)[0] }(ones([2, 3])) },
    ]
    for run in runs {
      let error = #expect(throws: LanewiseError.self) { try catching(run) }
      #expect(error?.message.hasPrefix("frobnicate: there is no such primitive here") == true)
    }
  }

  @Test func aCallIsChecked() throws {
    let program = try Jaxpr(parsing: "{ lambda ; a:f32[3] b:i32[]. let  in (a,) }")
    func message(_ x: [NDArray]) -> String? { #expect(throws: LanewiseError.self) { try catching { program(x) } }?.message }
    #expect(message([ones([3])]) == "jaxpr: the program takes 2 arrays (f32[3], i32[]), but 1 is given.")
    #expect(
      message([ones([4]), NDArray(Int32(1))]) == "jaxpr: argument 0 has type f32[4], but the program takes f32[3] there.")
    #expect(
      message([ones([3]), ones([2])[0]]) == "jaxpr: argument 1 has type f32[], but the program takes i32[] there.")
    // A Swift number takes on the type that is wanted.
    #expect(program(ones([3]), 1)[0].shape == [3])
  }

  // MARK: Mistakes

  @Test(
    arguments: [
      ("", "line 1, column 1: expected a program, '{ lambda …', but the text ends."),
      ("{ lambda ; a:f32[3]. let", "line 1, column 25: expected an equation, or 'in' and the results, but the text ends."),
      ("{ lambda ; a:f33[3]. let  in (a,) }", "line 1, column 14: there is no dtype 'f33'."),
      ("{ lambda ; a:f32[-3]. let  in (a,) }",
        "line 1, column 18: expected the extent of a dimension, an integer from 0 up, but there is '-3'."),
      ("{ lambda ; a:f32[9999999999]. let  in (a,) }",
        "line 1, column 14: jaxpr: no array has the shape (9999999999,)."),
      ("{ lambda ; a:f32[1,1,1,1,1,1,1,1,1]. let  in (a,) }",
        "line 1, column 14: jaxpr: the shape (1, 1, 1, 1, 1, 1, 1, 1, 1) has 9 dimensions; an array has at most 8."),
      ("{ lambda ; a:f32[3]. let b:f32[3] = sin c in (b,) }", "line 1, column 41: there is no variable 'c' here."),
      ("{ lambda ; a:f32[] a:f32[]. let  in (a,) }", "line 1, column 20: the variable 'a' is bound twice."),
      ("{ lambda ; a:f32[3]. let\n  b:f32[4] = sin a\nin (b,) }",
        "line 2, column 3: sin gives f32[3] here, but 'b' is declared as f32[4]."),
      ("{ lambda ; a:f32[3]. let b:f32[3] = sin a a in (b,) }",
        "line 1, column 37: sin: it takes 1 operand, but 2 are given."),
      ("{ lambda ; a:f32[3]. let b:f32[3] = add a in (b,) }",
        "line 1, column 37: add: it takes 2 operands, but 1 are given."),
      ("{ lambda ; a:f32[3]. let b:f32[3] c:f32[3] = sin a in (b,) }",
        "line 1, column 46: sin has 1 results, but 2 variables stand for them."),
      ("{ lambda ; a:f32[3]. let b:f32[] = reduce_sum[axes=0] a in (b,) }",
        "line 1, column 36: reduce_sum: the parameter axes is missing or is not of the right form."),
      ("{ lambda ; a:f32[3]. let b:f32[] = reduce_sum[axes=(0,) axes=(0,)] a in (b,) }",
        "line 1, column 57: the parameter 'axes' is given twice."),
      ("{ lambda ; a:f32[3]. let b:f32[] = reduce_sum[axes=(0, a in (b,) }",
        "line 1, column 52: this bracket is not closed."),
      ("{ lambda ; a:f32[3]. let  in (a) }", "line 1, column 32: expected ',' after a result, but there is ')'."),
      ("{ lambda ; a:f32[3]. let  in (a,) } x",
        "line 1, column 37: expected nothing after the program, but there is 'x'."),
    ])
  func mistakesSayWhere(_ text: String, _ message: String) throws {
    let error = #expect(throws: JaxprTextError.self) { try Jaxpr(parsing: text) }
    #expect(error?.description == message)
  }

  @Test func nestingHasALimit() throws {
    let deep = String(repeating: "{ lambda ; . let  = p[j=", count: 10_000)
    #expect(throws: JaxprTextError.self) { try Jaxpr(parsing: deep) }
    let tuples = "{ lambda ; . let  = p[j=" + String(repeating: "(", count: 100_000)
    #expect(throws: JaxprTextError.self) { try Jaxpr(parsing: tuples) }
    // A chain of definitions, each used twice by the next, is a program of 2¹⁰⁰⁰ equations.
    var chain = "let p0 = { lambda ; a:f32[]. let b:f32[] = sin a in (b,) } in\n"
    func body(_ name: String) -> String {
      "{ lambda ; a:f32[]. let b:f32[] = pjit[name=f jaxpr=\(name)] a; c:f32[] = pjit[name=f jaxpr=\(name)] b in (c,) }"
    }
    for i in 1..<60 { chain += "let p\(i) = \(body("p\(i - 1)")) in\n" }
    _ = try Jaxpr(parsing: chain + body("p59")).description
    for i in 60..<1000 { chain += "let p\(i) = \(body("p\(i - 1)")) in\n" }
    #expect(throws: JaxprTextError.self) { try Jaxpr(parsing: chain + body("p999")) }
  }
}
