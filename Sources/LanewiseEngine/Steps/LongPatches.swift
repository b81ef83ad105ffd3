import COpenBLAS
/// A convolution of few places with windows as large as an image: the gradient by the kernel of another one. A patch has
/// long runs, so patches are rows here. Those of several images make one product with the kernels, some channels after the
/// others, whose products are added up.
struct LongPatches {
  /// Of patches as rows.
  let layout: PatchLayout
  let batch, featureGroups, batchGroups: Int
  /// Elements of a channel of an image; channels and features of a group; places of the result, and elements of a window.
  let area, channels, features, places, taps: Int
  let type: DType

  /// Elements of the patches that are laid out at a time.
  private static let elements = 1 << 17
  /// Rows of a product, roughly.
  private static let rows = 64
  /// Parts that a batch is divided into if it can be.
  private static let parts = 4

  private var imagesAtOnce: Int { max(1, min(Self.rows / places, batch / Self.parts)) }
  private var channelsAtOnce: Int { max(1, min(channels, Self.elements / (imagesAtOnce * places * taps))) }

  func convolve<E: Element>(
    _ images: UnsafePointer<E>, _ kernels: UnsafePointer<E>, _ target: UnsafeMutablePointer<E>
  ) {
    let groups = featureGroups * batchGroups
    let parts = (batch + imagesAtOnce - 1) / imagesAtOnce
    let work = imagesAtOnce * places * channels * taps * (features / 15 + 1)
    forEachRange(groups * parts, grain: 1, nanoseconds: work) { range in
      for task in range {
        let (group, part) = (task / parts, task % parts)
        let numbers = part * imagesAtOnce..<min(batch, (part + 1) * imagesAtOnce)
        convolve(numbers, group, images, kernels + group * features * channels * taps, target)
      }
    }
  }

  /// Some images with the kernels of a group.
  private func convolve<E: Element>(
    _ numbers: Range<Int>, _ group: Int, _ images: UnsafePointer<E>, _ kernels: UnsafePointer<E>,
    _ target: UnsafeMutablePointer<E>
  ) {
    let (groups, rows, depth) = (featureGroups * batchGroups, numbers.count * places, channels * taps)
    // Of the two, the kernels come first where that makes fewer rows of whole vectors.
    let width = 64 / MemoryLayout<E>.stride
    let isTurned = features * ((rows + width - 1) / width) < rows * ((features + width - 1) / width)
    withScratch(E.self, rows * (channelsAtOnce * taps + features)) { patches in
      let product = patches + rows * channelsAtOnce * taps
      for channel in stride(from: 0, to: channels, by: channelsAtOnce) {
        let count = min(channelsAtOnce, channels - channel)
        for (index, number) in numbers.enumerated() {
          let first = batchGroups > 1 ? (group * batch + number) * channels : (number * groups + group) * channels
          layout.copy(
            images + (first + channel) * area, 0..<taps, channels: count, to: patches + index * places * count * taps)
        }
        let own = (start: UnsafeRawPointer(patches), stride: count * taps)
        let others = (start: UnsafeRawPointer(kernels + channel * taps), stride: depth)
        let (left, right) = isTurned ? (others, own) : (own, others)
        let (m, n) = isTurned ? (features, rows) : (rows, features)
        MatrixProduct.multiplyInexact(
          m, n, count * taps, left.start, left.stride, right.start, right.stride, CblasTrans, product, n,
          sign: channel == 0 ? 0 : 1, type)
      }
      let (down, across) = isTurned ? (1, rows) : (features, 1)
      for (index, number) in numbers.enumerated() {
        let result = target + (number * groups + group) * features * places
        for feature in 0..<features {
          for place in 0..<places {
            result[feature * places + place] = product[(index * places + place) * down + feature * across]
          }
        }
      }
    }
  }
}
