import LanewiseCore
import Testing

@Suite struct JSONJaxprTests {
  private func jaxpr(_ text: String) throws -> JSONJaxpr { try JSONJaxpr(JSONValue(parsing: text)) }

  @Test func aJaxprWithConstantsLiteralsAndParameters() throws {
    let jaxpr = try jaxpr(
      """
      {"consts": [{"dtype": "i8", "shape": [2], "data": "Af8="}], "const_avals": ["i8[2]"], "in": ["f32[]"],
       "eqns": [{"p": "add", "i": [1, {"lit": 2.0, "t": "f32[]"}], "o": ["f32[]"]},
                {"p": "cond", "i": [2, 0], "o": ["f32[]", "i8[2]"], "k": {"axes": [0, null], "name": "f"}}],
       "out": [4, {"lit": "-inf", "t": "f32[]"}]}
      """)
    #expect(jaxpr.constants == [JSONTensor(dtype: "i8", shape: [2], bytes: [1, 255])])
    #expect(jaxpr.constantTypes == ["i8[2]"])
    #expect(jaxpr.inputTypes == ["f32[]"])
    #expect(jaxpr.equations.map(\.primitive) == ["add", "cond"])
    #expect(jaxpr.equations[0].operands == [.variable(1), .literal(.double(2), type: "f32[]")])
    #expect(jaxpr.equations[0].parameters.isEmpty)
    #expect(jaxpr.equations[1].resultTypes == ["f32[]", "i8[2]"])
    #expect(jaxpr.equations[1].parameters == ["axes": .array([.int(0), .null]), "name": .string("f")])
    #expect(jaxpr.outputs == [.variable(4), .literal(.double(-.infinity), type: "f32[]")])
  }

  @Test(
    arguments: [
      ("2", .int(2)), ("2.0", .double(2)), ("true", .bool(true)), (#""inf""#, .double(.infinity)),
      ("18446744073709551615", .uint(.max)), ("[1, -0.5]", .complex(real: 1, imaginary: -0.5)),
    ] as [(String, JSONLiteral)])
  func literals(_ text: String, _ literal: JSONLiteral) throws {
    #expect(try JSONLiteral(JSONValue(parsing: text)) == literal)
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("3", .int(3)), ("0.5", .double(0.5)), (#""x""#, .string("x")),
      (#"{"$dtype": "f32"}"#, .dtype("f32")), (#"{"$enum": "FftType.RFFT"}"#, .enumeration("FftType.RFFT")),
      (#"{"$float": "inf"}"#, .double(.infinity)), (#"{"$opaque": "function"}"#, .opaque("function")),
      (
        #"{"$tensor": {"dtype": "u8", "shape": [], "data": "Bw=="}}"#,
        .tensor(JSONTensor(dtype: "u8", shape: [], bytes: [7]))
      ),
      (
        #"{"$record": "R", "a": [1], "b": {"$dtype": "i8"}}"#,
        .record("R", ["a": .array([.int(1)]), "b": .dtype("i8")])
      ),
      (#"{"a": 1}"#, .object(["a": .int(1)])),
      (
        #"{"$jaxpr": {"in": [], "eqns": [], "out": []}}"#,
        .jaxpr(JSONJaxpr(constants: [], constantTypes: [], inputTypes: [], equations: [], outputs: []))
      ),
    ] as [(String, JSONParameter)])
  func parameters(_ text: String, _ parameter: JSONParameter) throws {
    #expect(try JSONParameter(JSONValue(parsing: text)) == parameter)
  }

  @Test(
    arguments: [
      (#"{"eqns": [], "out": []}"#, "there is no member 'in'"),
      (#"[]"#, "expected an object, found an array"),
      (#"{"in": ["f32[]"], "eqns": [], "out": [1]}"#, "out[0]: variable 1 is not defined before it is used"),
      (#"{"in": [], "eqns": [], "out": [-1]}"#, "out[0]: variable -1 is not defined before it is used"),
      (
        #"{"in": [], "eqns": [{"p": "a", "i": [0], "o": ["f32[]"]}], "out": []}"#,
        "eqns[0].i[0]: variable 0 is not defined before it is used"
      ),
      (#"{"in": [], "eqns": [{"p": 1, "i": [], "o": []}], "out": []}"#, "eqns[0].p: expected a string, found a number"),
      (
        #"{"in": [], "eqns": [{"p": "a", "i": [], "o": [], "k": {"b": [{"$c": 1}]}}], "out": []}"#,
        "eqns[0].k.b[0].$c: there is no marker of that name"
      ),
      (
        #"{"in": [], "eqns": [], "out": [{"lit": "x", "t": "f32[]"}]}"#,
        #"out[0].lit: expected a number, found "x""#
      ),
      (#"{"consts": [], "const_avals": ["f32[]"], "in": [], "eqns": [], "out": []}"#, "0 constants have 1 types"),
    ])
  func errorsSayWhere(_ text: String, _ message: String) throws {
    let error = #expect(throws: JSONFormError.self) { try jaxpr(text) }
    #expect(error?.description == message)
  }

  @Test(
    arguments: [
      (#"{"dtype": "f8", "shape": [], "data": "AA=="}"#, "there is no dtype 'f8'"),
      (#"{"dtype": "u8", "shape": [2], "data": "AA=="}"#, "u8[2] takes 2 bytes, not 1"),
      (#"{"dtype": "u8", "shape": [-1], "data": "AA=="}"#, "the shape [-1] has a negative dimension"),
      (#"{"dtype": "u8", "shape": [1], "data": "A"}"#, "data: expected base64"),
      (
        #"{"dtype": "f32", "shape": [9223372036854775807, 2], "data": ""}"#,
        "the shape [9223372036854775807, 2] has too many elements"
      ),
    ])
  func tensorsAreChecked(_ text: String, _ message: String) throws {
    let error = #expect(throws: JSONFormError.self) { try JSONTensor(JSONValue(parsing: text)) }
    #expect(error?.description == message)
  }
}
