import Arguments
import Cypher
import Diagrams
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
  private static let format = Option<QueryFormat>(
    "format", "NAME",
    "How to print the rows, or draw the nodes and relationships in them; table if not given.")

  static let syntax = CommandSyntax(
    "query", summary: "Ask the graph in the query language openCypher",
    examples: [
      .init(
        "memcon query 'MATCH (p:Person)-[m:MET]-(q) RETURN p.name, q.name, m.meetings'",
        "lists who met whom"),
      .init(
        "memcon query 'MATCH (m:Meeting) WHERE m.date >= $d RETURN m.title' -p d=2025-03-01",
        "takes a value from outside"),
      .init(
        "memcon query 'MATCH (p:Person)-[a:ATTENDED]->(m:Meeting) RETURN p, a, m' --format svg",
        "draws what it finds"),
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
  private let format: QueryFormat

  init(_ arguments: ParsedArguments) throws {
    query = arguments.value(of: Self.query) ?? ""
    parameters = try arguments.values(of: Self.parameters)
    isExplained = arguments.contains(Self.explain)
    format = try arguments.value(of: Self.format) ?? .rows(.table)
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
    switch format {
    case .rows(let format):
      let answer = try Answer(result, as: format, from: store)
      return try console.print(answer, as: format, nothing: "no rows")
    case .picture(let format):
      let picture = PictureOptions(format: format)
      try picture.check(on: console)
      return try picture.draw(result, on: console)
    }
  }
}

/// How the answer to a query is written: as rows, or as a picture of what is in them.
private enum QueryFormat: ArgumentValue {
  case rows(OutputFormat)
  case picture(ImageFormat)

  init?(argument: String) {
    guard Self.choices.contains(argument) else { return nil }
    if let format = OutputFormat(rawValue: argument) {
      self = .rows(format)
    } else if let format = ImageFormat(rawValue: argument) {
      self = .picture(format)
    } else {
      return nil
    }
  }

  static var choices: [String] { OutputFormat.ofRows + ["svg", "png", "pdf", "dot"] }
  static var expectation: String { "one of \(choices.joined(separator: ", "))" }
}
