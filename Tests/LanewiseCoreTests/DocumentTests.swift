import LanewiseCore
import Testing

@Suite struct DocumentTests {
  private func words(_ words: [String]) -> Document {
    .join(.brk(), words.map { .text($0) })
  }

  @Test func aGroupThatFitsIsFlat() {
    let document = Document.group(.concat([.text("["), .nest(2, words(["a", "b", "c"])), .text("]")]))
    #expect(document.format(width: 7) == "[a b c]")
    #expect(document.format(width: 6) == "[a\n  b\n  c]")
  }

  @Test func exactlyTheWidthFits() {
    let eighty = Document.group(words([String(repeating: "x", count: 39), String(repeating: "y", count: 40)]))
    #expect(!eighty.format().contains("\n"))
    let more = Document.group(words([String(repeating: "x", count: 40), String(repeating: "y", count: 40)]))
    #expect(more.format() == String(repeating: "x", count: 40) + "\n" + String(repeating: "y", count: 40))
  }

  @Test func whatFollowsAGroupIsNotCounted() {
    let document = Document.concat([.group(words(["aaaa", "bbbb"])), .text(" and much more")])
    #expect(document.format(width: 9) == "aaaa bbbb and much more")
  }

  @Test func whatPrecedesAGroupIsCounted() {
    let document = Document.concat([.text("12345 "), .group(words(["aaaa", "bbbb"]))])
    #expect(document.format(width: 14) == "12345 aaaa\nbbbb")
    #expect(document.format(width: 15) == "12345 aaaa bbbb")
  }

  @Test func aBrokenGroupLetsItsInnerGroupsDecide() {
    let inner = Document.group(.concat([.text("("), .nest(1, words(["1", "2"])), .text(")")]))
    let document = Document.group(.join(.brk("; "), [inner, inner, inner]))
    #expect(document.format(width: 19) == "(1 2); (1 2); (1 2)")
    #expect(document.format(width: 18) == "(1 2)\n(1 2)\n(1 2)")
    #expect(document.format(width: 4) == "(1\n 2)\n(1\n 2)\n(1\n 2)")
  }

  @Test func breaksOutsideAnyGroupAreTaken() {
    #expect(words(["a", "b"]).format() == "a\nb")
  }

  @Test func columnsRestartAtTheIndent() {
    let tail = Document.group(words(["ccc", "ddd"]))
    let document = Document.nest(4, .concat([.text("a long beginning"), .brk(), tail]))
    #expect(document.format(width: 11) == "a long beginning\n    ccc ddd")
    #expect(document.format(width: 10) == "a long beginning\n    ccc\n    ddd")
  }

  @Test func theEmptyDocumentAndJoinsOfNoneAndOne() {
    #expect(Document.empty.format() == "")
    #expect(Document.join(.text(","), []).format() == "")
    #expect(Document.join(.text(","), [.text("a")]).format() == "a")
    #expect(Document.group(.brk("")).format() == "")
  }

  @Test func columnsAreUnicodeScalars() {
    let document = Document.group(words(["äöü", "λμ"]))
    #expect(document.format(width: 6) == "äöü λμ")
    #expect(document.format(width: 5) == "äöü\nλμ")
  }

  /// The frame of a jaxpr, from which the shape of all its texts follows.
  private func jaxpr(_ binders: [String], _ equations: [Document], _ results: String) -> Document {
    let variables = Document.nest(
      2, .group(.join(.group(.brk()), binders.map { .text($0) })))
    return .group(
      .concat([
        .nest(
          2,
          .concat([
            .text("{ lambda ; "), variables, .text(". let"),
            .nest(2, .concat([.brk(), .join(.brk("; "), equations)])),
            .brk(), .text("in (\(results),)"),
          ])),
        .text(" }"),
      ]))
  }

  @Test func jaxprsOfZeroOneAndManyEquations() {
    #expect(jaxpr(["a:f32[]"], [], "a").format() == "{ lambda ; a:f32[]. let  in (a,) }")
    #expect(
      jaxpr(["a:f32[]"], [.text("b:f32[] = sin a")], "b").format()
        == "{ lambda ; a:f32[]. let b:f32[] = sin a in (b,) }")
    #expect(
      jaxpr(["a:f32[3]"], [.text("b:f32[3] = sin a"), .text("c:f32[3] = cos b"), .text("d:f32[3] = mul b c")], "d")
        .format() == """
          { lambda ; a:f32[3]. let
              b:f32[3] = sin a
              c:f32[3] = cos b
              d:f32[3] = mul b c
            in (d,) }
          """)
  }

  /// A nested jaxpr as a parameter: the parameters break, the inner jaxpr decides for itself, and the operands after
  /// it do not count.
  @Test func nestedParameters() {
    let inner = jaxpr(["b:f32[]"], [.text("c:f32[] = sin b"), .text("d:f32[] = cos c")], "d")
    let parameters = Document.group(
      .concat([
        .nest(
          2,
          .concat([.text("["), .brk(""), .join(.brk(), [.text("name=f"), .concat([.text("jaxpr="), inner])])])),
        .brk(""), .text("]"),
      ]))
    let outer = jaxpr(["a:f32[]"], [.concat([.text("e:f32[] = pjit"), parameters, .text(" a")])], "e")
    #expect(
      outer.format() == """
        { lambda ; a:f32[]. let
            e:f32[] = pjit[
              name=f
              jaxpr={ lambda ; b:f32[]. let c:f32[] = sin b; d:f32[] = cos c in (d,) }
            ] a
          in (e,) }
        """)
  }

  @Test func manyEquationsAndDeepNests() {
    let equations = (0..<200_000).map { _ in Document.group(words(["b:f32[]", "=", "sin", "a"])) }
    let text = jaxpr(["a:f32[]"], equations, "b").format()
    #expect(
      text.utf8.count == 200_000 * ("    b:f32[] = sin a\n".utf8.count) + "{ lambda ; a:f32[]. let\n".utf8.count
        + "  in (b,) }".utf8.count)

    var deep = words(["a", "b"])
    for _ in 0..<2_000 { deep = .group(.nest(1, .concat([.text("("), deep, .text(")")]))) }
    #expect(deep.format().utf8.count == 4_000 + 2 + 1 + 2_000)
  }
}
