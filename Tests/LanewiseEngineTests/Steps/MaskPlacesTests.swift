import LanewiseEngine
import Testing

@Suite struct MaskPlacesTests {
  @Test func placesOfTheTrueElements() {
    var generator = Generator(43)
    for count in [0, 1, 5, 16_383, 16_384, 40_000, 300_000] {
      for share in [0, 1, 50, 100] {
        let mask = (0..<count).map { _ in Int.random(in: 0..<100, using: &generator) < share }
        let storage = Storage(byteCount: count)
        for (i, flag) in mask.enumerated() {
          storage.address.storeBytes(of: flag ? 1 : 0, toByteOffset: i, as: UInt8.self)
        }
        let expected = mask.indices.filter { mask[$0] }
        for threads in [1, 2] {
          withThreads(threads) {
            let narrow = MaskPlaces.find(storage, count: count, isWide: false)
            let wide = MaskPlaces.find(storage, count: count, isWide: true)
            #expect(narrow.count == expected.count && wide.count == expected.count)
            let got = (0..<narrow.count).map { Int(narrow.places.address.load(fromByteOffset: 4 * $0, as: Int32.self)) }
            let gotWide = (0..<wide.count).map { wide.places.address.load(fromByteOffset: 8 * $0, as: Int.self) }
            #expect(Bool(got == expected) && Bool(gotWide == expected), "\(count) \(share) \(threads)")
          }
        }
      }
    }
  }
}
