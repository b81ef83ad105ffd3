import LanewiseEngine

/// The discrete Fourier transform over the last dimensions (`lax.fft`).
package struct Fourier: StepPrimitive {
  package let kind: FourierKind
  package let lengths: [Int]

  package init(_ kind: FourierKind, lengths: [Int]) {
    self.kind = kind
    self.lengths = lengths
  }

  package var computes: Bool { true }
  package var name: String { "fft" }
  package var parameters: [Parameter] {
    [Parameter("fft_lengths", .ints(lengths)), Parameter("fft_type", .name("FftType.\(kind.rawValue)"))]
  }

  /// The extents of a half spectrum.
  private var halfLengths: [Int] { lengths.dropLast() + [lengths.last! / 2 + 1] }

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let operand = x[0]
    let takesReal = kind == .real
    guard takesReal ? operand.dtype == .float32 || operand.dtype == .float64 : operand.dtype.isComplex else {
      throw LanewiseError(
        .dtype,
        "fft: the operand of \(kind.rawValue) has dtype \(operand.dtype), but it takes \(takesReal ? "float32 or float64" : "complex64 or complex128"); convert it with astype."
      )
    }
    guard !lengths.isEmpty, lengths.allSatisfy({ $0 >= 0 }), lengths.count <= operand.rank,
      operand.shape.dims.suffix(lengths.count).elementsEqual(kind == .realInverse ? halfLengths : lengths)
    else {
      throw LanewiseError(
        .shape,
        "fft: \(kind.rawValue) over the lengths \(ParameterValue.ints(lengths)) takes an array whose last dimensions are \(ParameterValue.ints(kind == .realInverse && !lengths.isEmpty ? halfLengths : lengths)), but its shape is \(operand.shape)."
      )
    }
    let lead = operand.shape.dims.dropLast(lengths.count)
    let wide = operand.dtype == .float64 || operand.dtype == .complex128
    switch kind {
    case .forward, .inverse: return [operand]
    case .real: return [AbstractArray(try ShapeRule.shape(name, lead + halfLengths), wide ? .complex128 : .complex64)]
    case .realInverse: return [AbstractArray(try ShapeRule.shape(name, lead + lengths), operand.dtype.realPart)]
    }
  }

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) { (bind(self, x), bind(self, [t[0]!])) }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return [nil] }
    let last = ct.ndim - 1
    switch kind {
    case .forward, .inverse: return bind(self, [ct])
    case .real:
      // What rfft leaves out has no cotangent; and of the whole transform, real numbers see the real part.
      var border = [Pad.Axis](repeating: Pad.Axis(), count: ct.ndim)
      border[last] = Pad.Axis(low: 0, high: lengths.last! - ct.aval.shape[last])
      let whole = Lax.pad(ct, Lax.scalarZero(ct), border)
      return [Lax.real(bindOne(Fourier(.forward, lengths: lengths), whole))]
    case .realInverse:
      // The numbers between the ends of a half spectrum stand for their mirror images too.
      let spectrum = bindOne(Fourier(.real, lengths: lengths), ct)
      let count = spectrum.aval.shape[last]
      let place = Lax.iota(.int32, [count], 0)
      let isOnce = Lax.or(
        Lax.eq(place, Lax.scalarZero(place)),
        Lax.eq(Lax.mul(place, Lax.scalarLike(place, 2)), Lax.scalarLike(place, Double(lengths.last!))))
      let points = lengths.reduce(1.0) { $0 * Double($1) }
      let weights = Lax.select(
        isOnce, Lax.full([count], .float(1 / points), spectrum.dtype),
        Lax.full([count], .float(2 / points), spectrum.dtype))
      return [Lax.conj(Lax.mul(Lax.broadcastInDim(weights, spectrum.shape, [last]), spectrum))]
    }
  }

  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    (bind(self, [Lax.moveAxis(x[0], from: axes[0]!, to: 0)]), [0])
  }

  package var step: any Step { FourierStep(kind, lengths: lengths) }
}

extension Fourier {
  init(_ parameters: ParameterReader) throws {
    let stated = try parameters.name("fft_type")
    guard let kind = FourierKind(rawValue: String(stated.split(separator: ".").last ?? "")) else {
      throw parameters.missing("fft_type")
    }
    self.init(kind, lengths: try parameters.ints("fft_lengths"))
  }
}
