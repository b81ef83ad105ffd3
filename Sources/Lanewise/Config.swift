import LanewiseCore
import Synchronization

/// Settings of the process (`jax.config`).
public enum Config {
  /// How many virtual devices the CPU stands for in `pmap`: at first, as many as it has cores
  /// (`--xla_force_host_platform_device_count`). It may be set at any time.
  public static var hostDeviceCount: Int {
    get { HostDevices.count }
    set { HostDevices.count = newValue }
  }

  /// The threads that long work is split over, the caller's among them: at first, as many as the process has cores
  /// (`--xla_cpu_multi_thread_eigen`, `OMP_NUM_THREADS`). Results are the same bits for any number. It may be set at any
  /// time; what is less than 1 means 1.
  public static var threadCount: Int {
    get { Workers.threadCount }
    set { Workers.threadCount = newValue }
  }

  /// Whether calls of jitted functions that take longer than about a millisecond return before they are done: true at
  /// first (`jax_cpu_enable_async_dispatch`). It may be set at any time.
  public static var asynchronousDispatch: Bool {
    get { RunQueue.isEnabled.load(ordering: .relaxed) }
    set { RunQueue.isEnabled.store(newValue, ordering: .relaxed) }
  }

  /// Whether a NaN among the results of an operation or of a jitted call is an error (`jax_debug_nans`): a
  /// `FloatingPointError` that names the primitive that made the first one. A jitted call that gives a NaN runs again,
  /// operation by operation, to find it. False at first; see also ``Lanewise/debugNaNs(_:)``.
  ///
  /// ```swift
  /// Config.debugNaNs = true
  /// jit({ log($0) * 2 }, name: "f")(-1.0)
  /// // stops: FloatingPointError: log: the result of type f32[] is nan, which no operand has; in pjit f.
  /// ```
  public static var debugNaNs: Bool {
    get { Faults.ofProcess.contains(.nan) }
    set { Faults.seek(.nan, newValue) }
  }

  /// The same for infinities (`jax_debug_infs`).
  public static var debugInfs: Bool {
    get { Faults.ofProcess.contains(.infinity) }
    set { Faults.seek(.infinity, newValue) }
  }
}

/// Runs `body` with subnormal numbers taken for zeros: what is nearer to 0 than the least normal number (1.2e−38 of
/// float32, 2.2e−308 of float64) counts as 0, and so does a result there.
///
/// That is how XLA computes on a CPU; Lanewise keeps IEEE's numbers unless told otherwise. Many processors take a hundred
/// times as long for an operation with a subnormal number, and loops whose numbers shrink may get stuck among them. It
/// holds for what this thread computes during `body`, and for what other threads do for it, also behind the call.
///
/// ```swift
/// let x: NDArray = 1e-30
/// print(x * 1e-10, flushingSubnormals { x * 1e-10 })  // 1e-40 0.0
/// ```
public func flushingSubnormals<R>(_ body: () throws -> R) rethrows -> R {
  try FloatingMode.current.flushingSubnormals.during(body)
}

/// One of the virtual devices that the CPU stands for.
public struct Device: Hashable, Sendable, CustomStringConvertible {
  /// The number of the device, from 0.
  public let id: Int
  /// What kind of device it is: always `cpu`.
  public var platform: String { "cpu" }
  public var description: String { "CpuDevice(id=\(id))" }
}

/// The devices that `pmap` can spread over (`jax.devices()`): ``Config/hostDeviceCount`` of them.
///
/// ```swift
/// Config.hostDeviceCount = 2
/// print(devices())  // [CpuDevice(id=0), CpuDevice(id=1)]
/// ```
public func devices() -> [Device] { (0..<HostDevices.count).map(Device.init) }

/// How many devices there are (`jax.local_device_count()`).
public func localDeviceCount() -> Int { HostDevices.count }

/// Waits until the elements of all arrays of a tree are there (`jax.block_until_ready`); see
/// ``NDArray/blockUntilReady()``.
@discardableResult
public func blockUntilReady<T: Tree>(_ x: T) -> T {
  for leaf in treeLeaves(x) { leaf.blockUntilReady() }
  return x
}
