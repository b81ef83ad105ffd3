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

  /// Elements that one channel's patches may come to where each is a row.
  private static var largestByPatch: Int { 1 << 20 }

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
      result: (0..<rank).map { result[spatial + $0] }, placeStride: last ? allChannels : 1,
      channelStride: last ? 1 : area, featuresLast: last)
    // A gradient by the kernel: few places, and a window as large as an image. Then a patch has the long runs.
    let isByPatch =
      !last && rank > 0 && self.type.isInexact && result[rank + 1] < step.window.extents[rank - 1]
      && places * taps <= Self.largestByPatch
    let images = images.assumingMemoryBound(to: type)
    let kernels = kernels.assumingMemoryBound(to: type)
    let target = target.assumingMemoryBound(to: type)
    MatrixProduct.prepare()
    if isByPatch {
      return LongPatches(
        layout: layout.byPatch, batch: batch, featureGroups: step.featureGroups, batchGroups: step.batchGroups,
        area: area, channels: channels, features: features, places: places, taps: taps, type: self.type
      ).convolve(images, kernels, target)
    }
    let width = min(places, Self.patches(depth * MemoryLayout<E>.stride))
    let blocks = (places + width - 1) / width
    let work = max(1, 2 * width * depth * features / 30 + width * depth / 4)
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
          let kernels = kernels + group * features * (last ? 1 : depth)
          layout.copy(source, span, channels: channels, to: patches)
          if last {
            MatrixProduct.multiply(
              span.count, features, depth, UnsafePointer(patches), depth, kernels, allFeatures,
              target + (n * places + span.lowerBound) * allFeatures + group * features, allFeatures, self.type)
          } else {
            MatrixProduct.multiply(
              features, span.count, depth, kernels, depth, UnsafePointer(patches), span.count,
              target + (n * allFeatures + group * features) * places + span.lowerBound, places, self.type)
          }
        }
      }
    }
  }
}
