import Lanewise
import Testing

@testable import LanewiseCore

/// Random functions, transformed and traced: the text is read back to the same text and computes the same bits.
@Suite struct RandomJaxprTextTests {
  @Test(arguments: 0..<60) func textsOfTracedFunctionsAreReadBack(_ seed: Int) throws {
    let f = RandomFunction(seed: UInt64(seed))
    let x = NDArray([0.25, -0.5, 1.5] as [Float])
    let xs = NDArray([0.25, -0.5, 1.5, 0.75, 1, -2] as [Float], shape: [2, 3])
    let loss = { (x: NDArray) in f(x).sum() }
    let programs: [(String, Jaxpr, NDArray)] = [
      ("plain", makeJaxpr { (x: NDArray) in f(x) }(x), x), ("grad", makeJaxpr(grad(loss))(x), x),
      ("vmap", makeJaxpr(vmap { (x: NDArray) in f(x) })(xs), xs), ("jit", makeJaxpr(jit(grad(loss)))(x), x),
      ("vmap of grad", makeJaxpr(vmap(grad(loss)))(xs), xs),
    ]
    for (name, program, operand) in programs {
      let text = program.description
      let read = try Jaxpr(parsing: text, constants: program.constants)
      #expect(read.description == text, "seed \(seed), \(name)")
      func bits(_ x: [NDArray]) -> [UInt32] { x[0].asArray(Float.self).map(\.bitPattern) }
      #expect(bits(read(operand)) == bits(program(operand)), "seed \(seed), \(name):\n\(text)")
    }
  }
}

/// A random composition of operations, loops, branches and calls, from three numbers to three numbers; the same each
/// time it is called.
private struct RandomFunction: Sendable {
  let seed: UInt64

  func callAsFunction(_ x: NDArray) -> NDArray {
    var random = SplitMix(state: seed)
    return Self.value(x, depth: 3, &random)
  }

  private static func value(_ x: NDArray, depth: Int, _ random: inout SplitMix) -> NDArray {
    guard depth > 0 else { return leaf(x, &random) }
    // What is inside a program is traced as often as the program's kind wants; it must come out the same each time.
    let (first, second) = (random, SplitMix(state: random.next()))
    func inner(_ x: NDArray) -> NDArray {
      var own = first
      return value(x, depth: depth - 1, &own)
    }
    func other(_ x: NDArray) -> NDArray {
      var own = second
      return value(x, depth: depth - 1, &own)
    }
    switch random.next() % 10 {
    case 0: return inner(x) + other(x) * 0.1
    case 1: return inner(other(x))
    case 2: return jit({ (y: NDArray) in inner(y) }, name: "inner")(x) - x
    case 3: return Lax.cond(x[0] .> 0.5, { (y: NDArray) in inner(y) }, { (y: NDArray) in other(y) }, x)
    case 4: return Lax.scan({ (c: NDArray, i: NDArray) in (inner(c) * i, c) }, x, NDArray([0.5, 1.5] as [Float])).0
    case 5: return Lax.foriLoop(0, 2, { (_: NDArray, c: NDArray) in tanh(inner(c)) }, x)
    case 6: return Lax.switch(NDArray(Int32(1)), [{ (y: NDArray) in inner(y) }, { (y: NDArray) in other(y) }], x)
    case 7: return `where`(x .> 0, inner(x), 2.0)
    case 8: return NN.relu(inner(x)) + x.sum()
    default: return checkpoint { (y: NDArray) in inner(y) }(x)
    }
  }

  private static func leaf(_ x: NDArray, _ random: inout SplitMix) -> NDArray {
    switch random.next() % 8 {
    case 0: return sin(x)
    case 1: return exp(-x)
    case 2: return x * x[.stride(by: -1)]
    case 3: return cumsum(x)
    case 4: return x.at[1].add(2.0)
    case 5: return maximum(x, 0.3)
    case 6: return matmul(x, x) * x
    default: return x[NDArray([2, 0, 0] as [Int32])]
    }
  }
}
