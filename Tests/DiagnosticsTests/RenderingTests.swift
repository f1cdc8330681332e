import Diagnostics
import Testing

/// A message about the stretch of `text` that `marked` covers.
private func diagnostic(_ text: String, marking marked: String, label: String) throws -> Diagnostic
{
  let text = text
  let bytes = Array(text.utf8)
  let wanted = Array(marked.utf8)
  let start = try #require(
    (0...(bytes.count - wanted.count)).first { Array(bytes[$0..<$0 + wanted.count]) == wanted })
  return Diagnostic(
    "this is wrong",
    at: .init(
      source: SourceText(name: "query", text: text),
      range: SourceRange(start, start + wanted.count), label: label))
}

struct `A message` {
  @Test func `points at the place, with notes and help under it`() {
    let source = SourceText(
      name: "query", text: "MATCH (p:Person)-[:ATENDED]->(m:Meeting) RETURN p.name")
    let message = Diagnostic(
      "no relationship ATENDED leaves a Person",
      at: .init(source: source, range: SourceRange(19, 26), label: "not in the ontology"),
      notes: ["a Person has ATTENDED, HOLDS"], help: ["did you mean ATTENDED?"])
    #expect(
      message.rendered == """
        error: no relationship ATENDED leaves a Person
         --> query:1:20
          |
        1 | MATCH (p:Person)-[:ATENDED]->(m:Meeting) RETURN p.name
          |                    ^^^^^^^ not in the ontology
          = note: a Person has ATTENDED, HOLDS
          = help: did you mean ATTENDED?
        """)
  }

  @Test func `shows the line it is about, of several`() throws {
    let text = (1...9).map { "line \($0)\n" }.joined() + "MATCH (a)\nRETURN b"
    #expect(
      try diagnostic(text, marking: "(a)", label: "here").rendered == """
        error: this is wrong
          --> query:10:7
           |
        10 | MATCH (a)
           |       ^^^ here
        """)
  }

  @Test func `marks only the first line of a stretch of several`() throws {
    #expect(
      try diagnostic("one two\nthree", marking: "two\nthree", label: "").rendered == """
        error: this is wrong
         --> query:1:5
          |
        1 | one two
          |     ^^^
        """)
  }

  @Test func `puts the caret under wide and combining characters`() throws {
    #expect(
      try diagnostic("王毅 e\u{301} met 习近平 here", marking: "习近平", label: "who").rendered == """
        error: this is wrong
         --> query:1:11
          |
        1 | 王毅 e\u{301} met 习近平 here
          |            ^^^^^^ who
        """)
  }

  @Test func `makes visible what would steer the terminal`() throws {
    #expect(
      try diagnostic("a\u{1B}[31m\u{202E}\tb", marking: "b", label: "x\u{7}").rendered == """
        error: this is wrong
         --> query:1:9
          |
        1 | a\\u{1B}[31m\\u{202E} b
          |                     ^ x\\u{7}
        """)
  }

  @Test func `cuts a long line to the part around the caret`() throws {
    let text = String(repeating: "a", count: 5000) + "WRONG" + String(repeating: "b", count: 5000)
    let lines = try diagnostic(text, marking: "WRONG", label: "").rendered.split(separator: "\n")
    #expect(lines[3].count < 200)
    #expect(lines[3].hasPrefix("1 | …aaa") && lines[3].hasSuffix("bbb…"))
    let caret = try #require(lines[4].firstIndex(of: "^"))
    let column = lines[4].distance(from: lines[4].startIndex, to: caret)
    #expect(lines[3].dropFirst(column).hasPrefix("WRONG"))
  }

  @Test func `past the end of its text points behind it`() {
    let location = Diagnostic.Location(
      source: SourceText(name: "query", text: "RETURN"), range: SourceRange(90, 99))
    #expect(Diagnostic("more is expected", at: location).rendered.hasSuffix("|       ^"))
  }

  @Test func `stands apart from the next by an empty line`() {
    let list = DiagnosticList([Diagnostic("one"), Diagnostic("two", severity: .warning)])
    #expect(list.rendered == "error: one\n\nwarning: two")
  }
}
