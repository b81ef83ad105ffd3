import Lanewise
import LanewiseCore

// The spectra of jax.scipy.signal.
extension FaceTable {
  mutating func addSpectra() {
    module = "jax.scipy.signal"
    array("detrend", "data axis type bp overwrite_data") {
      Signal.detrend($0.x("data"), axis: $0.int("axis", -1), type: $0.trend("type") ?? .linear, bp: $0.ints("bp"))
    }
    let density = "fs window nperseg noverlap nfft detrend return_onesided scaling axis average"
    arrays("csd", "x y " + density) { a in
      let (f, pxy) = Signal.csd(
        a.x("x"), a.optionalX("y"), fs: a.double("fs", 1), window: a.window, nperseg: a.optionalInt("nperseg"),
        noverlap: a.optionalInt("noverlap"), nfft: a.optionalInt("nfft"),
        detrend: a.isGiven("detrend") ? a.trend("detrend") : .constant,
        returnOnesided: a.bool("return_onesided", true), scaling: a.scaling, axis: a.int("axis", -1),
        average: a.string("average") == "median" ? .median : .mean)
      return [f, pxy]
    }
    arrays("welch", "x " + density) { a in
      let (f, pxx) = Signal.welch(
        a.x("x"), fs: a.double("fs", 1), window: a.window, nperseg: a.optionalInt("nperseg"),
        noverlap: a.optionalInt("noverlap"), nfft: a.optionalInt("nfft"),
        detrend: a.isGiven("detrend") ? a.trend("detrend") : .constant,
        returnOnesided: a.bool("return_onesided", true), scaling: a.scaling, axis: a.int("axis", -1),
        average: a.string("average") == "median" ? .median : .mean)
      return [f, pxx]
    }
    arrays("stft", "x fs window nperseg noverlap nfft detrend return_onesided boundary padded axis") { a in
      let isBounded = a.values["boundary"] == nil || a.isGiven("boundary")
      let (f, t, zxx) = Signal.stft(
        a.x("x"), fs: a.double("fs", 1), window: a.window, nperseg: a.optionalInt("nperseg"),
        noverlap: a.optionalInt("noverlap"), nfft: a.optionalInt("nfft"), detrend: a.trend("detrend"),
        returnOnesided: a.bool("return_onesided", true),
        boundary: isBounded ? a.string("boundary").flatMap(Signal.Boundary.init) ?? .zeros : nil,
        padded: a.bool("padded", true), axis: a.int("axis", -1))
      return [f, t, zxx]
    }
    arrays("istft", "Zxx fs window nperseg noverlap nfft input_onesided boundary time_axis freq_axis") { a in
      let (t, x) = Signal.istft(
        a.x("Zxx"), fs: a.double("fs", 1), window: a.window, nperseg: a.optionalInt("nperseg"),
        noverlap: a.optionalInt("noverlap"), nfft: a.optionalInt("nfft"),
        inputOnesided: a.bool("input_onesided", true), boundary: a.bool("boundary", true),
        timeAxis: a.int("time_axis", -1), freqAxis: a.int("freq_axis", -2))
      return [t, x]
    }
  }
}

extension Arguments {
  fileprivate func trend(_ name: String) -> Signal.Trend? { string(name).flatMap(Signal.Trend.init) }

  fileprivate var scaling: Signal.Scaling { string("scaling").flatMap(Signal.Scaling.init) ?? .density }

  fileprivate var window: SpectralWindow {
    switch string("window") {
    case "hamming": .hamming
    case "blackman": .blackman
    case "bartlett": .bartlett
    case "boxcar": .boxcar
    case "hann": .hann
    default: optionalX("window").map { .weights($0) } ?? .hann
    }
  }
}
