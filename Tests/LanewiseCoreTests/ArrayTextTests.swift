import Foundation
import LanewiseCore
import Testing

/// Arrays against the texts NumPy 2.1.3 and JAX 0.4.34 print for them (`Oracle/make_array_text.py`).
@Suite struct ArrayTextTests {
  struct Golden {
    let name: String
    let dtype: String
    let shape: [Int]
    let bytes: [UInt8]
    /// Elements that count up from 0 to this and begin again, where they are not listed.
    let period: Int?
    let weak: Bool
    let str: String
    let repr: String
    let item: String?
    let fixed: String?

    init(_ json: JSONValue) throws {
      name = try #require(json["name"]?.stringValue)
      dtype = try #require(json["dtype"]?.stringValue)
      shape = try #require(json["shape"]?.arrayValue).compactMap(\.intValue)
      let data = try #require(json["data"]?.stringValue)
      period = data.hasPrefix("arange") ? Int(data.split(separator: " ").last!) : nil
      bytes = period == nil ? try #require(Base64.decode(data)) : []
      weak = json["weak"]?.boolValue ?? false
      str = try #require(json["str"]?.stringValue)
      repr = try #require(json["repr"]?.stringValue)
      item = json["item"]?.stringValue
      fixed = json["fixed"]?.stringValue
    }

    private func load<T>(_ index: Int, as type: T.Type) -> T {
      bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * MemoryLayout<T>.stride, as: T.self) }
    }

    private func int<T: FixedWidthInteger>(_: T.Type) -> (Int) -> T {
      if let period { { T($0 % period) } } else { { load($0, as: T.self) } }
    }

    private func float<T: BinaryFloatingPoint>(_: T.Type) -> (Int) -> T {
      if let period { { T($0 % period) } } else { { load($0, as: T.self) } }
    }

    private func complex<T: BinaryFloatingPoint>(_: T.Type) -> (Int) -> (real: T, imaginary: T) {
      let part = float(T.self)
      return period == nil ? { (part(2 * $0), part(2 * $0 + 1)) } : { (part($0), 0) }
    }

    var elements: ArrayElements {
      switch dtype {
      case "bool": .bool { int(UInt8.self)($0) != 0 }
      case "i8": .int { Int64(int(Int8.self)($0)) }
      case "i16": .int { Int64(int(Int16.self)($0)) }
      case "i32": .int { Int64(int(Int32.self)($0)) }
      case "i64": .int { int(Int64.self)($0) }
      case "u8": .uint { UInt64(int(UInt8.self)($0)) }
      case "u16": .uint { UInt64(int(UInt16.self)($0)) }
      case "u32", "key": .uint { UInt64(int(UInt32.self)($0)) }
      case "u64": .uint { int(UInt64.self)($0) }
      case "f16": .float16 { Float(float(Float16.self)($0)) }
      case "bf16":
        if let period {
          .bfloat16 { Float($0 % period) }
        } else {
          .bfloat16 { Float(bitPattern: UInt32(load($0, as: UInt16.self)) << 16) }
        }
      case "f32": .float32(float(Float.self))
      case "f64": .float64(float(Double.self))
      case "c64": .complex64(complex(Float.self))
      default: .complex128(complex(Double.self))
      }
    }

    var dtypeName: String {
      let longNames = [
        "i": "int", "u": "uint", "f": "float", "c": "complex", "bf": "bfloat",
      ]
      let letters = String(dtype.prefix { $0.isLetter })
      return longNames[letters].map { $0 + dtype.dropFirst(letters.count) } ?? dtype
    }
  }

  static func goldens() throws -> [Golden] {
    let environment = ProcessInfo.processInfo.environment["LANEWISE_ARRAY_TEXT"]
    let url =
      try environment.map { URL(fileURLWithPath: $0) }
      ?? #require(Bundle.module.url(forResource: "Goldens/array_text", withExtension: "json"))
    let json = try JSONValue(parsing: Data(contentsOf: url))
    return try #require(json["cases"]?.arrayValue).map(Golden.init)
  }

  @Test func textsAreNumPys() throws {
    let goldens = try Self.goldens()
    #expect(goldens.count > 800)
    for golden in goldens {
      let isKey = golden.dtype == "key"
      let str =
        isKey
        ? ArrayText.keys(of: golden.elements, shape: golden.shape)
        : ArrayText.text(of: golden.elements, shape: golden.shape)
      let repr =
        isKey
        ? str
        : ArrayText.repr(
          of: golden.elements, shape: golden.shape, dtypeName: golden.dtypeName, weak: golden.weak)
      #expect(str == golden.str, "str of \(golden.name)")
      #expect(repr == golden.repr, "repr of \(golden.name)")
    }
  }

  /// `str(x.item())` and `format(x, ".3f")` of the same scalars.
  @Test func scalarTextsArePythons() throws {
    var count = 0
    for golden in try Self.goldens() {
      guard let item = golden.item, let fixed = golden.fixed else { continue }
      count += 1
      let texts: (item: String, fixed: String)
      switch golden.elements {
      case .bool(let x): texts = (ScalarText.python(x(0)), ScalarText.fixed(x(0) ? 1 : 0, places: 3))
      case .int(let x): texts = (ScalarText.python(x(0)), ScalarText.fixed(Double(x(0)), places: 3))
      case .uint(let x): texts = (ScalarText.python(x(0)), ScalarText.fixed(Double(x(0)), places: 3))
      case .float16(let x), .bfloat16(let x), .float32(let x):
        texts = (ScalarText.python(x(0)), ScalarText.fixed(Double(x(0)), places: 3))
      case .float64(let x): texts = (ScalarText.python(x(0)), ScalarText.fixed(x(0), places: 3))
      case .complex64(let x):
        texts = Self.complexTexts(Double(x(0).real), Double(x(0).imaginary))
      case .complex128(let x):
        texts = Self.complexTexts(x(0).real, x(0).imaginary)
      }
      #expect(texts.item == item, "item of \(golden.name)")
      #expect(texts.fixed == fixed, "three places of \(golden.name)")
    }
    #expect(count > 100)
  }

  private static func complexTexts(_ real: Double, _ imaginary: Double) -> (item: String, fixed: String) {
    let sign = imaginary.sign == .minus && !imaginary.isNaN ? "" : "+"
    return (
      ScalarText.python(real: real, imaginary: imaginary),
      ScalarText.fixed(real, places: 3) + sign + ScalarText.fixed(imaginary, places: 3) + "j"
    )
  }

  @Test func aSummaryReadsOnlyItsCorners() {
    var read: Set<Int> = []
    let text = ArrayText.text(
      of: .int {
        read.insert($0)
        return Int64($0)
      }, shape: [1_000_000_000])
    #expect(text == "[        0         1         2 ... 999999997 999999998 999999999]")
    #expect(read == [0, 1, 2, 999_999_997, 999_999_998, 999_999_999])
  }

  @Test func texts() {
    let x: [Float] = [1, 2.5, -3]
    #expect(ArrayText.text(of: .float32 { x[$0] }, shape: [3]) == "[ 1.   2.5 -3. ]")
    #expect(
      ArrayText.repr(of: .float32 { x[$0] }, shape: [3], dtypeName: "float32", weak: true)
        == "Array([ 1. ,  2.5, -3. ], dtype=float32, weak_type=True)")
    #expect(ArrayText.text(of: .float32 { _ in .nan }, shape: []) == "nan")
    #expect(
      ArrayText.repr(of: .float32 { x[$0] }, shape: [2, 0], dtypeName: "float32")
        == "Array([], shape=(2, 0), dtype=float32)")
  }
}
