// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

// A debug build must not run numerics a hundred times slower, so the library targets are optimised in debug too:
// without whole-module optimisation no generic kernel is specialised across files. Exclusivity checks cost tracing
// 10–20 % and guard nothing here that the types do not.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-O", "-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug)),
  .unsafeFlags(["-enforce-exclusivity=unchecked"]),
]

// The kernels are compiled three times from the same files: for any x86-64, for machines with AVX2 and FMA, and for those
// with AVX-512 (`LanewiseKernelsAVX2` and `LanewiseKernelsAVX512` are directory symlinks). The engine picks one table at
// launch; it imports none of them, so that all compile at the same time, and what links it links them. On other
// architectures one build serves, and the flag would break it.
#if arch(x86_64)
  // AVX-512 as of Ice Lake and Zen 4: older processors lower their clock for vectors of 512 bits.
  let levels = [
    ("AVX2", ["-march=x86-64-v3"]),
    ("AVX512", ["-march=x86-64-v4", "-mavx512vbmi", "-mavx512bitalg", "-mavx512vpopcntdq"]),
  ]
  let kernelTargets: [Target] = levels.map { name, flags in
    .target(
      name: "LanewiseKernels" + name, dependencies: ["LanewiseEngineFirst", "LanewiseKernelABI", "LanewiseShims"],
      swiftSettings: optimised + [.define(name), .unsafeFlags(flags.flatMap { ["-Xcc", $0] })])
  }
  let kernelDependencies: [Target.Dependency] = ["LanewiseKernels", "LanewiseKernelsAVX2", "LanewiseKernelsAVX512"]
#else
  let kernelTargets: [Target] = []
  let kernelDependencies: [Target.Dependency] = ["LanewiseKernels"]
#endif

// Without the trait nobody resolves or builds swift-syntax, which takes minutes.
let swiftSyntax: [Target.Dependency] = [
  "SwiftCompilerPlugin", "SwiftDiagnostics", "SwiftSyntax", "SwiftSyntaxBuilder", "SwiftSyntaxMacros",
].map { .product(name: $0, package: "swift-syntax", condition: .when(traits: ["Macros"])) }

let package = Package(
  name: "Lanewise",
  products: [
    .library(name: "Lanewise", targets: ["Lanewise"]),
    .library(name: "LanewiseMacros", targets: ["LanewiseMacros"]),
    .executable(name: "jax101", targets: ["jax101"]),
    .executable(name: "digits", targets: ["digits"]),
  ],
  traits: [
    .trait(name: "Macros", description: "The macro @Tree of LanewiseMacros, which needs swift-syntax.")
  ],
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-syntax", "602.0.0"..<"604.0.0")
  ],
  targets: [
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .target(name: "LanewiseShims"),
    .target(name: "LanewiseKernelABI", swiftSettings: optimised),
    // Empty, and built between what the engine and the kernels need and the kernels: so the engine, which takes longest
    // and is waited for, begins first. Two cores build all of it 40 s sooner.
    .target(name: "LanewiseEngineFirst", dependencies: ["LanewiseKernelABI"]),
    .target(
      name: "LanewiseKernels", dependencies: ["LanewiseEngineFirst", "LanewiseKernelABI", "LanewiseShims"],
      swiftSettings: optimised),
    .target(
      name: "LanewiseEngine", dependencies: ["LanewiseKernelABI", "LanewiseShims", "COpenBLAS"],
      swiftSettings: optimised),
    .target(
      name: "LanewiseCore", dependencies: ["LanewiseEngine", "LanewiseKernelABI", "LanewiseShims"],
      swiftSettings: optimised),
    .target(name: "Lanewise", dependencies: ["LanewiseCore"] + kernelDependencies, swiftSettings: optimised),
    .target(name: "LanewiseMacros", dependencies: ["Lanewise", "LanewiseMacrosPlugin"]),
    .macro(name: "LanewiseMacrosPlugin", dependencies: swiftSyntax),
    .executableTarget(name: "jax101", dependencies: ["Lanewise"]),
    .executableTarget(name: "digits", dependencies: ["Lanewise"], resources: [.copy("Data")]),
    .executableTarget(name: "ulp", dependencies: ["Lanewise"]),
    .executableTarget(name: "compatibility", exclude: ["Data"]),
    .testTarget(name: "LanewiseKernelsTests", dependencies: kernelDependencies + ["LanewiseEngine", "LanewiseShims"]),
    .testTarget(
      name: "LanewiseEngineTests", dependencies: ["LanewiseEngine", "LanewiseShims", "COpenBLAS"] + kernelDependencies),
    .testTarget(name: "LanewiseCoreTests", dependencies: ["Lanewise"], resources: [.copy("Goldens")]),
    .testTarget(name: "LanewiseTests", dependencies: ["Lanewise"], resources: [.copy("Goldens")]),
    .testTarget(
      name: "TutorialTests", dependencies: ["Lanewise", "jax101", "digits"], resources: [.copy("Goldens")]),
    .testTarget(name: "CompatibilityTests", dependencies: ["compatibility"]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Lanewise"], resources: [.copy("Corpus"), .copy("Composites")]),
  ] + kernelTargets,
  swiftLanguageModes: [.v6]
)
