/// The elements of an array as its printer reads them: one at a time, by row-major index.
///
/// A summarised array is printed from a few elements at its corners, so only those are ever asked for. Half precision
/// comes widened; its digits are still those of its own format.
package enum ArrayElements {
  case bool((Int) -> Bool)
  case int((Int) -> Int64)
  case uint((Int) -> UInt64)
  case float16((Int) -> Float)
  case bfloat16((Int) -> Float)
  case float32((Int) -> Float)
  case float64((Int) -> Double)
  case complex64((Int) -> (real: Float, imaginary: Float))
  case complex128((Int) -> (real: Double, imaginary: Double))
}

extension ArrayElements {
  /// The text of the element alone, as NumPy's scalars print: "3.0", "1e-05", "(1+2j)", "True".
  func scalar(_ index: Int) -> String {
    switch self {
    case .bool(let element): ScalarText.python(element(index))
    case .int(let element): String(element(index))
    case .uint(let element): String(element(index))
    case .bfloat16(let element): ScalarText.general(Double(element(index)), digits: 6)
    case .float16(let element): FloatText(half: element(index)).numpyScalar
    case .float32(let element): FloatText(element(index)).numpyScalar
    case .float64(let element): FloatText(element(index)).numpyScalar
    case .complex64(let element):
      ScalarText.complex(FloatText(element(index).real), FloatText(element(index).imaginary)) { $0.isScientificInNumPy }
    case .complex128(let element):
      ScalarText.complex(FloatText(element(index).real), FloatText(element(index).imaginary)) { $0.isScientificInNumPy }
    }
  }

  /// The texts of the elements side by side, padded to one width where NumPy pads them.
  func aligned(_ indices: [Int], isScalar: Bool, _ options: PrintOptions) -> [String] {
    func column(_ numbers: [FloatText], _ format: FloatColumn.Format, plus: Bool = false) -> FloatColumn {
      FloatColumn(
        numbers, format: format, plus: plus, precision: options.precision, suppress: options.suppress)
    }
    return switch self {
    case .bool(let element):
      indices.map { element($0) ? (isScalar ? "True" : " True") : "False" }
    case .int(let element): padded(indices.map { String(element($0)) })
    case .uint(let element): padded(indices.map { String(element($0)) })
    case .bfloat16: indices.map(scalar)
    case .float16(let element): column(indices.map { FloatText(half: element($0)) }, .half).texts
    case .float32(let element): column(indices.map { FloatText(element($0)) }, .single).texts
    case .float64(let element): column(indices.map { FloatText(element($0)) }, .double).texts
    case .complex64(let element):
      complex(
        column(indices.map { FloatText(element($0).real) }, .single),
        column(indices.map { FloatText(element($0).imaginary) }, .single, plus: true))
    case .complex128(let element):
      complex(
        column(indices.map { FloatText(element($0).real) }, .double),
        column(indices.map { FloatText(element($0).imaginary) }, .double, plus: true))
    }
  }

  private func padded(_ texts: [String]) -> [String] {
    let width = texts.reduce(0) { max($0, $1.utf8.count) }
    return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
  }

  /// The parts side by side; the "j" follows the imaginary part's digits, before the blanks that pad it.
  private func complex(_ real: FloatColumn, _ imaginary: FloatColumn) -> [String] {
    zip(real.texts, imaginary.texts).map { real, imaginary in
      let blanks = imaginary.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
      return real + imaginary.dropLast(blanks) + "j" + String(repeating: " ", count: blanks)
    }
  }
}

extension FloatText {
  /// NumPy decides by the value in its own precision, not by its digits: float32's 0.0001 lies below 1e-4.
  var isScientificInNumPy: Bool { !isZero && !(magnitude >= 1e-4 && magnitude < 1e16) }

  /// The text of a NumPy scalar.
  var numpyScalar: String { scalar(scientific: isScientificInNumPy, whole: ".0") }
}
