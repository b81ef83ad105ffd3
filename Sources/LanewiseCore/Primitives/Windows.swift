import LanewiseEngine

// What windows have in common: the shape rule, the parameters.
extension Window {
  /// The shape of an array of all windows of `shape`.
  package func result(_ name: String, _ shape: Shape) throws -> Shape {
    guard extents.count == shape.rank,
      [strides, low, high, baseDilation, dilation].allSatisfy({ $0.count == shape.rank })
    else {
      throw LanewiseError(
        .shape,
        "\(name): the window \(ParameterValue.ints(extents)) with strides \(ParameterValue.ints(strides)) does not fit an array of shape \(shape); window, strides, padding and dilations need one number for each of its \(shape.rank) dimensions."
      )
    }
    let limit = 1 << 31
    guard (extents + strides + baseDilation + dilation).allSatisfy({ $0 > 0 && $0 < limit }),
      (low + high).allSatisfy({ abs($0) < limit })
    else {
      throw LanewiseError(
        .shape,
        "\(name): the window \(ParameterValue.ints(extents)) with strides \(ParameterValue.ints(strides)) and dilations \(ParameterValue.ints(baseDilation)) and \(ParameterValue.ints(dilation)) is not possible; all of these must be at least 1."
      )
    }
    for axis in 0..<shape.rank where Self.dilated(shape[axis], baseDilation[axis]) + low[axis] + high[axis] < 0 {
      throw LanewiseError(
        .value,
        "\(name): the padding \(paddingParameter) cuts off more than there is of an array of shape \(shape).")
    }
    return try ShapeRule.shape(name, (0..<shape.rank).map { count($0, shape[$0]) })
  }

  var paddingParameter: ParameterValue { .tuple(zip(low, high).map { .ints([$0, $1]) }) }

  /// As the primitives of windows show it.
  func parameters(hasBaseDilation: Bool = true) -> [Parameter] {
    let dilations = [
      Parameter("base_dilation", .ints(baseDilation)), Parameter("window_dilation", .ints(dilation)),
    ]
    return [
      Parameter("padding", paddingParameter), Parameter("window_dimensions", .ints(extents)),
      Parameter("window_strides", .ints(strides)),
    ] + (hasBaseDilation ? dilations : [])
  }

  init(_ parameters: ParameterReader) throws {
    let padding = try parameters.pairs("padding")
    self.init(
      extents: try parameters.ints("window_dimensions"), strides: try parameters.ints("window_strides"),
      low: padding.map(\.0), high: padding.map(\.1),
      baseDilation: try parameters.ints("base_dilation", default: padding.map { _ in 1 }),
      dilation: try parameters.ints("window_dilation", default: padding.map { _ in 1 }))
  }

  /// Windows beside each other that make up an array of this shape: with an axis for the elements of each where there are
  /// several, and the axes of the windows among those. Nil if windows are anything else, or it would have too many axes.
  func split(_ shape: Shape, into windows: Shape) -> (shape: [Int], places: [Int])? {
    let axes = 0..<rank
    guard low.allSatisfy({ $0 == 0 }), dilation.allSatisfy({ $0 == 1 }), baseDilation.allSatisfy({ $0 == 1 }),
      axes.allSatisfy({ strides[$0] == extents[$0] && windows[$0] * extents[$0] == shape[$0] }),
      rank + extents.count(where: { $0 > 1 }) <= Shape.maximumRank
    else { return nil }
    var (result, places) = ([Int](), [Int]())
    for axis in axes {
      places.append(result.count)
      result.append(windows[axis])
      if extents[axis] > 1 { result.append(extents[axis]) }
    }
    return (result, places)
  }

  /// The border and the distances that make a convolution (or a sum of windows) over the results of this one its
  /// transpose: for every axis of `extent` elements and `results` windows.
  func transposedPadding(_ extent: [Int], _ results: [Int]) -> (low: [Int], high: [Int]) {
    let low = extents.indices.map { Self.dilated(extents[$0], dilation[$0]) - self.low[$0] - 1 }
    let high = extents.indices.map { axis in
      Self.dilated(extent[axis], baseDilation[axis]) + Self.dilated(extents[axis], dilation[axis]) - 1
        - Self.dilated(results[axis], strides[axis]) - low[axis]
    }
    return (low, high)
  }

  /// How windows as large as `extents` are laid around an array, where a name says it.
  package static func padding(
    same isSame: Bool, lower: Bool = false, _ shape: [Int], _ extents: [Int], _ strides: [Int]
  ) -> [(low: Int, high: Int)] {
    shape.indices.map { axis in
      guard isSame else { return (0, 0) }
      let results = (shape[axis] + strides[axis] - 1) / strides[axis]
      let total = Swift.max(0, (results - 1) * strides[axis] + extents[axis] - shape[axis])
      return lower ? (total - total / 2, total / 2) : (total / 2, total - total / 2)
    }
  }
}

extension ParameterReader {
  /// Pairs of integers, as a padding is.
  func pairs(_ name: String) throws -> [(Int, Int)] {
    guard let items = self[name]?.items else { throw missing(name) }
    return try items.map { item in
      guard let pair = item.ints, pair.count == 2, pair.allSatisfy({ abs($0) < 1 << 31 }) else { throw missing(name) }
      return (pair[0], pair[1])
    }
  }
}
