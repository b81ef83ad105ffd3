import LanewiseEngine

/// A matrix of complex numbers, for checks by definition.
struct TestMatrix {
  let rows, columns: Int
  var elements: [Complex<Double>]

  init(_ rows: Int, _ columns: Int, _ element: (Int, Int) -> Complex<Double>) {
    (self.rows, self.columns) = (rows, columns)
    elements = (0..<rows * columns).map { element($0 / max(columns, 1), $0 % max(columns, 1)) }
  }

  static func identity(_ n: Int) -> TestMatrix { TestMatrix(n, n) { Complex($0 == $1 ? 1 : 0, 0) } }
  static func diagonal(_ values: [Complex<Double>]) -> TestMatrix {
    TestMatrix(values.count, values.count) { $0 == $1 ? values[$0] : .zero }
  }
  /// Elements between −1 and 1; their imaginary parts are 0 unless the dtype is complex.
  static func random(_ rows: Int, _ columns: Int, _ dtype: DType, _ generator: inout Generator) -> TestMatrix {
    TestMatrix(rows, columns) { _, _ in
      let real = Double.random(in: -1...1, using: &generator)
      return Complex(real, dtype.isComplex ? Double.random(in: -1...1, using: &generator) : 0)
    }
  }

  subscript(i: Int, j: Int) -> Complex<Double> { elements[i * columns + j] }

  static func * (a: TestMatrix, b: TestMatrix) -> TestMatrix {
    let product = DotStep(batch: 1, m: a.rows, n: b.columns, k: a.columns)
      .results([TestArray([a], .complex128), TestArray([b], .complex128)], [([1, a.rows, b.columns], .complex128)])
    return product[0].matrices[0]
  }
  static func + (a: TestMatrix, b: TestMatrix) -> TestMatrix {
    TestMatrix(a.rows, a.columns) { .sum(a[$0, $1], b[$0, $1]) }
  }

  var transposed: TestMatrix { TestMatrix(columns, rows) { self[$1, $0] } }
  var conjugated: TestMatrix { TestMatrix(rows, columns) { Complex(self[$0, $1].real, -self[$0, $1].imaginary) } }
  var adjoint: TestMatrix { transposed.conjugated }
  func kept(_ isKept: (Int, Int) -> Bool) -> TestMatrix {
    TestMatrix(rows, columns) { isKept($0, $1) ? self[$0, $1] : .zero }
  }
  func part(_ rows: Range<Int>, _ columns: Range<Int>) -> TestMatrix {
    TestMatrix(rows.count, columns.count) { self[rows.lowerBound + $0, columns.lowerBound + $1] }
  }
  /// A Hermitian matrix with eigenvalues of at least 1.
  var positive: TestMatrix { self * adjoint + .identity(rows) }

  /// The largest difference of an element; infinite where one is NaN.
  func distance(_ other: TestMatrix) -> Double {
    guard rows == other.rows, columns == other.columns else { return .infinity }
    return zip(elements, other.elements).reduce(0) { worst, pair in
      let d = max(abs(pair.0.real - pair.1.real), abs(pair.0.imaginary - pair.1.imaginary))
      return d.isNaN ? .infinity : max(worst, d)
    }
  }
}

/// The dtypes of LAPACK, and what a result of a few dozen operations may be off.
let lapackTypes: [(dtype: DType, tolerance: Double)] = [
  (.float32, 2e-4), (.float64, 1e-11), (.complex64, 2e-4), (.complex128, 1e-11),
]

extension TestArray {
  /// A batch of matrices.
  init(_ matrices: [TestMatrix], _ dtype: DType) {
    let elements = matrices.flatMap(\.elements)
    let shape = [matrices.count, matrices[0].rows, matrices[0].columns]
    switch dtype {
    case .float32: self.init(elements.map { Float($0.real) }, shape, dtype)
    case .float64: self.init(elements.map(\.real), shape, dtype)
    case .complex64: self.init(elements.map { Complex<Float>(wide: $0) }, shape, dtype)
    default: self.init(elements, shape, dtype)
    }
  }

  var wide: [Complex<Double>] {
    switch type.dtype {
    case .float32: elements(Float.self).map(\.wide)
    case .float64: elements(Double.self).map(\.wide)
    case .complex64: elements(Complex<Float>.self).map(\.wide)
    default: elements(Complex<Double>.self)
    }
  }

  /// The elements as matrices of the last two dimensions; of vectors, where there are two, as columns.
  var matrices: [TestMatrix] {
    let shape = type.shape.dims
    let (rows, columns) = shape.count > 2 ? (shape[1], shape[2]) : (shape[1], 1)
    let wide = wide
    return (0..<shape[0]).map { index in
      TestMatrix(rows, columns) { wide[(index * rows + $0) * columns + $1] }
    }
  }
}
