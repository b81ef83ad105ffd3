#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The C library's functions of float64 under names that a lane's own `exp` does not hide: d for double precision, as
// the suffix f is for single.

@inline(__always) func dcbrt(_ x: Double) -> Double { cbrt(x) }
@inline(__always) func dexp(_ x: Double) -> Double { exp(x) }
@inline(__always) func dexp2(_ x: Double) -> Double { exp2(x) }
@inline(__always) func dexpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) func dlog(_ x: Double) -> Double { log(x) }
@inline(__always) func dlog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) func dsin(_ x: Double) -> Double { sin(x) }
@inline(__always) func dcos(_ x: Double) -> Double { cos(x) }
@inline(__always) func dtan(_ x: Double) -> Double { tan(x) }
@inline(__always) func dasin(_ x: Double) -> Double { asin(x) }
@inline(__always) func dacos(_ x: Double) -> Double { acos(x) }
@inline(__always) func datan(_ x: Double) -> Double { atan(x) }
@inline(__always) func dsinh(_ x: Double) -> Double { sinh(x) }
@inline(__always) func dcosh(_ x: Double) -> Double { cosh(x) }
@inline(__always) func dtanh(_ x: Double) -> Double { tanh(x) }
@inline(__always) func dasinh(_ x: Double) -> Double { asinh(x) }
@inline(__always) func dacosh(_ x: Double) -> Double { acosh(x) }
@inline(__always) func datanh(_ x: Double) -> Double { atanh(x) }
@inline(__always) func derf(_ x: Double) -> Double { erf(x) }
@inline(__always) func derfc(_ x: Double) -> Double { erfc(x) }
@inline(__always) func dpow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inline(__always) func datan2(_ x: Double, _ y: Double) -> Double { atan2(x, y) }
@inline(__always) func dfmod(_ x: Double, _ y: Double) -> Double { fmod(x, y) }
@inline(__always) func dhypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
