import LanewiseKernels
import LanewiseShims
import Testing

/// One build of the kernels that this machine can run.
struct Build: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let table: [Kernel?]

  init(_ name: String, _ fill: (UnsafeMutablePointer<Kernel?>) -> Void) {
    testDescription = name
    table = [Kernel?](unsafeUninitializedCapacity: KernelIndex.count) { entries, count in
      fill(entries.baseAddress!)
      count = entries.count
    }
  }

  static let all: [Build] =
    [Build("baseline", fillBaseline)] + (lanewise_has_avx2_fma() != 0 ? [Build("AVX2", fillAVX2)] : [])
    + (lanewise_has_avx512() != 0 ? [Build("AVX-512", fillAVX512)] : [])

  /// Those that have superinstructions: not the one for any x86-64.
  #if arch(x86_64)
    static let withSuperinstructions = Array(all.dropFirst())
  #else
    static let withSuperinstructions = all
  #endif

  /// Runs the kernel at `index` and returns its result, filled with 0xA5 before.
  ///
  /// - Parameters:
  ///   - operands: the elements of a, b, c, d and e; a constant is an array of one.
  ///   - result: what the result holds before, where it is carried on.
  ///   - length: elements of the result; `count` of them unless said.
  func run<R>(
    _ index: Int, count: Int, _ operands: [any Elements], immediate: Int = 0, as: R.Type = R.self, result: [R] = [],
    length: Int? = nil
  ) throws -> [R] {
    try runTwo(index, count: count, operands, immediate: immediate, result: result, length: length).0
  }

  /// As `run`, also with what the kernel left at operand d (32-bit words).
  func runTwo<R>(
    _ index: Int, count: Int, _ operands: [any Elements], immediate: Int = 0, result: [R] = [], length: Int? = nil
  ) throws -> ([R], [UInt32]) {
    let kernel = try #require(table[index])
    let elements = length ?? max(count, result.count)
    let size = elements * MemoryLayout<R>.stride
    let guarded = size + Record.padding + 64
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: guarded, alignment: 64)
    defer { output.deallocate() }
    output.initializeMemory(as: UInt8.self, repeating: 0xA5)
    result.withUnsafeBytes { output.copyBytes(from: $0) }

    var slots = [UnsafeMutableRawPointer(output.baseAddress!)]
    var blocks: [UnsafeMutableRawBufferPointer] = []
    defer { for block in blocks { block.deallocate() } }
    for operand in operands {
      let block = operand.padded()
      blocks.append(block)
      slots.append(block.baseAddress!)
    }
    // The second result of the generators.
    let second = UnsafeMutableRawBufferPointer.allocate(byteCount: count * 4 + Record.padding, alignment: 64)
    second.initializeMemory(as: UInt8.self, repeating: 0xA5)
    blocks.append(second)
    while slots.count < 4 { slots.append(second.baseAddress!) }
    slots.append(second.baseAddress!)

    let record = UnsafeMutableRawPointer.allocate(byteCount: Record.byteCount, alignment: 8)
    defer { record.deallocate() }
    record.initializeMemory(as: UInt8.self, repeating: 0, count: Record.byteCount)
    for place in 0..<min(slots.count, 6) {
      record.storeBytes(of: UInt16(place), toByteOffset: Record.result + 2 * place, as: UInt16.self)
    }
    record.storeBytes(of: Int64(immediate), toByteOffset: Record.immediate, as: Int64.self)
    slots.withUnsafeBytes { kernel(UnsafeRawPointer(record), $0.baseAddress!, count) }

    let beyond = output[(size + Record.padding)...]
    #expect(beyond.allSatisfy { $0 == 0xA5 }, "kernel \(index) wrote behind its result's padding")
    return (
      Array(UnsafeRawBufferPointer(rebasing: output[..<size]).bindMemory(to: R.self)),
      Array(UnsafeRawBufferPointer(rebasing: second[..<(count * 4)]).bindMemory(to: UInt32.self))
    )
  }
}

/// An operand's elements, of any type.
protocol Elements {
  /// A copy with padding behind, which the caller frees. The padding holds the first element's bytes: nothing that a
  /// kernel may use, and not harmless either.
  func padded() -> UnsafeMutableRawBufferPointer
}

extension Array: Elements {
  func padded() -> UnsafeMutableRawBufferPointer {
    let size = count * MemoryLayout<Element>.stride
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size + Record.padding, alignment: 64)
    block.initializeMemory(as: UInt8.self, repeating: 0x7F)
    withUnsafeBytes { block.copyBytes(from: $0) }
    return block
  }
}

/// Tile sizes around a vector's width.
let counts = [0, 1, 2, 15, 16, 17, 31, 33, 64, 65, 100, 300]

/// A complex number as it is in memory.
struct Pair<Part: Equatable & Sendable>: Equatable, Sendable {
  var re, im: Part
  init(_ re: Part, _ im: Part) {
    self.re = re
    self.im = im
  }
}

/// Values where arithmetic has corners.
protocol Awkward: Equatable {
  static var awkward: [Self] { get }
  static var lane: Lane { get }
  /// Equal bits; NaN is NaN.
  func isSame(_ other: Self) -> Bool
}

extension Awkward where Self: FixedWidthInteger {
  static var awkward: [Self] {
    let small: [Int] = [0, 1, 2, 3, 5, 7, 8, 31, 63, 64, 100]
    let negative: [Int] = isSigned ? [-1, -2, -3, -7, -8] : []
    let bounds: [Self] = [max, max - 1, min, min + 1, max / 2, max / 3]
    return bounds + (small + negative).map { Self($0) }
  }
  func isSame(_ other: Self) -> Bool { self == other }
}

extension Awkward where Self: BinaryFloatingPoint {
  static var awkward: [Self] {
    let positive: [Self] = [
      0, 1, 0.5, 1.5, 2.5, 3.7, 0.49999997, 1e-3, 7, 100.25, 8_388_609, 1e10, .infinity, .greatestFiniteMagnitude,
      .leastNormalMagnitude, .leastNonzeroMagnitude, .ulpOfOne,
    ]
    return positive + positive.map { -$0 } + [.nan]
  }
  func isSame(_ other: Self) -> Bool { isNaN ? other.isNaN : self == other && sign == other.sign }
}

extension Int8: Awkward { static var lane: Lane { .i8 } }
extension Int16: Awkward { static var lane: Lane { .i16 } }
extension Int32: Awkward { static var lane: Lane { .i32 } }
extension Int64: Awkward { static var lane: Lane { .i64 } }
extension UInt8: Awkward { static var lane: Lane { .u8 } }
extension UInt16: Awkward { static var lane: Lane { .u16 } }
extension UInt32: Awkward { static var lane: Lane { .u32 } }
extension UInt64: Awkward { static var lane: Lane { .u64 } }
extension Float: Awkward { static var lane: Lane { .f32 } }
extension Double: Awkward { static var lane: Lane { .f64 } }

extension Awkward {
  /// Every awkward value against every other.
  static var pairs: ([Self], [Self]) {
    let values = awkward
    return (values.flatMap { value in values.map { _ in value } }, values.flatMap { _ in values })
  }
}

/// Fails naming the first element that differs.
func expectSame<T: Awkward>(
  _ got: [T], _ want: [T], _ what: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard got.count == want.count, let i = got.indices.first(where: { !got[$0].isSame(want[$0]) }) else {
    #expect(got.count == want.count, "\(what())", sourceLocation: sourceLocation)
    return
  }
  Issue.record("\(what()): element \(i) is \(got[i]), not \(want[i])", sourceLocation: sourceLocation)
}
