import LanewiseCore

// Those that keep the length of a layer's values.
extension NN.Initializers {
  /// Matrices with orthonormal columns, or rows where there are more columns (`orthogonal`), uniformly distributed. The
  /// columns are along one axis; all others are the rows.
  ///
  /// ```swift
  /// let q = NN.Initializers.orthogonal()(Random.key(0), [3, 3])
  /// print(Bool(allclose(matmul(q, transpose(q)), eye(3), atol: 1e-5)))  // true
  /// ```
  public static func orthogonal(scale: Double = 1, columnAxis: Int = -1, dtype: DType? = nil) -> Initializer {
    Initializer(dtype: dtype) { key, shape, dtype in
      let result = AbstractArray([], dtype)
      guard shape.count >= 2 else {
        return fail(
          .value,
          "orthogonal: the shape \(ParameterValue.ints(shape)) has \(shape.count) dimensions; a matrix has at least 2.",
          like: result)
      }
      guard Check.isShape("orthogonal", shape),
        let axis = Check.axis("orthogonal", columnAxis, rank: shape.count, "for the shape \(ParameterValue.ints(shape))")
      else { return .poisoned(result) }
      let columns = shape[axis]
      var rest = shape
      rest.remove(at: axis)
      let rows = rest.reduce(1, *)
      let (long, short) = (Swift.max(rows, columns), Swift.min(rows, columns))
      let factors = Linalg.qr(Random.normal(key, [long, short], dtype: dtype))
      // The signs of the factors are LAPACK's choice; these make the distribution uniform.
      let tall = factors.q * sign(diag(factors.r))
      let matrix = rows < columns ? transpose(tall) : tall
      return number(scale, dtype) * moveaxis(Lax.reshape(matrix, rest + [columns]), -1, axis)
    }
  }

  /// Kernels of convolutions that are an orthogonal matrix in their middle and 0 elsewhere (`delta_orthogonal`): of 3
  /// to 5 dimensions, the last two the inputs and at least as many outputs.
  public static func deltaOrthogonal(scale: Double = 1, columnAxis: Int = -1, dtype: DType? = nil) -> Initializer {
    Initializer(dtype: dtype) { key, shape, dtype in
      guard (3...5).contains(shape.count), shape[shape.count - 1] >= shape[shape.count - 2] else {
        return fail(
          .value,
          "delta_orthogonal: the shape \(ParameterValue.ints(shape)); it must have 3 to 5 dimensions, the last at least as long as the one before.",
          like: AbstractArray([], dtype))
      }
      let matrix = orthogonal(scale: scale, columnAxis: columnAxis)(key, Array(shape.suffix(2)), dtype: dtype)
      let border = shape.dropLast(2).map { (($0 - 1) / 2, $0 - 1 - ($0 - 1) / 2) } + [(0, 0), (0, 0)]
      return pad(Lax.expandDims(matrix, Array(0..<shape.count - 2)), border)
    }
  }
}
