import Arguments
import Cypher
import Record

/// `memcon query`: asks the graph in openCypher.
struct QueryCommand: Command {
  private static let query = Operand("QUERY", "The query; - reads it from standard input.")
  private static let parameters = Option<Assignment>(
    "param", letter: "p", "NAME=VALUE",
    "A value for $NAME. Numbers, true, false, null and JSON are taken for that, all else for text.",
    isRepeatable: true)
  private static let explain = Flag(
    "explain", "Print the plan and the SQL instead of running the query.")
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print the rows; table if not given.", choices: OutputFormat.ofRows)

  static let syntax = CommandSyntax(
    "query", summary: "Ask the graph in the query language openCypher",
    examples: [
      .init(
        "memcon query 'MATCH (p:Person)-[m:MET]-(q) RETURN p.name, q.name, m.meetings'",
        "lists who met whom"),
      .init(
        "memcon query 'MATCH (m:Meeting) WHERE m.date >= $d RETURN m.title' -p d=2025-03-01",
        "takes a value from outside"),
      .init("memcon query - --format csv < query.cypher > rows.csv", "writes for a spreadsheet"),
    ],
    discussion: """
      Queries only read. A query may take ten seconds. Docs/Ontology.md lists labels, \
      relationships and properties; Docs/QueryLanguage.md lists what the language has.
      """,
    operands: [query.syntax], options: [parameters.syntax, explain.syntax, format.syntax])

  private let query: String
  private let parameters: [Assignment]
  private let isExplained: Bool
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    query = arguments.value(of: Self.query) ?? ""
    parameters = try arguments.values(of: Self.parameters)
    isExplained = arguments.contains(Self.explain)
    format = try arguments.value(of: Self.format) ?? .table
  }

  func run(on console: Console) throws -> ExitStatus {
    let text = try query == "-" ? console.standardInput().text() : query
    let values = parameters.map { ($0.name, CypherValue(parameter: $0.value)) }
    let compiled = try QueryCompiler(catalog: .graph).compile(
      text, parameters: Dictionary(values) { _, last in last })
    let store = try console.openGraph()
    let runner = try QueryRunner(connection: try store.readOnlyConnection())
    if isExplained || compiled.isExplained {
      try console.print(try runner.explain(compiled) + "\n")
      return .done
    }
    if compiled.isProfiled {
      try console.print(try runner.profile(compiled) + "\n")
      return .done
    }
    let result = try runner.run(compiled)
    if result.isCut { console.note("only the first \(result.rows.count) rows are shown") }
    return try console.print(Answer(Rows(result)), as: format, nothing: "no rows")
  }
}
