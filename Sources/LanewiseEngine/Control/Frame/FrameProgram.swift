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
/// Each run has its own frame: the slots, then the values. Any number of threads may run one program at once.
final class FrameProgram: @unchecked Sendable {
  /// What the slots hold: an address, or an offset from the frame's values where `isRelative` has all bits set.
  struct Slot { var address: Int, isRelative: Int }
  /// A slot of an operand's memory, or, counted on from the operands, of a result's.
  struct External { var slot: Int, array: Int, byteOffset: Int }

  /// What a program is made of.
  struct Parts {
    var records: RecordList
    var slots: [Slot]
    var externals: [External]
    var operandCount: Int
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
  private let slotByteCount: Int
  let byteCount: Int
  private let owned: [UnsafeMutableRawPointer]
  private let steps: [FrameStep]
  private let constants: [Storage]

  init(_ parts: Parts) {
    records = parts.records
    slots = RawList(parts.slots)
    externals = RawList(parts.externals)
    slotByteCount = (slots.count * 8 + 63) / 64 * 64
    byteCount = slotByteCount + parts.valueByteCount
    operandCount = parts.operandCount
    owned = parts.owned
    steps = parts.steps
    constants = parts.constants
  }

  deinit {
    slots.free()
    externals.free()
    for block in owned { block.deallocate() }
  }

  /// What a slot is called in a text.
  func name(_ slot: Int) -> String {
    for index in 0..<externals.count where externals[index].slot == slot {
      let external = externals[index]
      let name = external.array < operandCount ? "in\(external.array)" : "out\(external.array - operandCount)"
      return external.byteOffset == 0 ? name : "\(name)+\(external.byteOffset)"
    }
    if slots[slot].isRelative != 0 { return "@\(slots[slot].address)" }
    return slots[slot].address == 0 ? "p\(slot)" : "c\(slot)"
  }

  func run(_ call: StepCall) {
    let frame = MemoryPool.allocate(byteCount)
    let values = Int(bitPattern: frame) + slotByteCount
    var index = 0
    while index < slots.count {
      let slot = slots[index]
      frame.storeBytes(of: slot.address &+ values & slot.isRelative, toByteOffset: index &* 8, as: Int.self)
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
    // Lanes behind the last element of a short array are computed with too: let them hold numbers.
    memset(frame + slotByteCount, 0, min(byteCount - slotByteCount, 1 << 16))
    records.run(frame)
    MemoryPool.release(frame, byteCount)
  }
}
