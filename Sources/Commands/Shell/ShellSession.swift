import Cypher
import Diagnostics
import Record

/// The state of a shell, and what its lines do.
final class ShellSession {
  private let console: Console
  private let store: GraphStore
  private let runner: QueryRunner
  private var format: OutputFormat
  private var isTimed = false
  private var outputPath: String?
  private var lastQuery: String?
  /// Whether a query or a command of the shell went wrong.
  private(set) var hasFailed = false
  private var depth = 0

  init(console: Console, store: GraphStore, runner: QueryRunner, format: OutputFormat) {
    self.console = console
    self.store = store
    self.runner = runner
    self.format = format
  }

  /// Runs lines to their end or to `.quit`.
  func run(_ lines: inout LineReader) throws {
    var statement = ""
    var typed: [String] = []
    while let line = try lines.next(prompt: isBlank(statement) ? "memcon> " : "   ...> ") {
      if lines.wasCancelled {
        (statement, typed) = ("", [])
        continue
      }
      typed.append(line)
      if isCommand(line, statement) || endsQuery(line) {
        // Before it runs, since it may be left while it does.
        lines.remember(typed)
        typed = []
      }
      guard try take(line, &statement) else { return }
    }
    if !isBlank(statement) { try ask(statement) }
    try console.flush()
  }

  /// Adds a line to the query, and runs it where it ends; false to leave.
  private func take(_ line: String, _ statement: inout String) throws -> Bool {
    if isCommand(line, statement) {
      statement = ""
      let goesOn = try command(line)
      try console.flush()
      return goesOn
    }
    statement += "\(line)\n"
    guard endsQuery(line) else { return true }
    if !isBlank(statement) { try ask(statement) }
    statement = ""
    try console.flush()
    return true
  }

  private func isCommand(_ line: String, _ statement: String) -> Bool {
    isBlank(statement) && line.hasPrefix(".")
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == ";" }
  }

  private func endsQuery(_ line: String) -> Bool {
    line.unicodeScalars.last { !$0.properties.isWhitespace } == ";"
  }

  // MARK: Queries

  private func ask(_ text: String, explained: Bool = false) throws {
    lastQuery = text
    do {
      let compiled = try QueryCompiler(catalog: .graph).compile(text)
      let start = ContinuousClock.now
      if explained || compiled.isExplained {
        try show("\(try runner.explain(compiled))\n")
      } else if compiled.isProfiled {
        try show("\(try runner.profile(compiled))\n")
      } else {
        let result = try runner.run(compiled)
        if result.isCut { console.note("only the first \(result.rows.count) rows are shown") }
        let answer = try Answer(result, as: format, from: store)
        if outputPath == nil {
          _ = try console.print(answer, as: format, nothing: "no rows")
        } else {
          try show(answer.text(as: format))
        }
      }
      if isTimed { console.note("\(milliseconds(ContinuousClock.now - start)) ms") }
    } catch let failure as WriteFailure {
      throw failure
    } catch {
      hasFailed = true
      try console.flush()
      console.report(error)
    }
  }

  private func show(_ text: String) throws {
    if let outputPath {
      try writeFile(Array(text.utf8), to: outputPath)
      self.outputPath = nil
    } else {
      try console.print(text)
    }
  }

  private func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
  }

  // MARK: Commands

  private static let help = """
    .help              this list
    .schema            labels, relationship types and their properties
    .mode NAME         how rows are printed: \(OutputFormat.ofRows.joined(separator: ", "))
    .output FILE       writes the next answer to a file
    .timer on|off      says how long each query took
    .read FILE         runs the queries of a file
    .explain [QUERY]   the plan of a query, or of the last one
    .last              runs the last query again
    .quit              leaves

    """

  private func command(_ line: String) throws -> Bool {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch words.first ?? "" {
    case ".help": try console.print(Self.help)
    case ".quit", ".exit": return false
    case ".schema": try console.print(Catalog.graph.summary)
    case ".timer": isTimed = rest != "off"
    case ".mode":
      if OutputFormat.ofRows.contains(rest), let chosen = OutputFormat(rawValue: rest) {
        format = chosen
      } else {
        complain(
          "no mode '\(rest)'", help: "modes are \(OutputFormat.ofRows.joined(separator: ", "))")
      }
    case ".output":
      outputPath = rest.isEmpty ? nil : rest
    case ".read": try read(rest)
    case ".last":
      if let lastQuery { try ask(lastQuery) } else { complain("there was no query yet") }
    case ".explain":
      if let query = rest.isEmpty ? lastQuery : rest {
        try ask(query, explained: true)
      } else {
        complain("there was no query yet", help: "write .explain and a query")
      }
    case let word:
      let known = [
        ".help", ".schema", ".mode", ".output", ".timer", ".read", ".explain", ".last", ".quit",
      ]
      complain(
        "no command \(word)",
        help: nearestName(to: word, in: known).map { "did you mean \($0)?" } ?? ".help lists all")
    }
    return true
  }

  private func complain(_ summary: String, help: String? = nil) {
    hasFailed = true
    console.report(Diagnostic(summary, help: help.map { [$0] } ?? []))
  }

  private func read(_ path: String) throws {
    guard depth < 10 else { return complain("files read each other without end") }
    guard let text = try? readText(at: path) else {
      return complain("can't read '\(path)'", help: "write .read and the path of a file of queries")
    }
    depth += 1
    defer { depth -= 1 }
    var statement = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard try take(String(line), &statement) else { return }
    }
    if !isBlank(statement) { try ask(statement) }
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true || rest.last == ";" { rest.removeLast() }
    return String(rest)
  }
}
