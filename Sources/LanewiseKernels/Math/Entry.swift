import LanewiseShims

/// The elementary functions of float32 by name, for tests: SIMD values never cross a module's border.
package enum F32Function: UInt8, CaseIterable, Sendable {
  case exp, exp2, expm1, log, log1p, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
  case logistic, erf, erfc, erfInv, lgamma, digamma, cbrt, rsqrt
}

/// The elementary functions of two operands, in the order of their arguments: `pow(x, y)`, `atan2(y, x)`.
package enum F32BinaryFunction: UInt8, CaseIterable, Sendable { case pow, atan2 }

/// Whether this processor has the instructions that this build of the module uses.
package var f32MathIsSupported: Bool { lw_m_cpu_is_supported() != 0 }

extension F32Math {
  /// `f` over `count` elements; the last vector is padded through the stack.
  @inline(__always) static func map(
    _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ count: Int,
    _ f: (Floats, Floats) -> Floats
  ) {
    let rawX = UnsafeRawPointer(x)
    let rawY = UnsafeRawPointer(y)
    let rawOut = UnsafeMutableRawPointer(out)
    var i = 0
    while i &+ 16 <= count {
      let a = rawX.loadUnaligned(fromByteOffset: i &* 4, as: Floats.self)
      let b = rawY.loadUnaligned(fromByteOffset: i &* 4, as: Floats.self)
      rawOut.storeBytes(of: f(a, b), toByteOffset: i &* 4, as: Floats.self)
      i &+= 16
    }
    if i < count {
      var a = splat(1 as Float)
      var b = splat(1 as Float)
      var lane = 0
      while i &+ lane < count {
        a[lane] = x[i &+ lane]
        b[lane] = y[i &+ lane]
        lane &+= 1
      }
      let result = f(a, b)
      lane = 0
      while i &+ lane < count {
        out[i &+ lane] = result[lane]
        lane &+= 1
      }
    }
  }
}

/// `out[i] = function(x[i])` for `count` elements.
package func f32Map(
  _ function: F32Function, _ x: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ count: Int
) {
  switch function {
  case .exp: F32Math.map(x, x, out, count) { a, _ in F32Math.exp(a) }
  case .exp2: F32Math.map(x, x, out, count) { a, _ in F32Math.exp2(a) }
  case .expm1: F32Math.map(x, x, out, count) { a, _ in F32Math.expm1(a) }
  case .log: F32Math.map(x, x, out, count) { a, _ in F32Math.log(a) }
  case .log1p: F32Math.map(x, x, out, count) { a, _ in F32Math.log1p(a) }
  case .sin: F32Math.map(x, x, out, count) { a, _ in F32Math.sin(a) }
  case .cos: F32Math.map(x, x, out, count) { a, _ in F32Math.cos(a) }
  case .tan: F32Math.map(x, x, out, count) { a, _ in F32Math.tan(a) }
  case .asin: F32Math.map(x, x, out, count) { a, _ in F32Math.asin(a) }
  case .acos: F32Math.map(x, x, out, count) { a, _ in F32Math.acos(a) }
  case .atan: F32Math.map(x, x, out, count) { a, _ in F32Math.atan(a) }
  case .sinh: F32Math.map(x, x, out, count) { a, _ in F32Math.sinh(a) }
  case .cosh: F32Math.map(x, x, out, count) { a, _ in F32Math.cosh(a) }
  case .tanh: F32Math.map(x, x, out, count) { a, _ in F32Math.tanh(a) }
  case .asinh: F32Math.map(x, x, out, count) { a, _ in F32Math.asinh(a) }
  case .acosh: F32Math.map(x, x, out, count) { a, _ in F32Math.acosh(a) }
  case .atanh: F32Math.map(x, x, out, count) { a, _ in F32Math.atanh(a) }
  case .logistic: F32Math.map(x, x, out, count) { a, _ in F32Math.logistic(a) }
  case .erf: F32Math.map(x, x, out, count) { a, _ in F32Math.erf(a) }
  case .erfc: F32Math.map(x, x, out, count) { a, _ in F32Math.erfc(a) }
  case .erfInv: F32Math.map(x, x, out, count) { a, _ in F32Math.erfInv(a) }
  case .lgamma: F32Math.map(x, x, out, count) { a, _ in F32Math.lgamma(a) }
  case .digamma: F32Math.map(x, x, out, count) { a, _ in F32Math.digamma(a) }
  case .cbrt: F32Math.map(x, x, out, count) { a, _ in F32Math.cbrt(a) }
  case .rsqrt: F32Math.map(x, x, out, count) { a, _ in F32Math.rsqrt(a) }
  }
}

/// `out[i] = function(x[i], y[i])` for `count` elements.
package func f32Map(
  _ function: F32BinaryFunction, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>, _ count: Int
) {
  switch function {
  case .pow: F32Math.map(x, y, out, count) { a, b in F32Math.pow(a, b) }
  case .atan2: F32Math.map(x, y, out, count) { a, b in F32Math.atan2(a, b) }
  }
}
