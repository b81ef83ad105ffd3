import LanewiseCore
import Testing

@Suite struct JSONTests {
  @Test func values() throws {
    #expect(try JSONValue(parsing: " null ") == .null)
    #expect(try JSONValue(parsing: "[true,false]") == .array([.bool(true), .bool(false)]))
    #expect(
      try JSONValue(parsing: #"{"a": [1, {"b": "c"}], "d": {}, "e": []}"#)
        == .object([
          "a": .array([.int(1), .object(["b": .string("c")])]), "d": .object([:]), "e": .array([]),
        ]))
  }

  @Test(
    arguments: [
      ("0", .int(0)), ("-12", .int(-12)), ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
      ("18446744073709551615", .uint(.max)), ("1.0", .double(1)), ("1e2", .double(100)), ("-0.5E-1", .double(-0.05)),
      ("100000000000000000000", .double(1e20)), ("0.1", .double(0.1)),
    ] as [(String, JSONValue)])
  func numbersKeepTheirKind(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test func strings() throws {
    #expect(try JSONValue(parsing: #""""#) == .string(""))
    #expect(try JSONValue(parsing: #""a\"\\\/\b\f\n\r\tz""#) == .string("a\"\\/\u{8}\u{c}\n\r\tz"))
    #expect(try JSONValue(parsing: #""\u00e4\ud83d\ude00€""#) == .string("ä😀€"))
  }

  @Test(
    arguments: [
      ("", 1, 1, "expected a value, but the text ends"), ("[1,\n 2", 2, 3, "expected ',' or ']', but the text ends"),
      ("{\"a\" 1}", 1, 6, "expected ':', found '1'"), ("{\n\n  a: 1}", 3, 3, "expected a member's name, found 'a'"),
      ("[1,]", 1, 4, "expected a value, found ']'"), ("1 2", 1, 3, "expected the end of the text, found '2'"),
      ("01", 1, 2, "a number begins with a zero"), ("-", 1, 2, "expected a digit, but the text ends"),
      ("1.", 1, 3, "expected a digit, but the text ends"), ("nul", 1, 1, "expected 'null', found 'n'"),
      ("NaN", 1, 1, "expected a value, found 'N'"), ("\"abc", 1, 1, "the string has no end"),
      ("\"a\nb\"", 1, 3, "a control character stands in a string"), (#""\x""#, 1, 2, "no such escape"),
      (#""\u12g4""#, 1, 2, "an escape wants four hexadecimal digits"),
      (#""\ud83d""#, 1, 2, "a surrogate without its pair"), (#""\ude00""#, 1, 2, "a surrogate without its pair"),
    ] as [(String, Int, Int, String)])
  func errorsSayWhere(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    #expect(throws: JSONError(message: message, line: line, column: column)) { try JSONValue(parsing: text) }
  }

  @Test func bytesThatAreNotUTF8AndDeepNests() throws {
    #expect(throws: JSONError(message: "the string is not UTF-8", line: 1, column: 2)) {
      try JSONValue(parsing: [0x22, 0xff, 0x22] as [UInt8])
    }
    let deep = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    _ = try JSONValue(parsing: deep)
    #expect(throws: JSONError(message: "values nest more than 1000 levels deep", line: 1, column: 1001)) {
      try JSONValue(parsing: "[" + deep + "]")
    }
  }

  @Test func membersAndKinds() throws {
    let json = try JSONValue(parsing: #"{"i": 3, "d": 0.5, "s": "x", "b": true, "a": [1], "u": 18446744073709551615}"#)
    #expect(json["i"]?.intValue == 3)
    #expect(json["i"]?.doubleValue == 3)
    #expect(json["d"]?.doubleValue == 0.5)
    #expect(json["d"]?.intValue == nil)
    #expect(json["u"]?.doubleValue == 0x1p64)
    #expect(json["s"]?.stringValue == "x")
    #expect(json["b"]?.boolValue == true)
    #expect(json["a"]?.arrayValue == [.int(1)])
    #expect(json["missing"] == nil)
    #expect(json["s"]?["x"] == nil)
    #expect(json.objectValue?.count == 6)
  }
}
