import Foundation
import LanewiseCore

typealias Tensor = JSONTensor

/// One case of the corpus: a function, its arguments, and what JAX makes of it.
struct CorpusCase: Sendable {
  /// "group/name/number".
  let id: String
  let group: String
  let name: String
  /// The API function the case is about: "lax.sin", "jnp.linalg.qr".
  let fn: String
  /// Static arguments; tuples are arrays.
  let params: JSONValue
  /// The exact semantics: a Python expression over x0, x1, …, and the definitions it uses.
  let python: String
  let source: String?
  /// Whether 64-bit types are the default.
  let x64: Bool
  /// The layout of random bits.
  let partitionable: Bool
  /// PRNG keys are raw u32[2].
  let inputs: [Tensor]
  /// The leaves of the result.
  let outputs: [Tensor]
  /// Text of the result's tree, for control flow and programs.
  let outputTree: String?
  let tolerance: Tolerance
  let jvp: Derivative?
  let vjp: Derivative?
  /// The tolerance of jvp and vjp.
  let derivativeTolerance: Tolerance?
  let vmap: [Batching]
  let jaxpr: JSONJaxpr?
  /// XLA's CPU code flushes subnormals to zero here.
  let flushesDenormals: Bool
  /// Parts in which versions of JAX differ among themselves, such as "outputs" or "vjp": nobody is held to them.
  let versionSensitive: Set<String>
  let note: String?

  struct Tolerance: Equatable, Sendable {
    var relative: Double
    var absolute: Double
    /// Floats bit for bit.
    var isExact: Bool

    init(relative: Double = 0, absolute: Double = 0, isExact: Bool = false) {
      self.relative = relative
      self.absolute = absolute
      self.isExact = isExact
    }
  }

  /// A jvp (tangents in, tangents out) or a vjp (cotangents of the outputs, cotangents of the inputs).
  struct Derivative: Sendable {
    enum Result: Sendable {
      /// Of floating outputs only, in both directions.
      case values(given: [Tensor], expected: [Tensor])
      /// JAX refuses, with an error of this class.
      case error(String)
    }

    /// The inputs that are differentiated.
    let inputs: [Int]
    let result: Result
  }

  struct Batching: Sendable {
    /// The batched axis of every input; nil where it has none.
    let axes: [Int?]
    /// The batched inputs; where an axis is nil, the case's own input.
    let inputs: [Tensor]
    /// Batched along axis 0.
    let outputs: [Tensor]
  }
}

/// Reads corpora of JSON lines.
enum CorpusReader {
  /// The corpus files of this repository, its composite programs, and the files of the directory in the environment
  /// variable `LANEWISE_CONFORMANCE`, by name.
  static func files() throws -> [URL] {
    let own = ["Corpus", "Composites"].map { Bundle.module.resourceURL!.appendingPathComponent($0) }
    let more = ProcessInfo.processInfo.environment["LANEWISE_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
    return try (own + (more.map { [$0] } ?? [])).flatMap { directory in
      try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "jsonl" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
  }

  /// The cases of one file. An error names the file and the line.
  static func cases(in file: URL) throws -> [CorpusCase] {
    let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return try lines.enumerated().compactMap { index, line in
      guard !line.isEmpty else { return nil }
      do {
        return try CorpusCase(JSONValue(parsing: line))
      } catch {
        throw CorpusError(description: "\(file.lastPathComponent):\(index + 1): \(error)")
      }
    }
  }
}

struct CorpusError: Error, CustomStringConvertible {
  let description: String
}

extension CorpusCase {
  init(_ json: JSONValue) throws(JSONFormError) {
    id = try json.member("id", JSONValue.asString)
    group = try json.member("group", JSONValue.asString)
    name = try json.member("name", JSONValue.asString)
    fn = try json.member("fn", JSONValue.asString)
    params = json["params"] ?? .object([:])
    python = try json.member("py", JSONValue.asString)
    source = try json.optionalMember("src", JSONValue.asString)
    x64 = try json.member("x64", JSONValue.asBool)
    partitionable = try json.optionalMember("threefry_partitionable", JSONValue.asBool) ?? false
    inputs = try json.member("inputs", JSONValue.asArray(of: Tensor.init))
    outputs = try json.member("outputs", JSONValue.asArray(of: Tensor.init))
    outputTree = try json.optionalMember("out_tree", JSONValue.asString)
    tolerance = try json.member("tol", Tolerance.init)
    jvp = try json.optionalMember("jvp") { json throws(JSONFormError) in
      try Derivative(json, given: "in_tangents", expected: "out_tangents")
    }
    vjp = try json.optionalMember("vjp") { json throws(JSONFormError) in
      try Derivative(json, given: "out_cotangents", expected: "in_cotangents")
    }
    derivativeTolerance = try json.optionalMember("tol_ad", Tolerance.init)
    let inputs = inputs
    vmap =
      try json.optionalMember("vmap") { json throws(JSONFormError) in
        try json.elements { json throws(JSONFormError) in try Batching(json, unbatched: inputs) }
      } ?? []
    jaxpr = try json.optionalMember("jaxpr", JSONJaxpr.init)
    flushesDenormals = try json.optionalMember("flush_denormals_sensitive", JSONValue.asBool) ?? false
    versionSensitive = Set(
      try json.optionalMember("version_sensitive", JSONValue.asArray(of: JSONValue.asString)) ?? [])
    note = json["note"]?.stringValue
  }
}

extension CorpusCase.Tolerance {
  init(_ json: JSONValue) throws(JSONFormError) {
    relative = try json.member("rtol", JSONValue.asDouble)
    absolute = try json.member("atol", JSONValue.asDouble)
    isExact = try json.optionalMember("exact", JSONValue.asBool) ?? false
  }
}

extension CorpusCase.Derivative {
  fileprivate init(_ json: JSONValue, given: String, expected: String) throws(JSONFormError) {
    inputs = try json.member("wrt", JSONValue.asArray(of: JSONValue.asInt))
    if let error = try json.optionalMember("error", JSONValue.asString) {
      result = .error(error)
    } else {
      let tensors = JSONValue.asArray(of: Tensor.init)
      result = .values(given: try json.member(given, tensors), expected: try json.member(expected, tensors))
    }
  }
}

extension CorpusCase.Batching {
  fileprivate init(_ json: JSONValue, unbatched: [Tensor]) throws(JSONFormError) {
    axes = try json.member("in_axes") { json throws(JSONFormError) in
      try json.elements { json throws(JSONFormError) in json == .null ? nil : try JSONValue.asInt(json) }
    }
    let batched = try json.member("inputs") { json throws(JSONFormError) in
      try json.elements { json throws(JSONFormError) in json == .null ? nil : try Tensor(json) }
    }
    guard axes.count == unbatched.count, batched.count == unbatched.count else {
      throw JSONFormError("\(axes.count) axes and \(batched.count) inputs stand for \(unbatched.count)")
    }
    inputs = zip(batched, unbatched).map { $0 ?? $1 }
    outputs = try json.member("outputs", JSONValue.asArray(of: Tensor.init))
  }
}
