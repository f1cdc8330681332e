import Commands
import Diagrams
import TestSupport
import Testing

/// A view of the sample graph, and the words it must show.
private struct ViewCase: CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  let shown: [String]
  var testDescription: String { name }

  static let all = [
    ViewCase(
      name: "network", arguments: [],
      shown: ["Who met whom", "Sergei Lavrov", "New Zealand", "5 people, 4 meetings"]),
    ViewCase(
      name: "ego", arguments: ["--of", "Peters"],
      shown: ["Contacts of Winston Peters", "Mike Waltz", "had dinner with Peters"]),
    ViewCase(
      name: "countries", arguments: ["--view", "countries"],
      shown: ["Which countries met", "New Zealand", "United States"]),
    ViewCase(
      name: "meetings", arguments: ["--view", "meetings"],
      shown: ["meeting in Washington", "19 March 2025 [2]", "Winston Peters"]),
    ViewCase(
      name: "timeline", arguments: ["--view", "timeline", "--of", "Rubio"],
      shown: ["Meetings of Marco Rubio", "Sergei Lavrov", "Winston Peters"]),
    ViewCase(
      name: "path", arguments: ["--view", "path", "--of", "Peters", "--with", "Lavrov"],
      shown: ["From Winston Peters to Sergei Lavrov", "Marco Rubio"]),
    ViewCase(
      name: "meeting", arguments: ["--meeting", "2025-03-19-peters-rubio"],
      shown: ["Washington", "trade", "Secretary of State", "will meet Winston Peters"]),
    ViewCase(
      name: "query",
      arguments: [
        "--query", "MATCH (p:Person)-[h:HOLDS]->(r:Role) WHERE p.country = $c RETURN p, h, r",
        "-p", "c=NZ",
      ],
      shown: ["HOLDS", "Foreign Minister", "Winston Peters"]),
  ]
}

struct `A view of the graph` {
  @Test(arguments: ViewCase.all)
  fileprivate func `shows what it is about`(_ view: ViewCase) throws {
    let graph = try SampleGraph.washington()
    let run = graph.run(["render", "--format", "svg"] + view.arguments)
    #expect(run.status == .done, "\(run.error)")
    for words in view.shown { #expect(run.output.contains(words), "\(words)") }
    for format in ["json", "dot", "png", "pdf"] {
      let other = graph.run(["render", "--format", format] + view.arguments)
      let isNoGraph = ["timeline", "meeting"].contains(view.name) && format == "dot"
      #expect(other.status == (isNoGraph ? .failed : .done), "\(format): \(other.error)")
    }
  }

  /// With the words behind each line and the places of all of them.
  @Test func `of the examples takes less than two kilobytes a person`() throws {
    let folder = try TemporaryFolder()
    let examples = #filePath.dropLast("Tests/CommandsTests/ViewTests.swift".count) + "Examples"
    let graph = ["--graph", folder.path("graph.sqlite")]
    #expect(Run(graph + ["--quiet", "ingest", String(examples)]).status == .done)
    let svg = Run(graph + ["render", "--format", "svg"]).output
    let people = svg.split(separator: "<g class=\"node\"").count - 1
    #expect(people > 15 && svg.split(separator: "<g class=\"note\"").count > 10)
    #expect(svg.utf8.count < 2048 * people, "\(svg.utf8.count / max(people, 1))")
  }

  /// Layouts differ from one version of Graphviz to the next.
  @Test(
    .enabled(if: GraphvizLibrary().version == "2.43.0", "recorded with Graphviz 2.43.0"),
    arguments: ViewCase.all)
  fileprivate func `is the recorded one`(_ view: ViewCase) throws {
    let run = try SampleGraph.washington().run(["render", "--format", "svg"] + view.arguments)
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/view-\(view.name).svg")
  }

  @Test func `of a query comes from memcon query, too`() throws {
    let graph = try SampleGraph.washington()
    let query = "MATCH w = (p:Person)-[:ATTENDED]->(m:Meeting {kind: 'call'}) RETURN w"
    let run = graph.run("query", query, "--format", "svg")
    #expect(run.status == .done && run.output.contains("data-form=\"meeting\""), "\(run.error)")
    #expect(run.output == graph.run("render", "--query", query).output)
    let bare = graph.run("query", "MATCH (p:Person) RETURN p.name", "--format", "svg")
    #expect(bare.status == .failed && bare.error.contains("nothing that can be drawn"))
  }

  @Test func `says in its caption what it leaves out`() throws {
    let run = try SampleGraph.washington().run("render", "--most", "3", "--format", "svg")
    #expect(run.output.contains("Drawn: the 3 people of the strongest ties, of 5;"))
    let least = try SampleGraph.washington().run("render", "--least", "2", "--format", "svg")
    #expect(least.status == .nothingFound || least.output.contains("Drawn:"))
  }

  @Test func `has the title, the colours and the size that are asked for`() throws {
    let run = try SampleGraph.washington().run(
      "render", "--title", "Peters in Washington", "--theme", "print", "--size", "500x400",
      "--format", "svg")
    #expect(run.output.contains("width=\"500\" height=\"400\""))
    #expect(run.output.contains(">Peters in Washington</title>"))
    #expect(!run.output.contains("prefers-color-scheme"))
  }

  @Test func `stays where an earlier picture had it`() throws {
    let graph = try SampleGraph.washington()
    let path = graph.folder.path("earlier.json")
    #expect(graph.run("render", "--layout", "neato", "-o", path).status == .done)
    let run = graph.run("render", "--layout", "neato", "--near", path, "--format", "json")
    #expect(run.status == .done, "\(run.error)")
    let wrong = graph.run("render", "--near", graph.path, "--format", "json")
    #expect(wrong.status == .failed)
  }

  @Test(arguments: [
    (["--view", "path", "--of", "Peters"], "a path needs its two ends"),
    (["--view", "ego"], "an ego view needs its person"),
    (["--view", "meeting"], "a card needs its meeting"),
    (["--view", "map"], "network, ego, countries"),
    (["--size", "5x5"], "100 to 20000 points"),
    (["--most", "0"], "from 1 on"),
  ])
  func `that is not told in full is refused`(_ arguments: [String], _ words: String) throws {
    let run = try SampleGraph.washington().run(["render"] + arguments)
    #expect(run.status == .failed)
    #expect(run.error.contains(words), "\(run.error)")
  }

  @Test func `of what is not there is nothing`() throws {
    let graph = try SampleGraph.washington()
    #expect(graph.run("render", "--meeting", "2020-01-01-nobody").status == .nothingFound)
    let path = graph.run("render", "--view", "path", "--of", "Peters", "--with", "Witkoff")
    #expect(path.status == .nothingFound && path.error.contains("no chain of meetings"))
  }
}
