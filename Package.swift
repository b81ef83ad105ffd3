// swift-tools-version: 6.2
import PackageDescription

// A debug build must not run numerics a hundred times slower, so the library targets are optimised in debug too:
// without whole-module optimisation no generic kernel is specialised across files. Exclusivity checks cost tracing
// 10–20 % and guard nothing here that the types do not.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-O", "-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug)),
  .unsafeFlags(["-enforce-exclusivity=unchecked"]),
]

// The kernels are compiled twice from the same files: for any x86-64, and for machines with AVX2 and FMA
// (`LanewiseKernelsAVX2` is a directory symlink). The engine picks one table at launch. On other architectures one
// build serves, and the flag would break it.
#if arch(x86_64)
  let kernelTargets: [Target] = [
    .target(
      name: "LanewiseKernelsAVX2", dependencies: ["LanewiseKernelABI", "LanewiseShims"],
      swiftSettings: optimised + [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])])
  ]
  let kernelDependencies: [Target.Dependency] = ["LanewiseKernels", "LanewiseKernelsAVX2"]
#else
  let kernelTargets: [Target] = []
  let kernelDependencies: [Target.Dependency] = ["LanewiseKernels"]
#endif

let package = Package(
  name: "Lanewise",
  products: [
    .library(name: "Lanewise", targets: ["Lanewise"]),
    .executable(name: "jax101", targets: ["jax101"]),
    .executable(name: "digits", targets: ["digits"]),
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .target(name: "LanewiseShims"),
    .target(name: "LanewiseKernelABI", swiftSettings: optimised),
    .target(
      name: "LanewiseKernels", dependencies: ["LanewiseKernelABI", "LanewiseShims"], swiftSettings: optimised),
    .target(
      name: "LanewiseEngine", dependencies: kernelDependencies + ["LanewiseShims", "COpenBLAS"],
      swiftSettings: optimised),
    .target(name: "LanewiseCore", dependencies: ["LanewiseEngine", "LanewiseShims"], swiftSettings: optimised),
    .target(name: "Lanewise", dependencies: ["LanewiseCore"], swiftSettings: optimised),
    .executableTarget(name: "jax101", dependencies: ["Lanewise"]),
    .executableTarget(name: "digits", dependencies: ["Lanewise"], resources: [.copy("Data")]),
    .testTarget(name: "LanewiseKernelsTests", dependencies: kernelDependencies + ["LanewiseShims"]),
    .testTarget(name: "LanewiseEngineTests", dependencies: ["LanewiseEngine"]),
    .testTarget(name: "LanewiseCoreTests", dependencies: ["Lanewise"], resources: [.copy("Goldens")]),
    .testTarget(name: "LanewiseTests", dependencies: ["Lanewise"], resources: [.copy("Goldens")]),
    .testTarget(
      name: "TutorialTests", dependencies: ["Lanewise", "jax101", "digits"], resources: [.copy("Goldens")]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Lanewise"], resources: [.copy("Corpus"), .copy("Composites")]),
  ] + kernelTargets,
  swiftLanguageModes: [.v6]
)
