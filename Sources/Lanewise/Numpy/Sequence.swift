import LanewiseCore

/// An array is a sequence of its parts along the leading axis: `for row in x`, `xs.map(f)`.
///
/// Works while tracing too, where each part is a slice. An array of rank 0 has no parts: iterating it is an error.
///
/// ```swift
/// arange(3).map { Int($0) }  // [0, 1, 2]
/// ```
extension NDArray: Sequence {
  public struct Iterator: IteratorProtocol {
    private let array: NDArray
    private let part: AbstractArray
    private let count: Int
    /// The memory of an array that is known, from which parts are copied without an operation.
    private let storage: Storage?
    private var index = 0

    init(_ array: NDArray) {
      self.array = array
      guard array.ndim > 0 else {
        report(
          LanewiseError(
            .shape, "iteration: an array of rank 0 has no parts; it is a number, which Float(x) or x.item() reads."))
        (part, count, storage) = (array.aval, 0, nil)
        return
      }
      part = AbstractArray(Shape(array.shape.dropFirst()), array.dtype, weak: array.weakType)
      count = array.aval.shape[0]
      storage = array.storage
    }

    public mutating func next() -> NDArray? {
      guard index < count else { return nil }
      defer { index += 1 }
      guard let storage else {
        return Lax.squeeze(Lax.sliceInDim(array, index, index + 1, axis: 0), [0])
      }
      let bytes = part.byteCount
      return .make(part) { $0.copyMemory(from: storage.address + index * bytes, byteCount: bytes) }
    }
  }

  public func makeIterator() -> Iterator { Iterator(self) }
  public var underestimatedCount: Int { ndim == 0 ? 0 : aval.shape[0] }
}
