import Lanewise
import Testing

/// Expects that `body` reports an error of this kind, whose sentence begins with the function's name and has the parts.
func expectError(
  _ name: String, _ kind: LanewiseError.Kind, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () -> Any
) {
  do {
    _ = try catching(body)
    Issue.record("no error", sourceLocation: sourceLocation)
  } catch let error as LanewiseError {
    #expect(error.kind == kind, "\(error)", sourceLocation: sourceLocation)
    #expect(error.message.hasPrefix(name + ":"), "\(error)", sourceLocation: sourceLocation)
    for part in parts { #expect(error.message.contains(part), "\(error)", sourceLocation: sourceLocation) }
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}
