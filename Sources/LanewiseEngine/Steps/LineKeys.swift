/// Where the keys of a line go. A closure would be called for each of them: it is known only through the workers' own.
protocol KeySink<Key> {
  associatedtype Key
  func store(_ key: Key, at place: Int)
  /// Where they go one behind the other, if nothing goes with them.
  var keysAlone: UnsafeMutablePointer<Key>? { get }
}

extension KeySink {
  @inline(__always) var keysAlone: UnsafeMutablePointer<Key>? { nil }
}

struct KeysAlone<Key>: KeySink {
  let keys: UnsafeMutablePointer<Key>
  @inline(__always) func store(_ key: Key, at place: Int) { keys[place] = key }
  @inline(__always) var keysAlone: UnsafeMutablePointer<Key>? { keys }
}

struct KeysWithLoads<
  Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable, Load: BitwiseCopyable & Sendable
>: KeySink {
  let items: UnsafeMutablePointer<Keyed<Key, Load>>, loads: UnsafePointer<Load>
  @inline(__always) func store(_ key: Key, at place: Int) { items[place] = Keyed(key: key, load: loads[place]) }
}

/// The keys of elements in an order that is there already, with their places.
struct KeysInOrder<E: Element>: KeySink {
  let items: UnsafeMutablePointer<Keyed<E.SortKey, UInt32>>
  let source: UnsafePointer<E>, order: UnsafePointer<UInt32>
  @inline(__always) func store(_: E.SortKey, at place: Int) {
    items[place] = Keyed(key: source[Int(order[place])].sortKey, load: order[place])
  }
}

/// The keys with their places.
struct KeysWithPlaces<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: KeySink {
  let items: UnsafeMutablePointer<Keyed<Key, UInt32>>
  @inline(__always) func store(_ key: Key, at place: Int) {
    items[place] = Keyed(key: key, load: UInt32(truncatingIfNeeded: place))
  }
}

/// What is to be known of the keys of a line before it is sorted.
struct KeySummary<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
  /// The bits in which keys differ.
  var varying: Key = 0
  /// Whether every element can be made again from its key.
  var areCanonical = true

  /// Hands the key of each element on.
  @inline(__always)
  static func keys<E: Element>(
    of source: UnsafePointer<E>, _ length: Int, to sink: some KeySink<Key>
  ) -> KeySummary where E.SortKey == Key {
    let first = source[0].sortKey
    let kernels = FloatKeys<E>()
    @inline(__always) func part(_ range: Range<Int>) -> KeySummary {
      if let kernels, let keys = sink.keysAlone {
        return kernels.make(source + range.lowerBound, keys + range.lowerBound, range.count, first: first)
      }
      var varying: Key = 0
      var foreign: Key = 0
      var i = range.lowerBound
      while i < range.upperBound {
        let element = source[i]
        let key = element.sortKey
        varying |= key ^ first
        foreign |= element.ownsSortKey ? 0 : 1
        sink.store(key, at: i)
        i &+= 1
      }
      return KeySummary(varying: varying, areCanonical: foreign == 0)
    }
    let parts = LineParts(length)
    if parts.count == 1 { return part(0..<length) }
    return withScratch(KeySummary.self, parts.count) { summaries in
      parts.run { summaries[$0] = part($1) }
      return (0..<parts.count).reduce(into: KeySummary()) {
        $0.varying |= summaries[$1].varying
        $0.areCanonical = $0.areCanonical && summaries[$1].areCanonical
      }
    }
  }
}

extension KeySummary: BitwiseCopyable {}
