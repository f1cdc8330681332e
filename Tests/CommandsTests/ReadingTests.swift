import Commands
import JSON
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private let article = """
  Foreign Minister Winston Peters of New Zealand met US Secretary of State Marco Rubio in \
  Washington on Tuesday. The two ministers discussed trade and the security of the Pacific.
  """

struct `memcon extract` {
  @Test func `prints one object a line of input, in order, also for bad ones`() throws {
    let good: JSONValue = ["id": "good", "text": .string(article), "published": "2025-03-20"]
    let input = [good.text, "{\"id\":\"empty\"}", "not JSON", good.text].joined(separator: "\n")
    let run = Run(
      ["extract", "--input-format", "jsonl", "--format", "jsonl", "-"], input: Array(input.utf8))
    #expect(run.status == .failed)
    let objects = try run.output.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
    #expect(objects.map { $0["id"]?.stringValue } == ["good", nil, nil, "good"])
    #expect(objects.map { $0["error"] != nil } == [false, true, true, false])
    #expect(objects.first == objects.last)
    #expect(run.error.contains("line 2 has no text") && run.error.contains("line 3"))
  }

  @Test func `gives evidence with its place in the text`() throws {
    let run = Run(
      ["extract", "--format", "jsonl", "--published", "2025-03-20", "-"],
      input: Array(article.utf8))
    #expect(run.status == .done, "\(run.error)")
    let object = try JSONValue(parsing: run.output.utf8)
    guard case .array(let meetings)? = object["meetings"], let meeting = meetings.first,
      case .integer(let start)? = meeting["start"], case .integer(let end)? = meeting["end"]
    else {
      Issue.record("no meeting in \(run.output)")
      return
    }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: Array(article.unicodeScalars)[start..<end])
    #expect(meeting["evidence"]?.stringValue == String(words))
    #expect(meeting["participants"] == ["Winston Peters", "Marco Rubio"])
  }

  @Test func `stores nothing`() throws {
    let folder = try TemporaryFolder()
    let run = Run(
      ["--graph", folder.path("graph.sqlite"), "extract", "-"], input: Array(article.utf8))
    #expect(run.output.contains("Winston Peters"))
    #expect(try folder.names.isEmpty)
  }
}

struct `memcon ingest` {
  @Test func `counts what it did, and changes nothing the second time`() throws {
    let graph = try SampleGraph()
    let first = graph.run("ingest", "-", "--published", "2025-03-20", input: article)
    #expect(first.status == .done)
    #expect(first.error == "1 read, 1 meeting\n")
    let meetings = graph.run("meetings", "--format", "json").output
    let second = graph.run("ingest", "-", "--published", "2025-03-20", input: article)
    #expect(second.error == "1 read, 1 unchanged, 0 meetings\n")
    #expect(graph.run("meetings", "--format", "json").output == meetings)
  }

  @Test func `asks for the day of publication where the text tells none`() throws {
    let graph = try SampleGraph()
    let undated = graph.run("ingest", "-", input: article)
    #expect(undated.error == "1 read, 1 meeting, 1 without a day of publication: see --published\n")
    let dated = graph.run("ingest", "-", "--published", "2025-03-20", input: article)
    #expect(dated.error == "1 read, 1 meeting\n")
    #expect(graph.run("meetings", "--format", "csv").output.contains("2025-03-18,meeting,held"))
  }

  @Test func `is silent when asked to be`() throws {
    let run = try SampleGraph().run("--quiet", "ingest", "-", input: article)
    #expect(run.status == .done && run.output.isEmpty && run.error.isEmpty)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `into a folder that cannot be written is refused`() throws {
    let graph = try SampleGraph.washington()
    chmod(graph.folder.path(""), 0o500)
    defer { chmod(graph.folder.path(""), 0o700) }
    let run = graph.run("ingest", "-", input: article)
    #expect(run.status == .failed && run.error.contains("can't be written"))
    #expect(graph.run("stats").status == .done)
  }

  @Test func `into a folder that does not exist is refused`() throws {
    let folder = try TemporaryFolder()
    let run = Run(
      ["--graph", folder.path("none/graph.sqlite"), "ingest", "-"], input: Array(article.utf8))
    #expect(run.status == .failed)
    #expect(run.error.contains("can't open") && run.error.contains("folder"), "\(run.error)")
  }
}
