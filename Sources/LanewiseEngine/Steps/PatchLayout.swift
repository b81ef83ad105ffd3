/// The patches of an image that a kernel meets, as a matrix.
struct PatchLayout {
  private(set) var window: Window
  /// Spatial extents.
  let image: [Int]
  private(set) var result: [Int]
  /// From one place, or channel, of the image to the next.
  let placeStride, channelStride: Int
  /// Whether a row is a patch, its taps before its channels; otherwise a column is one, channels before taps.
  let featuresLast: Bool
  /// Whether taps and places have changed their roles: then a row is a patch, its channels before its taps.
  private var isByPatch = false

  init(window: Window, image: [Int], result: [Int], placeStride: Int, channelStride: Int, featuresLast: Bool) {
    (self.window, self.image, self.result) = (window, image, result)
    (self.placeStride, self.channelStride, self.featuresLast) = (placeStride, channelStride, featuresLast)
  }

  /// The same patches as rows. What is said of places below is then true of taps, and the other way about: where the
  /// tap of a place lies does not change when both are exchanged together with their strides.
  var byPatch: PatchLayout {
    var layout = self
    layout.window.extents = result
    layout.result = window.extents
    (layout.window.strides, layout.window.dilation) = (window.dilation, window.strides)
    layout.isByPatch = true
    return layout
  }

  /// Copies the patches of these places of the result.
  func copy<E: Element>(
    _ source: UnsafePointer<E>, _ places: Range<Int>, channels: Int, to target: UnsafeMutablePointer<E>
  ) {
    let rank = image.count
    let taps = window.extents.reduce(1, *)
    // Runs of places along the last axis.
    let line = rank == 0 ? 1 : result[rank - 1]
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * max(rank, 1)) { memory in
      let position = memory.baseAddress!, tap = position + max(rank, 1)
      for number in 0..<taps {
        unravel(number, window.extents, tap)
        var place = places.lowerBound
        while place < places.upperBound {
          let run = min(line - place % line, places.upperBound - place)
          unravel(place, result, position)
          // The offset of the run's line in the image; nil where that lies on the border.
          var start: Int? = 0
          for axis in 0..<max(0, rank - 1) {
            guard let element = window.element(axis, position[axis], tap[axis], of: image[axis]) else {
              start = nil
              break
            }
            start = (start! + element) * (axis + 1 < rank ? image[axis + 1] : 1)
          }
          let offset = place - places.lowerBound
          if featuresLast {
            let row = target + (offset * taps + number) * channels
            copyRows(source, start, position, tap, run, channels, to: row, taps * channels)
          } else {
            for channel in 0..<channels {
              let row = isByPatch ? number * channels + channel : channel * taps + number
              copyRun(
                source + channel * channelStride, start, position, tap, run, to: target + row * places.count + offset)
            }
          }
          place += run
        }
      }
    }
  }

  private func unravel(_ number: Int, _ extents: [Int], _ index: UnsafeMutablePointer<Int>) {
    var rest = number
    for axis in stride(from: extents.count - 1, through: 0, by: -1) {
      index[axis] = rest % extents[axis]
      rest /= extents[axis]
    }
  }

  /// One channel of a run of places.
  @inline(__always) private func copyRun<E: Element>(
    _ source: UnsafePointer<E>, _ start: Int?, _ position: UnsafePointer<Int>, _ tap: UnsafePointer<Int>, _ run: Int,
    to target: UnsafeMutablePointer<E>
  ) {
    guard let start else {
      for i in 0..<run { target[i] = E.zero }
      return
    }
    guard let axis = image.indices.last else {
      target[0] = source[0]
      return
    }
    if window.baseDilation[axis] > 1 {
      for i in 0..<run {
        let element = window.element(axis, position[axis] + i, tap[axis], of: image[axis])
        target[i] = element.map { source[start + $0] } ?? E.zero
      }
      return
    }
    let step = window.strides[axis]
    let first = position[axis] * step - window.low[axis] + tap[axis] * window.dilation[axis]
    // Of first + i·step, those in the image.
    let low = min(run, first >= 0 ? 0 : (step - 1 - first) / step)
    let room = image[axis] - first
    let high = max(low, min(run, room <= 0 ? 0 : (room - 1) / step + 1))
    for i in 0..<low { target[i] = E.zero }
    if step == 1 {
      if high > low { (target + low).update(from: source + (start + first + low), count: high - low) }
    } else {
      for i in low..<high { target[i] = source[start + first + i * step] }
    }
    for i in high..<run { target[i] = E.zero }
  }

  /// All channels of a run of places, each place a row of the target.
  @inline(__always) private func copyRows<E: Element>(
    _ source: UnsafePointer<E>, _ start: Int?, _ position: UnsafePointer<Int>, _ tap: UnsafePointer<Int>, _ run: Int,
    _ channels: Int, to target: UnsafeMutablePointer<E>, _ stride: Int
  ) {
    for i in 0..<run {
      let row = target + i * stride
      var element = start
      if let axis = image.indices.last, let start {
        element = window.element(axis, position[axis] + i, tap[axis], of: image[axis]).map { start + $0 }
      }
      if let element {
        row.update(from: source + element * placeStride, count: channels)
      } else {
        for channel in 0..<channels { row[channel] = E.zero }
      }
    }
  }
}
