import LanewiseKernelABI
import LanewiseShims

/// Elements of an array that indices name: what a gather is where a group computes it.
struct Take: Equatable {
  /// Elements that lie side by side at each place. Where there is more than one, the indices are an array of their own;
  /// otherwise they are computed in the group as well.
  var length: Int
  /// The last index that there is, and how far apart the places of neighbours lie.
  var last: Int, stride: Int
  /// What is added to negative indices.
  var wrap: Int
  /// The bits of what is taken outside of the array; nil if the nearest element inside is.
  var fill: UInt64?
}

extension Take {
  // MARK: Elements

  /// The elements of an array at the places that indices name.
  @inline(__always)
  func elements<T: FixedWidthInteger>(
    of source: UnsafePointer<T>, at indices: UnsafePointer<Int32>, to result: UnsafeMutablePointer<T>, _ count: Int
  ) {
    if T.bitWidth == 32, stride == 1, last >= 0, let kernel = KernelTable.kernel(KernelIndex.take32) {
      var taking = lw_taking(
        wrap: Int32(truncatingIfNeeded: wrap), last: Int32(truncatingIfNeeded: last),
        fills: fill == nil ? 0 : 1, filler: Int32(truncatingIfNeeded: fill ?? 0))
      return callKernel(kernel, result: result, source, indices, &taking, count: count)
    }
    var done = 0
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.block) { places in
      let places = places.baseAddress.unsafelyUnwrapped
      while done < count {
        let run = min(Self.block, count &- done)
        takeBlock(source, UnsafePointer(indices + done), result + done, run, places)
        done &+= run
      }
    }
  }

  /// Elements whose places are found before any is fetched.
  private static let block = 256

  /// First the places of all elements, which vectors do, then nothing but loads and stores: the fewer instructions an
  /// element has, the more of them wait for memory together.
  @inline(__always)
  private func takeBlock<T: FixedWidthInteger>(
    _ source: UnsafePointer<T>, _ indices: UnsafePointer<Int32>, _ result: UnsafeMutablePointer<T>, _ count: Int,
    _ places: UnsafeMutablePointer<Int32>
  ) {
    let isInside = findPlaces(indices, places, count)
    if !isInside, let fill {
      let filler = T(truncatingIfNeeded: fill)
      for n in 0..<count {
        result[n] = isPlace(indices[n]) ? source[Int(places[n]) &* stride] : filler
      }
    } else if stride == 1 {
      for n in 0..<count { result[n] = source[Int(places[n])] }
    } else {
      for n in 0..<count { result[n] = source[Int(places[n]) &* stride] }
    }
  }

  /// The places that indices name, those outside as the take has it; false if some are to be filled instead. No
  /// condition is written as one: it may become a branch.
  @inline(__always)
  private func findPlaces(
    _ indices: UnsafePointer<Int32>, _ places: UnsafeMutablePointer<Int32>, _ count: Int
  ) -> Bool {
    let (wrap, last) = (Int32(truncatingIfNeeded: wrap), Int32(truncatingIfNeeded: last))
    var outside: Int32 = 0
    if fill != nil {
      for n in 0..<count {
        let index = wrapped(indices[n], wrap)
        let isOutside = (index | (last &- index)) >> 31
        places[n] = index & ~isOutside
        outside |= isOutside
      }
    } else {
      for n in 0..<count {
        let index = wrapped(indices[n], wrap)
        let positive = index & ~(index >> 31)
        let excess = last &- positive
        places[n] = positive &+ (excess & excess >> 31)
      }
    }
    return outside == 0
  }

  @inline(__always)
  private func isPlace(_ index: Int32) -> Bool {
    let place = wrapped(index, Int32(truncatingIfNeeded: wrap))
    return place >= 0 && Int(place) <= last
  }

  // MARK: Rows

  /// Elements of rows that indices name, from one on, of which the first row's first is number 0.
  @inline(__always)
  func rows<T: FixedWidthInteger & BitwiseCopyable>(
    of source: UnsafePointer<T>, at indices: UnsafePointer<Int32>, from start: Int, to first: UnsafeMutablePointer<T>,
    _ count: Int
  ) {
    let wrap = Int32(truncatingIfNeeded: wrap)
    var result = first
    var row = start / length
    var inRow = start % length
    var left = count
    let isFar = length &* MemoryLayout<T>.stride >= 128 && (last &+ 1) &* stride &* MemoryLayout<T>.stride > Self.near
    while left > 0 {
      if inRow == 0, length <= Self.longestShortRow, left >= length {
        let rows = min(left / length, Self.block)
        takeShortRows(source, indices + row, result, rows)
        result += rows &* length
        left &-= rows &* length
        row &+= rows
        continue
      }
      let run = min(left, length &- inRow)
      if isFar {
        // The beginning of a row some rows ahead: what follows in it is foreseen.
        let next = source + Int(wrapped(indices[row &+ Self.lookahead], wrap)) &* stride
        lanewise_prefetch(next)
        lanewise_prefetch(UnsafeRawPointer(next) + 64)
      }
      let index = Int(wrapped(indices[row], wrap))
      if let fill, UInt(bitPattern: index) > UInt(bitPattern: last) {
        result.update(repeating: T(truncatingIfNeeded: fill), count: run)
      } else {
        let place = max(0, min(index, last)) &* stride
        copyRun(from: source + (place &+ inRow), to: result, count: run)
      }
      result += run
      left &-= run
      row &+= 1
      inRow = 0
    }
  }

  /// Rows that are asked for ahead, in an array of more bytes than are near. As many indices may be read behind the last:
  /// every block has its padding.
  private static let lookahead = 4, near = 1 << 19

  /// Elements of a row that is not worth a call to copy it.
  private static let longestShortRow = 8

  /// Rows in a block of places, each a load and a store or two where that is its width.
  @inline(__always)
  private func takeShortRows<T: FixedWidthInteger>(
    _ source: UnsafePointer<T>, _ indices: UnsafePointer<Int32>, _ result: UnsafeMutablePointer<T>, _ rows: Int
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.block) { places in
      let places = places.baseAddress.unsafelyUnwrapped
      let isInside = findPlaces(indices, places, rows)
      let width = length &* MemoryLayout<T>.stride
      let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(result))
      switch width {
      case 8: move(UInt64.self, from, to, width, places, rows)
      case 12:
        move(UInt64.self, from, to, width, places, rows)
        move(UInt32.self, from + 8, to + 8, width, places, rows)
      case 16: move(SIMD2<UInt64>.self, from, to, width, places, rows)
      case 24:
        move(SIMD2<UInt64>.self, from, to, width, places, rows)
        move(UInt64.self, from + 16, to + 16, width, places, rows)
      case 32: move(SIMD4<UInt64>.self, from, to, width, places, rows)
      default:
        for row in 0..<rows {
          let (from, to) = (source + Int(places[row]) &* length, result + row &* length)
          for i in 0..<length { to[i] = from[i] }
        }
      }
      guard !isInside, let fill else { return }
      for row in 0..<rows where !isPlace(indices[row]) {
        (result + row &* length).update(repeating: T(truncatingIfNeeded: fill), count: length)
      }
    }
  }

  /// A part of each row.
  @inline(__always)
  private func move<Part: BitwiseCopyable>(
    _: Part.Type, _ source: UnsafeRawPointer, _ result: UnsafeMutableRawPointer, _ width: Int,
    _ places: UnsafePointer<Int32>, _ rows: Int
  ) {
    for row in 0..<rows {
      let part = source.loadUnaligned(fromByteOffset: Int(places[row]) &* width, as: Part.self)
      result.storeBytes(of: part, toByteOffset: row &* width, as: Part.self)
    }
  }
}
