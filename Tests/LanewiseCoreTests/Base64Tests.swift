import LanewiseCore
import Testing

@Suite struct Base64Tests {
  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func theStandardsExamples(_ bytes: String, _ text: String) {
    #expect(Base64.decode(text) == Array(bytes.utf8))
    #expect(Base64.encode(Array(bytes.utf8)) == text)
  }

  @Test func allBytesThereAndBack() {
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(Base64.decode(Base64.encode(bytes)) == bytes)
  }

  @Test(arguments: ["Z", "Zg=", "Zg", "Zm9v=", "Zm-v", "====", "Z===", "Zg==Zm9v"])
  func malformedTexts(_ text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
