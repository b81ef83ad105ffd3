import Lanewise
import LanewiseCore

// Control flow, and what it is made of.
extension FaceTable {
  mutating func addControl() {
    module = "jax.lax"
    value("cond", "pred true_fun false_fun *operands") { a in
      let (onTrue, onFalse) = (a.callable("true_fun"), a.callable("false_fun"))
      return Lax.cond(a.x("pred"), onTrue, onFalse, a["operands"]?.items ?? [])
    }
    value("switch", "index branches *operands") { a in
      let branches = a.interpreter.items(a["branches"] ?? .none).map { branch in
        { (operands: [Value]) in a.interpreter.call(branch, operands) }
      }
      return Lax.switch(a.x("index"), branches, a["operands"]?.items ?? [])
    }
    value("while_loop", "cond_fun body_fun init_val") { a in
      let (condition, body) = (a.callable("cond_fun"), a.callable("body_fun"))
      return Lax.whileLoop({ condition([$0]).number ?? false }, { body([$0]) }, a["init_val"] ?? .none)
    }
    value("fori_loop", "lower upper body_fun init_val") { a in
      let body = a.callable("body_fun")
      let step = { (i: NDArray, state: Value) in body([.array(i), state]) }
      let start = a["init_val"] ?? .none
      if let lower = a["lower"]?.int, let upper = a["upper"]?.int { return Lax.foriLoop(lower, upper, step, start) }
      return Lax.foriLoop(a.x("lower"), a.x("upper"), step, start)
    }
    value("scan", "f init xs length reverse unroll") { a in
      let f = a.callable("f")
      let step = { (carry: Value, x: Value) -> (Value, Value) in
        a.interpreter.pair(f([carry, x]))
      }
      let (carry, ys) = Lax.scan(
        step, a["init"] ?? .none, a["xs"] ?? .none, length: a.optionalInt("length"), reverse: a.bool("reverse"),
        unroll: a.int("unroll", 1))
      return .tuple([carry, ys])
    }
    value("map", "f xs batch_size") { a in
      let f = a.callable("f")
      return Lax.map({ (x: Value) in f([x]) }, a["xs"] ?? .none, batchSize: a.optionalInt("batch_size"))
    }
    value("associative_scan", "fn elems reverse axis") { a in
      let f = a.callable("fn")
      return Lax.associativeScan(
        { (x: Value, y: Value) in f([x, y]) }, a["elems"] ?? .none, reverse: a.bool("reverse"), axis: a.int("axis", 0))
    }
    array("custom_root", "f initial_guess solve tangent_solve") { a in
      let (f, solve, tangentSolve) = (a.callable("f"), a.callable("solve"), a.callable("tangent_solve"))
      let wrapped = { (f: @escaping (NDArray) -> NDArray) in
        Value.function { arguments, _ in .array(f(arguments.first?.number ?? 0)) }
      }
      return Lax.customRoot(
        { f([.array($0)]).number ?? 0 }, a.x("initial_guess"),
        solve: { solve([wrapped($0), .array($1)]).number ?? 0 },
        tangentSolve: { tangentSolve([wrapped($0), .array($1)]).number ?? 0 })
    }
    array("custom_linear_solve", "matvec b solve transpose_solve symmetric") { a in
      let (matvec, solve) = (a.callable("matvec"), a.callable("solve"))
      let wrapped = { (f: @escaping (NDArray) -> NDArray) in
        Value.function { arguments, _ in .array(f(arguments.first?.number ?? 0)) }
      }
      let transposeSolve: ((@escaping (NDArray) -> NDArray, NDArray) -> NDArray)?
      if a.isGiven("transpose_solve") {
        let solve = a.callable("transpose_solve")
        transposeSolve = { solve([wrapped($0), .array($1)]).number ?? 0 }
      } else {
        transposeSolve = nil
      }
      return Lax.customLinearSolve(
        { matvec([.array($0)]).number ?? 0 }, a.x("b"), solve: { solve([wrapped($0), .array($1)]).number ?? 0 },
        transposeSolve: transposeSolve, symmetric: a.bool("symmetric"))
    }
    collectives()
  }

  private mutating func collectives() {
    array("psum", "x axis_name") { Lax.psum($0.x("x"), $0.string("axis_name") ?? "") }
    array("pmean", "x axis_name") { Lax.pmean($0.x("x"), $0.string("axis_name") ?? "") }
    array("pmax", "x axis_name") { Lax.pmax($0.x("x"), $0.string("axis_name") ?? "") }
    array("pmin", "x axis_name") { Lax.pmin($0.x("x"), $0.string("axis_name") ?? "") }
    array("axis_index", "axis_name") { Lax.axisIndex($0.string("axis_name") ?? "") }
    array("ppermute", "x axis_name perm") { Lax.ppermute($0.x("x"), $0.string("axis_name") ?? "", $0.pairs("perm")) }
    array("pshuffle", "x axis_name perm") { Lax.pshuffle($0.x("x"), $0.string("axis_name") ?? "", $0.ints("perm")) }
    array("all_gather", "x axis_name axis tiled") {
      Lax.allGather($0.x("x"), $0.string("axis_name") ?? "", axis: $0.int("axis", 0), tiled: $0.bool("tiled"))
    }
    array("psum_scatter", "x axis_name scatter_dimension tiled") { a in
      Lax.psumScatter(
        a.x("x"), a.string("axis_name") ?? "", scatterDimension: a.int("scatter_dimension", 0), tiled: a.bool("tiled"))
    }
    array("all_to_all", "x axis_name split_axis concat_axis tiled") { a in
      Lax.allToAll(
        a.x("x"), a.string("axis_name") ?? "", splitAxis: a.int("split_axis"), concatAxis: a.int("concat_axis"),
        tiled: a.bool("tiled"))
    }
  }
}
