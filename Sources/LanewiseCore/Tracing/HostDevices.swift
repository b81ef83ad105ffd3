import LanewiseEngine
import Synchronization

/// How many devices the host stands for: at first, as many as it has cores.
package enum HostDevices {
  private static let stated = Atomic<Int>(0)
  private static let cores = Workers.threadCount

  package static var count: Int {
    get {
      let count = stated.load(ordering: .relaxed)
      return count > 0 ? count : cores
    }
    set { stated.store(Swift.max(1, newValue), ordering: .relaxed) }
  }
}
