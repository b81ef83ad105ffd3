import LanewiseCore

/// Sums of products of arrays whose dimensions carry labels: what `einsum` and `matmul` mean.
enum Contraction {
  /// The product of all operands, summed over the labels that the result lacks, its dimensions in the result's order.
  /// Extents of one label are equal, or 1; every label of the result is one of an operand.
  static func contract(_ name: String, _ x: [NDArray], _ labels: [[Int]], _ result: [Int]) -> NDArray {
    let type = Promotion.join(x)
    var terms = zip(x, labels).map { Term($0.converted(to: type.dtype), $1).withoutRepeats() }
    let extents = extents(terms)
    terms = terms.map { $0.withoutStretched(extents) }
    for pair in path(terms.map(\.labels), extents, result) {
      let right = terms.remove(at: pair.1)
      let left = terms.remove(at: pair.0)
      let needed = Set(result).union(terms.flatMap(\.labels))
      terms.append(product(left, right, needed: needed, dtype: type.dtype))
    }
    let last = terms[0].summed(keeping: Set(result))
    return last.arranged(result).converted(to: type.dtype, weak: type.weak)
  }

  /// Which operands `contract` multiplies with each other, one pair after the other; a product stands last.
  static func path(_ x: [NDArray], _ labels: [[Int]], _ result: [Int]) -> [(Int, Int)] {
    let terms = zip(x, labels).map { Term($0, $1).withoutRepeats() }
    let extents = extents(terms)
    return path(terms.map { $0.withoutStretched(extents).labels }, extents, result)
  }

  private static func path(_ labels: [[Int]], _ extents: [Int: Int], _ result: [Int]) -> [(Int, Int)] {
    var terms = labels.map(Set.init)
    var pairs: [(Int, Int)] = []
    while terms.count > 1 {
      let (i, j) = cheapestPair(terms, extents, result)
      pairs.append((i, j))
      let both = terms.remove(at: j).union(terms.remove(at: i))
      terms.append(both.intersection(terms.reduce(Set(result)) { $0.union($1) }))
    }
    return pairs
  }

  /// The extent of each label: that of the longest dimension of that name.
  private static func extents(_ terms: [Term]) -> [Int: Int] {
    var extents: [Int: Int] = [:]
    for term in terms {
      for (label, extent) in zip(term.labels, term.array.shape) where extent != 1 || extents[label] == nil {
        extents[label] = extent
      }
    }
    return extents
  }

  /// One product, by `dot_general`: labels of both that are still needed are batched, the others summed.
  private static func product(_ a: Term, _ b: Term, needed: Set<Int>, dtype: DType) -> Term {
    let left = a.summed(keeping: needed.union(b.labels))
    let right = b.summed(keeping: needed.union(a.labels))
    let shared = left.labels.filter(right.labels.contains)
    let (batch, summed) = (shared.filter(needed.contains), shared.filter { !needed.contains($0) })
    let dims = DotGeneral.Dims(
      lhsContracting: left.places(summed), rhsContracting: right.places(summed), lhsBatch: left.places(batch),
      rhsBatch: right.places(batch))
    let free = (left.labels + right.labels).filter { !shared.contains($0) }
    return Term(Lax.dotGeneral(left.array, right.array, dims, resultDType: dtype), batch + free)
  }

  /// The pair whose product is smallest beside its factors: greedy, and the only one there is where there are two.
  private static func cheapestPair(_ terms: [Set<Int>], _ extents: [Int: Int], _ result: [Int]) -> (Int, Int) {
    guard terms.count > 2 else { return (0, 1) }
    func size(_ labels: Set<Int>) -> Double { labels.reduce(1) { $0 * Double(extents[$1] ?? 1) } }
    var best = (cost: Double.infinity, pair: (0, 1))
    for i in terms.indices {
      for j in terms.indices where j > i {
        let others = terms.indices.filter { $0 != i && $0 != j }.reduce(Set(result)) { $0.union(terms[$1]) }
        let kept = terms[i].union(terms[j]).intersection(others)
        let cost = size(kept) - size(terms[i]) - size(terms[j])
        if cost < best.cost { best = (cost, (i, j)) }
      }
    }
    return best.pair
  }

  private struct Term {
    let array: NDArray
    let labels: [Int]

    init(_ array: NDArray, _ labels: [Int]) {
      self.array = array
      self.labels = labels
    }

    func places(_ wanted: [Int]) -> [Int] { wanted.map { labels.firstIndex(of: $0)! } }

    /// The diagonal along dimensions of one label.
    func withoutRepeats() -> Term {
      for (place, label) in labels.enumerated() {
        guard let other = labels[(place + 1)...].firstIndex(of: label) else { continue }
        var rest = labels
        rest.remove(at: other)
        rest.remove(at: place)
        return Term(Matrices.diagonal(array, place, other, offset: 0), rest + [label]).withoutRepeats()
      }
      return self
    }

    /// Without the dimensions of extent 1 that another operand stretches.
    func withoutStretched(_ extents: [Int: Int]) -> Term {
      let stretched = labels.indices.filter { array.aval.shape[$0] == 1 && extents[labels[$0]] != 1 }
      guard !stretched.isEmpty else { return self }
      return Term(Lax.squeeze(array, stretched), labels.indices.filter { !stretched.contains($0) }.map { labels[$0] })
    }

    func summed(keeping kept: Set<Int>) -> Term {
      let axes = labels.indices.filter { !kept.contains(labels[$0]) }
      guard !axes.isEmpty else { return self }
      return Term(
        array.dtype == .bool ? Lax.reduceOr(array, axes) : Lax.reduceSum(array, axes), labels.filter(kept.contains))
    }

    func arranged(_ order: [Int]) -> NDArray { Lax.transpose(array, places(order)) }
  }
}
