/// A value made of arrays: an array, a collection of trees, or a struct or enum of them (JAX's pytree).
///
/// Transformations take trees apart and put them together again: `grad` of a function of a struct is a struct. What in
/// a tree is not an array (an `Int`, a `String`, a `Bool`, which case of an enum) is *static*: part of its structure,
/// and so of the key by which `jit` finds a compiled program.
///
/// `@Tree` of the product `LanewiseMacros` writes the conformance. By hand it is one function, which walks the
/// properties in order:
///
/// ```swift
/// struct Model: Tree {
///   var weights: NDArray
///   var bias: NDArray
///   func walk(_ w: inout TreeWalker) -> Model {
///     Model(weights: w(weights, "weights"), bias: w(bias, "bias"))
///   }
/// }
/// ```
///
/// An enum says which case it is, then walks what the case holds:
///
/// ```swift
/// enum Layer: Tree {
///   case dense(kernel: NDArray)
///   case relu
///   func walk(_ w: inout TreeWalker) -> Layer {
///     switch self {
///     case .dense(let kernel):
///       w.enumCase("dense")
///       return .dense(kernel: w(kernel, "kernel"))
///     case .relu:
///       w.enumCase("relu")
///       return .relu
///     }
///   }
/// }
/// ```
public protocol Tree: SendableMetatype {
  /// Passes each property to the walker, and gives the value made of what the walker gives back.
  func walk(_ w: inout TreeWalker) -> Self
}

extension Tree {
  /// The same tree with other arrays.
  package func replacingLeaves(_ leaves: some Collection<NDArray>) -> Self {
    var walker = TreeWalker(replacements: leaves)
    return walk(&walker)
  }

  /// The same tree with poisoned arrays: what stands for it after a mistake.
  package var poisoned: Self { replacingLeaves(treeLeaves(self).map { .poisoned($0.aval) }) }

  /// Where each leaf is, as errors say it: ` .weights[0]`; empty for an array alone.
  package var leafPaths: [String] { treeLeavesWithPath(self).map { $0.path.steps.isEmpty ? "" : " \($0.path)" } }
}
