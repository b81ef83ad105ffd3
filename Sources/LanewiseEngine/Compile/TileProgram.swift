import LanewiseKernelABI

/// A fused group, ready to run: instructions over tiles, with their kernels resolved and their operands in slots.
///
/// Every thread that runs tiles has its own frame: the slots, and behind them the tile registers. Before each tile the
/// slots of streams are set to where the tile's elements are; all else stays.
final class TileProgram {
  /// Slots that hold an address of a buffer for all tiles.
  struct Fixed { var slot: Int32, buffer: Int32, byteOffset: Int }
  /// Slots that move with the tile: the buffer's elements in order.
  struct Linear { var slot: Int32, buffer: Int32, width: Int }
  /// Slots that move with the tile as an index map says: to a run of elements, or to the one element of the run.
  struct Row { var slot: Int32, buffer: Int32, width: Int, map: CollapsedMap }
  /// Slots that hold the address of a tile register.
  struct Register { var slot: Int32, index: Int32 }
  /// Streams of results where tiles end anywhere: kernels store whole vectors, past a tile's end. The next tile mends
  /// that; the last of a range goes by a register.
  struct Overrun { var slot: Int32, register: Int32, buffer: Int32, width: Int }
  /// A reduction of the group.
  struct Fold {
    var op: FoldOp
    var lane: Lane
    var width: Int
    /// The slot of the result: where the tile's fold goes, or the register that columns are folded into.
    var slot: Int32
    var buffer: Int32
    /// One element of the dtype: the fold of nothing.
    var identity: SIMD2<UInt64>
  }

  var layout: TileLayout
  var slotCount = 1
  var registerCount = 0
  var registerByteCount = 0
  /// What the slots hold before the rest is set: addresses of constants.
  var slotTemplate: RawList<Int> = RawList()
  var fixed: RawList<Fixed> = RawList()
  var linear: RawList<Linear> = RawList()
  var rows: RawList<Row> = RawList()
  var registers: RawList<Register> = RawList()
  var overruns: RawList<Overrun> = RawList()
  var folds: RawList<Fold> = RawList()
  /// Instructions of one element, run once for a frame: they convert constants.
  var prologue: RawList<RecordBytes> = RawList()
  /// Instructions of one tile, run once for a frame: what they load is the same in every tile.
  var repeated: RawList<RecordBytes> = RawList()
  /// Instructions of every tile.
  var body: RawList<RecordBytes> = RawList()
  /// What the instructions of a tile point at: trivial values.
  var details: [UnsafeMutableRawPointer] = []
  var nanosecondsPerElement = 0.0

  init(layout: TileLayout) { self.layout = layout }

  deinit {
    slotTemplate.free()
    fixed.free()
    linear.free()
    rows.free()
    registers.free()
    overruns.free()
    folds.free()
    prologue.free()
    repeated.free()
    body.free()
    for detail in details { detail.deallocate() }
  }

  var frameByteCount: Int { (slotCount * 8 + 63) / 64 * 64 + registerCount * registerByteCount }
}

/// Room for one instruction.
struct RecordBytes { var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0) }

/// A list of trivial values whose loops cost no reference counting. Its owner frees it.
struct RawList<Element> {
  private(set) var start: UnsafeMutablePointer<Element>?
  private(set) var count = 0

  init() {}

  init(_ elements: [Element]) {
    count = elements.count
    guard count > 0 else { return }
    start = .allocate(capacity: count)
    start!.initialize(from: elements, count: count)
  }

  func free() { start?.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Element { start.unsafelyUnwrapped[index] }
}
