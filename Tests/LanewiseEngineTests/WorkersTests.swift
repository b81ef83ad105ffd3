import Foundation
import LanewiseEngine
import Synchronization
import Testing

/// Serial: the number of threads is one for the whole process.
@Suite(.serialized) struct WorkersTests {
  @Test(arguments: [1, 2, 4, 7]) func everyChunkRunsOnce(threads: Int) {
    let before = Workers.threadCount
    Workers.threadCount = threads
    defer { Workers.threadCount = before }
    for chunks in [0, 1, 2, 3, 17, 1000] {
      let counts = UnsafeMutablePointer<Int>.allocate(capacity: chunks + 1)
      counts.initialize(repeating: 0, count: chunks + 1)
      nonisolated(unsafe) let shared = counts
      Workers.run(chunks: chunks) { shared[$0] += 1 }
      #expect((0..<chunks).allSatisfy { counts[$0] == 1 })
      counts.deallocate()
    }
  }

  @Test func manyThreadsCallAtOnce() {
    let before = Workers.threadCount
    Workers.threadCount = 4
    defer { Workers.threadCount = before }
    let total = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<500 { Workers.run(chunks: 9) { total.add($0, ordering: .relaxed) } }
    }
    #expect(total.load(ordering: .relaxed) == 8 * 500 * 36)
  }

  @Test func nestedWorkRunsInPlace() {
    let total = Atomic<Int>(0)
    Workers.run(chunks: 8) { _ in
      Workers.run(chunks: 8) { _ in total.add(1, ordering: .relaxed) }
    }
    #expect(total.load(ordering: .relaxed) == 64)
  }

  @Test func sleepersWakeForLongWork() {
    let before = Workers.threadCount
    Workers.threadCount = 2
    defer { Workers.threadCount = before }
    for _ in 0..<5 {
      let total = Atomic<Int>(0)
      Workers.run(chunks: 64) { _ in total.add(1, ordering: .relaxed) }
      #expect(total.load(ordering: .relaxed) == 64)
      usleep(20_000)
    }
  }
}
