import LanewiseKernels
import Testing

@testable import LanewiseEngine

/// Kernels of one element against those of whole vectors, on all pairs of values that may be special.
@Suite struct ScalarKernelsTests {
  /// Words whose low bits are zeros, infinities, numbers that are not numbers, limits, subnormals and plain numbers.
  private func words(_ lane: Lane) -> [UInt64] {
    switch lane {
    case .bool: [0, 1]
    case .f32:
      ([0, -0, 1, -1.5, 3, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1]
        as [Float])
        .map { UInt64($0.bitPattern) }
    case .f64:
      ([0, -0, 1, -1.5, 3, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1]
        as [Double])
        .map(\.bitPattern)
    default:
      [
        0, 1, 2, 3, 7, 31, 32, 33, 63, 64, 1000, ~0, ~0 - 1, 1 << 31, 1 << 63, (1 << 31) - 1, (1 << 63) - 1,
        0x1234_5678_9abc,
      ]
    }
  }

  private func run(_ kernel: @escaping Kernel, _ operands: [UInt64]) -> UInt64 {
    withUnsafeTemporaryAllocation(byteCount: 5 * 256 + 128, alignment: 64) { memory in
      let base = memory.baseAddress!
      base.initializeMemory(as: UInt8.self, repeating: 0, count: memory.count)
      let slots = base + 5 * 256
      for number in 0..<4 {
        let place = base + number * 256
        slots.storeBytes(of: place, toByteOffset: 8 * number, as: UnsafeMutableRawPointer.self)
        if number < operands.count { place.storeBytes(of: operands[number], as: UInt64.self) }
      }
      let record = slots + 64
      record.writeRecord(kernel, result: 3, 0, 1, 2)
      kernel(record, slots, 1)
      return (base + 3 * 256).load(as: UInt64.self)
    }
  }

  /// The bits of a result; those of all numbers that are not numbers are the same.
  private func bits(_ word: UInt64, _ lane: Lane) -> UInt64 {
    switch lane {
    case .bool, .i8, .u8: return word & 0xff
    case .i16, .u16: return word & 0xffff
    case .f32:
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: word))
      return UInt64((value.isNaN ? .nan : value).bitPattern)
    case .i32, .u32: return word & 0xffff_ffff
    case .f64: return (Double(bitPattern: word).isNaN ? .nan : Double(bitPattern: word)).bitPattern
    default: return word
    }
  }

  private func check(
    _ scalar: Kernel?, _ entry: Int, _ arity: Int, _ lane: Lane, _ result: Lane, _ name: @autoclosure () -> String
  ) -> Int {
    guard let scalar else { return 0 }
    guard let kernel = KernelTable.kernel(entry) else {
      Issue.record("no vector kernel for \(name())")
      return 0
    }
    for a in words(lane) {
      for b in arity == 1 ? [0] : words(lane) {
        let found = bits(run(scalar, [a, b]), result)
        let expected = bits(run(kernel, [a, b]), result)
        #expect(found == expected, "\(name()) of \(a) and \(b)")
      }
    }
    return 1
  }

  @Test func agreeWithTheVectorKernels() {
    var count = 0
    for lane in Lane.allCases {
      for op in UnaryOp.allCases {
        count += check(ScalarKernels.unary(op, lane), KernelIndex.unary(op, lane), 1, lane, lane, "\(op)_\(lane)")
      }
      for op in BinaryOp.allCases {
        count += check(
          ScalarKernels.binary(op, lane), KernelIndex.binary(op, lane, .rr), 2, lane, lane, "\(op)_\(lane)")
      }
      for op in CompareOp.allCases {
        count += check(
          ScalarKernels.compare(op, lane), KernelIndex.compare(op, lane, .rr), 2, lane, .bool, "\(op)_\(lane)")
      }
      for other in Lane.allCases where other != lane {
        let (from, to) = (Format(rawValue: lane.rawValue)!, Format(rawValue: other.rawValue)!)
        count += check(
          ScalarKernels.convert(from: from, to: to), KernelIndex.convert(from: from, to: to), 1, lane, other,
          "\(from) to \(to)")
      }
    }
    #expect(count > 80)
  }

  @Test func pairsAreTwoOperations() {
    let ops: [(PairOp, BinaryOp)] = [(.add, .add), (.sub, .sub), (.mul, .mul), (.div, .div)]
    for lane in [Lane.f32, .f64] {
      for (first, firstOp) in ops.dropLast() {
        for (second, secondOp) in ops {
          for valueIsFirst in [true, false] {
            let pair = ScalarPairs.kernel(first, second, valueIsFirst: valueIsFirst, lane)!
            for a in words(lane).suffix(8) {
              for b in words(lane) {
                for c in words(lane).prefix(6) {
                  let value = run(ScalarKernels.binary(firstOp, lane)!, [a, b])
                  let operands = valueIsFirst ? [value, c] : [c, value]
                  let expected = run(ScalarKernels.binary(secondOp, lane)!, operands)
                  #expect(bits(run(pair, [a, b, c]), lane) == bits(expected, lane), "\(first) \(second) \(lane)")
                }
              }
            }
          }
        }
      }
    }
  }

  @Test func selectsAndCopiesEveryWidth() {
    for width in [1, 2, 4, 8, 16] {
      let mask: UInt64 = width >= 8 ? ~0 : 1 << UInt64(8 * width) - 1
      let (a, b) = (0x1122_3344_5566_7788 as UInt64, 0x99aa_bbcc_ddee_ff00 as UInt64)
      #expect(run(ScalarKernels.copy(byteWidth: width)!, [a]) == a & mask)
      #expect(run(ScalarKernels.select(byteWidth: width)!, [1, a, b]) == a & mask)
      #expect(run(ScalarKernels.select(byteWidth: width)!, [0, a, b]) == b & mask)
    }
  }
}
