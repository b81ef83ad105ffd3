import LanewiseCore

/// Einstein's summation (`jnp.einsum`): the operands' dimensions are labelled by letters; the products are summed over
/// the labels that the result lacks.
///
/// - `"ij,jk->ik"` is the matrix product, `"ii->i"` a diagonal, `"ij->"` a sum, `"ij->ji"` a transpose.
/// - Without `->` the result has the labels that occur once, in alphabetical order.
/// - `...` stands for any further dimensions, which are broadcast.
/// - Extents of one label must be equal, or 1.
///
/// ```swift
/// print(einsum("ij,j->i", [[1, 2], [3, 4]], [10, 1]))  // [12 34]
/// ```
public func einsum(_ subscripts: String, _ x: NDArray...) -> NDArray { einsum(subscripts, x) }

/// Einstein's summation of any number of operands (`jnp.einsum`).
public func einsum(_ subscripts: String, _ x: [NDArray]) -> NDArray {
  do {
    let form = try Subscripts(subscripts, x.map(\.shape))
    guard Check.isShape("einsum", form.resultShape) else { return .poisoned(x[0].aval) }
    return Contraction.contract("einsum", x, form.operands, form.result)
  } catch {
    let like = x.max { $0.ndim < $1.ndim }?.aval ?? AbstractArray([], .float32)
    return fail(.value, "einsum: \"\(subscripts)\": \(error.why)", like: like)
  }
}

/// The order in which `einsum` multiplies its operands (`jnp.einsum_path`): the places of two operands at a time, whose
/// product then stands behind those that are left. The pair whose product is smallest beside its factors comes first.
/// Only the operands' shapes count.
///
/// ```swift
/// einsumPath("ij,jk,k->i", ones([10, 20]), ones([20, 30]), ones([30]))  // [[1, 2], [0, 1]]
/// ```
public func einsumPath(_ subscripts: String, _ x: NDArray...) -> [[Int]] {
  do {
    let form = try Subscripts(subscripts, x.map(\.shape))
    if x.count == 1 { return [[0]] }
    return Contraction.path(x, form.operands, form.result).map { [$0, $1] }
  } catch {
    report(LanewiseError(.value, "einsum_path: \"\(subscripts)\": \(error.why)"))
    return []
  }
}

/// An einsum's text, with a label for every dimension: a letter's code point, or below 0 what `...` stands for, counted
/// from the last.
private struct Subscripts {
  struct Mistake: Error { let why: String }

  private(set) var operands: [[Int]] = []
  private(set) var result: [Int] = []
  private var extents: [Int: Int] = [:]
  var resultShape: [Int] { result.map { extents[$0] ?? 1 } }

  init(_ text: String, _ shapes: [[Int]]) throws(Mistake) {
    let sides = try Subscripts.sides(text.filter { $0 != " " })
    let terms = Subscripts.split(sides.operands, at: ",")
    guard terms.count == shapes.count, !shapes.isEmpty else {
      throw Mistake(
        why:
          "it names \(terms.count) operand\(terms.count == 1 ? "" : "s"), but there \(shapes.count == 1 ? "is 1" : "are \(shapes.count)")."
      )
    }
    for (index, shape) in shapes.enumerated() {
      let labels = try Subscripts.labels(
        terms[index], rank: shape.count, what: "operand \(index + 1), of shape \(Shape(shape))")
      for label in Set(labels) where label >= 0 {
        let own = Set(zip(labels, shape).filter { $0.0 == label }.map(\.1))
        guard own.count == 1 else {
          throw Mistake(
            why:
              "label '\(Subscripts.name(label))' names dimensions of the extents \(own.sorted()) in operand \(index + 1); a diagonal needs equal ones."
          )
        }
      }
      for (label, extent) in zip(labels, shape) {
        let known = extents[label] ?? 1
        guard known == extent || known == 1 || extent == 1 else {
          let name = label < 0 ? "a dimension of '...'" : "label '\(Subscripts.name(label))'"
          throw Mistake(
            why:
              "\(name) has the extent \(extent) in operand \(index + 1), of shape \(Shape(shape)), but \(known) before; they must be equal."
          )
        }
        extents[label] = Swift.max(known, extent == 1 ? known : extent)
        if extent == 0 { extents[label] = 0 }
      }
      operands.append(labels)
    }
    let all = operands.flatMap { $0 }
    let ellipsis = Set(all.filter { $0 < 0 }).sorted()
    if let wanted = sides.result {
      result = try Subscripts.labels(wanted, rank: nil, what: "the result", ellipsis: ellipsis)
      if let unknown = result.first(where: { !all.contains($0) }) {
        throw Mistake(
          why:
            "the result's label '\(Subscripts.name(unknown))' is not one of the operands; use only labels that they have."
        )
      }
      guard Set(result).count == result.count else {
        throw Mistake(why: "the result names a label twice; each may be named once.")
      }
    } else {
      var counts: [Int: Int] = [:]
      for label in all { counts[label, default: 0] += 1 }
      result = ellipsis + counts.filter { $0.key >= 0 && $0.value == 1 }.keys.sorted()
    }
  }

  private static func name(_ label: Int) -> String { Unicode.Scalar(UInt32(label)).map { String($0) } ?? "?" }

  private static func split(_ text: [Unicode.Scalar], at separator: Unicode.Scalar) -> [[Unicode.Scalar]] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(Array.init)
  }

  private static func sides(_ text: String) throws(Mistake) -> (operands: [Unicode.Scalar], result: [Unicode.Scalar]?) {
    let scalars = Array(text.unicodeScalars)
    guard let dash = scalars.firstIndex(of: "-") else { return (scalars, nil) }
    guard dash + 1 < scalars.count, scalars[dash + 1] == ">", !scalars[(dash + 2)...].contains("-") else {
      throw Mistake(why: "the result must follow one '->'.")
    }
    return (Array(scalars[..<dash]), Array(scalars[(dash + 2)...]))
  }

  /// The labels of one term; `...` takes the dimensions that its letters leave.
  private static func labels(
    _ term: [Unicode.Scalar], rank: Int?, what: String, ellipsis: [Int] = []
  ) throws(Mistake) -> [Int] {
    var letters: [Int] = []
    var dots: Int?
    var place = 0
    while place < term.count {
      let scalar = term[place]
      if scalar == "." {
        guard dots == nil, place + 2 < term.count, term[place + 1] == ".", term[place + 2] == "." else {
          throw Mistake(why: "dots must be '...', once in \(what).")
        }
        dots = letters.count
        place += 3
      } else {
        guard scalar.properties.isAlphabetic else {
          throw Mistake(why: "'\(scalar)' is not a label; labels are letters.")
        }
        letters.append(Int(scalar.value))
        place += 1
      }
    }
    guard let rank else {
      if let dots { letters.insert(contentsOf: ellipsis, at: dots) }
      return letters
    }
    let left = rank - letters.count
    guard left >= 0, left == 0 || dots != nil else {
      throw Mistake(
        why:
          "\(letters.count) label\(letters.count == 1 ? "" : "s") for \(what), which has \(rank) dimension\(rank == 1 ? "" : "s"); give one label for each, or use '...'."
      )
    }
    if let dots { letters.insert(contentsOf: (0..<left).map { $0 - left }, at: dots) }
    return letters
  }
}
