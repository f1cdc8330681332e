import Commands
import TestSupport
import Testing

struct `A curator` {
  private func clintons() throws -> SampleGraph {
    var articles = ["Bill Clinton", "Hillary Clinton"].map { name in
      var telling = Telling("\(name) spoke.", id: name, published: "2009-05-01")
      telling.person(name, country: "US")
      return telling
    }
    var bare = Telling("Clinton spoke.", id: "bare", published: "2009-05-02")
    bare.person("Clinton", country: "US")
    articles.append(bare)
    return try SampleGraph(of: articles)
  }

  @Test func `fills in a spreadsheet of candidates, and memcon takes it over`() throws {
    let graph = try clintons()
    let csv = graph.run("candidates", "--format", "csv").output
    #expect(
      csv == """
        subject,object,score,reason,decision\r
        clinton-us,bill-clinton,55,one of 2 it fits,\r
        clinton-us,hillary-clinton,55,one of 2 it fits,\r

        """)
    let filled = csv.replacing(
      "hillary-clinton,55,one of 2 it fits,", with: "hillary-clinton,55,one of 2 it fits,accept")
    #expect(graph.run("candidates", "--decide", "-", input: filled).status == .done)
    #expect(graph.run("person", "hillary-clinton").output.contains("Clinton"))
    #expect(graph.run("decisions").output.contains("clinton-us"))
    #expect(graph.run("candidates").status == .nothingFound)
    let wrong = graph.run(
      "candidates", "--decide", "-", input: "subject,object,decision\na,b,maybe\n")
    #expect(wrong.error.contains("'maybe' is no decision"))
  }

  @Test func `decides on all lines of a spreadsheet or on none, and on each once`() throws {
    let graph = try clintons()
    let heading = "subject,object,decision\n"
    let lines = "clinton-us,hillary-clinton,accept\nclinton-us,bill-clinton,reject\n"
    let wrong = graph.run("candidates", "--decide", "-", input: heading + lines + "a,b,accept\n")
    #expect(wrong.error.contains("nobody and nothing in the graph has the identifier a"))
    #expect(graph.run("decisions").status == .nothingFound)
    #expect(
      graph.run("candidates", "--decide", "-", input: heading + lines).error == "2 decisions\n")
    #expect(
      graph.run("candidates", "--decide", "-", input: heading + "clinton-us,bill-clinton,reject\n")
        .status == .nothingFound)
  }

  @Test func `is told what was decided already, and how to take it back`() throws {
    let graph = try clintons()
    #expect(graph.run("reject", "bill-clinton", "hillary-clinton").status == .done)
    let again = graph.run("reject", "hillary-clinton", "bill-clinton")
    #expect(again.error.contains("are decided on already by decision 1"))
    let against = graph.run("accept", "bill-clinton", "hillary-clinton")
    #expect(against.error.contains("are kept apart by decision 1"))
    #expect(against.error.contains("memcon undo 1"))
    #expect(!graph.run("decisions").output.contains("{"))
    #expect(graph.run("undo", "1").status == .done)
    #expect(graph.run("accept", "bill-clinton", "hillary-clinton").status == .done)
    #expect(graph.run("export").output.contains("\"aliases\":[\"Bill Clinton\""))
  }

  @Test func `exports the same bytes after a merge that was undone, and after a rebuild`() throws {
    let graph = try clintons()
    let before = graph.run("export", "--format", "jsonl").output
    #expect(before.contains("\"id\":\"hillary-clinton\""))
    #expect(graph.run("accept", "clinton-us", "hillary-clinton").status == .done)
    #expect(graph.run("export").output != before)
    #expect(graph.run("undo", "1").status == .done)
    #expect(graph.run("rebuild").status == .done)
    #expect(graph.run("export").output == before)
  }

  @Test func `forgets an article, splits, renames and rejects`() throws {
    let graph = try clintons()
    #expect(graph.run("rename", "Bill Clinton", "--to", "William J. Clinton").status == .done)
    #expect(graph.run("person", "bill-clinton").output.contains("William J. Clinton"))
    #expect(graph.run("split", "bill-clinton").error.contains("which articles"))
    #expect(graph.run("split", "bill-clinton", "--article", "bare").error.contains("does not name"))
    #expect(graph.run("reject", "clinton-us").status == .done)
    #expect(graph.run("person", "clinton-us").status == .nothingFound)
    #expect(graph.run("forget", "hillary-clinton").status == .done)
    #expect(graph.run("person", "hillary-clinton").status == .nothingFound)
    #expect(graph.run("forget", "hillary-clinton").error.contains("no article"))
    #expect(graph.run("verify").status == .done)
  }

  @Test func `imports a register in either format`() throws {
    let graph = try clintons()
    let csv = """
      name,aliases,country,title,of,since,until
      Hillary Rodham Clinton,Hillary Clinton,US,Secretary of State,US,2009-01-21,2013-02-01
      """
    #expect(graph.run("import", "people", "-", input: csv).error == "1 entry, 1 new\n")
    #expect(graph.run("person", "hillary-rodham-clinton").output.contains("Secretary of State"))
    let json =
      #"{"name":"Bill Clinton","roles":[{"title":"President","since":"1993","until":"2001"}]}"#
    #expect(graph.run("import", "people", "-", input: json).error == "1 entry, 1 new\n")
    #expect(graph.run("import", "people", "-", input: json).error == "1 entry, 0 new\n")
    #expect(graph.run("import", "people", "-", input: "{}").error.contains("line 1"))
    let unknown = graph.run("import", "people", "-", input: "name,role\nBill Clinton,President\n")
    #expect(unknown.error.contains("has a column 'role', which means nothing here"))
    #expect(graph.run("decisions").output.contains("also Hillary Clinton"))
    #expect(graph.run("import", "places", "-").error.contains("can't be imported"))
  }
}
