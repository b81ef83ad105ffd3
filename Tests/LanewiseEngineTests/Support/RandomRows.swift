import LanewiseEngine
import LanewiseKernels

/// A program of folds over rows and columns, and of what is done with the results in every row: what normalisations,
/// losses and their gradients are made of. On small whole numbers it is exact.
struct RandomRows {
  let program: Program
  let inputTypes: [AbstractArray]

  private static let lengths = [2, 3, 16, 40, 100, 128, 130, 256, 300, 1001, 2048]

  init(seed: UInt64, length: Int) {
    var random = SeededGenerator(seed)
    let builder = ProgramBuilder()
    let rowLength = RandomRows.lengths.randomElement(using: &random)!
    let outer = Int.random(in: (4000 / rowLength + 2)...(16_000 / rowLength + 3), using: &random)
    let dtype: DType = [.float32, .float32, .float32, .int32, .float64, .float16].randomElement(using: &random)!
    let whole = AbstractArray([outer, rowLength], dtype)
    inputTypes = [whole, whole, AbstractArray([rowLength], dtype), AbstractArray([outer], dtype)]
    let inputs = inputTypes.map(builder.input)
    var wholes = [inputs[0], inputs[1]]
    var columns = [inputs[2]]
    var rows = [inputs[3]]

    func scalar(_ value: Double) -> Slot { builder.scalar(bits: Interpreter.encode(value, dtype), dtype) }
    func bounded(_ x: Slot) -> Slot { builder.binary(.min, builder.binary(.max, x, scalar(-15)), scalar(15)) }
    func operation(_ random: inout SeededGenerator) -> BinaryOp {
      [.add, .sub, .mul, .max, .min].randomElement(using: &random)!
    }
    func fold(_ axis: Int, _ random: inout SeededGenerator) -> Slot {
      let op: FoldOp = [.sum, .sum, .max, .min].randomElement(using: &random)!
      return bounded(builder.reduce(op, wholes.randomElement(using: &random)!, axes: [axis]))
    }
    for _ in 0..<length {
      let x = wholes.randomElement(using: &random)!
      switch Int.random(in: 0..<12, using: &random) {
      case 0...2: rows.append(fold(1, &random))
      case 3: columns.append(fold(0, &random))
      case 4, 5, 6:
        let row = builder.view(rows.randomElement(using: &random)!, shape: whole.shape, offset: 0, strides: [1, 0])
        wholes.append(bounded(builder.binary(operation(&random), x, row)))
      case 7:
        let column = columns.randomElement(using: &random)!
        let view = builder.view(column, shape: whole.shape, offset: 0, strides: [0, 1])
        wholes.append(bounded(builder.binary(operation(&random), view, x)))
      case 8 where dtype != .float16:
        let y = wholes.randomElement(using: &random)!
        wholes.append(builder.select(builder.compare(.lt, x, y), bounded(builder.binary(.mul, x, y)), y))
      case 9:
        let y = rows.randomElement(using: &random)!
        rows.append(bounded(builder.binary(operation(&random), rows.randomElement(using: &random)!, y)))
      case 10:
        let column = columns.randomElement(using: &random)!
        columns.append(bounded(builder.binary(operation(&random), column, scalar(3))))
      default:
        // Upside down: other rows than its own.
        let last = (outer - 1) * rowLength
        wholes.append(
          bounded(builder.binary(.add, x, builder.view(x, shape: whole.shape, offset: last, strides: [-rowLength, 1]))))
      }
    }
    var outputs = [wholes.last!, rows.last!, columns.last!]
    for kind in [wholes, rows, columns] where Bool.random(using: &random) {
      outputs.append(kind.randomElement(using: &random)!)
    }
    program = builder.finish(outputs)
  }

  /// Whole numbers, or numbers that round.
  func inputs(seed: UInt64, areWhole: Bool) -> [[Double]] {
    var random = SeededGenerator(seed)
    return inputTypes.map { type in
      (0..<type.count).map { _ in
        areWhole || type.dtype == .int32
          ? Double(Int.random(in: -15...15, using: &random)) : Double.random(in: -1...1, using: &random)
      }
    }
  }
}
