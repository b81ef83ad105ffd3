import Lanewise

/// Programs of the corpus as a user of Lanewise writes them, by the ids of their cases without the number: the public
/// functions are held to JAX's numbers, not only the primitives that JAX's jaxpr is made of.
enum HandWritten {
  typealias Program = @Sendable ([NDArray]) -> [NDArray]

  static let all = [composites, fromTheCorpus, controlFlow, edgeDerivatives, linearAlgebra, linearAlgebraFunctions]
    .reduce([:]) { $0.merging($1) { $1 } }
}
