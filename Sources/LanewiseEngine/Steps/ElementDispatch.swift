/// Work that is written once for every element type. A closure cannot be generic; a visitor can.
package protocol ElementVisitor {
  func visit<E: Element>(_ type: E.Type)
}

/// Work that moves elements without looking at them: only their width counts.
package protocol WidthVisitor {
  func visit<E: BitwiseCopyable>(_ type: E.Type)
}

extension DType {
  /// Calls the visitor with this dtype's element type. The one dispatch stands outside every loop, and each case is a
  /// concrete call, so that the loops are specialised. Keys have no arithmetic: they are visited as `UInt64`.
  @inline(__always) package func visit<V: ElementVisitor>(_ visitor: V) {
    switch self {
    case .bool: visitor.visit(Truth.self)
    case .int8: visitor.visit(Int8.self)
    case .int16: visitor.visit(Int16.self)
    case .int32: visitor.visit(Int32.self)
    case .int64: visitor.visit(Int64.self)
    case .uint8: visitor.visit(UInt8.self)
    case .uint16: visitor.visit(UInt16.self)
    case .uint32: visitor.visit(UInt32.self)
    case .uint64, .key, .partitionableKey: visitor.visit(UInt64.self)
    case .float32: visitor.visit(Float.self)
    case .float64: visitor.visit(Double.self)
    case .complex64: visitor.visit(Complex<Float>.self)
    case .complex128: visitor.visit(Complex<Double>.self)
    case .float16: visitor.visit(Half.self)
    case .bfloat16: visitor.visit(BrainFloat.self)
    }
  }

  /// Calls the visitor with a type of this dtype's width.
  @inline(__always) package func visitWidth<V: WidthVisitor>(_ visitor: V) {
    switch byteWidth {
    case 1: visitor.visit(UInt8.self)
    case 2: visitor.visit(UInt16.self)
    case 4: visitor.visit(UInt32.self)
    case 8: visitor.visit(UInt64.self)
    default: visitor.visit(SIMD2<UInt64>.self)
    }
  }
}

extension StepCall {
  @inline(__always) package func operand<E>(_ index: Int, as type: E.Type) -> UnsafePointer<E> {
    operand(index).assumingMemoryBound(to: type)
  }
  @inline(__always) package func result<E>(_ index: Int, as type: E.Type) -> UnsafeMutablePointer<E> {
    result(index).assumingMemoryBound(to: type)
  }
}

/// Splits `count` independent pieces of work, of about `nanoseconds` each, over the workers, in ranges of at least
/// `grain`.
///
/// Not optimised on purpose: it would be cloned for every body, and there are hundreds.
@_optimize(none)
package func forEachRange(_ count: Int, grain: Int, nanoseconds: Int = 1, _ body: (Range<Int>) -> Void) {
  if count <= 0 { return }
  let chunks = max(1, min(count / max(grain, 1), 8 * Workers.threadCount))
  Workers.run(chunks: chunks, nanoseconds: count * nanoseconds) { chunk in
    body((count * chunk / chunks)..<(count * (chunk + 1) / chunks))
  }
}

/// A block of pooled memory for the time of `body`.
@inline(__always)
package func withScratch<E: BitwiseCopyable, R>(
  _ type: E.Type, _ count: Int, _ body: (UnsafeMutablePointer<E>) -> R
) -> R {
  let bytes = count * MemoryLayout<E>.stride
  let block = MemoryPool.allocate(bytes)
  defer { MemoryPool.release(block, bytes) }
  return body(block.assumingMemoryBound(to: type))
}
