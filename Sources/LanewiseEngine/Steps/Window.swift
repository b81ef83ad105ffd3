/// A window that moves over an array: its extents, how far it moves, the border, and how far elements (of the array, of
/// the window) are apart. One number for each dimension; a border counts dilated places, and cuts where it is negative.
package struct Window: Hashable, Sendable {
  package var extents, strides, low, high, baseDilation, dilation: [Int]

  package init(
    extents: [Int], strides: [Int], low: [Int], high: [Int], baseDilation: [Int]? = nil, dilation: [Int]? = nil
  ) {
    self.extents = extents
    self.strides = strides
    self.low = low
    self.high = high
    self.baseDilation = baseDilation ?? extents.map { _ in 1 }
    self.dilation = dilation ?? extents.map { _ in 1 }
  }

  package var rank: Int { extents.count }

  /// How often the window fits along an axis of `extent` elements.
  package func count(_ axis: Int, _ extent: Int) -> Int {
    let padded = Self.dilated(extent, baseDilation[axis]) + low[axis] + high[axis]
    let width = Self.dilated(extents[axis], dilation[axis])
    return padded < width ? 0 : (padded - width) / strides[axis] + 1
  }

  /// From the first to the last of `extent` elements that are so far apart.
  package static func dilated(_ extent: Int, _ dilation: Int) -> Int { extent == 0 ? 0 : (extent - 1) * dilation + 1 }

  /// The window of an array with one more dimension, in which it does not move.
  package func inserting(_ axis: Int) -> Window {
    func inserted(_ values: [Int], _ value: Int) -> [Int] {
      var values = values
      values.insert(value, at: axis)
      return values
    }
    return Window(
      extents: inserted(extents, 1), strides: inserted(strides, 1), low: inserted(low, 0), high: inserted(high, 0),
      baseDilation: inserted(baseDilation, 1), dilation: inserted(dilation, 1))
  }

  /// Whether a result is an element, along this axis.
  func isTrivial(_ axis: Int) -> Bool {
    extents[axis] == 1 && strides[axis] == 1 && low[axis] == 0 && high[axis] == 0 && baseDilation[axis] == 1
  }

  /// The element of an axis of `extent` that place `tap` of window number `position` lies on; nil where it lies on the
  /// border or between two elements.
  @inline(__always) func element(_ axis: Int, _ position: Int, _ tap: Int, of extent: Int) -> Int? {
    let place = position &* strides[axis] &- low[axis] &+ tap &* dilation[axis]
    guard place >= 0 else { return nil }
    if baseDilation[axis] == 1 { return place < extent ? place : nil }
    guard place % baseDilation[axis] == 0, place / baseDilation[axis] < extent else { return nil }
    return place / baseDilation[axis]
  }
}
