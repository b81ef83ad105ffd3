import Lanewise
import Testing

@testable import jax101

/// The tutorial prints what the post prints.
@Suite struct TutorialTests {
  static let lines: [String] = {
    var lines: [String] = []
    tutorial { lines.append($0) }
    return lines
  }()

  private func expectLine(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(Self.lines.contains { $0.contains(text) }, "\(text)", sourceLocation: location)
  }

  @Test func dtypes() {
    expectLine("arange(5) = [0 1 2 3 4], dtype int32")
    expectLine("dtype float32")
    expectLine("dtype float16")
  }

  @Test func randomNumbers() {
    #expect(Self.lines.contains("Array((), dtype=key<fry>) overlaying:\n[ 0 21]"))
    #expect(Self.lines.filter { $0 == "[-2.6825788  -0.7566388  -0.29570565]" }.count == 2)
    #expect(Self.lines.contains("Array((), dtype=key<fry>) overlaying:\n[  15689208 2943087094]"))
    #expect(Self.lines.contains("Array((), dtype=key<fry>) overlaying:\n[1648097174  339021355]"))
  }

  @Test func derivatives() {
    expectLine("100 are 0, 100 are 1")
    expectLine("∂f/∂a = 24.0, ∂f/∂b = -6.0")
    expectLine("equal to the loop: true")
  }

  @Test func theJaxpr() {
    #expect(
      Self.lines.contains(
        """
        { lambda ; a:f32[1000000]. let
            b:f32[1000000] = add a 2.0
            c:f32[1000000] = integer_pow[y=2] b
            d:f32[1000000] = sub c 4.0
            e:f32[] = reduce_sum[axes=(0,)] d
          in (e,) }
        """))
    expectLine("µs per call; jitted")
  }
}
