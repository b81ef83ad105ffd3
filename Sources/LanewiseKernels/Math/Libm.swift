#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The C library's functions of float64 under names that a lane's own `exp` does not hide: d for double precision, as
// the suffix f is for single.

@inline(__always) func dexp(_ x: Double) -> Double { exp(x) }
@inline(__always) func dexpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) func dlog(_ x: Double) -> Double { log(x) }
@inline(__always) func dlog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) func dsin(_ x: Double) -> Double { sin(x) }
@inline(__always) func dcos(_ x: Double) -> Double { cos(x) }
@inline(__always) func dtan(_ x: Double) -> Double { tan(x) }
@inline(__always) func dsinh(_ x: Double) -> Double { sinh(x) }
@inline(__always) func dcosh(_ x: Double) -> Double { cosh(x) }
@inline(__always) func dasinh(_ x: Double) -> Double { asinh(x) }
@inline(__always) func datan2(_ x: Double, _ y: Double) -> Double { atan2(x, y) }
@inline(__always) func dfmod(_ x: Double, _ y: Double) -> Double { fmod(x, y) }
@inline(__always) func dhypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
