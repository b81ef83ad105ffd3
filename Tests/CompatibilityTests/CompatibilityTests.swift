import Foundation
import Testing

@testable import compatibility

@Suite struct CompatibilityTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The committed page is what the sources make; `make compatibility` makes it.
  @Test func thePageIsUpToDate() throws {
    let made = Page(catalogue: try Catalogue(repository: Self.root)).text
    let committed = try String(contentsOf: Self.root.appendingPathComponent("COMPATIBILITY.md"), encoding: .utf8)
    let difference = zip(made.split(separator: "\n"), committed.split(separator: "\n")).first { $0 != $1 }
    #expect(made == committed, "COMPATIBILITY.md is not what `make compatibility` makes: \(difference ?? ("", ""))")
  }

  @Test func everyNoteSaysSomething() throws {
    #expect(try Catalogue(repository: Self.root).idleNotes == [])
  }

  @Test func namesAreFound() throws {
    let catalogue = try Catalogue(repository: Self.root)
    #expect(catalogue.status("jax.numpy.sum") == .there("sum"))
    #expect(catalogue.status("jax.lax.erf_inv") == .there("Lax.erfInv"))
    #expect(catalogue.status("jax.tree_util.tree_map") == .there("treeMap"))
    #expect(catalogue.status("jax.random.PRNGKey") == .there("Random.prngKey"))
    #expect(catalogue.status("jax.Array") == .there("NDArray"))
    #expect(catalogue.status("jax.numpy.float32") == .elsewhere("`DType.float32`; `NDArray(x, dtype: .float32)`"))
    #expect(catalogue.status("jax.numpy.nothing") == .missing(""))
  }

  @Test func declarations() {
    let source = """
      /// The sum (`jnp.sum`), not to be confused with
      /// `lax.reduce_sum`.
      ///
      /// See `jnp.mean`.
      @inlinable
      public func sum(_ x: NDArray) -> NDArray { x }
      extension Lax {
        /// A loop.
        public static func `switch`() {}
        func hidden() {}
          public func tooDeep() {}
      }
      extension NDArray {
        /// `jnp.cumsum`.
        @_disfavoredOverload public func cumsum() -> NDArray { self }
        public static var pi: NDArray { 3 }
      }
      public enum Group: Sendable {
        public var size: Int { 1 }
      }
      extension Stats {
        /// A distribution.
        public enum Norm {
          public static func pdf() {}
        }
        public static func mode() {}
      }
      """
    let found = DeclarationReader.declarations(of: source)
    #expect(
      found.map(\.spelling) == [
        "sum", "Lax.switch", "x.cumsum", "NDArray.pi", "Group", "Group.size", "Stats.Norm", "Stats.Norm.pdf", "Stats.mode",
      ])
    #expect(found[0].mentioned == ["jax.numpy.sum", "jax.lax.reduce_sum"])
    #expect(found[2].mentioned == ["jax.numpy.cumsum"])
  }
}
