import Record
import SQLite
import TestSupport

/// A graph in a folder of its own, and memcon run on it.
final class SampleGraph {
  let folder: TemporaryFolder
  var path: String { folder.path("graph.sqlite") }

  /// A graph of these articles.
  convenience init(of tellings: Telling...) throws { try self.init(of: tellings) }

  /// A graph of these articles.
  init(of tellings: [Telling]) throws {
    folder = try TemporaryFolder()
    try GraphStore(path: path, mode: .write).ingest(tellings)
  }

  /// Talks in Washington, their announcement, and a call between others.
  static func washington() throws -> SampleGraph {
    try SampleGraph(of: .washington, .announcement, .call)
  }

  /// Runs memcon on the graph.
  func run(_ arguments: String..., input: String = "", columns: Int? = nil) -> Run {
    run(arguments, input: input, columns: columns)
  }

  /// The same with the arguments in a list.
  func run(_ arguments: [String], input: String = "", columns: Int? = nil) -> Run {
    Run(["--graph", path] + arguments, input: Array(input.utf8), columns: columns)
  }
}

extension SampleGraph {
  /// Changes the file as any program with SQLite could.
  func execute(_ script: String) throws {
    try Connection(path: path, mode: .create).executeScript(script)
  }
}
