import Cypher
import Testing

struct `The page on the query language` {
  private static let page = "Docs/QueryLanguage.md"

  @Test func `shows what its examples give`() throws {
    let text = try Fixtures.projectText(Self.page)
    let shown = try withAnswers(text)
    if Fixtures.isRecording {
      try Fixtures.writeProject(shown, to: Self.page)
    } else {
      #expect(shown == text)
    }
  }

  /// The page with the answer under each example as it is now.
  private func withAnswers(_ page: String) throws -> String {
    let graph = try MeetingGraph()
    var lines: [Substring] = []
    var query: String?
    var answer: String?
    var isAnswer = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if isAnswer {
        isAnswer = line != "```"
        continue
      }
      if line == "```text", answer != nil {
        isAnswer = true
        continue
      }
      if !line.isEmpty, let known = answer {
        lines += ["```text"] + known.split(separator: "\n") + ["```", ""]
        answer = nil
      }
      if line == "```", let asked = query {
        answer = try self.answer(asked, graph)
        query = nil
      } else if query != nil {
        query? += "\(line)\n"
      } else if line == "```cypher" {
        query = ""
      }
      if answer == nil || !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  private func answer(_ query: String, _ graph: MeetingGraph) throws -> String? {
    let compiled = try graph.compiler.compile(query)
    if compiled.isExplained { return nil }
    let result = try graph.runner.run(compiled)
    let rows = result.rows.map { $0.map(\.text).joined(separator: " | ") }
    return ([result.columns.joined(separator: " | ")] + rows).joined(separator: "\n")
  }

  @Test func `names every function`() throws {
    let text = try Fixtures.projectText(Self.page)
    let names =
      "id elementId labels type toLower toUpper trim lTrim rTrim substring left right replace "
      + "reverse size head last abs sign ceil floor round sqrt toString toInteger toFloat date "
      + "coalesce exists count min max sum avg collect"
    for name in names.split(separator: " ") {
      #expect(text.contains("`\(name)`") || text.contains("`\(name)("), "\(name)")
    }
  }
}
