/// Where Lanewise is right and JAX 0.4.34 is not: cases that are not held to JAX's numbers in one of their parts.
enum Exceptions {
  /// By case without its number: the part, and why.
  private static let all: [String: (part: String, reason: String)] = [
    "scipy/special_spence": (
      "vjp", "Between 1 and 2 JAX's is NaN, for a branch that is not taken has the logarithm of a negative number."
    )
  ]

  /// The reason, where there is one.
  static func reason(_ id: String, _ part: String) -> String? {
    let name = id.split(separator: "/").dropLast().joined(separator: "/")
    return all[name].flatMap { $0.part == part ? $0.reason : nil }
  }
}
