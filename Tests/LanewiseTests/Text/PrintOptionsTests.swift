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

  var options: PrintOptions {
    let options = line["options"]!
    var result = PrintOptions()
    if let value = options["precision"]?.intValue { result.precision = value }
    if let value = options["threshold"]?.intValue { result.threshold = value }
    if let value = options["edgeitems"]?.intValue { result.edgeitems = value }
    if let value = options["linewidth"]?.intValue { result.linewidth = value }
    if let value = options["suppress"]?.boolValue { result.suppress = value }
    return result
  }
}

@Suite struct PrintOptionsTests {
  @Test(arguments: PrintGolden.all) func textsAreJAXs(_ golden: PrintGolden) {
    let x = golden.array
    printoptions(golden.options) {
      #expect(x.description == golden.line["str"]!.stringValue!)
      #expect(x.debugDescription == golden.line["repr"]!.stringValue!)
    }
  }

  @Test func theyHoldOnThisThreadUntilTheEnd() {
    let x = NDArray([1 / 3.0])
    let inner = printoptions(PrintOptions(precision: 2)) {
      (x.description, printoptions(PrintOptions(precision: 1)) { x.description }, getPrintoptions().precision)
    }
    #expect(inner == ("[0.33]", "[0.3]", 2))
    #expect(getPrintoptions() == PrintOptions() && x.description == "[0.33333334]")
  }
}
