#if AVX512
  import LanewiseShims

  /// Sorting of unsigned keys in place: those that are many are divided at a pivot, as in quicksort, and those that are
  /// few go through a sorting network (Gueron and Krasnov, "Fast quicksort implementation using AVX instructions", 2016;
  /// Bramas, "A novel hybrid quicksort algorithm vectorized using AVX-512 on Intel Skylake", 2017).
  ///
  /// It asks for what it needs of an integer, and refines none of their protocols: their tables would be weak symbols.
  protocol SortingKey: BitwiseCopyable {
    init(truncated: Int)
    static var max: Self { get }
    static func &+ (_ a: Self, _ b: Self) -> Self
    static func < (_ a: Self, _ b: Self) -> Bool
    static func == (_ a: Self, _ b: Self) -> Bool
    /// As many as a network sorts; more can be divided.
    static var blockCount: Int { get }
    /// Sorts at most `blockCount` keys.
    static func sortBlock(_ keys: UnsafeMutablePointer<Self>, _ count: Int)
    /// Brings the keys below the pivot before the others; how many they are.
    static func divideMany(_ keys: UnsafeMutablePointer<Self>, _ count: Int, _ pivot: Self) -> Int
  }

  extension UInt32: SortingKey {
    @inline(__always) init(truncated: Int) { self.init(truncatingIfNeeded: truncated) }
    @inline(__always) static var blockCount: Int { 256 }
    @inline(__always) static func sortBlock(_ keys: UnsafeMutablePointer<Self>, _ count: Int) {
      if count <= 32 {
        lw_sort_up_to_2_rows_u32(keys, Int64(count))
      } else if count <= 64 {
        lw_sort_up_to_4_rows_u32(keys, Int64(count))
      } else if count <= 128 {
        lw_sort_up_to_8_rows_u32(keys, Int64(count))
      } else {
        lw_sort_up_to_16_rows_u32(keys, Int64(count))
      }
    }
    @inline(__always)
    static func divideMany(_ keys: UnsafeMutablePointer<Self>, _ count: Int, _ pivot: Self) -> Int {
      Int(lw_divide_u32(keys, Int64(count), pivot))
    }
  }

  extension UInt64: SortingKey {
    @inline(__always) init(truncated: Int) { self.init(truncatingIfNeeded: truncated) }
    @inline(__always) static var blockCount: Int { 128 }
    @inline(__always) static func sortBlock(_ keys: UnsafeMutablePointer<Self>, _ count: Int) {
      if count <= 32 {
        lw_sort_up_to_2_rows_u64(keys, Int64(count))
      } else if count <= 64 {
        lw_sort_up_to_4_rows_u64(keys, Int64(count))
      } else {
        lw_sort_up_to_8_rows_u64(keys, Int64(count))
      }
    }
    @inline(__always)
    static func divideMany(_ keys: UnsafeMutablePointer<Self>, _ count: Int, _ pivot: Self) -> Int {
      Int(lw_divide_u64(keys, Int64(count), pivot))
    }
  }

  extension SortingKey {
    /// Sorts any number of keys. The lesser part is sorted by a call, so that calls do not nest deeply.
    static func sort(_ keys: UnsafeMutablePointer<Self>, _ count: Int) {
      var (keys, count) = (keys, count)
      while count > blockCount {
        let pivot = pivot(of: keys, count)
        let below = divideMany(keys, count, pivot)
        if below == 0 {
          // The pivot is the least key, and probably frequent: what equals it is where it belongs.
          if pivot == .max { return }
          let equal = divideMany(keys, count, pivot &+ Self(truncated: 1))
          keys += equal
          count &-= equal
        } else if below &* 2 < count {
          sort(keys, below)
          keys += below
          count &-= below
        } else {
          sort(keys + below, count &- below)
          count = below
        }
      }
      sortBlock(keys, count)
    }

    /// The median of keys from places without a pattern: no order of the keys makes it a bad one again and again.
    private static func pivot(of keys: UnsafePointer<Self>, _ count: Int) -> Self {
      let samples = count > 4096 ? 64 : 16
      return withUnsafeTemporaryAllocation(of: Self.self, capacity: samples) { sample in
        let sample = sample.baseAddress.unsafelyUnwrapped
        var state = UInt64(truncatingIfNeeded: count)
        for i in 0..<samples {
          // The generator of Knuth's MMIX; its upper bits are the better ones.
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          sample[i] = keys[Int(truncatingIfNeeded: (state &>> 32 &* UInt64(truncatingIfNeeded: count)) &>> 32)]
        }
        sortBlock(sample, samples)
        return sample[samples / 2]
      }
    }

    /// As ``divideMany(_:_:_:)``, of any number.
    static func divide(_ keys: UnsafeMutablePointer<Self>, _ count: Int, _ pivot: Self) -> Int {
      if count > blockCount { return divideMany(keys, count, pivot) }
      sortBlock(keys, count)
      var below = 0
      while below < count, keys[below] < pivot { below &+= 1 }
      return below
    }
  }

  /// Sorts the keys at the result's address.
  @inline(__always)
  func sortKeys<K: SortingKey>(_: K.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
    K.sort(resultAddress(record, slots).assumingMemoryBound(to: K.self), count)
  }

  /// Divides the keys at the result's address at the pivot in the immediate; the number of those below goes to d.
  @inline(__always)
  func divideKeys<K: SortingKey>(_: K.Type, _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int) {
    let keys = resultAddress(record, slots).assumingMemoryBound(to: K.self)
    let below = K.divide(keys, count, K(truncated: immediate(record)))
    UnsafeMutableRawPointer(mutating: address(record, slots, D.offset)).storeBytes(of: below, as: Int.self)
  }

  /// Sifts the elements at b by the keys at a by `body`: keys, elements, their count, and what the result addresses.
  @inline(__always)
  func siftKeys(
    _ body: (UnsafeRawPointer, UnsafeRawPointer, Int64, UnsafeMutablePointer<lw_sifting>) -> Void,
    _ record: UnsafeRawPointer, _ slots: UnsafeRawPointer, _ count: Int
  ) {
    body(
      address(record, slots, A.offset), address(record, slots, B.offset), Int64(count),
      resultAddress(record, slots).assumingMemoryBound(to: lw_sifting.self))
  }
#endif
