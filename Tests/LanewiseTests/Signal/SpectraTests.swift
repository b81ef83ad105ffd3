import Lanewise
import Testing

/// Numbers of JAX's are among the cases of the conformance tests; these are the properties.
@Suite struct SpectraTests {
  private let noise = Random.normal(Random.key(3), [2, 400], dtype: .float64)

  @Test func aToneIsWhereItIs() {
    let (f, power) = Signal.welch(sin(2 * .pi * 0.25 * arange(256.0)), nperseg: 64)
    #expect(Float(f[argmax(power)]) == 0.25)
    let (g, both) = Signal.welch(sin(2 * .pi * 0.25 * arange(256.0)), fs: 8, nperseg: 64, returnOnesided: false)
    #expect(abs(Float(g[argmax(both)])) == 2 && both.shape == [64])
  }

  @Test func powerIsTheVariance() {
    let (f, power) = Signal.welch(noise, window: .boxcar, nperseg: 50, noverlap: 0, detrend: nil)
    expectClose(sum(power, axis: -1) * (f[1] - f[0]), mean(noise * noise, axis: -1), 1e-9)
  }

  @Test func crossSpectraOfASignalWithItself() {
    let (_, cross) = Signal.csd(noise, noise, nperseg: 32)
    let (_, power) = Signal.welch(noise, nperseg: 32)
    #expect(cross.dtype == .complex128)
    expectClose(real(cross), power, 1e-12)
    let (_, filled) = Signal.csd(noise, noise[.all, ..<300], nperseg: 32)
    #expect(filled.shape == [2, 17])
  }

  @Test func trendsAreTakenAway() {
    let ramp = arange(20.0).astype(.float64)
    expectClose(Signal.detrend(3 * ramp - 7), zeros([20], dtype: .float64), 1e-9)
    let bent = `where`(ramp .< 8, ramp, 5 - 2 * ramp)
    expectClose(Signal.detrend(bent, bp: [8]), zeros([20], dtype: .float64), 1e-9)
    expectClose(mean(Signal.detrend(noise, type: .constant), axis: -1), zeros([2], dtype: .float64), 1e-12)
    #expect("\(round(Signal.detrend([1, 4, 8, 8, 9]), decimals: 3))" == "[-1. -0.  2. -0. -1.]")
  }

  @Test func mistakes() {
    expectError("must lie between 0 and 5") { Signal.detrend(arange(5.0), bp: [9]) }
    expectError("overlap by less") { Signal.welch(arange(20.0), nperseg: 8, noverlap: 8).pxx }
    expectError("fit a transform") { Signal.welch(arange(20.0), nperseg: 8, nfft: 4).pxx }
    expectError("as long as the weights") { Signal.welch(arange(20.0), window: .weights(ones([5])), nperseg: 8).pxx }
    expectError("broadcast to each other") { Signal.csd(zeros([2, 8]), zeros([3, 8])).pxy }
  }
}
