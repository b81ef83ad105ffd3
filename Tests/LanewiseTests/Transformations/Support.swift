import Foundation
import Lanewise
import Testing

/// Every element within `tolerance` of the other, relative to the larger of it and 1.
func expectClose(
  _ found: NDArray, _ wanted: NDArray, _ tolerance: Double = 1e-5, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard found.shape == wanted.shape, found.dtype == wanted.dtype else {
    Issue.record(
      "\(found.dtype) \(found.shape) instead of \(wanted.dtype) \(wanted.shape)", sourceLocation: sourceLocation)
    return
  }
  let pairs = zip(found.asArray(Double.self), wanted.asArray(Double.self))
  let isClose = pairs.allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) || ($0.isNaN && $1.isNaN) || $0 == $1 }
  #expect(isClose, "\(found) instead of \(wanted)", sourceLocation: sourceLocation)
}

/// `body` reports an error that contains `part`.
func expectError<R>(_ part: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () -> R) {
  do {
    _ = try catching(body)
    Issue.record("there was no error", sourceLocation: sourceLocation)
  } catch {
    #expect("\(error)".contains(part), "\(error)", sourceLocation: sourceLocation)
  }
}

func sine(_ x: Double) -> Double { Foundation.sin(x) }
func cosine(_ x: Double) -> Double { Foundation.cos(x) }
