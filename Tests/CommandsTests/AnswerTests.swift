import Commands
import JSON
import TestSupport
import Testing

struct `memcon who-met` {
  @Test func `shows each counterpart with date and quote`() throws {
    let run = try SampleGraph.washington().run("who-met", "Peters")
    #expect(run.status == .done)
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/who-met.txt")
  }

  @Test(arguments: ["Winston Peters", "peters", "winston-peters", "WINSTON PETERS"])
  func `knows a person by name, family name and id`(_ name: String) throws {
    #expect(try SampleGraph.washington().run("who-met", name).output.contains("Marco Rubio"))
  }

  @Test func `narrows by who took part, kind, country and day`() throws {
    let graph = try SampleGraph.washington()
    func names(_ options: String...) -> [String] {
      let run = Run(["--graph", graph.path, "who-met", "Peters", "--format", "csv"] + options)
      return run.output.split(separator: "\r\n").dropFirst().map {
        String($0.prefix { $0 != "," })
      }
    }
    #expect(names().sorted() == ["Marco Rubio", "Mike Waltz", "Morgan Ortagus"])
    #expect(names("--kind", "meal") == ["Morgan Ortagus"])
    #expect(names("--with", "Waltz") == ["Mike Waltz"])
    #expect(names("--country", "New Zealand").count == 3)
    #expect(names("--country", "new zealand").count == 3)
    #expect(names("--country", "nz").count == 3)
    #expect(names("--country", "RU").isEmpty)
    #expect(names("--since", "2025-03-20").isEmpty)
    #expect(names("--until", "2025-03-19").count == 3)
  }

  @Test func `refuses days in the wrong order`() throws {
    let run = try SampleGraph.washington().run(
      "who-met", "Peters", "--since", "2025-03-20", "--until", "2025-03-01")
    #expect(run.status == .failed)
    #expect(run.error.contains("^^^^^^^^^^ earlier than 2025-03-20"), "\(run.error)")
  }

  @Test func `asks back where a name is nobody's`() throws {
    let run = try SampleGraph.washington().run("who-met", "Petters")
    #expect(run.status == .nothingFound)
    #expect(run.output.isEmpty)
    #expect(
      run.error == """
        note: nobody in the graph is called 'Petters'
          = help: did you mean Winston Peters?

        """)
  }

  @Test func `lists the candidates where a name is several people's`() throws {
    let run = try SampleGraph(of: .twoBushes).run("who-met", "Bush")
    #expect(run.status == .failed)
    #expect(
      run.error == """
        error: 'Bush' can be 2 people
          = note: george-bush: George Bush (US)
          = note: laura-bush: Laura Bush (US)
          = help: take one by the full name or the id before the colon

        """)
  }

  @Test func `ends with 1 where nothing is found`() throws {
    let graph = try SampleGraph.washington()
    let run = graph.run("who-met", "Peters", "--kind", "summit")
    #expect(run.status == .nothingFound)
    #expect(run.output.isEmpty && run.error.hasPrefix("no such meeting"))
    let json = graph.run("who-met", "Peters", "--kind", "summit", "--format", "json")
    #expect(json.status == .nothingFound && json.output == "[]\n")
  }

  @Test func `gives programs every quote with its place`() throws {
    let run = try SampleGraph.washington().run("who-met", "Waltz", "--format", "jsonl")
    let object = try JSONValue(parsing: run.output.utf8)
    #expect(object["person"]?["id"] == "winston-peters")
    guard case .array(let meetings)? = object["meetings"],
      case .array(let quotes)? = meetings.first?["quotes"]
    else {
      Issue.record("no quotes in \(run.output)")
      return
    }
    #expect(quotes.first?["quote"] == "Peters then met")
    #expect(quotes.first?["start"] == 123)
    #expect(quotes.first?["end"] == 138)
  }
}

struct `memcon why` {
  @Test(arguments: [
    ("Rubio", "Peters", "met"), ("Peters", "Witkoff", "named together, did not meet"),
    ("Rubio", "Lavrov", "met"),
  ])
  func `tells what became of two people's contact`(
    _ person: String, _ other: String, _ verdict: String
  ) throws {
    let run = try SampleGraph.washington().run("why", person, other)
    let heading = try #require(run.output.split(separator: "\n").first)
    #expect(heading.hasSuffix(": \(verdict)"))
    #expect(run.status == .done)
  }

  @Test func `shows the clause that keeps two people apart`() throws {
    let run = try SampleGraph.washington().run("why", "Peters", "Witkoff")
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/why-apart.txt")
  }

  @Test func `shows what is only planned`() throws {
    let run = try SampleGraph(of: .announcement).run("why", "Rubio", "Peters")
    #expect(run.output.hasPrefix("Marco Rubio and Winston Peters: only planned\n"))
    #expect(run.output.contains("“Marco Rubio will meet Winston Peters”"))
  }

  @Test func `finds nothing where no article names both`() throws {
    let run = try SampleGraph.washington().run("why", "Lavrov", "Ortagus")
    #expect(run.status == .nothingFound)
    #expect(run.error.contains("not named together"))
  }

  @Test func `of one person shows every quote`() throws {
    let run = try SampleGraph.washington().run("why", "Peters")
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/why-one.txt")
  }

  @Test func `refuses one person twice`() throws {
    let run = try SampleGraph.washington().run("why", "Peters", "Winston Peters")
    #expect(run.status == .failed)
    #expect(run.error.contains("both names mean Winston Peters"))
  }
}

struct `memcon meetings, person and stats` {
  @Test(arguments: ["table", "text", "json", "jsonl", "csv", "tsv", "markdown"])
  func `lists meetings in each format`(_ format: String) throws {
    let run = try SampleGraph.washington().run("meetings", "--format", format)
    #expect(run.status == .done)
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/meetings-\(format).txt")
  }

  @Test func `fits the table to the terminal`() throws {
    let run = try SampleGraph.washington().run("meetings", "--color", "never", columns: 70)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 70 })
  }

  @Test func `shows a person`() throws {
    let run = try SampleGraph.washington().run("person", "Waltz")
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/person.txt")
  }

  @Test func `counts`() throws {
    let run = try SampleGraph.washington().run("stats", "--format", "json")
    let object = try JSONValue(parsing: run.output.utf8)
    #expect(object["articles"] == 3)
    #expect(object["meetings held"] == 4)
    #expect(object["last meeting"] == "2025-03-19")
  }
}
