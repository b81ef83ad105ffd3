import Lanewise
import Testing

@Suite struct ShortTimeTransformsTests {
  private let signal = Random.normal(Random.key(3), [2, 101], dtype: .float64)

  @Test(arguments: [(16, 8), (15, 7), (12, 9), (7, 0)]) func thereAndBack(_ nperseg: Int, _ noverlap: Int) {
    let window = noverlap == 0 ? SpectralWindow.boxcar : .hann
    let (_, t, zxx) = Signal.stft(signal, window: window, nperseg: nperseg, noverlap: noverlap)
    #expect(zxx.shape == [2, nperseg / 2 + 1, t.size])
    let (times, back) = Signal.istft(zxx, window: window, nperseg: nperseg, noverlap: noverlap)
    #expect(times.size == back.shape[1])
    expectClose(back[.all, ..<101], signal, 1e-9)
  }

  @Test func theAxisMayBeAny() {
    let (_, _, rows) = Signal.stft(signal, nperseg: 10)
    let (_, _, columns) = Signal.stft(signal.T, nperseg: 10, axis: 0)
    expectClose(abs(moveaxis(columns, 0, 1)), abs(rows), 1e-12)
    let (_, back) = Signal.istft(moveaxis(rows, -1, 0), timeAxis: 0, freqAxis: -1)
    expectClose(back[..<101].T, signal, 1e-9)
  }

  @Test func complexSignalsHaveBothSides() {
    let z = Lax.complex(signal, -signal)
    let (f, _, zxx) = Signal.stft(z, nperseg: 8)
    #expect(f.size == 8 && zxx.dtype == .complex128)
    let (_, back) = Signal.istft(zxx, inputOnesided: false)
    expectClose(real(back)[.all, ..<101], signal, 1e-9)
  }

  @Test func mistakes() {
    expectError("more than the signal") { Signal.stft(arange(8.0), window: .weights(ones([9]))).zxx }
    expectError("fit a transform") { Signal.istft(zeros([5, 6]), nperseg: 12).x }
    expectError("twice") { Signal.istft(zeros([5, 6]), timeAxis: 1, freqAxis: 1).x }
  }
}
