import LanewiseEngine

/// How the dimensions of a convolution's operands and result correspond (JAX's `ConvDimensionNumbers`): for each, the
/// places of the batch and of the features (of the kernel: those that come out, those that go in), then of space.
package struct ConvolutionDims: Hashable, Sendable {
  package var lhs, rhs, out: [Int]

  package init(lhs: [Int], rhs: [Int], out: [Int]) {
    self.lhs = lhs
    self.rhs = rhs
    self.out = out
  }

  /// Batch, features, space; features out, features in, space.
  package init(rank: Int) { self.init(lhs: Array(0..<rank), rhs: Array(0..<rank), out: Array(0..<rank)) }

  fileprivate var parameter: ParameterValue {
    .record("ConvDimensionNumbers", [("lhs_spec", .ints(lhs)), ("rhs_spec", .ints(rhs)), ("out_spec", .ints(out))])
  }
}

/// A convolution of images with kernels (`lax.conv_general_dilated`), over any number of dimensions of space. As in
/// neural networks the kernel is not turned around.
package struct Convolution: Primitive {
  package let dims: ConvolutionDims
  /// Over space alone: the kernel's extents are not stated.
  package let strides: [Int]
  package let padding: [(low: Int, high: Int)]
  package let lhsDilation, rhsDilation: [Int]
  package var featureGroups: Int, batchGroups: Int
  package let resultDType: DType?
  /// What a text states; it changes nothing.
  private let precision: ParameterValue

  package init(
    dims: ConvolutionDims, strides: [Int], padding: [(low: Int, high: Int)], lhsDilation: [Int], rhsDilation: [Int],
    featureGroups: Int = 1, batchGroups: Int = 1, resultDType: DType? = nil, precision: ParameterValue = .none
  ) {
    self.dims = dims
    self.strides = strides
    self.padding = padding
    self.lhsDilation = lhsDilation
    self.rhsDilation = rhsDilation
    self.featureGroups = featureGroups
    self.batchGroups = batchGroups
    self.resultDType = resultDType
    self.precision = precision
  }

  package var computes: Bool { true }
  package var name: String { "conv_general_dilated" }
  package var arity: Int? { 2 }
  package var parameters: [Parameter] {
    [
      Parameter("batch_group_count", .int(batchGroups)), Parameter("dimension_numbers", dims.parameter),
      Parameter("feature_group_count", .int(featureGroups)), Parameter("lhs_dilation", .ints(lhsDilation)),
      Parameter("padding", .tuple(padding.map { .ints([$0.low, $0.high]) })), Parameter("precision", precision),
      Parameter("preferred_element_type", resultDType.map { .dtype($0) } ?? .none),
      Parameter("rhs_dilation", .ints(rhsDilation)), Parameter("window_strides", .ints(strides)),
    ]
  }

  private func spatial(_ shape: Shape, _ spec: [Int]) -> [Int] { spec.dropFirst(2).map { shape[$0] } }

  /// The window that the kernel is, over space.
  private func window(_ rhs: Shape) -> Window {
    Window(
      extents: spatial(rhs, dims.rhs), strides: strides, low: padding.map(\.low), high: padding.map(\.high),
      baseDilation: lhsDilation, dilation: rhsDilation)
  }

  // MARK: Shape

  package func abstract(_ x: [AbstractArray]) throws -> [AbstractArray] {
    let (lhs, rhs) = (x[0].shape, x[1].shape)
    func wrong(_ what: String) -> LanewiseError {
      LanewiseError(.value, "conv_general_dilated: an image of shape \(lhs) with a kernel of shape \(rhs): \(what)")
    }
    try DTypeClass.numberOrBool.check(name, x[0])
    try ShapeRule.sameDType(name, x)
    guard lhs.rank == rhs.rank, lhs.rank >= 2 else {
      throw wrong("both must have the same number of dimensions, at least 2.")
    }
    let order = Array(0..<lhs.rank)
    guard [dims.lhs, dims.rhs, dims.out].allSatisfy({ $0.sorted() == order }) else {
      throw wrong("the dimension numbers \(dims.parameter) must name each of the \(lhs.rank) dimensions once.")
    }
    let space = lhs.rank - 2
    guard [strides.count, padding.count, lhsDilation.count, rhsDilation.count].allSatisfy({ $0 == space }) else {
      throw wrong(
        "strides \(ParameterValue.ints(strides)), padding and dilations need one entry for each of the \(space) dimensions of space."
      )
    }
    guard featureGroups > 0, batchGroups > 0, featureGroups == 1 || batchGroups == 1 else {
      throw wrong(
        "there are \(featureGroups) groups of features and \(batchGroups) of the batch; both counts must be at least 1, and one of them 1."
      )
    }
    let (batch, channels) = (lhs[dims.lhs[0]], lhs[dims.lhs[1]])
    let (features, kernelChannels) = (rhs[dims.rhs[0]], rhs[dims.rhs[1]])
    guard channels % featureGroups == 0, channels / featureGroups == kernelChannels else {
      throw wrong(
        "the image's \(channels) features, divided by feature_group_count \(featureGroups), must equal the kernel's \(kernelChannels) input features."
      )
    }
    guard features % featureGroups == 0, features % batchGroups == 0, batch % batchGroups == 0 else {
      throw wrong(
        "the kernel's \(features) output features and the batch of \(batch) must be multiples of the number of groups, \(featureGroups * batchGroups)."
      )
    }
    let window = window(rhs)
    let extents = spatial(lhs, dims.lhs)
    // A kernel of extent 0 has no window; the shape rule of windows says so.
    let counts = try window.result(name, Shape(extents)).dims
    var result = [Int](repeating: 0, count: lhs.rank)
    result[dims.out[0]] = batch / batchGroups
    result[dims.out[1]] = features
    for (place, count) in zip(dims.out.dropFirst(2), counts) { result[place] = count }
    return [AbstractArray(try ShapeRule.shape(name, result), resultDType ?? x[0].dtype)]
  }

  // MARK: Derivatives

  package func jvp(_ x: [NDArray], _ t: [Tangent]) -> ([NDArray], [Tangent]) {
    let out = bind(self, x)
    guard out[0].dtype.isInexact else { return (out, [nil]) }
    let parts = [t[0].map { bind(self, [$0, x[1]])[0] }, t[1].map { bind(self, [x[0], $0])[0] }].compactMap { $0 }
    return (out, [parts.count == 2 ? Lax.addAny(parts[0], parts[1]) : parts[0]])
  }

  package func transpose(_ cotangents: [Tangent], _ x: [Operand]) -> [Tangent] {
    guard let ct = cotangents[0] else { return [nil, nil] }
    switch (x[0], x[1]) {
    case (.linear(let lhs), .known(let rhs)): return [byImage(ct, lhs, rhs), nil]
    case (.known(let lhs), .linear(let rhs)): return [nil, ct.size == 0 ? nil : byKernel(ct, lhs, rhs)]
    default: return notLinear(x)
    }
  }

  private func swapped(_ spec: [Int]) -> [Int] { [spec[1], spec[0]] + spec.dropFirst(2) }

  /// The cotangent of the image: that of the result, as far apart as the strides, convolved with the kernel turned
  /// around, whose features go the other way.
  private func byImage(_ ct: NDArray, _ lhs: AbstractArray, _ rhs: NDArray) -> NDArray {
    let groups = featureGroups * batchGroups
    var kernel = rhs
    if groups > 1 {
      kernel = Lax.split(kernel, axis: dims.rhs[0], into: groups)
      kernel = Lax.merge(kernel, axis: dims.rhs[0], into: dims.rhs[1])
    }
    let window = window(rhs.aval.shape)
    let border = window.transposedPadding(spatial(lhs.shape, dims.lhs), spatial(ct.aval.shape, dims.out))
    let transposed = Convolution(
      dims: ConvolutionDims(lhs: dims.out, rhs: swapped(dims.rhs), out: dims.lhs), strides: lhsDilation,
      padding: zip(border.low, border.high).map { ($0, $1) }, lhsDilation: strides, rhsDilation: rhsDilation,
      featureGroups: groups, resultDType: resultDType == nil ? nil : lhs.dtype, precision: precision)
    let matched = ct.converted(to: rhs.dtype)
    var out = bindOne(transposed, matched, Lax.rev(kernel, Array(dims.rhs.dropFirst(2))))
    if batchGroups > 1 {
      out = Lax.split(out, axis: dims.lhs[1], into: batchGroups)
      out = Lax.merge(out, axis: dims.lhs[1], into: dims.lhs[0])
    }
    return out
  }

  /// The cotangent of the kernel: the image convolved with the cotangent of the result, batch and features exchanged.
  private func byKernel(_ ct: NDArray, _ lhs: NDArray, _ rhs: AbstractArray) -> NDArray {
    let window = window(rhs.shape)
    let image = spatial(lhs.aval.shape, dims.lhs)
    let results = spatial(ct.aval.shape, dims.out)
    let border = image.indices.map { axis in
      let width = Window.dilated(window.extents[axis], rhsDilation[axis])
      let extra =
        Window.dilated(results[axis], strides[axis]) - Window.dilated(image[axis], lhsDilation[axis])
      return (low: padding[axis].low, high: extra + width - padding[axis].low - 1)
    }
    let transposed = Convolution(
      dims: ConvolutionDims(lhs: swapped(dims.lhs), rhs: swapped(dims.out), out: swapped(dims.rhs)),
      strides: rhsDilation, padding: border, lhsDilation: lhsDilation, rhsDilation: strides,
      featureGroups: batchGroups, batchGroups: featureGroups, resultDType: resultDType == nil ? nil : rhs.dtype,
      precision: precision)
    return bindOne(transposed, lhs, ct.converted(to: lhs.dtype))
  }

  // MARK: Batching

  /// The batch goes along with the images, or with the features; groups stay outermost.
  package func batch(_ x: [NDArray], _ axes: [Int?], size: Int) -> ([NDArray], [Int?]) {
    var call = self
    let (lhs, rhs) = (dims.lhs, dims.rhs)
    switch (axes[0], axes[1]) {
    case (let left?, let right?):
      let image: NDArray
      if batchGroups > 1 {
        image = Lax.merge(x[0], axis: left, into: lhs[0])
        call.batchGroups *= size
      } else {
        image = Lax.merge(x[0], axis: left, into: lhs[1])
        call.featureGroups *= size
      }
      let out = bindOne(call, image, Lax.merge(x[1], axis: right, into: rhs[0]))
      return ([Lax.split(out, axis: dims.out[1], into: size)], [dims.out[1]])
    case (let left?, nil):
      var image = x[0]
      if batchGroups == 1 {
        image = Lax.merge(image, axis: left, into: lhs[0])
      } else {
        image = Lax.split(image, axis: lhs[0] + (left <= lhs[0] ? 1 : 0), into: batchGroups)
        image = Lax.merge(image, axis: left + (lhs[0] < left ? 1 : 0), into: lhs[0] + 1)
        image = Lax.merge(image, axis: lhs[0], into: lhs[0])
      }
      return ([Lax.split(bindOne(self, image, x[1]), axis: dims.out[0], into: size)], [dims.out[0]])
    case (nil, let right?):
      let groups = featureGroups * batchGroups
      if groups == 1 {
        let out = bindOne(self, x[0], Lax.merge(x[1], axis: right, into: rhs[0]))
        return ([Lax.split(out, axis: dims.out[1], into: size)], [dims.out[1]])
      }
      var kernel = Lax.split(x[1], axis: rhs[0] + (right <= rhs[0] ? 1 : 0), into: groups)
      kernel = Lax.merge(kernel, axis: right + (rhs[0] < right ? 1 : 0), into: rhs[0] + 1)
      kernel = Lax.merge(kernel, axis: rhs[0], into: rhs[0])
      var out = Lax.split(bindOne(self, x[0], kernel), axis: dims.out[1], into: groups)
      out = Lax.split(out, axis: dims.out[1] + 1, into: size)
      return ([Lax.merge(out, axis: dims.out[1], into: dims.out[1] + 1)], [dims.out[1]])
    case (nil, nil): return (bind(self, x), [nil])
    }
  }

  // MARK: Lowering

  /// The step knows two layouts: features first, and features last. The one that fits the image and the result is
  /// taken; what lies otherwise is brought into order.
  package func lower(_ x: [Slot], _ b: ProgramBuilder, _ results: [AbstractArray]) -> [Slot] {
    let rank = results[0].rank
    func last(_ spec: [Int]) -> [Int] { [spec[0]] + spec.dropFirst(2) + [spec[1]] }
    func disorder(_ spec: [Int]) -> Int { zip(spec, 0..<rank).count { $0 != $1 } }
    func lastOfKernel(_ spec: [Int]) -> [Int] { spec.dropFirst(2) + [spec[1], spec[0]] }
    let isLast = disorder(last(dims.lhs)) + disorder(last(dims.out)) < disorder(dims.lhs) + disorder(dims.out)
    func ordered(_ slot: Slot, _ order: [Int]) -> Slot {
      let shape = b.type(slot).shape
      guard order != Array(0..<shape.rank) else { return slot }
      let strides = shape.strides
      return b.view(slot, shape: Shape(order.map { shape[$0] }), offset: 0, strides: order.map { strides[$0] })
    }
    let image = ordered(x[0], isLast ? last(dims.lhs) : dims.lhs)
    let kernel = ordered(x[1], isLast ? lastOfKernel(dims.rhs) : dims.rhs)
    let order = isLast ? last(dims.out) : dims.out
    let step = ConvolutionStep(
      window(b.type(x[1]).shape), featureGroups: featureGroups, batchGroups: batchGroups, featuresLast: isLast)
    let result = b.step(
      step, [image, kernel], [AbstractArray(Shape(order.map { results[0].shape[$0] }), results[0].dtype)])[0]
    var inverse = order
    for (index, place) in order.enumerated() { inverse[place] = index }
    return [ordered(result, inverse)]
  }
}

extension Convolution {
  init(_ parameters: ParameterReader) throws {
    let numbers = try parameters.record("dimension_numbers")
    let padding = try parameters.pairs("padding")
    let ones = padding.map { _ in 1 }
    self.init(
      dims: ConvolutionDims(
        lhs: try numbers.ints("lhs_spec"), rhs: try numbers.ints("rhs_spec"), out: try numbers.ints("out_spec")),
      strides: try parameters.ints("window_strides"), padding: padding.map { ($0, $1) },
      lhsDilation: try parameters.ints("lhs_dilation", default: ones),
      rhsDilation: try parameters.ints("rhs_dilation", default: ones),
      featureGroups: try parameters.count("feature_group_count"), batchGroups: try parameters.count("batch_group_count"),
      resultDType: parameters["preferred_element_type"] == nil ? nil : try parameters.dtype("preferred_element_type"),
      precision: parameters["precision"] ?? .none)
  }
}

extension Lax {
  /// The dimension `axis` made part of another, as its slower part; `target` is that one's place without `axis`.
  static func merge(_ x: NDArray, axis: Int, into target: Int) -> NDArray {
    var order = (0..<x.ndim).filter { $0 != axis }
    let size = x.aval.shape[axis]
    var shape = order.map { x.aval.shape[$0] }
    order.insert(axis, at: target)
    shape[target] *= size
    return reshape(transpose(x, order), shape)
  }

  /// A dimension made two, of which the first has the extent `size`.
  static func split(_ x: NDArray, axis: Int, into size: Int) -> NDArray {
    var shape = x.shape
    shape.replaceSubrange(axis...axis, with: [size, size == 0 ? 0 : shape[axis] / size])
    return reshape(x, shape)
  }
}
