import Arguments
import Articles
import Diagnostics
import Diplomacy
import JSON
import Record

/// `memcon import`: takes a register of people in.
struct ImportCommand: Command {
  private static let what = Operand("people", "What is imported: people.")
  private static let path = Operand("FILE", "JSON Lines or CSV; - is standard input.")

  static let syntax = CommandSyntax(
    "import", summary: "Take a register of people in, as decisions of its own",
    examples: [
      .init("memcon import people register.csv --reason \"register of 2025\"", "each row a person")
    ],
    discussion: """
      JSON Lines, an object a person: name, aliases (a list), country (a code), wikidata, roles (a \
      list of objects with title, of, since, until). In CSV the columns are name, aliases \
      (separated by ;), country, wikidata, title, of, since, until; rows of one name and wikidata \
      are one person with several roles. Who no article names is not in the record, but helps to \
      tell whom articles name.
      """,
    operands: [what.syntax, path.syntax], options: DecisionOptions.options)

  private let what: String
  private let path: String
  private let options: DecisionOptions

  init(_ arguments: ParsedArguments) throws {
    what = arguments.value(of: Self.what) ?? ""
    path = arguments.value(of: Self.path) ?? ""
    options = try DecisionOptions(arguments)
    guard what == "people" else {
      throw Diagnostic("'\(what)' can't be imported", help: ["memcon import people FILE"])
    }
  }

  func run(on console: Console) throws -> ExitStatus {
    let file = path == "-" ? try console.standardInput() : try InputFile(path: path)
    let text = try file.text()
    let isJSON = text.first { !$0.isWhitespace } == "{"
    let people =
      isJSON
      ? try RegisterReader.people(jsonLines: text, name: file.name)
      : try RegisterReader.people(csv: text, name: file.name)
    let store = try GraphStore(path: console.graphPath, mode: .write)
    let added = try store.importPeople(
      people, author: options.author(on: console), reason: options.reason ?? file.name)
    console.note("\(counted(people.count, "entry", "entries")), \(added) new")
    return .done
  }
}

/// Reads registers of people.
enum RegisterReader {
  static func people(jsonLines: String, name: String) throws -> [RegisteredPerson] {
    var people: [RegisteredPerson] = []
    for (number, line) in jsonLines.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated() where line.contains(where: { !$0.isWhitespace })
    {
      let value = try? JSONValue(parsing: line.utf8)
      guard let value, let person = RegisteredPerson(value) else {
        throw Diagnostic(
          "\(name), line \(number + 1): no object with a name", help: ["{\"name\": \"…\", …}"])
      }
      people.append(person)
    }
    return people
  }

  static func people(csv: String, name: String) throws -> [RegisteredPerson] {
    let table = try DelimitedTable(csv: csv, name: name)
    _ = try table.rows(with: ["name"])
    let columns = ["name", "wikidata", "aliases", "country", "title", "of", "since", "until"]
    try table.allowOnly(columns)
    var people: [RegisteredPerson] = []
    var places: [[String]: Int] = [:]
    for row in table.rows(withOptional: columns) where !row[0].isEmpty {
      let place = places[[row[0], row[1]]] ?? people.count
      if place == people.count {
        places[[row[0], row[1]]] = place
        people.append(
          RegisteredPerson(
            name: row[0], aliases: row[2].split(separator: ";").map(trimmed),
            country: row[3].isEmpty ? nil : CountryCode(row[3].uppercased()),
            wikidata: row[1].isEmpty ? nil : row[1]))
      }
      guard !row[4].isEmpty else { continue }
      people[place].roles.append(
        .init(
          title: row[4], of: row[5], since: row[6].isEmpty ? nil : row[6],
          until: row[7].isEmpty ? nil : row[7]))
    }
    return people
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension RegisteredPerson {
  fileprivate init?(_ value: JSONValue) {
    guard let name = value["name"]?.stringValue, !name.isEmpty else { return nil }
    self.init(name: name)
    if case .array(let names) = value["aliases"] { aliases = names.compactMap(\.stringValue) }
    country = value["country"]?.stringValue.map { CountryCode($0.uppercased()) }
    wikidata = value["wikidata"]?.stringValue
    guard case .array(let held) = value["roles"] else { return }
    roles = held.compactMap { role in
      role["title"]?.stringValue.map {
        Role(
          title: $0, of: role["of"]?.stringValue ?? "", since: role["since"]?.stringValue,
          until: role["until"]?.stringValue)
      }
    }
  }
}
