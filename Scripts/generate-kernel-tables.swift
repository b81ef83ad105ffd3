// Writes the kernels' tables and the integer lanes: `swift Scripts/generate-kernel-tables.swift` from the package's
// root. A kernel must be a closure literal over concrete types (a C function pointer cannot be made from a generic
// function), so what is a loop over types and operators here is a line a kernel there.

import Foundation

let root = "Sources/LanewiseKernels/"
let header = "// Written by Scripts/generate-kernel-tables.swift; change that, not this.\n\n"

func write(_ path: String, _ text: String) {
  try! (header + text).write(toFile: root + path, atomically: true, encoding: .utf8)
}

// MARK: Lanes

let integers = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"]
let floats = ["f32", "f64"]
let complexes = ["c64", "c128"]
let types = [
  "bool": "Bool8", "i8": "I8", "i16": "I16", "i32": "I32", "i64": "I64", "u8": "U8", "u16": "U16", "u32": "U32",
  "u64": "U64", "f32": "F32", "f64": "F64", "c64": "C64", "c128": "C128",
]
let parts = ["c64": "Float", "c128": "Double", "f32": "Float", "f64": "Double"]

func integerLane(_ lane: String) -> String {
  let bits = Int(lane.dropFirst())!
  let isSigned = lane.first == "i"
  let scalar = (isSigned ? "Int" : "UInt") + "\(bits)"
  let signature = "  @inline(__always) static func"
  var text = """

    /// \(scalar) in vectors of 16.
    enum \(types[lane]!): \(isSigned ? "SignedIntegerLanes" : "IntegerLanes"), CountingLanes {
      typealias V = SIMD16<\(scalar)>
      typealias Mask = Bool8
      @inline(__always) static var width: Int { 16 }
      @inline(__always) static var byteCount: Int { \(bits / 8) }
      @inline(__always) static var zero: V { V(repeating: 0) }
      @inline(__always) static var one: V { V(repeating: 1) }
      @inline(__always) static var lowest: V { V(repeating: .min) }
      @inline(__always) static var highest: V { V(repeating: .max) }
      @inline(__always) static var noBits: V { zero }
      @inline(__always) static var allBits: V { lw_not_\(lane)(zero) }
      @inline(__always) static func load(_ p: UnsafeRawPointer) -> V { lw_load_\(lane)(p) }
      @inline(__always) static func store(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_\(lane)(p, a) }
      @inline(__always) static func splat(_ p: UnsafeRawPointer) -> V { lw_splat_\(lane)(p) }
      @inline(__always) static func storeFirst(_ p: UnsafeMutableRawPointer, _ a: V) { lw_store_first_\(lane)(p, a) }
      @inline(__always) static func storeHead(_ p: UnsafeMutableRawPointer, _ a: V, _ n: Int) {
        lw_store_head_\(lane)(p, a, Int64(n))
      }
      @inline(__always) static func head(_ n: Int, _ a: V, _ b: V) -> V { lw_head_\(lane)(Int64(n), a, b) }
      @inline(__always) static func moved(_ a: V, _ n: Int) -> V { lw_moved_\(lane)(a, Int64(n)) }
      @inline(__always) static func gather(_ p: UnsafeRawPointer, stride: Int, last: Int) -> V {
        lw_gather_\(lane)(p, Int64(stride &* byteCount), Int64(last))
      }
      @inline(__always) static func even(_ a: V, _ b: V) -> V { lw_even_\(lane)(a, b) }
      @inline(__always) static func odd(_ a: V, _ b: V) -> V { lw_odd_\(lane)(a, b) }
      @inline(__always) static func count(from start: Int) -> V { lw_count_\(lane)(Int64(start)) }
      @inline(__always) static func select(_ mask: Mask.V, _ a: V, _ b: V) -> V { lw_select_\(lane)(mask, a, b) }

    """
  for name in ["neg", "abs", "sign", "not", "popcount", "clz"] {
    text += "\(signature) \(name)(_ a: V) -> V { lw_\(name)_\(lane)(a) }\n"
  }
  for name in ["add", "sub", "mul", "div", "rem", "pow", "max", "min", "and", "or", "xor", "shl", "sar", "shr"] {
    text += "\(signature) \(name)(_ a: V, _ b: V) -> V { lw_\(name)_\(lane)(a, b) }\n"
  }
  for (name, function) in isSigned ? [("floorDiv", "floor_div"), ("floorRem", "floor_rem")] : [] {
    text += "\(signature) \(name)(_ a: V, _ b: V) -> V { lw_\(function)_\(lane)(a, b) }\n"
  }
  for name in ["eq", "ne", "lt", "le", "gt", "ge"] {
    text += "\(signature) \(name)(_ a: V, _ b: V) -> Mask.V { lw_\(name)_\(lane)(a, b) }\n"
  }
  return text + "}\n"
}

write("Lanes/Integers.swift", "import LanewiseShims\n" + integers.map(integerLane).joined())

// MARK: Tables

/// One function that fills some entries.
struct Table {
  let name: String
  var lines: [String] = []

  mutating func add(_ index: String, _ call: String) {
    let line = "  t[KernelIndex.\(index)] = { \(call) }"
    if line.count <= 120 {
      lines.append(line)
    } else {
      lines.append("  t[KernelIndex.\(index)] = {\n    \(call)\n  }")
    }
  }

  mutating func map(_ index: String, _ expression: String) { add(index, "map(\(expression).self, $0, $1, $2)") }

  var text: String { "func \(name)(_ t: UnsafeMutablePointer<Kernel?>) {\n" + lines.joined(separator: "\n") + "\n}\n" }
}

func write(_ path: String, _ tables: [Table]) { write(path, tables.map(\.text).joined(separator: "\n")) }
func capital(_ s: String) -> String { s.prefix(1).uppercased() + s.dropFirst() }

let sources = ["rr": ("R", "R"), "rc": ("R", "K"), "cr": ("K", "R")]
let sourceOrder = ["rr", "rc", "cr"]

/// The expression `op` over operands a and b from `sources`.
func binary(_ op: String, _ lane: String, _ source: String) -> String {
  let (x, y) = sources[source]!
  return "Apply2<\(op), \(x)A<\(lane)>, \(y)B<\(lane)>>"
}

// Unary

let analytic = [
  "sqrt", "rsqrt", "reciprocal", "exp", "exp2", "expm1", "log", "log1p", "sin", "cos", "tan", "asin", "acos", "atan",
  "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "logistic", "isFinite",
]
let real = [
  "floor", "ceil", "roundAwayFromZero", "roundToEven", "cbrt", "erf", "erfc", "erfInv", "lgamma", "digamma",
]
/// Of float32 alone.
let special = ["besselI0e", "besselI1e", "ndtri", "logNdtr"]

func unaryTable(_ lane: String, _ ops: [(String, String)]) -> Table {
  var table = Table(name: "fillUnary\(types[lane]!)")
  for (op, type) in ops {
    let full = type.contains("<") || special.contains(op) ? type : "\(type)<\(types[lane]!)>"
    table.map("unary(.\(op), .\(lane))", "Apply1<\(full), RA<\(types[lane]!)>>")
  }
  return table
}

let signs = ["neg", "sign", "square"].map { ($0, capital($0)) }
var unary = [unaryTable("bool", [("not", "Not")])]
for lane in integers {
  unary.append(
    unaryTable(
      lane,
      signs + [("abs", "IntegerAbs"), ("not", "Not"), ("populationCount", "Popcount"), ("clz", "Clz")]))
}
for lane in floats {
  let named = analytic + real + (lane == "f32" ? special : [])
  unary.append(unaryTable(lane, signs + [("abs", "FloatAbs")] + named.map { ($0, capital($0)) }))
}
for lane in complexes {
  let part = parts[lane]!
  let ofParts = lane == "c64" ? ["exp", "log", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh"] : []
  let operators = lane == "c64" ? ["square", "conj"] : []
  let ofPairs = lane == "c64" ? ["neg"] : []
  let toReal = lane == "c64" ? ["abs", "real", "imag"] : []
  let all =
    signs + analytic.map { ($0, capital($0)) } + [
      ("abs", "Magnitude<\(part)>"), ("conj", "Conjugate<\(part)>"), ("real", "RealPart<\(part)>"),
      ("imag", "ImaginaryPart<\(part)>"),
    ]
  var table = unaryTable(lane, all.filter { !(ofParts + operators + ofPairs + toReal).contains($0.0) })
  let toParts = ofParts.map { ($0, "ByParts<\(capital($0))OfParts>") } + operators.map { ($0, "\(capital($0))Parts") }
  for (op, type) in toParts {
    table.add("unary(.\(op), .\(lane))", "mapParts(\(type).self, PartsStream<A>.self, NoParts.self, $0, $1, $2)")
  }
  for op in ofPairs {
    table.add("unary(.\(op), .\(lane))", "mapPairs(Apply1<\(capital(op))<F32>, RA<F32>>.self, $0, $1, $2)")
  }
  for op in toReal { table.add("unary(.\(op), .\(lane))", "mapToReal(\(capital(op))Parts.self, $0, $1, $2)") }
  unary.append(table)
}
write("Tables/UnaryTable.swift", unary)

// Binary and comparisons

let arithmetic = ["add", "sub", "mul", "div", "pow"].map { ($0, capital($0)) }
let order = [("max", "Max"), ("min", "Min")]
let bits = [("and", "And"), ("or", "Or"), ("xor", "Xor")]
let shifts = [("shiftLeft", "Shl"), ("shiftRightArithmetic", "Sar"), ("shiftRightLogical", "Shr")]

func binaryTable(_ lane: String, _ ops: [(String, String)]) -> Table {
  var table = Table(name: "fillBinary\(types[lane]!)")
  for (op, type) in ops {
    for source in sourceOrder {
      let operand = op == "complex" ? "One<\(parts[lane]!)>" : types[lane]!
      let full = type.contains("<") ? type : "\(type)<\(types[lane]!)>"
      table.map("binary(.\(op), .\(lane), .\(source))", binary(full, operand, source))
    }
  }
  return table
}

/// Operands of complex numbers by their parts, and of parts as they lie.
let partsOperands = [
  ("rr", "PartsStream<A>.self, PartsStream<B>.self"), ("rc", "PartsStream<A>.self, PartsConstant<B>.self"),
  ("cr", "PartsConstant<A>.self, PartsStream<B>.self"),
]
let pairsOperands = [
  ("rr", "RA<F32>, RB<F32>"), ("rc", "RA<F32>, PairConstant<B>"), ("cr", "PairConstant<A>, RB<F32>"),
]

func compareTable(_ lane: String, _ ops: [String]) -> Table {
  var table = Table(name: "fillCompare\(types[lane]!)")
  for op in ops {
    for source in sourceOrder {
      table.map(
        "compare(.\(op), .\(lane), .\(source))", binary("\(capital(op))<\(types[lane]!)>", types[lane]!, source))
    }
  }
  return table
}

var binaries = [binaryTable("bool", order + bits)]
for lane in integers {
  let floor = lane.first == "i" ? [("floorDiv", "FloorDiv"), ("floorRem", "FloorRem")] : []
  binaries.append(binaryTable(lane, arithmetic + [("rem", "IntegerRem")] + floor + order + bits + shifts))
}
for lane in floats {
  let real = [("rem", "FloatRem"), ("atan2", "Atan2"), ("hypot", "Hypot"), ("nextafter", "Nextafter")]
  binaries.append(binaryTable(lane, arithmetic + real + order + [("complex", "MakeComplex<\(parts[lane]!)>")]))
}
for lane in complexes {
  let part = parts[lane]!
  let order = [("max", "LexicographicMax<\(part)>"), ("min", "LexicographicMin<\(part)>")]
  let ofPairs = lane == "c64" ? ["add", "sub"] : []
  let ofParts = lane == "c64" ? ["mul", "div"] : []
  var table = binaryTable(lane, arithmetic.filter { !(ofPairs + ofParts).contains($0.0) } + order)
  for op in ofPairs {
    for (source, operands) in pairsOperands {
      table.add(
        "binary(.\(op), .\(lane), .\(source))",
        "mapPairs(Apply2<\(capital(op))<F32>, \(operands)>.self, $0, $1, $2)")
    }
  }
  for op in ofParts {
    for (source, operands) in partsOperands {
      table.add(
        "binary(.\(op), .\(lane), .\(source))", "mapParts(\(capital(op))Parts.self, \(operands), $0, $1, $2)")
    }
  }
  binaries.append(table)
}
write("Tables/BinaryTable.swift", binaries)

var comparesParts = Table(name: "fillCompareC64")
for op in ["eq", "ne"] {
  for (source, operands) in partsOperands {
    comparesParts.add(
      "compare(.\(op), .c64, .\(source))", "compareParts(\(capital(op))Parts.self, \(operands), $0, $1, $2)")
  }
}
let comparisons = ["eq", "ne", "lt", "le", "gt", "ge"]
write(
  "Tables/CompareTable.swift",
  (["bool"] + integers + floats).map { compareTable($0, comparisons) }
    + [comparesParts, compareTable("c128", ["eq", "ne"])])

// Comparisons with the selects that they decide, and with other bools

let decisions = ["f32", "f64", "i32"].map { lane in
  var table = Table(name: "fillDecisions\(types[lane]!)")
  let type = types[lane]!
  for op in comparisons {
    for (source, y) in [("rr", "RB"), ("rc", "KB")] {
      let (comparison, operands) = ("\(capital(op))<\(type)>", "RA<\(type)>, \(y)<\(type)>")
      for (values, z, w) in [("rr", "RC", "RD"), ("rc", "RC", "KD"), ("cr", "KC", "RD"), ("cc", "KC", "KD")] {
        table.map(
          "compareSelect(.\(op), .\(lane), .\(source), .\(values))",
          "Decision<\(comparison), \(operands), \(z)<\(type)>, \(w)<\(type)>>")
      }
      if floats.contains(lane) {
        let mirror = "Apply2<Sub<\(type)>, KD<\(type)>, RC<\(type)>>"
        table.map(
          "compareMirror(.\(op), .\(lane), .\(source))",
          "Decision<\(comparison), \(operands), RC<\(type)>, \(mirror)>")
      }
      for join in ["and", "or"] {
        table.map(
          "compareJoin(.\(op), .\(lane), .\(source), .\(join))",
          "Apply2<\(capital(join))<Bool8>, Apply2<\(comparison), \(operands)>, RC<Bool8>>")
      }
    }
  }
  return table
}
write("Tables/DecisionTable.swift", decisions)

// Select, multiply-add, moves

let moved = [
  (1, "U8", "UInt8"), (2, "U16", "UInt16"), (4, "U32", "UInt32"), (8, "U64", "UInt64"), (16, "Bytes16", "Bytes16"),
]
var moves = Table(name: "fillMoves")
for (width, lane, scalar) in moved {
  for (source, y, z) in [("rr", "R", "R"), ("rc", "R", "K"), ("cr", "K", "R"), ("cc", "K", "K")] {
    moves.map("select(byteWidth: \(width), .\(source))", "Choice<\(lane), \(y)B<\(lane)>, \(z)C<\(lane)>>")
  }
  moves.add("fill(byteWidth: \(width))", "fill(\(lane).self, $0, $1, $2)")
  moves.add("copyStrided(byteWidth: \(width))", "copyStrided(\(scalar).self, $0, $1, $2)")
  moves.add("storeStrided(byteWidth: \(width))", "storeStrided(\(scalar).self, $0, $1, $2)")
}
for name in ["repeatEach", "copyRuns"] { moves.add(name, "\(name)($0, $1, $2)") }
for lane in integers + floats + complexes {
  moves.add("iota(.\(lane))", "iota(\(types[lane]!).self, $0, $1, $2)")
}
for lane in floats {
  let l = types[lane]!
  for (source, y, z) in [("rrr", "R", "R"), ("rrc", "R", "K"), ("rcr", "K", "R"), ("rcc", "K", "K")] {
    moves.map("fma(.\(lane), .\(source))", "MultiplyAdd<\(l), RA<\(l)>, \(y)B<\(l)>, \(z)C<\(l)>>")
  }
}
write("Tables/MoveTable.swift", [moves])

// Conversions

let halves = ["f16", "bf16"]

/// The name that the shims know a lane's elements by.
func element(_ format: String) -> String { format == "bool" ? "u8" : format }

/// Vectors of `from`, called `x`, as vectors of `to`. Both are real.
func converted(_ x: String, _ from: String, _ to: String) -> String {
  if from == to { return x }
  if halves.contains(from) { return converted("lw_\(from)_to_f32(\(x))", "f32", to) }
  if to == "f16" && from == "f64" { return "lw_f64_to_f16(\(x))" }
  if halves.contains(to) { return "lw_f32_to_\(to)(\(converted(x, from, "f32")))" }
  if to == "bool" { return "lw_ne_\(from)(\(x), \(types[from]!).zero)" }
  return "lw_\(element(from))_to_\(element(to))(\(x))"
}

func storage(_ format: String) -> String { types[format] ?? "U16" }

var conversions: [Table] = []
let formats = ["bool"] + integers + floats + halves
for from in formats {
  var table = Table(name: "fillConvert\(from.uppercased())")
  for to in formats {
    table.add(
      "convert(from: .\(from), to: .\(to))",
      "convert(\(storage(from)).self, \(storage(to)).self, $0, $1, $2) { \(converted("$0", from, to)) }")
  }
  for (to, part) in [("c64", "f32"), ("c128", "f64")] {
    table.add(
      "convert(from: .\(from), to: .\(to))",
      "convertToComplex(\(storage(from)).self, \(types[part]!).self, $0, $1, $2) { \(converted("$0", from, part)) }")
  }
  conversions.append(table)
}
for (from, part) in [("c64", "f32"), ("c128", "f64")] {
  var table = Table(name: "fillConvert\(from.uppercased())")
  if from == "c64" { table.add("convert(from: .c64, to: .f32)", "mapToReal(RealParts.self, $0, $1, $2)") }
  for to in formats where to != "bool" && (from, to) != ("c64", "f32") {
    table.add(
      "convert(from: .\(from), to: .\(to))",
      "convertRealParts(\(types[part]!).self, \(storage(to)).self, $0, $1, $2) { \(converted("$0", part, to)) }")
  }
  table.add(
    "convert(from: .\(from), to: .bool)",
    "convert(\(types[from]!).self, Flag.self, $0, $1, $2) { \(types[from]!).ne($0, \(types[from]!).zero) }")
  for to in complexes {
    table.add(
      "convert(from: .\(from), to: .\(to))",
      "convert(\(types[from]!).self, \(types[to]!).self, $0, $1, $2) { Complex(\(parts[to]!)($0.re), \(parts[to]!)($0.im)) }"
    )
  }
  conversions.append(table)
}
write("Tables/ConvertTable.swift", "import LanewiseShims\n\n" + conversions.map(\.text).joined(separator: "\n"))

// Reductions

let numberFolds = [("sum", "Add"), ("prod", "Mul")]
let bitFolds = [("and", "And"), ("or", "Or"), ("xor", "Xor")]

var folds = Table(name: "fillFolds")
var rows = Table(name: "fillRowFolds")
func addFolds(_ lane: String, _ ops: [(String, String)]) {
  let l = types[lane]!
  for (op, type) in ops {
    folds.add("fold(.\(op), .\(lane))", "fold(\(type)<\(l)>.self, RA<\(l)>.self, $0, $1, $2)")
    rows.add("foldRows(.\(op), .\(lane))", "foldRows(\(type)<\(l)>.self, $0, $1, $2)")
  }
}
addFolds("bool", order + bitFolds)
for lane in integers { addFolds(lane, numberFolds + order + bitFolds) }
for lane in floats { addFolds(lane, numberFolds + order) }
for lane in complexes { addFolds(lane, numberFolds) }

var searches = Table(name: "fillSearches")
for lane in ["bool"] + integers + floats {
  for op in ["max", "min"] {
    for kernel in ["argFold", "argRows"] {
      searches.add("\(kernel)(.\(op), .\(lane))", "\(kernel)(Search\(capital(op))<\(types[lane]!)>.self, $0, $1, $2)")
    }
  }
}

var fused = Table(name: "fillFusedFolds")
for lane in floats {
  let l = types[lane]!
  for (fold, foldType) in [("sum", "Add"), ("max", "Max"), ("min", "Min")] {
    for op in ["add", "sub", "mul"] {
      for source in sourceOrder {
        fused.add(
          "foldMap(.\(fold), .\(lane), .\(op), .\(source))",
          "fold(\(foldType)<\(l)>.self, \(binary("\(capital(op))<\(l)>", l, source)).self, $0, $1, $2)")
      }
    }
    for (op, type) in [("square", "Square"), ("abs", "FloatAbs")] {
      fused.add(
        "foldMap(.\(fold), .\(lane), .\(op))",
        "fold(\(foldType)<\(l)>.self, Apply1<\(type)<\(l)>, RA<\(l)>>.self, $0, $1, $2)")
    }
  }
}

// Sums of pairs, and of what follows a square.
let unaryPairOps = [("square", "Square"), ("sqrt", "Sqrt"), ("abs", "FloatAbs")]
for first in ["add", "sub", "mul"] {
  for source in first == "sub" ? sourceOrder : ["rr", "rc"] {
    let a = binary("\(capital(first))<F32>", "F32", source)
    func add(_ entry: String, _ expression: String) {
      fused.add(entry, "fold(Add<F32>.self, \(expression).self, $0, $1, $2)")
    }
    func pair(_ second: String, _ form: String) -> String { "foldPair(.\(first), .\(source), .\(second), .\(form))" }
    for (second, type) in unaryPairOps where second != "sqrt" {
      add(pair(second, "unary"), "Apply1<\(type)<F32>, \(a)>")
    }
    add(pair("mul", "valueFirstStream"), "Apply2<Mul<F32>, \(a), RC<F32>>")
    add(pair("mul", "valueFirstConstant"), "Apply2<Mul<F32>, \(a), KC<F32>>")
    for second in source == "cr" ? [] : ["add", "sub", "mul"] {
      add(
        "foldSquares(.\(first), .\(source), .\(second))",
        "Apply2<\(capital(second))<F32>, Apply1<Square<F32>, \(a)>, KC<F32>>")
    }
  }
}
write("Tables/FoldTable.swift", [folds, rows, searches, fused])

// Pairs

let pairOps = ["add", "sub", "mul", "div", "max", "min"]
let commutative = ["add", "mul", "max", "min"]
var pairs: [Table] = []
for first in pairOps + unaryPairOps.map(\.0) {
  var table = Table(name: "fillPairs\(capital(first))")
  let unary = unaryPairOps.first { $0.0 == first }?.1
  for source in unary != nil ? ["rr"] : commutative.contains(first) ? ["rr", "rc"] : sourceOrder {
    let a = unary.map { "Apply1<\($0)<F32>, RA<F32>>" } ?? binary("\(capital(first))<F32>", "F32", source)
    for second in pairOps {
      let b = "\(capital(second))<F32>"
      func entry(_ form: String) -> String { "pair(.\(first), .\(source), .\(second), .\(form))" }
      for (suffix, c) in [("Stream", "RC<F32>"), ("Constant", "KC<F32>")] {
        table.map(entry("valueFirst" + suffix), "Apply2<\(b), \(a), \(c)>")
        if !commutative.contains(second) { table.map(entry("valueSecond" + suffix), "Apply2<\(b), \(c), \(a)>") }
      }
    }
    for (second, type) in unaryPairOps {
      table.map("pair(.\(first), .\(source), .\(second), .unary)", "Apply1<\(type)<F32>, \(a)>")
    }
  }
  if first == "mul" {
    let two = "HornerStep<HornerStep<RA<F32>, KC<F32>>, KD<F32>>"
    table.map("horner(steps: 2)", two)
    table.map("horner(steps: 3)", "HornerStep<\(two), KE<F32>>")
  }
  pairs.append(table)
}
write("Tables/PairTable.swift", pairs)

// Everything

var random = Table(name: "fillRandom")
for name in ["threefry", "threefryCounters", "threefryXor", "threefryWide", "threefryHalves", "threefryKeys"] {
  random.add(name, "\(name)($0, $1, $2)")
}
write("Tables/RandomTable.swift", [random])

var butterflies = Table(name: "fillButterflies")
for (lane, type) in [("f32", "Spectral32"), ("f64", "Spectral64")] {
  for radix in [2, 3, 4, 5, 8] {
    butterflies.add("butterfly(radix: \(radix), .\(lane))", "butterfly\(radix)(\(type).self, $0, $1, $2)")
  }
}
write("Tables/ButterflyTable.swift", [butterflies])

var products = Table(name: "fillProducts")
for lane in ["i32", "i64"] { products.add("products(.\(lane))", "products(\(types[lane]!).self, $0, $1, $2)") }
for lane in floats {
  for name in ["matrixVector", "vectorMatrix"] {
    products.add("\(name)(.\(lane))", "\(name)(\(types[lane]!).self, $0, $1, $2)")
  }
}
products.map("product", binary("Product", "F32", "rr"))
write("Tables/ProductTable.swift", [products])

var places = Table(name: "fillPlaces")
for lane in ["f32", "i32"] {
  for (side, isBehind) in [("before", false), ("behind", true)] {
    places.add("search(.\(lane), behindEqual: \(isBehind))", "search(lw_search_\(side)_\(lane), $0, $1, $2)")
  }
}
write("Tables/PlaceTable.swift", "import LanewiseShims\n\n" + places.text)

var triples = Table(name: "fillTriples")
for name in ["takeTriples", "putTriples"] { triples.add(name, "\(name)($0, $1, $2)") }
write("Tables/TripleTable.swift", [triples])

var takes = Table(name: "fillTakes")
takes.add("take32", "take32($0, $1, $2)")
write("Tables/TakeTable.swift", [takes])

var sorting = Table(name: "fillSorting")
for (lane, key) in [("u32", "UInt32"), ("u64", "UInt64")] {
  sorting.add("sortKeys(.\(lane))", "sortKeys(\(key).self, $0, $1, $2)")
  sorting.add("divideKeys(.\(lane))", "divideKeys(\(key).self, $0, $1, $2)")
  sorting.add("siftKeys(.\(lane))", "siftKeys(lw_sift_\(lane), $0, $1, $2)")
}
for lane in floats {
  sorting.add("makeKeys(.\(lane))", "makeKeys(lw_make_keys_\(lane), $0, $1, $2)")
  sorting.add("readKeys(.\(lane))", "readKeys(lw_read_keys_\(lane), $0, $1, $2)")
}
write("Tables/SortTable.swift", "#if AVX512\nimport LanewiseShims\n\n" + sorting.text + "#endif\n")

var tiles = Table(name: "fillMatrixTiles")
for lane in floats {
  tiles.add("matrixTiles(.\(lane))", "matrixTiles(lw_multiply_\(lane), $0, $1, $2)")
  tiles.add("packRows(.\(lane))", "moveMatrix(lw_pack_rows_\(lane), $0, $1, $2)")
  tiles.add("packColumns(.\(lane))", "moveMatrix(lw_pack_columns_\(lane), $0, $1, $2)")
  tiles.add("transpose(byteWidth: \(lane == "f32" ? 4 : 8))", "moveMatrix(lw_transpose_\(lane), $0, $1, $2)")
}
for (lane, width) in [("u16", 2), ("u8", 1)] {
  tiles.add("transpose(byteWidth: \(width))", "moveMatrix(lw_transpose_\(lane), $0, $1, $2)")
}
write("Tables/MatrixTable.swift", "#if AVX512\nimport LanewiseShims\n\n" + tiles.text + "#endif\n")

var permutations = Table(name: "fillPermutations")
permutations.add("permuteRows", "permuteRows($0, $1, $2)")
write("Tables/PermutationTable.swift", "#if AVX512\n" + permutations.text + "#endif\n")

func names(_ tables: [Table]) -> [String] { tables.map(\.name) }
let compares = (["bool"] + integers + floats + complexes).map { "fillCompare\(types[$0]!)" }
let superinstructions = names(decisions) + [fused.name] + names(pairs)
let everywhere = names([folds, rows, searches, random, butterflies, products, places, triples])
let others = names(unary + binaries) + compares + [moves.name] + names(conversions) + everywhere
// What is written for the registers of AVX-512.
let registers = names([sorting, tiles, permutations])
// What the build for AVX-512 has: elementary functions, arithmetic and folds of floating point and of wide integers, and
// what mixes bits.
let wide = ["F32", "F64", "I32", "U32", "I64"]
let gaining =
  ["fillUnaryC64", "fillBinaryC64"] + wide.flatMap { ["fillUnary\($0)", "fillBinary\($0)"] } + everywhere
// And what does little but load and store, for processors that store 64 bytes at a time: others lose a tenth by it.
let storing =
  ["F32", "F64", "I32"].map { "fillCompare\($0)" }
  + ["BOOL", "F16", "BF16", "F32", "F64", "I32"].map { "fillConvert\($0)" } + [moves.name] + superinstructions
  + [takes.name]
// The rest gains nothing there, and each build of them costs a user's first build its seconds. So the build for any
// x86-64 has no superinstructions: their parts do the same.
func calls(_ all: [String], _ chosen: [String], indent: String = "  ") -> String {
  all.filter(chosen.contains).map { indent + "\($0)(t)\n" }.joined()
}
let all = others + superinstructions + [takes.name]
write(
  "Tables/AllTables.swift",
  """
  import LanewiseShims

  /// Stores the kernels of this build. But for that of AVX2, builds do not have all.
  func fillAll(_ t: UnsafeMutablePointer<Kernel?>) {
  \(calls(all, gaining))\
    #if AVX512
  \(calls(registers, registers, indent: "    "))\
      if lanewise_stores_64_bytes() != 0 {
  \(calls(all, storing, indent: "      "))\
      }
    #else
  \(calls(others, others.filter { !gaining.contains($0) }, indent: "    "))\
    #endif
    #if AVX2 || !(AVX512 || arch(x86_64))
  \(calls(superinstructions, superinstructions, indent: "    "))\
    #endif
  }

  """)
