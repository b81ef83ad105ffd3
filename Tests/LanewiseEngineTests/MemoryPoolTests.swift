import Foundation
import LanewiseEngine
import Testing

@Suite(.serialized) struct MemoryPoolTests {
  @Test func blocksAreAlignedAndPadded() {
    for byteCount in [0, 1, 63, 64, 65, 100, 1000, 4096, 5000, 1 << 20, (1 << 20) + 1, 4 << 20] {
      let block = MemoryPool.allocate(byteCount)
      #expect(UInt(bitPattern: block) % 64 == 0)
      memset(block, 0xAB, byteCount + 128)
      MemoryPool.release(block, byteCount)
    }
  }

  @Test func aReleasedBlockComesBack() {
    for byteCount in [48, 3000, 100_000] {
      let first = MemoryPool.allocate(byteCount)
      MemoryPool.release(first, byteCount)
      let second = MemoryPool.allocate(byteCount)
      #expect(first == second)
      MemoryPool.release(second, byteCount)
    }
  }

  @Test func largeBlocksAreReusedWithoutTheSystem() {
    let byteCount = 8 << 20
    MemoryPool.release(MemoryPool.allocate(byteCount), byteCount)
    let before = MemoryPool.statistics
    for _ in 0..<100 { MemoryPool.release(MemoryPool.allocate(byteCount), byteCount) }
    let after = MemoryPool.statistics
    #expect(after.allocations >= before.allocations + 100)
    #expect(after.systemAllocations - before.systemAllocations < 50)
  }

  @Test func trimGivesBackWhatIsRetained() {
    let byteCount = 16 << 20
    MemoryPool.release(MemoryPool.allocate(byteCount), byteCount)
    #expect(MemoryPool.statistics.bytesRetained >= byteCount)
    MemoryPool.trim()
    #expect(MemoryPool.statistics.bytesRetained < byteCount)
  }

  @Test func blocksOfManyThreadsNeverOverlap() {
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      var generator = SeededGenerator(UInt64(thread))
      var blocks: [(UnsafeMutableRawPointer, Int)] = []
      for _ in 0..<3000 {
        if blocks.count < 20, Bool.random(using: &generator) {
          let byteCount = Int.random(in: 1...(1 << Int.random(in: 3...18, using: &generator)), using: &generator)
          let block = MemoryPool.allocate(byteCount)
          memset(block, Int32(thread), byteCount)
          blocks.append((block, byteCount))
        } else if let (block, byteCount) = blocks.popLast() {
          let bytes = UnsafeRawBufferPointer(start: block, count: byteCount)
          #expect(
            bytes[0] == UInt8(thread) && bytes[byteCount - 1] == UInt8(thread) && bytes[byteCount / 2] == UInt8(thread))
          MemoryPool.release(block, byteCount)
        }
      }
      for (block, byteCount) in blocks { MemoryPool.release(block, byteCount) }
    }
  }
}
