import LanewiseEngine

/// How the text that a jaxpr was read from writes what the jaxpr itself does not say, so that it prints the same again.
package struct JaxprSpelling: Sendable {
  /// The types of variables whose dtype does not exist here, by variable.
  package var types: [Int: String] = [:]
  /// Variables that have a name although nothing uses them.
  package var named: Set<Int> = []
  /// Numbers that are not written as they are held: `0.1` in float32 is 0.10000000149011612. By literal.
  package var literals: [Int: String] = [:]
  /// The types of the constants, its own and those of programs in it, for which no array was given.
  package var missing: [AbstractArray] = []
}
