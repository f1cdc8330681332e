import Commands
import FoundationEssentials
import SQLite
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An input that cannot be read, and what the message says about it.
struct BadInput: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let message: String
  var testDescription: String { name }

  static let french = """
    Le ministre des Affaires étrangères a rencontré son homologue allemand à Paris mercredi. \
    Les deux ministres ont discuté de la guerre et des relations entre leurs pays, selon un \
    communiqué publié dans la soirée. Ils se reverront la semaine prochaine à Berlin.
    """

  static let all = [
    BadInput(name: "empty.txt", bytes: [], message: "is empty"),
    BadInput(name: "blank.txt", bytes: Array(" \n\t\n".utf8), message: "is empty"),
    BadInput(
      name: "binary.txt", bytes: (0..<2000).map { UInt8($0 * 7 & 255) }, message: "is not text"),
    BadInput(
      name: "damaged.txt", bytes: Array("Bogotá, “Quito” and Bogot".utf8) + [0xE1, 0x2E],
      message: "not valid UTF-8"),
    BadInput(name: "french.txt", bytes: Array(french.utf8), message: "English"),
  ]
}

struct `Bad input` {
  @Test(arguments: BadInput.all)
  func `is refused by name, and leaves no graph behind`(_ input: BadInput) throws {
    let folder = try TemporaryFolder()
    let path = folder.path(input.name)
    try Data(input.bytes).write(to: URL(filePath: path))
    let run = Run("--graph", folder.path("graph.sqlite"), "ingest", path)
    #expect(run.status == .failed)
    #expect(run.error.contains(input.name) && run.error.contains(input.message), "\(run.error)")
    #expect(try folder.names == [input.name])
  }

  @Test func `on standard input is refused, too`() throws {
    let folder = try TemporaryFolder()
    let run = Run(["--graph", folder.path("graph.sqlite"), "ingest", "-"], input: [0, 1, 2, 0xFF])
    #expect(run.status == .failed)
    #expect(run.error.contains("<standard input> is not text"))
  }

  @Test func `such as a missing file or an empty folder is named`() throws {
    let folder = try TemporaryFolder()
    let run = Run(
      "--graph", folder.path("graph.sqlite"), "ingest", folder.path("none.txt"), folder.path(""))
    #expect(run.status == .failed)
    #expect(run.error.contains("no such file: \(folder.path("none.txt"))"))
    #expect(run.error.contains("there is no file in the folder"))
    #expect(run.error.hasPrefix("0 read, 0 meetings, 2 failed (1 unreadable, 1 empty)\n"))
  }

  @Test func `of 200 MB is refused without being read whole`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("noise.txt")
    try folder.write("", to: "noise.txt")
    #expect(truncate(path, 200_000_000) == 0)
    let run = Run("--graph", folder.path("graph.sqlite"), "ingest", path)
    #expect(run.status == .failed)
    #expect(run.error.contains("larger than 64 MB"), "\(run.error)")
  }

  @Test func `of noise in letters is refused by a look at its start`() throws {
    let folder = try TemporaryFolder()
    let word = "Qx zkv pmwq "
    try folder.write(String(repeating: word, count: 1 << 20), to: "noise.txt")
    let run = Run("--graph", folder.path("graph.sqlite"), "ingest", folder.path("noise.txt"))
    #expect(run.status == .failed)
    #expect(run.error.contains("is not running English text"), "\(run.error)")
    #expect(try folder.names == ["noise.txt"])
  }

  @Test func `does not stop the articles after it`() throws {
    let graph = try SampleGraph.washington()
    try graph.folder.write("", to: "empty.txt")
    try graph.folder.write(
      """
      Foreign Minister Winston Peters met Secretary of State Marco Rubio in Washington on Tuesday. \
      The two ministers discussed trade and the security of the Pacific, officials said.
      """, to: "good.txt")
    let run = graph.run(
      "ingest", graph.folder.path("empty.txt"), graph.folder.path("good.txt"))
    #expect(run.status == .failed)
    #expect(run.error.hasPrefix("1 read, "))
    #expect(graph.run("stats", "--format", "csv").output.contains("articles,4\r\n"))
    #expect(graph.run("verify").status == .done)
  }
}

struct `A graph that cannot take more` {
  @Test func `stops the batch at once, with one message`() throws {
    let folder = try TemporaryFolder()
    let text = "Winston Peters met Marco Rubio in Washington on Tuesday, he said."
    try folder.write(text, to: "a.txt")
    try folder.write(text + " It rained.", to: "b.txt")
    let run = Run(
      "--graph", folder.path("none/graph.sqlite"), "ingest", folder.path("a.txt"),
      folder.path("b.txt"))
    #expect(run.status == .failed)
    #expect(run.error.split(separator: "error:").count == 2, "\(run.error)")
  }
}

struct `A graph that is none` {
  @Test(arguments: ["stats", "verify", "meetings"])
  func `is refused, missing or not`(_ command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "This is a letter, not a graph. It has more than a hundred bytes, so that "
        + "its header could be read as one of a database.", to: "letter.txt")
    let missing = Run("--graph", folder.path("none.sqlite"), command)
    #expect(missing.status == .failed)
    #expect(missing.error.contains("there is no graph at"))
    let letter = Run("--graph", folder.path("letter.txt"), command)
    #expect(letter.status == .failed)
    #expect(letter.error.contains("is not a database"))
    #expect(try folder.names == ["letter.txt"])
  }

  @Test func `but another program's database is left as it is`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("other.sqlite")
    do {
      try Connection(path: path, mode: .create).executeScript("create table note (text text)")
    }
    let before = try folder.bytes(of: "other.sqlite")
    try folder.write(
      "Winston Peters met Marco Rubio in Washington on Tuesday, he said.", to: "a.txt")
    let run = Run("--graph", path, "ingest", folder.path("a.txt"))
    #expect(run.status == .failed)
    #expect(run.error.contains("database of another program"))
    #expect(try folder.bytes(of: "other.sqlite") == before)
  }

  @Test func `is looked for where the environment says`() throws {
    let graph = try SampleGraph.washington()
    #expect(Run(["stats"], environment: ["MEMCON_GRAPH": graph.path]).status == .done)
  }
}

struct `Output` {
  @Test(arguments: [
    ["who-met", "Eve"], ["meetings", "--format", "text"], ["meetings"], ["why", "Eve"],
    ["person", "Eve"], ["meetings", "--format", "markdown"],
    ["query", "MATCH (p:Person) RETURN p.name"],
  ])
  func `of hostile names never steers the terminal`(_ arguments: [String]) throws {
    let graph = try SampleGraph(of: .hostile)
    let run = Run(["--graph", graph.path] + arguments)
    let steering = (run.output + run.error).unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value)
        || (0x202A...0x202E).contains($0.value)
    }
    #expect(steering.isEmpty)
    #expect(!run.output.isEmpty, "\(run.error)")
  }

  @Test func `that cannot be written is an error, a closed pipe is none`() throws {
    let graph = try SampleGraph.washington()
    func status(_ failure: WriteFailure) -> Commands.ExitStatus {
      Commands.run(
        arguments: ["--graph", graph.path, "meetings"], environment: [:], executable: "",
        input: ByteSource { _ in [] }, output: ByteSink { _ in throw failure },
        error: ByteSink { _ in })
    }
    #expect(status(.refused(reason: "No space left on device")) == .failed)
    #expect(status(.closed) == .done)
  }

  @Test func `is coloured on a terminal unless the environment says no`() throws {
    let graph = try SampleGraph.washington()
    let arguments = ["--graph", graph.path, "meetings"]
    #expect(Run(arguments, columns: 80).output.contains("\u{1B}["))
    #expect(!Run(arguments).output.contains("\u{1B}["))
    #expect(!Run(arguments, environment: ["NO_COLOR": "1"], columns: 80).output.contains("\u{1B}["))
    #expect(Run(arguments + ["--color", "always"]).output.contains("\u{1B}["))
  }
}
