import Commands
import JSON
import TestSupport
import Testing

/// An agency's report as two newspapers print it, the second without its end, and another report.
private let dump = [
  #"{"id": "wire", "publisher": "Northern Wire", "published": "2025-03-20", "text": "\#(report) \#(end)"}"#,
  #"{"id": "herald", "publisher": "The Herald", "published": "2025-03-21", "text": "\#(report)"}"#,
  #"{"id": "post", "publisher": "The Post", "published": "2025-03-21", "text": "\#(other)"}"#,
].joined(separator: "\n")

private let report = """
  US Secretary of State Marco Rubio met New Zealand's foreign minister Winston Peters in Washington on 19 March \
  2025. The two ministers spoke for an hour about trade, about the security of shipping in the Pacific and about \
  the talks on fisheries that had come to a halt before the winter. Officials of both sides said that the tone had \
  been frank, and that a date for the next round would be found as soon as the parliaments had returned.
  """
private let end = "Neither of them answered questions as they walked down the steps in the rain."
private let other = """
  Winston Peters, the foreign minister of New Zealand, met Marco Rubio in Washington on 19 March 2025, the ministry \
  in Wellington said in a statement. It gave no details of their conversation.
  """

struct `An article that prints another's text` {
  private let graph: SampleGraph

  init() throws {
    graph = try SampleGraph()
    let run = graph.run("ingest", "-", "--input-format", "jsonl", input: dump)
    #expect(run.error.hasPrefix("3 read, 1 of them copies, "), "\(run.error)")
  }

  @Test func `is named by why as a copy, and gives no quote of its own`() throws {
    let text = graph.run("why", "Rubio", "Peters").output
    #expect(text.contains("printed again, and not counted\n"), "\(text)")
    #expect(text.contains("herald (The Herald, 2025-03-21) prints wire\n"), "\(text)")
    let answer = try JSONValue(
      parsing: graph.run("why", "Rubio", "Peters", "--format", "json").output.utf8)
    #expect(
      answer["copies"]
        == [
          ["article": "herald", "of": "wire", "published": "2025-03-21", "publisher": "The Herald"]
        ])
    let rows = graph.run("why", "Rubio", "Peters", "--format", "csv").output
    #expect(rows.contains("wire") && rows.contains("post") && !rows.contains("herald"))
    #expect(
      graph.run("why", "Rubio").output.contains("herald (The Herald, 2025-03-21) prints wire"))
  }

  @Test func `is an article in Cypher that reports no meeting, and leads to the one that does`() {
    func rows(_ query: String) -> String { graph.run("query", query, "--format", "csv").output }
    #expect(
      rows("MATCH (c:Article)-[:COPY_OF]->(o:Article) RETURN c.id AS copy, o.id AS original")
        == "copy,original\r\nherald,wire\r\n")
    #expect(
      rows("MATCH (a:Article)-[:REPORTS]->(:Meeting) RETURN a.id AS id ORDER BY id")
        == "id\r\npost\r\nwire\r\n")
    #expect(
      rows(
        "MATCH (a:Article) WHERE NOT (a)-[:COPY_OF]->() RETURN count(a) AS reports"
      ) == "reports\r\n2\r\n")
    #expect(graph.run("stats", "--format", "csv").output.contains("copies of others,1\r\n"))
  }
}
