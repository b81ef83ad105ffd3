import Lanewise
import Testing

@Suite struct TextInputTests {
  @Test func dtypesAndSeparators() {
    #expect(fromstring("1\n 2\t3", dtype: .int8, sep: " ").asArray(Int8.self) == [1, 2, 3])
    #expect(fromstring("0.1 , nan, -inf", sep: ",").asArray(Float.self)[0] == 0.1)
    #expect(fromstring("1:2", dtype: .float16, sep: ":").dtype == .float16)
    #expect(with64BitDefaults { fromstring("0.1", sep: " ") }.asArray(Double.self) == [0.1])
    #expect(fromstring("", sep: ",").shape == [0] && fromstring(" ", sep: " ").shape == [0])
  }

  @Test func mistakesAreErrors() {
    expectError("fromstring", .value, "separator") { fromstring("1", sep: "") }
    expectError("fromstring", .value, "'two'") { fromstring("1 two", sep: " ") }
    expectError("fromstring", .value, "'1.5'", "int32") { fromstring("1.5", dtype: .int32, sep: ",") }
    expectError("fromstring", .value, "2 numbers", "count is 3") { fromstring("1,2", count: 3, sep: ",") }
    expectError("fromstring", .value, "''") { fromstring("1,,2", sep: ",") }
  }
}
