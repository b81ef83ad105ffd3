import LanewiseEngine

/// How the text that a jaxpr was read from writes what the jaxpr itself does not say, so that it prints the same again.
package struct JaxprSpelling: Sendable {
  /// The types of variables whose dtype does not exist here, by variable.
  package var types: [Int: String] = [:]
  /// Variables that have a name although nothing uses them.
  package var named: Set<Int> = []
  /// Variables whose name ends with `_`, as that of some of JAX's does.
  package var suffixed: Set<Int> = []
  /// Numbers that are not written as they are held: `0.1` in float32 is 0.10000000149011612. By literal.
  package var literals: [Int: String] = [:]
  /// The same for programs that look the same in the text, names of variables included: JAX gives no name twice, so
  /// these have their variables in common.
  var likeness: ProgramSyntax.Likeness?
  /// The programs that stand before it with a name.
  package var definitions: [(name: String, program: Jaxpr)] = []
  /// The types of the constants, its own and those of programs in it, for which no array was given.
  package var missing: [AbstractArray] = []
}
