@_exported import Lanewise

// Without the package trait Macros there is nothing to expand it.
#if Macros
  /// Makes a struct or an enum a ``Tree``: writes the `walk` of the protocol.
  ///
  /// ```swift
  /// @Tree struct Model {
  ///   var weights: NDArray
  ///   var bias: NDArray?
  ///   var activation: Activation
  /// }
  /// @Tree enum Activation { case relu, leaky(slope: NDArray) }
  ///
  /// let gradient = grad(loss)(model, x)  // a Model
  /// ```
  ///
  /// The stored properties of a struct are walked in their order. One whose type is a tree is walked as such; any other
  /// that is `Hashable` is static, which makes it part of the structure. Computed and static properties, and constants
  /// that are given their value in the declaration, are no part of the tree. The case of an enum is part of the
  /// structure, and what it holds is walked. A generic parameter without a constraint of its own, of which values are
  /// stored, has to be a tree.
  ///
  /// A class or an actor cannot be a tree: it has an identity, and a transformation makes new values.
  @attached(extension, conformances: Tree, names: named(walk), named(init))
  public macro Tree() = #externalMacro(module: "LanewiseMacrosPlugin", type: "TreeMacro")
#endif
