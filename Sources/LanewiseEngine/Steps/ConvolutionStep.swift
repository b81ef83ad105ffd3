/// A convolution once its dimensions are in order: a product of the kernel with the patches of the image that it meets
/// (im2col), a few hundred patches at a time, so that these stay in a cache.
///
/// With features first:
/// - Operands: images `[batch, groups · channels, spatial…]`, kernels `[groups · features, channels, window…]`.
/// - Result: `[batch, groups · features, spatial…]`.
///
/// With features last, `[batch, spatial…, groups · channels]`, `[window…, channels, groups · features]`,
/// `[batch, spatial…, groups · features]`.
///
/// Groups of features: each has channels of its own. Groups of the batch: each has images of its own, the g-th of
/// `batch` results taking images g · batch and on. It is computed in the widest of the dtypes (half precision in
/// float32) and converted once. Integers wrap.
package struct ConvolutionStep: Step {
  package let window: Window
  package let featureGroups, batchGroups: Int
  package let featuresLast: Bool

  package init(_ window: Window, featureGroups: Int, batchGroups: Int, featuresLast: Bool) {
    self.window = window
    self.featureGroups = featureGroups
    self.batchGroups = batchGroups
    self.featuresLast = featuresLast
  }

  package var name: String { "convolution" }

  package func cost(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Cost {
    let features = results[0].shape[featuresLast ? results[0].rank - 1 : 1]
    return Cost(
      flops: 2 * results[0].count * (operands[1].count / max(features, 1)), moving: operands, results)
  }

  package func nanoseconds(_ operands: [AbstractArray], _ results: [AbstractArray]) -> Double {
    cost(operands, results).flops / 30
  }

  package func run(_ call: StepCall) {
    let result = call.resultTypes[0]
    guard result.count > 0 else { return }
    let (image, kernel) = (call.operandTypes[0], call.operandTypes[1])
    guard image.count > 0, kernel.count > 0 else {
      call.result(0).initializeMemory(as: UInt8.self, repeating: 0, count: result.byteCount)
      return
    }
    let type = MatrixProduct.computingType(image.dtype, kernel.dtype, result.dtype)
    converted(call.operand(0), image.dtype, to: type, count: image.count) { images in
      converted(call.operand(1), kernel.dtype, to: type, count: kernel.count) { kernels in
        func convolve(into target: UnsafeMutableRawPointer) {
          type.visit(
            Convolving(
              step: self, image: image.shape, kernel: kernel.shape, result: result.shape, images: images,
              kernels: kernels, target: target, type: type))
        }
        if result.dtype == type { return convolve(into: call.result(0)) }
        withScratch(UInt8.self, result.count * type.byteWidth) { block in
          convolve(into: block)
          convertElements(from: block, type, to: call.result(0), result.dtype, count: result.count)
        }
      }
    }
  }
}

private struct Convolving: ElementVisitor {
  let step: ConvolutionStep
  let image, kernel, result: Shape
  let images, kernels: UnsafeRawPointer
  let target: UnsafeMutableRawPointer
  let type: DType

  /// Patches that are laid out at a time: with their rows they fill half of a second-level cache at most.
  private static func patches(_ rowBytes: Int) -> Int { max(16, min(1024, (1 << 17) / max(rowBytes, 1))) }

  func visit<E: Element>(_ type: E.Type) {
    let last = step.featuresLast
    let rank = image.rank - 2
    let groups = step.featureGroups * step.batchGroups
    let batch = result[0]
    let allChannels = image[last ? rank + 1 : 1]
    let channels = allChannels / step.featureGroups
    let allFeatures = result[last ? rank + 1 : 1]
    let features = allFeatures / groups
    let taps = step.window.extents.reduce(1, *)
    let depth = channels * taps
    let spatial = last ? 1 : 2
    let places = (0..<rank).reduce(1) { $0 * result[spatial + $1] }
    let area = (0..<rank).reduce(1) { $0 * image[spatial + $1] }

    let layout = PatchLayout(
      window: step.window, image: (0..<rank).map { image[spatial + $0] },
      result: (0..<rank).map { result[spatial + $0] }, channels: channels, placeStride: last ? allChannels : 1,
      channelStride: last ? 1 : area, featuresLast: last)
    let width = min(places, Self.patches(depth * MemoryLayout<E>.stride))
    let blocks = (places + width - 1) / width
    let work = max(1, 2 * width * depth * features / 30 + width * depth / 4)
    let images = images.assumingMemoryBound(to: type), kernels = kernels.assumingMemoryBound(to: type)
    let target = target.assumingMemoryBound(to: type)
    MatrixProduct.prepare()
    forEachRange(batch * groups * blocks, grain: max(1, 20_000 / work), nanoseconds: work) { range in
      withScratch(E.self, width * depth) { patches in
        for task in range {
          let (number, block) = (task / blocks, task % blocks)
          let (n, group) = (number / groups, number % groups)
          let source =
            step.batchGroups > 1
            ? images + (group * batch + n) * area * allChannels
            : images + n * area * allChannels + group * channels * layout.channelStride
          let span = block * width..<min((block + 1) * width, places)
          layout.copy(source, span, to: patches)
          if last {
            MatrixProduct.multiply(
              span.count, features, depth, UnsafePointer(patches), depth, kernels + group * features, allFeatures,
              target + (n * places + span.lowerBound) * allFeatures + group * features, allFeatures, self.type)
          } else {
            MatrixProduct.multiply(
              features, span.count, depth, kernels + group * features * depth, depth, UnsafePointer(patches),
              span.count, target + (n * allFeatures + group * features) * places + span.lowerBound, places, self.type)
          }
        }
      }
    }
  }
}

/// The patches of an image that a kernel meets, as a matrix.
struct PatchLayout {
  let window: Window
  /// Spatial extents.
  let image, result: [Int]
  let channels: Int
  /// From one place, or channel, of the image to the next.
  let placeStride, channelStride: Int
  /// Whether a row is a patch, its taps before its channels; otherwise a column is one, channels before taps.
  let featuresLast: Bool

  /// Copies the patches of these places of the result.
  func copy<E: Element>(_ source: UnsafePointer<E>, _ places: Range<Int>, to target: UnsafeMutablePointer<E>) {
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
            copyRows(source, start, position, tap, run, to: row, taps * channels)
          } else {
            for channel in 0..<channels {
              copyRun(
                source + channel * channelStride, start, position, tap, run,
                to: target + (channel * taps + number) * places.count + offset)
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
    to target: UnsafeMutablePointer<E>, _ stride: Int
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
