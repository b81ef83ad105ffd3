import Foundation
import LanewiseCore
import Testing

@Suite struct CorpusReaderTests {
  /// The repository's own files alone: `LANEWISE_CONFORMANCE` may add any number.
  private func ownCases() throws -> [CorpusCase] {
    let own = Bundle.module.resourceURL!.appendingPathComponent("Corpus").standardizedFileURL.path
    return try CorpusReader.files().filter { $0.standardizedFileURL.path.hasPrefix(own) }
      .flatMap(CorpusReader.cases)
  }

  @Test func everyFileIsRead() throws {
    let cases = try ownCases()
    #expect(cases.count == 2695)
    #expect(Set(cases.map { "\($0.id) \($0.x64) \($0.partitionable)" }).count == cases.count)
    #expect(cases.count { $0.jaxpr != nil } == 2327)
    #expect(cases.count { !$0.vmap.isEmpty } == 1827)
    #expect(cases.reduce(0) { $0 + $1.vmap.count } == 2328)
    #expect(cases.count { $0.jvp != nil } == 1247)
    #expect(cases.count { $0.vjp != nil && $0.derivativeTolerance != nil } == 1247)
    #expect(cases.count { $0.partitionable } > 0)
    #expect(cases.count { $0.flushesDenormals } == 32)
    #expect(cases.count { !$0.versionSensitive.isEmpty } == 8)
    #expect(cases.count { $0.source != nil } == 143)
    #expect(cases.count { if case .error = $0.vjp?.result { true } else { false } } == 18)
    #expect(cases.count { if case .error = $0.jvp?.result { true } else { false } } == 12)
  }

  /// Each expected tensor agrees with itself under the case's own tolerance, and no longer once a byte is flipped.
  @Test func everyTensorIsComparable() throws {
    var compared = 0
    for example in try ownCases() {
      for output in example.outputs where output.count > 0 {
        #expect(mismatch(output, output, example.tolerance) == nil, "\(example.id)")
        var other = output
        let last = output.bytes.indices.last!
        other.bytes[last] = output.dtype == "bool" ? 1 - output.bytes[last] : output.bytes[last] ^ 0x7f
        #expect(mismatch(other, output, example.tolerance) != nil, "\(example.id)")
        compared += 1
      }
    }
    #expect(compared > 2500)
  }

  @Test func jaxprsHaveTheTypesOfTheirCase() throws {
    func type(_ tensor: Tensor) -> String {
      tensor.dtype + "[" + tensor.shape.map(String.init).joined(separator: ",") + "]"
    }
    for example in try ownCases() {
      guard let jaxpr = example.jaxpr, example.group != "random" else { continue }
      #expect(jaxpr.inputTypes == example.inputs.map(type), "\(example.id)")
      #expect(jaxpr.outputs.count == example.outputs.count, "\(example.id)")
      // The data of a captured NumPy array may be wider than the type JAX gives it.
      for (constant, type) in zip(jaxpr.constants, jaxpr.constantTypes) {
        #expect(type.hasSuffix("[" + constant.shape.map(String.init).joined(separator: ",") + "]"), "\(example.id)")
      }
    }
  }

  @Test func aCaseWithErrorsSaysWhere() throws {
    let json = try JSONValue(
      parsing: """
        {"id": "a/b/0", "group": "a", "name": "b", "fn": "lax.b", "params": {}, "py": "x0", "x64": false,
         "inputs": [{"dtype": "f32", "shape": [2], "data": "AAAA"}]}
        """)
    #expect(throws: JSONFormError("f32[2] takes 8 bytes, not 3", path: "inputs[0]")) { try CorpusCase(json) }
  }
}
