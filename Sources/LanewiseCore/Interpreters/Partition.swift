import LanewiseEngine

/// A program in two: what its known operands determine, and the rest.
package struct PartitionedJaxpr {
  /// Takes the known operands; gives the known results, then the residuals.
  package let known: Jaxpr
  /// Takes the residuals, then the unknown operands; gives the unknown results.
  package let unknown: Jaxpr
  package let outUnknown: [Bool]
}

extension Jaxpr {
  /// Partial evaluation: everything that does not depend on an operand that `unknown` marks is known. A result that
  /// `force` marks counts as unknown in any case.
  package func partitioned(unknown: [Bool], force: [Bool]) -> PartitionedJaxpr {
    let form = derived.form(.partition(unknown, force)) {
      var rest: Jaxpr!
      var mask: [Bool] = []
      let knownTypes = zip(inputTypes, unknown).filter { !$1 }.map(\.0)
      let known = stage(knownTypes) { x in
        let trace = LinearTrace(parent: Context.current.trace)
        var values = x.makeIterator()
        let operands = zip(inputTypes, unknown).map { $1 ? trace.input($0) : values.next()! }
        let outputs = trace.run { self(operands) }
        mask = zip(outputs, force).map { trace.owns($0) || $1 }
        rest = trace.finish(zip(outputs, mask).filter(\.1).map(\.0))
        return zip(outputs, mask).filter { !$1 }.map(\.0) + rest.constants
      }
      return DerivedForms.Form(jaxprs: [known, rest.withConstantsAsInputs], mask: mask)
    }
    return PartitionedJaxpr(known: form.jaxprs[0], unknown: form.jaxprs[1], outUnknown: form.mask)
  }
}
