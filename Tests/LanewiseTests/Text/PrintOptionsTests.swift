import Foundation
import Testing

@testable import Lanewise

/// A case of Goldens/print_options.json: an array, the options, and its texts.
struct PrintGolden: Sendable, CustomTestStringConvertible {
  let line: JSONValue

  static let all: [PrintGolden] = {
    let file = Bundle.module.url(forResource: "print_options", withExtension: "json", subdirectory: "Goldens")!
    let document = try! JSONValue(parsing: try! Data(contentsOf: file))
    return document["cases"]!.arrayValue!.map(PrintGolden.init)
  }()

  var testDescription: String { "\(line["x"]!["shape"]!) \(line["options"]!)" }
  var array: NDArray { Expected(line["x"]!).array(weak: false) }

  /// The array's texts under the options.
  var texts: (str: String, repr: String) {
    let options = line["options"]!
    return printoptions(
      precision: options["precision"]?.intValue, threshold: options["threshold"]?.intValue,
      edgeitems: options["edgeitems"]?.intValue, linewidth: options["linewidth"]?.intValue,
      suppress: options["suppress"]?.boolValue
    ) { (array.description, array.debugDescription) }
  }
}

@Suite struct PrintOptionsTests {
  @Test(arguments: PrintGolden.all) func textsAreJAXs(_ golden: PrintGolden) {
    let texts = golden.texts
    #expect(texts.str == golden.line["str"]!.stringValue!)
    #expect(texts.repr == golden.line["repr"]!.stringValue!)
  }

  @Test func theyHoldOnThisThreadUntilTheEnd() {
    let x = NDArray([1 / 3.0, 1e-6])
    let inner = printoptions(precision: 2, suppress: true) {
      (x.description, printoptions(precision: 1) { x.description }, getPrintoptions())
    }
    #expect(inner.0 == "[0.33 0.  ]" && inner.1 == "[0.3 0. ]")
    #expect(inner.2.precision == 2 && inner.2.suppress && inner.2.linewidth == 75)
    #expect(getPrintoptions().precision == 8 && x.description == "[3.3333334e-01 1.0000000e-06]")
    // Those of the process are for all that do not say otherwise; here they are set to what they are.
    setPrintoptions(precision: 8)
    #expect(printoptions(precision: -1) { getPrintoptions().precision } == 0)
  }
}
