import LanewiseKernelABI

/// Samples of the gamma distribution (JAX's `random_gamma`), each from a key of its own, by the method of Marsaglia and
/// Tsang (2000). The keys and draws are JAX's.
///
/// - Operands: keys of a shape K; parameters of a floating-point dtype and a shape K + L.
/// - Result: samples of that shape, or their logarithms.
package struct RandomGammaStep: Step {
  package let inLogSpace: Bool

  package init(inLogSpace: Bool) { self.inLogSpace = inLogSpace }

  package var name: String { "random_gamma" }

  package func run(_ call: StepCall) {
    let keys = call.operandTypes[0]
    let type = call.resultTypes[0]
    guard type.count > 0 else { return }
    let count = type.count / keys.count
    withScratch(UInt64.self, type.count) { split in
      RandomSplitStep().run(
        [UnsafeRawPointer(call.operand(0))], [UnsafeMutableRawPointer(split)], [keys],
        [AbstractArray(Shape([keys.count, count]), keys.dtype)])
      let samples = GammaSamples(
        keys: UnsafeRawPointer(split).assumingMemoryBound(to: UInt32.self), parameters: call.operand(1),
        result: call.result(0), layout: keys.dtype == .partitionableKey ? .partitionable : .original,
        inLogSpace: inLogSpace)
      forEachRange(type.count, grain: GammaSamples.width, nanoseconds: 40) { range in
        switch type.dtype {
        case .float64: samples.fill(range, Double.self, DoubleDraw())
        case .float16: samples.fill(range, Half.self, FloatDraw(bitWidth: 16, mantissaBits: 10))
        case .bfloat16: samples.fill(range, BrainFloat.self, FloatDraw(bitWidth: 8, mantissaBits: 7))
        default: samples.fill(range, Float.self, FloatDraw(bitWidth: 32, mantissaBits: 23))
        }
      }
    }
  }
}

extension Step {
  /// Runs the step within another.
  fileprivate func run(
    _ operands: [UnsafeRawPointer], _ results: [UnsafeMutableRawPointer], _ operandTypes: [AbstractArray],
    _ resultTypes: [AbstractArray]
  ) {
    operands.withUnsafeBufferPointer { operands in
      results.withUnsafeBufferPointer { results in
        run(
          StepCall(
            operands: operands.baseAddress!, results: results.baseAddress!, operandTypes: operandTypes,
            resultTypes: resultTypes))
      }
    }
  }
}

/// Samples whose tries are made side by side; those that are refused try again together.
private struct GammaSamples: @unchecked Sendable {
  static let width = 256

  let keys: UnsafePointer<UInt32>
  let parameters: UnsafeRawPointer
  let result: UnsafeMutableRawPointer
  let layout: RandomStream.Layout
  let inLogSpace: Bool

  func fill<E: Element, D: RandomDraw>(_ range: Range<Int>, _ type: E.Type, _ draw: D) {
    let width = GammaSamples.width
    let parameters = parameters.assumingMemoryBound(to: type)
    let result = result.assumingMemoryBound(to: type)
    let size = KeyRow.wordCount(width)
    withScratch(UInt32.self, 6 * size) { words in
      withScratch(D.Number.self, 7 * (width + 16)) { numbers in
        func keyRow(_ number: Int) -> KeyRow { KeyRow(words + number * size, count: width, layout) }
        func row(_ number: Int) -> UnsafeMutablePointer<D.Number> { numbers + number * (width + 16) }
        let (keys, boostKeys, spare) = (keyRow(0), keyRow(1), keyRow(5))
        let (scales, cubes, units) = (row(0), row(1), row(2))
        var start = range.lowerBound
        while start < range.upperBound {
          let count = min(width, range.upperBound - start)
          var isBoosted = false
          for i in 0..<count {
            keys[i] = (self.keys[2 * (start + i)], self.keys[2 * (start + i) + 1])
            // Below 1, a sample for the parameter plus 1 is made smaller by the power of a uniform number.
            let parameter = D.Number(parameters[start + i].wide.real)
            isBoosted = isBoosted || !(parameter >= 1)
            scales[i] = (parameter >= 1 ? parameter : parameter + 1) - D.Number(1.0 / 3.0)
          }
          keys.split(count, into: keyRow(2), boostKeys)
          tryAll(
            count, Tries(keys: keyRow(2), next: keys, normalKeys: keyRow(3), unitKeys: keyRow(4), spare: spare), scales,
            cubes, (row(3), row(4), row(5), row(6)), draw)
          if isBoosted { draw.units(boostKeys, count, into: units, scratch: spare) }
          if inLogSpace {
            draw.apply(.log, to: scales, count)
            draw.apply(.log, to: cubes, count)
            if isBoosted {
              for i in 0..<count { units[i].negate() }
              draw.apply(.log1p, to: units, count)
            }
          }
          for i in 0..<count {
            let parameter = D.Number(parameters[start + i].wide.real)
            let sample: D.Number
            if inLogSpace {
              let boost = parameter >= 1 || units[i] == 0 ? 0 : units[i] * (1 / parameter)
              sample = scales[i] + cubes[i] + boost
            } else {
              sample = scales[i] * cubes[i] * (parameter >= 1 ? 1 : draw.pow(1 - units[i], 1 / parameter))
            }
            result[start + i] = E(wide: Complex(Double(sample), 0))
          }
          start += count
        }
      }
    }
  }

  private struct Tries { let keys, next, normalKeys, unitKeys, spare: KeyRow }

  /// Each sample's v³, the first that is accepted.
  private func tryAll<D: RandomDraw>(
    _ count: Int, _ tries: Tries, _ scales: UnsafeMutablePointer<D.Number>, _ cubes: UnsafeMutablePointer<D.Number>,
    _ rows: (
      x: UnsafeMutablePointer<D.Number>, v: UnsafeMutablePointer<D.Number>, u: UnsafeMutablePointer<D.Number>,
      single: UnsafeMutablePointer<D.Number>
    ), _ draw: D
  ) {
    typealias Number = D.Number
    var (keys, next) = (tries.keys, tries.next)
    let (x, v, u, single) = rows
    withScratch(Int.self, count) { pending in
      for i in 0..<count { pending[i] = i }
      var left = count
      while left > 0 {
        keys.split(left, into: next, tries.normalKeys, tries.unitKeys)
        draw.units(tries.unitKeys, left, into: u, scratch: tries.spare)
        /// Normal numbers x and v = 1 + c·x of the tries from `start` on.
        func propose(_ start: Int, _ count: Int, _ x: UnsafeMutablePointer<Number>, _ v: UnsafeMutablePointer<Number>) {
          let own = tries.normalKeys.suffix(start)
          // The children of a key replace it, one after the other.
          own.split(count, into: tries.unitKeys, tries.spare)
          draw.normals(tries.spare, count, into: x)
          for i in 0..<count {
            own[i] = tries.unitKeys[i]
            v[i] = Number(1.0 / 3.0) / scales[pending[start + i]].squareRoot()
          }
          draw.multiplyAdd(x, v, 1, count, into: v)
        }
        propose(0, left, x, v)
        for i in 0..<left {
          while v[i] <= 0 {
            // Apart from the others, since kernels write whole vectors.
            propose(i, 1, single, single + 16)
            (x[i], v[i]) = (single[0], single[16])
          }
        }
        var refused = 0
        for i in 0..<left {
          let square = x[i] * x[i]
          let cube = v[i] * v[i] * v[i]
          let scale = scales[pending[i]]
          if u[i] >= 1 - Number(0.0331) * (square * square),
            draw.log(u[i]) >= square * 0.5 + scale * (1 - cube + draw.log(cube))
          {
            pending[refused] = pending[i]
            next[refused] = next[i]
            refused += 1
          } else {
            cubes[pending[i]] = cube
          }
        }
        left = refused
        swap(&keys, &next)
      }
    }
  }
}
