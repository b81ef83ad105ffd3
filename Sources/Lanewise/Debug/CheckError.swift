import LanewiseCore

/// The first error of a function that `checkify` watched, or none (`jax.experimental.checkify.Error`). It is a tree: a
/// compiled or batched function can give it.
public struct CheckError: Tree, Sendable, CustomStringConvertible {
  let sites: CheckSites
  /// 0, or which place of the program the error is from.
  let code: NDArray
  /// The arrays that errors speak of.
  let slots: [[NDArray]]

  public func walk(_ w: inout TreeWalker) -> CheckError {
    CheckError(sites: w.fixed(sites), code: w(code, "code"), slots: w(slots, "slots"))
  }

  /// What went wrong; nil where nothing did. Of a batch there is a line for each example in which something did.
  public func get() -> String? {
    let lines = lines(at: [])
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// What went wrong in each example of a batch, of which this is the one at `place`.
  private func lines(at place: [Int]) -> [String] {
    guard code.ndim == 0 else {
      return (0..<code.shape[0]).flatMap { index in
        CheckError(
          sites: sites, code: Lax.slice(code, at: index), slots: slots.map { $0.map { Lax.slice($0, at: index) } }
        ).lines(at: place + [index])
      }
    }
    let number = Int(code)
    guard number != 0 else { return [] }
    let message = sites.message(number, slots)
    return [place.isEmpty ? message : "at mapped index \(place.map(String.init).joined(separator: ", ")): \(message)"]
  }

  /// Throws the error, if there is one.
  public func `throw`() throws {
    if let message = get() { throw LanewiseError(.value, message) }
  }

  public var description: String { "Error(\(get() ?? "None"))" }
}
