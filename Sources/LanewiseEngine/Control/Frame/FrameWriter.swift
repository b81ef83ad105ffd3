import LanewiseKernelABI

/// Where a value of a frame program is.
struct FrameValue {
  enum Base: Hashable {
    /// So many bytes from the frame's slots: values are before them.
    case frame(Int)
    /// At an address that outlives the program.
    case memory(Int)
    /// An operand's memory or, counted on from the operands, a result's.
    case external(Int, byteOffset: Int)
    /// Where a slot says that moves with a loop.
    case cell(UInt16)
    /// Within a constant, where a slot says that an instruction sets; read from its first element on.
    case view(UInt16)
  }

  var base: Base
  var slot: UInt16
  /// Whether a whole vector of elements is there, all the same: what kernels want of a scalar.
  var isSplat = false
  /// The scan that moves the slot, if it is one that moves.
  var cells: FrameCells?
}

/// The moving slots of a scan that is being written.
final class FrameCells {
  private(set) var cells: [LoopKernels.Cell] = []

  func add(_ slot: UInt16, array: UInt16, start: Int, stride: Int) {
    cells.append(LoopKernels.Cell(slot: Int(slot), array: Int(array), start: start, stride: stride))
  }

  /// A slot that moves with another one, so many bytes away.
  func add(_ slot: UInt16, besides other: UInt16, byteOffset: Int) {
    let cell = cells.first { $0.slot == Int(other) }!
    add(slot, array: UInt16(cell.array), start: cell.start + byteOffset, stride: cell.stride)
  }
}

/// Writes records of one list.
final class RecordWriter {
  private(set) var records: [RecordBytes] = []
  /// The same, as scalar code is made from it.
  private(set) var scalars: [ScalarRecord] = []

  /// - `operation`: what the record does, if that is one thing to one element.
  /// - `isPassing`: whether the result's only reader comes later in this list.
  func add(
    _ kernel: @escaping Kernel, _ result: UInt16, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, count: Int = 1,
    immediate: Int = 0, as operation: ScalarOperation? = nil, isPassing: Bool = false
  ) {
    scalars.append(
      ScalarRecord(
        operation: operation, result: result, a: a, b: b, c: c, isPassing: isPassing, isOpaque: immediate != 0))
    var bytes = RecordBytes()
    withUnsafeMutableBytes(of: &bytes) {
      $0.baseAddress!.writeRecord(kernel, result: result, a, b, c, immediate: immediate)
      $0.storeBytes(of: UInt32(count), toByteOffset: RecordList.countField, as: UInt32.self)
    }
    records.append(bytes)
  }
}

/// Gives the values of a frame program their places, and keeps what its records point at.
final class FrameWriter {
  private var slots = [FrameProgram.Slot(address: 0, isRelative: 0)]
  private var externals: [FrameProgram.External] = []
  private var valueByteCount = 0
  /// Places to be taken again, by their size.
  private var free: [Int: [FrameValue]] = [:]
  private var owned: [UnsafeMutableRawPointer] = []
  private var steps: [FrameStep] = []
  private var storages: [Storage] = []
  private struct ScalarKey: Hashable { var bits: UInt64, byteWidth: Int }
  private var scalars: [ScalarKey: FrameValue] = [:]
  private var scalarPlaces: [FrameProgram.Scalar] = []
  private struct PlaceKey: Hashable { var base: FrameValue.Base, byteOffset: Int }
  /// Slots of places inside values. A place has one slot, by which the code of scalars knows it.
  private var inside: [PlaceKey: UInt16] = [:]

  /// A frame with more bytes than this would not stay in the caches.
  private static let largestFrame = 1 << 20

  deinit { for block in owned { block.deallocate() } }

  /// The program; nil if it has too many values, or too large ones.
  func finish(_ list: RecordWriter, operandCount: Int) -> FrameProgram.Parts? {
    guard slots.count <= Int(UInt16.max), valueByteCount <= FrameWriter.largestFrame else { return nil }
    let records = finish(list) as RecordList
    defer { owned = [] }
    return FrameProgram.Parts(
      records: records, slots: slots, externals: externals, operandCount: operandCount, scalars: scalarPlaces,
      valueByteCount: valueByteCount, owned: owned, steps: steps, constants: storages)
  }

  // MARK: Slots

  private func newSlot(_ address: Int, isRelative: Bool = false) -> UInt16 {
    slots.append(FrameProgram.Slot(address: address, isRelative: isRelative ? -1 : 0))
    return UInt16(truncatingIfNeeded: slots.count - 1)
  }

  func external(_ array: Int, byteOffset: Int = 0) -> UInt16 {
    let slot = newSlot(0)
    externals.append(FrameProgram.External(slot: Int(slot), array: array, byteOffset: byteOffset))
    return slot
  }

  /// A slot that a loop sets.
  func cell() -> UInt16 { newSlot(0) }

  /// A value of a slot that an instruction sets.
  func view() -> FrameValue {
    let slot = newSlot(0)
    return FrameValue(base: .view(slot), slot: slot)
  }

  /// A slot for what is so many bytes behind the start of a value.
  func slot(_ value: FrameValue, byteOffset: Int) -> UInt16 {
    if byteOffset == 0 { return value.slot }
    let key = PlaceKey(base: value.base, byteOffset: byteOffset)
    if let slot = inside[key] { return slot }
    let slot: UInt16
    switch value.base {
    case .frame(let offset): slot = newSlot(offset + byteOffset, isRelative: true)
    case .memory(let address): slot = newSlot(address + byteOffset)
    case .external(let array, let start): slot = external(array, byteOffset: start + byteOffset)
    case .cell(let other):
      slot = cell()
      value.cells!.add(slot, besides: other, byteOffset: byteOffset)
    case .view: preconditionFailure("a view has no slots of its elements")
    }
    inside[key] = slot
    return slot
  }

  /// An element of an array as a value.
  func element(_ array: FrameValue, _ index: Int, _ dtype: DType) -> FrameValue {
    let byteOffset = index * dtype.byteWidth
    var value = FrameValue(base: array.base, slot: slot(array, byteOffset: byteOffset), cells: array.cells)
    guard byteOffset > 0 else { return value }
    switch array.base {
    case .frame(let offset): value.base = .frame(offset + byteOffset)
    case .memory(let address): value.base = .memory(address + byteOffset)
    case .external(let array, let start): value.base = .external(array, byteOffset: start + byteOffset)
    case .cell: value.base = .cell(value.slot)
    case .view: break
    }
    return value
  }

  /// Bytes from the slots to a slot's element, if they are the same for every turn and run; 0 for no slot.
  func distance(_ slot: UInt16) -> Int? {
    slot == 0 ? 0 : slots[Int(slot)].isRelative == 0 ? nil : slots[Int(slot)].address
  }

  // MARK: Places

  /// Bytes of a place: kernels write whole vectors of 16 elements, from any of the elements on.
  private func size(_ count: Int, _ dtype: DType) -> Int {
    (Swift.max(16, count + 15) * dtype.laneWidth + 63) / 64 * 64
  }

  /// - `isLasting`: the place is never taken again, nor has it been before.
  func place(_ count: Int, _ dtype: DType, isLasting: Bool = false) -> FrameValue {
    let size = size(count, dtype)
    if !isLasting, let value = free[size]?.popLast() { return value }
    valueByteCount += size
    return FrameValue(base: .frame(-valueByteCount), slot: newSlot(-valueByteCount, isRelative: true))
  }

  /// A place for what is written and never read.
  private(set) lazy var unread: UInt16 = place(1, .int64, isLasting: true).slot

  func release(_ value: FrameValue, _ count: Int, _ dtype: DType) {
    guard case .frame = value.base else { return }
    free[size(count, dtype), default: []].append(FrameValue(base: value.base, slot: value.slot))
  }

  /// A constant, as a whole vector of itself.
  func scalar(_ bits: UInt64, _ dtype: DType) -> FrameValue {
    let key = ScalarKey(bits: bits, byteWidth: dtype.byteWidth)
    if let value = scalars[key] { return value }
    var value = place(16, dtype, isLasting: true)
    value.isSplat = true
    scalarPlaces.append(
      FrameProgram.Scalar(slot: Int(value.slot), pattern: repeated(bits, dtype), byteCount: 16 * dtype.byteWidth))
    scalars[key] = value
    return value
  }

  /// Eight bytes full of an element.
  private func repeated(_ bits: UInt64, _ dtype: DType) -> UInt64 {
    switch dtype.byteWidth {
    case 1: (bits & 0xff) * 0x0101_0101_0101_0101
    case 2: (bits & 0xffff) * 0x0001_0001_0001_0001
    case 4: (bits & 0xffff_ffff) * 0x0000_0001_0000_0001
    default: bits
    }
  }

  func constant(_ storage: Storage) -> FrameValue {
    storages.append(storage)
    let address = Int(bitPattern: storage.address)
    return FrameValue(base: .memory(address), slot: newSlot(address))
  }

  // MARK: What records point at

  func own(_ block: UnsafeMutableRawPointer) { owned.append(block) }

  func keep<T>(_ value: T) -> Int {
    let block = UnsafeMutablePointer<T>.allocate(capacity: 1)
    block.initialize(to: value)
    owned.append(UnsafeMutableRawPointer(block))
    return Int(bitPattern: block)
  }

  func keep<T>(_ values: [T]) -> RawList<T> {
    let list = RawList(values)
    if let start = list.start { owned.append(UnsafeMutableRawPointer(start)) }
    return list
  }

  func keep(_ step: FrameStep) -> Int {
    steps.append(step)
    return Int(bitPattern: Unmanaged.passUnretained(step).toOpaque())
  }

  func finish(_ list: RecordWriter) -> RecordList {
    let records = keep(list.records)
    guard let start = records.start else { return RecordList(start: nil, end: nil) }
    return RecordList(start: UnsafeRawPointer(start), end: UnsafeRawPointer(start + records.count))
  }
}
