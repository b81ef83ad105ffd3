// swift-tools-version: 6.2
import PackageDescription

// A package that asks for the trait, and so for swift-syntax.
let package = Package(
  name: "WithMacros",
  dependencies: [.package(name: "Lanewise", path: "../../..", traits: ["Macros"])],
  targets: [
    .executableTarget(
      name: "models",
      dependencies: [
        .product(name: "Lanewise", package: "Lanewise"), .product(name: "LanewiseMacros", package: "Lanewise"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
