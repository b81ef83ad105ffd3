import Foundation
import Lanewise

/// The UCI handwritten digits: 1,797 images of 8×8 pixels, with their labels.
struct Digits {
  /// float32[n, 64], scaled to 0…1.
  let images: NDArray
  /// int32[n].
  let labels: NDArray

  static func load() throws -> Digits {
    guard let url = Bundle.module.url(forResource: "Data/digits", withExtension: "csv") else {
      throw CocoaError(.fileNoSuchFile)
    }
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: ",").compactMap { Int32($0) }
    }
    let pixels = NDArray(rows.map { Array($0.dropLast()) })
    return Digits(images: pixels.astype(.float32) / 16, labels: NDArray(rows.map { $0.last! }))
  }

  /// The images in a random order, a fifth of them held out for testing.
  func split(_ key: NDArray) -> (training: Digits, test: Digits) {
    let order = Random.permutation(key, images.shape[0])
    let held = images.shape[0] / 5
    func part(_ places: NDArray) -> Digits {
      Digits(images: take(images, places, axis: 0), labels: take(labels, places, axis: 0))
    }
    return (part(order[held...]), part(order[..<held]))
  }
}
