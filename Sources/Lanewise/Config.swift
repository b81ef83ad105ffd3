import LanewiseCore

/// Settings of the process (`jax.config`).
public enum Config {
  /// How many virtual devices the CPU stands for in `pmap`: at first, as many as it has cores
  /// (`--xla_force_host_platform_device_count`). It may be set at any time.
  public static var hostDeviceCount: Int {
    get { HostDevices.count }
    set { HostDevices.count = newValue }
  }
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
