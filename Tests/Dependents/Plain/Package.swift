// swift-tools-version: 6.2
import PackageDescription

// A package that depends on Lanewise and asks for nothing else.
let package = Package(
  name: "Plain",
  dependencies: [.package(name: "Lanewise", path: "../../..")],
  targets: [.executableTarget(name: "post", dependencies: [.product(name: "Lanewise", package: "Lanewise")])],
  swiftLanguageModes: [.v6]
)
