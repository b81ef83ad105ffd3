/// A tree of any type, for collections of different ones; its structure is that of what it holds.
///
/// ```swift
/// let parameters: [String: AnyTree] = ["scale": AnyTree(ones([3])), "layers": AnyTree([model, model])]
/// let doubled = treeMap({ $0 * 2 }, parameters)
/// let layers = doubled["layers"]!.base as! [Model]
/// ```
public struct AnyTree: Tree {
  /// What it holds.
  public let base: any Tree

  public init(_ base: any Tree) { self.base = base }

  public func walk(_ w: inout TreeWalker) -> AnyTree { AnyTree(walked(base, &w)) }

  private func walked<T: Tree>(_ base: T, _ w: inout TreeWalker) -> T { w.unwrapped(base, of: AnyTree.self) }
}
