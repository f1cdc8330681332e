import Arguments
import Cypher
import Record
import SQLite

/// `memcon shell`: asks the graph in openCypher, one query after the other.
struct ShellCommand: Command {
  private static let mode = Option<OutputFormat>(
    "format", "NAME", "How to print rows at first; table if not given.",
    choices: OutputFormat.ofRows)

  static let syntax = CommandSyntax(
    "shell", summary: "Ask the graph one query after the other",
    examples: [
      .init("memcon shell", "a query ends in a semicolon; .help lists what else there is"),
      .init("memcon shell < queries.cypher", "runs the queries of a file"),
    ],
    discussion: """
      On a terminal, the arrow keys edit the line and bring back earlier ones, and Tab completes \
      keywords, labels, relationship types, properties and names of people. A query may go over \
      several lines. Lines that begin with a dot are for the shell: .help lists them.
      """,
    options: [mode.syntax])

  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    format = try arguments.value(of: Self.mode) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let runner = try QueryRunner(connection: try store.readOnlyConnection())
    let session = ShellSession(
      console: console, store: store, runner: runner, format: format)
    let completion = ShellCompletion(catalog: .graph) { prefix in
      ((try? store.peopleNamed(startingWith: prefix)) ?? [])
    }
    var lines = LineReader(
      input: console.input, history: console.historyPath, complete: completion.candidates)
    if console.input.isTerminal {
      console.note("memcon shell: end a query with ;  .help for help  Control-D to leave")
    }
    try session.run(&lines)
    return session.hasFailed && !console.input.isTerminal ? .failed : .done
  }
}

extension GraphStore {
  /// The names of the first people whose name or family name begins with `prefix`.
  fileprivate func peopleNamed(startingWith prefix: String) throws -> [String] {
    let connection = try readOnlyConnection()
    let statement = try connection.prepare(
      "select distinct p.name from personName n join person p on p.id = n.personId "
        + "where n.folded >= ?1 and n.folded < ?1 || char(1114111) order by 1 limit 20")
    try statement.bind(prefix.lowercased(), at: 1)
    var names: [String] = []
    while try statement.step() { names.append(statement.text(at: 0)) }
    return names
  }
}
