import Foundation

/// Names of JAX's.
enum JAXName {
  /// The full paths of the names in a text that stand between backticks: `jnp.sum`, `lax.scan`.
  static func mentioned(in text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.compactMap { full(String($0.element)) }
  }

  /// The full path of a name as it is usually written; nil where it is none of JAX's.
  static func full(_ name: String) -> String? {
    let path = name.prefix { $0.isLetter || $0.isNumber || "._".contains($0) }
    guard let dot = path.firstIndex(of: "."), path.index(after: dot) < path.endIndex else { return nil }
    let roots = ["jnp": "jax.numpy", "lax": "jax.lax", "jax": "jax", "jsp": "jax.scipy"]
    guard let root = roots[String(path[..<dot])] else { return nil }
    return canonical("\(root)\(path[dot...])")
  }

  /// One path for what JAX has under two.
  static func canonical(_ path: String) -> String {
    if path.hasPrefix("jax.tree_util.tree_") { return "jax.tree." + path.dropFirst("jax.tree_util.tree_".count) }
    if path == "jax.tree_map" { return "jax.tree.map" }
    return path
  }

  /// The modules that a namespace of Lanewise stands for.
  static func modules(of scope: String) -> [String] {
    switch scope {
    case "": ["jax.numpy", "jax"]
    case "Lax": ["jax.lax"]
    case "NN": ["jax.nn"]
    case "NN.Initializers": ["jax.nn.initializers"]
    case "Signal": ["jax.scipy.signal"]
    case let scope where scope.hasPrefix("Stats."): ["jax.scipy.stats.\(scope.dropFirst(6).lowercased())"]
    case "Stats": ["jax.scipy.stats"]
    case "Linalg": ["jax.numpy.linalg", "jax.scipy.linalg", "jax.lax.linalg"]
    case "FFT": ["jax.numpy.fft", "jax.scipy.fft"]
    case "Random": ["jax.random"]
    case "Special": ["jax.scipy.special"]
    case "Ops": ["jax.ops"]
    case "Image": ["jax.image"]
    case "Debug": ["jax.debug"]
    default: []
    }
  }

  /// Names that are spelled alike but for case and underscores have one key.
  static func key(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }
}
