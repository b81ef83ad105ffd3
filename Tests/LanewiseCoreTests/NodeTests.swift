import Dispatch
import Synchronization
import Testing

@testable import LanewiseCore

@Suite struct NodeTests {
  private static func numbers(_ count: Int) -> NDArray {
    .make(AbstractArray([count], .int32)) { memory in
      for i in 0..<count { memory.storeBytes(of: Int32(i), toByteOffset: 4 * i, as: Int32.self) }
    }
  }

  private func node(_ x: NDArray) -> ConcreteNode { unsafeDowncast(x.node, to: ConcreteNode.self) }

  /// A node's own memory becomes one object, whoever asks for it first.
  @Test func memoryIsSharedOnce() {
    for _ in 0..<200 {
      let x = Self.numbers(5)
      let address = node(x).address
      let found = Mutex<[Storage]>([])
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        let storage = unsafeDowncast(x.node, to: ConcreteNode.self).storage
        found.withLock { $0.append(storage) }
      }
      let storages = found.withLock { $0 }
      #expect(storages.count == 4 && storages.allSatisfy { $0 === storages[0] })
      #expect(storages[0].address == address && node(x).address == address && storages[0].byteCount == 20)
    }
  }

  /// The memory lives as long as one of those that share it.
  @Test func memoryOutlivesItsNode() {
    var x: NDArray? = Self.numbers(3)
    let y = NDArray(AbstractArray([3, 1], .int32), x!.storage!)
    x = nil
    let others = (0..<10).map { _ in NDArray([Int32(7), 7, 7]) }
    #expect(y.asArray(Int32.self) == [0, 1, 2])
    #expect(others.allSatisfy { $0.asArray(Int32.self) == [7, 7, 7] })
  }

  @Test func memoryOfItsOwnCanBeGivenAway() {
    let x = Self.numbers(3)
    let shared = Self.numbers(3)
    let keeper = NDArray(shared.aval, shared.storage!)
    #expect(node(x).donate() && x.isDeleted)
    #expect(!node(x).donate())
    #expect(!node(shared).donate() && shared.isDeleted)
    #expect(keeper.asArray(Int32.self) == [0, 1, 2])
  }
}
