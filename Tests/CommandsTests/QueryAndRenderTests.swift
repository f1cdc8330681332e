import Commands
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct `memcon query` {
  @Test func `answers with rows`() throws {
    let run = try SampleGraph.washington().run(
      "query", "MATCH (p:Person)-[:ATTENDED]->(m:Meeting) WHERE m.kind = 'call' RETURN p.name",
      "--format", "csv")
    #expect(run.status == .done)
    #expect(
      run.output.split(separator: "\r\n").sorted() == ["Marco Rubio", "Sergei Lavrov", "p.name"])
  }

  @Test func `reads a query from standard input and values from options`() throws {
    let run = try SampleGraph.washington().run(
      "query", "-", "-p", "kind=call", "--param", "most=1", "--format", "jsonl",
      input: "MATCH (m:Meeting) WHERE m.kind = $kind RETURN count(m) = $most AS one")
    #expect(run.output == "{\"one\":true}\n")
  }

  @Test(arguments: [
    (
      "CALL text.search('met OR talks OR spoke') YIELD node, score RETURN count(node) > 0 AS found",
      "{\"found\":true}\n"
    ),
    // Counted alone, they are neither read nor ranked.
    (
      "CALL text.search('met OR talks') YIELD node WITH count(node.id) AS read CALL { CALL text.search('met OR talks') YIELD node RETURN count(*) AS n } RETURN read > 0 AND read = n AS same",
      "{\"same\":true}\n"
    ),
    // Found rows that are alike count for each row they meet, up to their limit, and once if there
    // may be none.
    (
      "UNWIND [1, 1, 2] AS x CALL text.search('met OR talks', 1) YIELD node WITH x, count(*) AS n OPTIONAL CALL text.search('zymurgy') YIELD node RETURN x, n, count(*) AS rows ORDER BY x",
      "{\"x\":1,\"n\":2,\"rows\":1}\n{\"x\":2,\"n\":1,\"rows\":1}\n"
    ),
    (
      "CALL text.search('met OR talks', 2) YIELD node RETURN 1 AS one LIMIT 1",
      "{\"one\":1}\n"
    ),
  ])
  func `searches the texts of articles`(_ query: String, _ answer: String) throws {
    let graph = try SampleGraph.washington()
    #expect(graph.run("query", query, "--format", "jsonl").output == answer)
  }

  @Test func `says what is no text to search for`() throws {
    let graph = try SampleGraph.washington()
    let wrong = graph.run("query", "CALL text.search('\"') YIELD node RETURN node.title")
    #expect(wrong.error.contains("this is no text to search for"))
  }

  @Test(arguments: [
    "MATCH (p:Person {name: 'Winston Peters'}) RETURN p AS found",
    "MATCH (m:Meeting {kind: 'call'}) RETURN m AS found",
    "MATCH (:Person {name: 'Winston Peters'})-[r:ATTENDED]->() RETURN r AS found LIMIT 1",
    "MATCH (:Person {name: 'Winston Peters'})-[r:HOLDS]->() RETURN r AS found LIMIT 1",
    "MATCH (:Person {name: 'Winston Peters'})-[r:MET]-() RETURN r AS found LIMIT 1",
    "MATCH (:Article)-[r:REPORTS]->() RETURN r AS found LIMIT 1",
    "MATCH (:Article)-[r:MENTIONS]->(:Person) RETURN r AS found LIMIT 1",
    "MATCH (:Country)-[r:PARTY_TO]->() RETURN r AS found LIMIT 1",
    "MATCH p = (:Person {name: 'Winston Peters'})-[:ATTENDED]->() RETURN p AS found LIMIT 1",
  ])
  func `gives programs the words behind what it finds`(_ query: String) throws {
    let graph = try SampleGraph.washington()
    let json = graph.run("query", query, "--format", "jsonl")
    #expect(json.output.contains("\"evidence\":[{\"article\":\"") && json.output.contains("quote"))
    #expect(!graph.run("query", query, "--format", "csv").output.contains("evidence"))
  }

  @Test func `gives no evidence of what articles do not tell`() throws {
    let graph = try SampleGraph.washington()
    let run = graph.run("query", "MATCH (c:Country) RETURN c LIMIT 1", "--format", "jsonl")
    #expect(run.status == .done && !run.output.contains("evidence"))
  }

  @Test func `ends with 1 without rows`() throws {
    let run = try SampleGraph.washington().run(
      "query", "MATCH (p:Person {name: 'Nobody'}) RETURN p.name")
    #expect(run.status == .nothingFound)
  }

  @Test func `points at what is wrong`() throws {
    let run = try SampleGraph.washington().run(
      "query", "MATCH (p:Person)-[:ATENDED]->(m:Meeting) RETURN p.name")
    #expect(run.status == .failed)
    #expect(run.error.contains("                    ^^^^^^^"))
    #expect(run.error.contains("did you mean ATTENDED?"))
  }

  @Test func `explains itself`() throws {
    let run = try SampleGraph.washington().run(
      "query", "MATCH (p:Person) RETURN p.name", "--explain")
    #expect(run.output.contains("plan:") && run.output.contains("sql:"))
  }

  @Test(arguments: [
    "CREATE (p:Person)", "MATCH (p:Person) DELETE p", "DROP TABLE person", "", "\u{0}",
  ])
  func `never changes the graph`(_ query: String) throws {
    let graph = try SampleGraph.washington()
    let before = graph.run("stats").output
    #expect(graph.run("query", query).status == .failed)
    #expect(graph.run("stats").output == before)
  }
}

struct `memcon render` {
  @Test func `draws one person's contacts as DOT`() throws {
    let run = try SampleGraph.washington().run("render", "--of", "Peters", "--format", "dot")
    #expect(run.status == .done)
    for name in ["winston-peters", "marco-rubio", "mike-waltz", "morgan-ortagus"] {
      #expect(run.output.contains(name))
    }
    #expect(!run.output.contains("lavrov"))
    #expect(run.output.contains("Contacts of Winston Peters"))
  }

  @Test func `draws the contacts among chosen people`() throws {
    let run = try SampleGraph.washington().run(
      "render", "--with", "Peters", "--with", "Waltz", "--format", "dot")
    #expect(run.output.contains("mike-waltz") && !run.output.contains("marco-rubio"))
  }

  @Test func `writes a file whose ending tells the format`() throws {
    let graph = try SampleGraph.washington()
    let run = graph.run("render", "-o", graph.folder.path("all.svg"))
    #expect(run.status == .done, "\(run.error)")
    let svg = String(decoding: try graph.folder.bytes(of: "all.svg"), as: UTF8.self)
    #expect(svg.contains("<svg") && svg.contains("Winston Peters"))
  }

  @Test func `refuses what it cannot draw or write`() throws {
    let graph = try SampleGraph.washington()
    let noFormat = graph.run("render", "-o", "picture.gif")
    #expect(noFormat.status == .failed && noFormat.error.contains("tells no format"))
    let noFolder = graph.run("render", "-o", graph.folder.path("none/all.dot"))
    #expect(noFolder.status == .failed && noFolder.error.contains("can't write"))
    let both = graph.run("render", "--of", "Peters", "--with", "Rubio")
    #expect(both.status == .failed && both.error.contains("not beside --of"))
    #expect(graph.run("render", "--kind", "summit").status == .nothingFound)
    #expect(graph.run("render", columns: 80).status == .failed)
  }

  @Test(.enabled(if: canAccessFullDevice, "this system has no /dev/full"))
  func `to a full disk is an error`() throws {
    let run = try SampleGraph.washington().run("render", "--format", "dot", "-o", "/dev/full")
    #expect(run.status == .failed)
    #expect(run.error.contains("can't write /dev/full: No space left on device"), "\(run.error)")
    #expect(canAccessFullDevice)
  }

  @Test func `draws hostile names`() throws {
    let graph = try SampleGraph(of: .hostile)
    let run = graph.run("render", "--format", "svg")
    #expect(run.status == .done, "\(run.error)")
    #expect(!run.output.contains("<script>") && !run.output.contains("\u{1B}"))
  }
}

private var canAccessFullDevice: Bool { access("/dev/full", W_OK) == 0 }

struct `memcon verify` {
  @Test func `passes on a sound graph`() throws {
    let run = try SampleGraph.washington().run("verify")
    #expect(run.status == .done)
    #expect(run.error.contains("is sound"))
  }

  @Test func `fails where an article was changed by hand`() throws {
    let graph = try SampleGraph.washington()
    try graph.execute("update article set text = replace(text, 'Rubio', 'Ruby')")
    let run = graph.run("verify")
    #expect(run.status == .failed)
    #expect(run.output.contains("quote") && run.error.contains("fails"))
  }
}
