import Foundation
import LanewiseCore
import Testing

/// No text crashes the reader: it reads it, or says what is wrong and where.
@Suite struct JaxprFuzzTests {
  static let seed: UInt64 = 6_140

  /// What tokens of a jaxpr are replaced by.
  private static let spices = [
    "9223372036854775807", "-9223372036854775808", "-1", "0", "1e400", "nan", "(1+2j)", "in", "let", "lambda", "{", "}",
    "(", ")", "[", "]", ",", ";", ":", ".", "=", "<", ">", "'", "\"", "\\", "\0", "é", "_", "True", "None", "f32[]",
    "key<fry>[]", "f32[9223372036854775807]", "f32[2147483647,2147483647,2147483647]", "i32[0]", "bool[]",
    "{ lambda ; . let  in () }", "scan", "cond", "while", "pjit", "gather", "pad", "sort", "dot_general", "np.int64(-3)",
  ]

  @Test func mutatedTextsAreReadOrRefused() throws {
    var random = SplitMix(state: Self.seed)
    let texts = try JaxprTexts.own().map(\.text).filter { $0.utf8.count < 6000 }
    var refused = 0
    for round in 0..<6000 {
      let text = texts[Int(random.next() % UInt64(texts.count))]
      let mutated = round.isMultiple(of: 3) ? Self.bytes(text, &random) : Self.tokens(text, &random)
      do {
        let jaxpr = try Jaxpr(parsing: mutated)
        // What was read is printed so that it is read again, to the same.
        let printed = jaxpr.description
        #expect(try Jaxpr(parsing: printed).description == printed, "seed \(Self.seed), round \(round):\n\(mutated)")
      } catch let error as JaxprTextError {
        refused += 1
        #expect(error.line >= 1 && error.column >= 1 && error.message.hasSuffix("."), "\(error)")
      }
    }
    // The mutations must neither leave everything alone nor break everything.
    #expect((1000..<5900).contains(refused), "\(refused) of 6000 refused")
  }

  @Test func everyPrefixIsRefused() throws {
    for (name, text) in try JaxprTexts.own() where text.utf8.count < 1500 {
      for length in 0..<text.utf8.count {
        let prefix = String(decoding: text.utf8.prefix(length), as: UTF8.self)
        #expect(throws: JaxprTextError.self, "\(name), \(length) bytes") { try Jaxpr(parsing: prefix) }
      }
    }
  }

  /// Bytes deleted, doubled, swapped and replaced.
  private static func bytes(_ text: String, _ random: inout SplitMix) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...(random.next() % 3) {
      guard bytes.count > 2 else { break }
      let (i, j) = (Int(random.next() % UInt64(bytes.count)), Int(random.next() % UInt64(bytes.count)))
      switch random.next() % 5 {
      case 0: bytes.remove(at: i)
      case 1: bytes.insert(bytes[i], at: i)
      case 2: bytes.swapAt(i, j)
      case 3: bytes[i] = UInt8(truncatingIfNeeded: random.next())
      default: bytes.removeSubrange(min(i, j)..<min(min(i, j) + 20, bytes.count))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same with tokens: words, numbers, and each other character.
  private static func tokens(_ text: String, _ random: inout SplitMix) -> String {
    var tokens: [String] = []
    var isWord = false
    for character in text {
      let continues = character.isLetter || character.isNumber || character == "_"
      if continues, isWord { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
      isWord = continues
    }
    for _ in 0...(random.next() % 3) {
      guard tokens.count > 2 else { break }
      let (i, j) = (Int(random.next() % UInt64(tokens.count)), Int(random.next() % UInt64(tokens.count)))
      switch random.next() % 6 {
      case 0: tokens.remove(at: i)
      case 1: tokens.insert(tokens[j], at: i)
      case 2: tokens.swapAt(i, j)
      case 3: tokens[i] = tokens[j]
      case 4: tokens[i] = spices[Int(random.next() % UInt64(spices.count))]
      default: tokens.insert(spices[Int(random.next() % UInt64(spices.count))], at: i)
      }
    }
    return tokens.joined()
  }
}

private struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
