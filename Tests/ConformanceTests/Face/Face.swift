import Lanewise
import LanewiseCore

/// Lanewise's public functions under JAX's names.
enum Face {
  /// By full name: "jax.numpy.sum"; methods of arrays as "jax.Array.reshape".
  static let functions: [String: FaceFunction] = {
    var table = FaceTable()
    table.addBuiltins()
    table.addElementwise()
    table.addBinary()
    table.addReductions()
    table.addCumulative()
    table.addCreation()
    table.addShapes()
    table.addJoining()
    table.addPadding()
    table.addSelections()
    table.addSorting()
    table.addProducts()
    table.addLaxProducts()
    table.addPolynomials()
    table.addLaxElementwise()
    table.addLaxShapes()
    table.addGathering()
    table.addControl()
    table.addTransformations()
    table.addTrees()
    table.addRandom()
    table.addDistributions()
    table.addScipy()
    table.addNeuralNetworks()
    table.addInitializers()
    table.addFields()
    table.addConvolutionShapes()
    table.addMoreLax()
    table.addLinearAlgebra()
    table.addSolvers()
    table.addSpatial()
    table.addSpectra()
    return table.functions
  }()

  /// The number of this full name: "jax.numpy.pi".
  static func constant(_ name: String) -> Value? {
    switch name {
    case "jax.numpy.inf", "numpy.inf", "builtins.inf": .float(.infinity)
    case "jax.numpy.nan", "numpy.nan", "builtins.nan": .float(.nan)
    case "jax.numpy.pi", "numpy.pi": .float(.pi)
    case "jax.numpy.e", "numpy.e": .float(2.718281828459045)
    case "jax.numpy.euler_gamma", "numpy.euler_gamma": .float(0.5772156649015329)
    case "jax.numpy.newaxis", "numpy.newaxis": .some(.none)
    default: nil
    }
  }
}

/// A table in the making.
struct FaceTable {
  private(set) var functions: [String: FaceFunction] = [:]
  /// The module of the names that are added.
  var module = ""

  /// A function of any values.
  mutating func value(_ name: String, _ parameters: String, _ body: @escaping @Sendable (Arguments) -> Value) {
    functions[module.isEmpty ? name : "\(module).\(name)"] = FaceFunction(parameters, body)
  }

  /// A function whose result is an array.
  mutating func array(_ name: String, _ parameters: String, _ body: @escaping @Sendable (Arguments) -> NDArray) {
    value(name, parameters) { .array(body($0)) }
  }

  /// A function whose result is a tuple of arrays.
  mutating func arrays(_ name: String, _ parameters: String, _ body: @escaping @Sendable (Arguments) -> [NDArray]) {
    value(name, parameters) { .tuple(body($0).map(Value.array)) }
  }

  /// Another name of a function of the module.
  mutating func alias(_ name: String, of other: String) {
    functions["\(module).\(name)"] = functions["\(module).\(other)"]
  }

  mutating func unary(_ name: String, _ f: @escaping @Sendable (NDArray) -> NDArray) {
    array(name, "x") { f($0.x("x")) }
  }

  mutating func binary(_ name: String, _ f: @escaping @Sendable (NDArray, NDArray) -> NDArray) {
    array(name, "x1 x2") { f($0.x("x1"), $0.x("x2")) }
  }
}
