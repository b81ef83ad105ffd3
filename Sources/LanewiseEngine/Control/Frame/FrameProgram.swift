import LanewiseKernelABI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A loop or a branch whose values are scalars and small arrays: records over one frame, in which every value has a
/// place of its own. There are no tiles, no shapes and no decisions left.
///
/// Each run has its own frame: the values, then the slots, from which the values' distances are known early. Any number
/// of threads may run one program at once.
final class FrameProgram: @unchecked Sendable {
  /// What the slots hold: an address, or a distance from the slots where `isRelative` has all bits set.
  struct Slot { var address: Int, isRelative: Int }
  /// A slot of an operand's memory, or, counted on from the operands, of a result's.
  struct External { var slot: Int, array: Int, byteOffset: Int }
  /// A slot whose value is a constant again and again, with bytes for it that are a whole number of elements.
  struct Scalar { var slot: Int, pattern: UInt64, byteCount: Int }

  /// What a program is made of.
  struct Parts {
    var records: RecordList
    var slots: [Slot]
    var externals: [External]
    var operandCount: Int
    var scalars: [Scalar]
    var valueByteCount: Int
    /// What the records point at, to be freed with the program.
    var owned: [UnsafeMutableRawPointer]
    var steps: [FrameStep]
    var constants: [Storage]
  }

  let records: RecordList
  private let slots: RawList<Slot>
  private let externals: RawList<External>
  private let operandCount: Int
  private let scalars: RawList<Scalar>
  private let valueByteCount: Int
  let byteCount: Int
  private let owned: [UnsafeMutableRawPointer]
  private let steps: [FrameStep]
  private let constants: [Storage]

  init(_ parts: Parts) {
    records = parts.records
    slots = RawList(parts.slots)
    externals = RawList(parts.externals)
    scalars = RawList(parts.scalars)
    valueByteCount = parts.valueByteCount
    byteCount = valueByteCount + slots.count * 8
    operandCount = parts.operandCount
    owned = parts.owned
    steps = parts.steps
    constants = parts.constants
  }

  deinit {
    slots.free()
    externals.free()
    scalars.free()
    for block in owned { block.deallocate() }
  }

  /// What a slot is called in a text.
  func name(_ slot: Int) -> String {
    for index in 0..<externals.count where externals[index].slot == slot {
      let external = externals[index]
      let name = external.array < operandCount ? "in\(external.array)" : "out\(external.array - operandCount)"
      return external.byteOffset == 0 ? name : "\(name)+\(external.byteOffset)"
    }
    if (0..<scalars.count).contains(where: { scalars[$0].slot == slot }) { return "c\(slot)" }
    if slots[slot].isRelative != 0 { return "@\(valueByteCount + slots[slot].address)" }
    return slots[slot].address == 0 ? "p\(slot)" : "c\(slot)"
  }

  func run(_ call: StepCall) {
    let block = MemoryPool.allocate(byteCount)
    let frame = block + valueByteCount
    // Lanes behind the last element of a short array are computed with too: let them hold numbers.
    let cleared = min(valueByteCount, 1 << 16)
    memset(frame - cleared, 0, cleared)
    var index = 0
    while index < slots.count {
      let slot = slots[index]
      let start = Int(bitPattern: frame) & slot.isRelative
      frame.storeBytes(of: slot.address &+ start, toByteOffset: index &* 8, as: Int.self)
      index &+= 1
    }
    index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let place = frame + slots[scalar.slot].address
      var offset = 0
      while offset < scalar.byteCount {
        place.storeBytes(of: SIMD2(repeating: scalar.pattern), toByteOffset: offset, as: SIMD2<UInt64>.self)
        offset &+= 16
      }
      index &+= 1
    }
    index = 0
    while index < externals.count {
      let external = externals[index]
      let array =
        external.array < operandCount
        ? Int(bitPattern: call.operand(external.array)) : Int(bitPattern: call.result(external.array - operandCount))
      frame.storeBytes(of: array &+ external.byteOffset, toByteOffset: external.slot &* 8, as: Int.self)
      index &+= 1
    }
    records.run(frame)
    MemoryPool.release(block, byteCount)
  }
}
