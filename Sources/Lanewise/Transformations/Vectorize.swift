import LanewiseCore

/// `f`, written for arrays of a few dimensions, for arrays of more (`jnp.vectorize`): it is applied along the last ones,
/// and the others are broadcast against each other, as NumPy's universal functions do.
///
/// The signature says how many dimensions `f` takes and gives, under names that must stand for equal sizes. Without one
/// `f` is for scalars.
///
/// ```swift
/// let product = vectorize({ (m: NDArray, v: NDArray) in matmul(m, v) }, signature: "(m,n),(n)->(m)")
/// product(ones([5, 2, 3]), ones([3])).shape  // [5, 2]
/// ```
public func vectorize(
  _ f: @escaping (NDArray) -> NDArray, signature: String? = nil
) -> @Sendable (NDArray) -> NDArray {
  let vectorized = Vectorized(signature, f)
  return { vectorized($0) }
}

/// The same for a function with several results.
@_disfavoredOverload
public func vectorize<each R: Tree>(
  _ f: @escaping (NDArray) -> (repeat each R), signature: String? = nil
) -> @Sendable (NDArray) -> (repeat each R) {
  let vectorized = Vectorized(signature) { (x: NDArray) in
    let r = f(x)
    return Pack(repeat each r)
  }
  return { vectorized($0).values }
}

/// The same for two arguments.
public func vectorize<R: Tree>(
  _ f: @escaping (NDArray, NDArray) -> R, signature: String? = nil
) -> @Sendable (NDArray, NDArray) -> R {
  let vectorized = Vectorized(signature) { (p: Pack<NDArray, NDArray>) in f(p.values.0, p.values.1) }
  return { a, b in vectorized(Pack(a, b)) }
}

/// The same for two arguments and several results.
@_disfavoredOverload
public func vectorize<each R: Tree>(
  _ f: @escaping (NDArray, NDArray) -> (repeat each R), signature: String? = nil
) -> @Sendable (NDArray, NDArray) -> (repeat each R) {
  let vectorized = Vectorized(signature) { (p: Pack<NDArray, NDArray>) in
    let r = f(p.values.0, p.values.1)
    return Pack(repeat each r)
  }
  return { a, b in vectorized(Pack(a, b)).values }
}

/// The same for three arguments.
public func vectorize<R: Tree>(
  _ f: @escaping (NDArray, NDArray, NDArray) -> R, signature: String? = nil
) -> @Sendable (NDArray, NDArray, NDArray) -> R {
  let vectorized = Vectorized(signature) { (p: Pack<NDArray, NDArray, NDArray>) in
    f(p.values.0, p.values.1, p.values.2)
  }
  return { a, b, c in vectorized(Pack(a, b, c)) }
}

/// A signature such as `(m,n),(n)->(m)`: the names of the core dimensions of each argument and result.
struct UniversalSignature: Sendable {
  let text: String
  let inputs: [[Substring]]
  let outputs: [[Substring]]

  /// Nil where the text is not a signature.
  init?(_ text: String) {
    let compact = text.filter { !$0.isWhitespace }
    let parts = compact.split(separator: "->", omittingEmptySubsequences: false)
    guard parts.count == 2, let inputs = Self.lists(parts[0]), let outputs = Self.lists(parts[1]) else { return nil }
    self.text = text
    self.inputs = inputs
    self.outputs = outputs
  }

  /// `(m,n),(n)` as lists of names.
  private static func lists(_ text: Substring) -> [[Substring]]? {
    var rest = text
    var lists: [[Substring]] = []
    while true {
      guard rest.first == "(", let end = rest.firstIndex(of: ")") else { return nil }
      let inside = rest[rest.index(after: rest.startIndex)..<end]
      let names = inside.isEmpty ? [] : inside.split(separator: ",", omittingEmptySubsequences: false)
      guard names.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }) else {
        return nil
      }
      lists.append(names)
      rest = rest[rest.index(after: end)...]
      if rest.isEmpty { return lists }
      guard rest.first == "," else { return nil }
      rest = rest.dropFirst()
    }
  }
}

/// A function of arrays along their last dimensions.
private final class Vectorized<Arguments: Tree, Result: Tree>: @unchecked Sendable {
  private let stated: String?
  private let body: (Arguments) -> Result

  init(_ signature: String?, _ body: @escaping (Arguments) -> Result) {
    stated = signature
    self.body = body
  }

  func callAsFunction(_ arguments: Arguments) -> Result {
    let leaves = treeLeaves(arguments)
    let function = TreeFunction(arguments, body)
    if leaves.contains(where: \.isPoisoned) { return function.poisoned() }
    guard let (signature, loops, cores) = shapes(leaves), let shape = broadcast(loops) else {
      return function.poisoned()
    }
    var isRight = true
    let results = loop(leaves, loops, shape[...]) { x in
      let results = function(x)
      if isRight { isRight = self.fits(results, signature, cores) }
      return results
    }
    return isRight ? function.rebuilt(results) : function.rebuilt(results.map { .poisoned($0.aval) })
  }

  /// Batches over the leading dimensions, one after the other; an array that has none there, or only one place, is the
  /// same for all.
  private func loop(
    _ x: [NDArray], _ loops: [[Int]], _ shape: ArraySlice<Int>, _ f: ([NDArray]) -> [NDArray]
  ) -> [NDArray] {
    guard let size = shape.first else { return f(x) }
    var operands = x
    var axes = [Int?](repeating: nil, count: x.count)
    var inner = loops
    for index in x.indices where loops[index].count == shape.count {
      inner[index].removeFirst()
      if loops[index][0] == size {
        axes[index] = 0
      } else {
        operands[index] = Lax.squeeze(x[index], [0])
      }
    }
    return batch(operands, axes: axes, size: size) { self.loop($0, inner, shape.dropFirst(), f) }
      .map { $0.value.isPoisoned ? $0.value : Lax.moveBatch($0.value, from: $0.axis, to: 0, size: size) }
  }

  /// The signature, the leading dimensions of each argument, and the sizes of the core ones; nil after a mistake.
  private func shapes(_ x: [NDArray]) -> (UniversalSignature?, [[Int]], [Substring: Int])? {
    guard let stated else { return (nil, x.map(\.shape), [:]) }
    guard let signature = UniversalSignature(stated) else {
      report(
        LanewiseError(
          .value, "vectorize: not a valid gufunc signature: \(stated). It should look like (m,n),(n)->(m)."))
      return nil
    }
    guard signature.inputs.count == x.count else {
      report(
        LanewiseError(
          .value,
          "vectorize: wrong number of positional arguments: expected \(signature.inputs.count), got \(x.count) on a function with signature='\(stated)'."
        ))
      return nil
    }
    var sizes: [Substring: Int] = [:]
    var loops: [[Int]] = []
    for (array, names) in zip(x, signature.inputs) {
      guard array.ndim >= names.count else {
        report(
          LanewiseError(
            .shape,
            "vectorize: input with shape \(array.aval.shape) does not have enough dimensions for all core dimensions (\(names.joined(separator: ","))) on a function with signature='\(stated)'."
          ))
        return nil
      }
      loops.append(Array(array.shape.dropLast(names.count)))
      guard bind(names, array.shape.suffix(names.count), &sizes) else { return nil }
    }
    return (signature, loops, sizes)
  }

  /// Notes the sizes of named dimensions; false after a mistake.
  private func bind(_ names: [Substring], _ shape: ArraySlice<Int>, _ sizes: inout [Substring: Int]) -> Bool {
    for (name, size) in zip(names, shape) {
      guard let known = sizes[name], known != size else {
        sizes[name] = size
        continue
      }
      report(
        LanewiseError(
          .shape,
          "vectorize: inconsistent size for core dimension '\(name)': \(size) vs \(known) on a function with signature='\(stated ?? "")'."
        ))
      return false
    }
    return true
  }

  private func broadcast(_ shapes: [[Int]]) -> [Int]? {
    let rank = shapes.map(\.count).max() ?? 0
    var result = [Int](repeating: 1, count: rank)
    for shape in shapes {
      for (offset, size) in shape.enumerated() {
        let place = rank - shape.count + offset
        guard size == result[place] || size == 1 || result[place] == 1 else {
          report(
            LanewiseError(
              .shape,
              "vectorize: the loop dimensions \(shapes.map { Shape($0).description }.joined(separator: ", ")) cannot be broadcast together."
            ))
          return nil
        }
        if size != 1 { result[place] = size }
      }
    }
    return result
  }

  /// Whether the results have the core dimensions that the signature says.
  private func fits(_ results: [NDArray], _ signature: UniversalSignature?, _ cores: [Substring: Int]) -> Bool {
    guard !results.contains(where: \.isPoisoned) else { return true }
    let outputs = signature?.outputs ?? results.map { _ in [] }
    guard outputs.count == results.count else {
      report(
        LanewiseError(
          .value,
          "vectorize: the function gave \(results.count) results, but its signature='\(stated ?? "")' has \(outputs.count)."
        ))
      return false
    }
    var sizes = cores
    for (result, names) in zip(results, outputs) {
      guard result.ndim == names.count else {
        report(
          LanewiseError(
            .shape,
            "vectorize: output shape \(result.aval.shape) does not match core dimensions (\(names.joined(separator: ","))) on a function with signature='\(stated ?? "() -> ()")'."
          ))
        return false
      }
      guard bind(names, result.shape[...], &sizes) else { return false }
    }
    return true
  }
}
