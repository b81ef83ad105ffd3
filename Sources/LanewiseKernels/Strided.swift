import LanewiseShims

// Moving elements without looking at them.

/// result[i] = the constant a.
@inline(__always) func fill<L: Lanes>(
  _: L.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  map(Constant<L, A>.self, record, slots, count)
}

/// result[i] = immediate + i.
@inline(__always) func iota<L: CountingLanes>(
  _: L.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let start = immediate(record)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    L.store(result + i &* L.byteCount, L.count(from: start &+ i))
    i &+= L.width
  }
}

/// An element that is only moved.
protocol Movable {
  static var byteCount: Int { get }
  static func move(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer)
}

extension UInt8: Movable {
  @inline(__always) static var byteCount: Int { 1 }
  @inline(__always) static func move(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer) {
    to.storeBytes(of: from.load(as: UInt8.self), as: UInt8.self)
  }
}

extension UInt16: Movable {
  @inline(__always) static var byteCount: Int { 2 }
  @inline(__always) static func move(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer) {
    to.storeBytes(of: from.load(as: UInt16.self), as: UInt16.self)
  }
}

extension UInt32: Movable {
  @inline(__always) static var byteCount: Int { 4 }
  @inline(__always) static func move(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer) {
    to.storeBytes(of: from.load(as: UInt32.self), as: UInt32.self)
  }
}

extension UInt64: Movable {
  @inline(__always) static var byteCount: Int { 8 }
  @inline(__always) static func move(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer) {
    to.storeBytes(of: from.load(as: UInt64.self), as: UInt64.self)
  }
}

extension Bytes16: Movable {
  @inline(__always) static func move(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer) { store(to, load(from)) }
}

/// result[i] = a[i · immediate].
@inline(__always) func copyStrided<T: Movable>(
  _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let stride = immediate(record) &* T.byteCount
  let source = address(record, slots, A.offset)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    T.move(result + i &* T.byteCount, source + i &* stride)
    i &+= 1
  }
}

/// result[i · immediate] = a[i].
@inline(__always) func storeStrided<T: Movable>(
  _: T.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
) {
  let stride = immediate(record) &* T.byteCount
  let source = address(record, slots, A.offset)
  let result = resultAddress(record, slots)
  var i = 0
  while i < count {
    T.move(result + i &* stride, source + i &* T.byteCount)
    i &+= 1
  }
}

/// Each element of a so many times: see ``KernelIndex/repeatEach``.
@inline(__always) func repeatEach(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  lw_repeat_each(
    address(record, slots, A.offset), address(record, slots, B.offset).load(as: Int64.self), Int64(immediate(record)),
    resultAddress(record, slots), Int64(count))
}

/// Runs, each to its place: see ``KernelIndex/copyRuns``.
@inline(__always) func copyRuns(_ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
  lw_copy_runs(
    address(record, slots, A.offset), address(record, slots, B.offset).assumingMemoryBound(to: Int64.self),
    Int64(immediate(record)), resultAddress(record, slots), Int64(count))
}
