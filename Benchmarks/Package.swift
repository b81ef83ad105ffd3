// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "LanewiseBenchmarks",
  dependencies: [.package(name: "Lanewise", path: "..")],
  targets: [.executableTarget(name: "bench", dependencies: [.product(name: "Lanewise", package: "Lanewise")])],
  swiftLanguageModes: [.v6]
)
