import Cypher

/// What Tab proposes for the word before the cursor.
struct ShellCompletion {
  let catalog: Catalog
  /// The names of people that begin with a text.
  let names: (String) -> [String]

  init(catalog: Catalog, names: @escaping (String) -> [String]) {
    self.catalog = catalog
    self.names = names
  }

  private static let keywords = [
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "UNION", "ORDER BY", "SKIP",
    "LIMIT", "DISTINCT", "AND", "OR", "NOT", "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS",
    "COUNT",
    "COLLECT", "CONTAINS", "STARTS WITH", "ENDS WITH", "IS NULL", "IS NOT NULL", "EXPLAIN",
    "PROFILE",
    "CALL", "YIELD", "LET", "FILTER", "NEXT", "OFFSET", "NULLS LAST", "SHORTEST", "count(",
    "collect(",
    "shortestPath(",
  ]

  /// The replacements for the end of `line`, and how many characters they replace.
  func candidates(_ line: String) -> (length: Int, words: [String]) {
    if line.hasPrefix("."), !line.contains(" ") {
      let commands = [
        ".help", ".schema", ".mode", ".output", ".timer", ".read", ".explain", ".last", ".quit",
      ]
      return (line.count, commands.filter { $0.hasPrefix(line) })
    }
    if let quote = openQuote(line) {
      let typed = String(line[line.index(after: quote)...])
      return (typed.count, typed.isEmpty ? [] : names(typed))
    }
    let word = String(line.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let before = line.dropLast(word.count).last
    switch before {
    case ":"?, "|"?, "&"?:
      let isType =
        line.dropLast(word.count).contains { $0 == "[" }
        && (line.lastIndex(of: "[") ?? line.startIndex)
          > (line.lastIndex(of: "(") ?? line.startIndex)
      let known = isType ? catalog.relationshipTypes : catalog.labels.map(\.name)
      return (word.count, matching(word, known))
    case "."?:
      let properties =
        catalog.labels.flatMap(\.properties).map(\.name)
        + catalog.relationships.flatMap(\.properties).map(\.name)
      return (word.count, matching(word, Set(properties).sorted()))
    default: return (word.count, word.isEmpty ? [] : matching(word, Self.keywords))
    }
  }

  private func matching(_ word: String, _ known: [String]) -> [String] {
    known.filter { $0.lowercased().hasPrefix(word.lowercased()) }
  }

  private func openQuote(_ line: String) -> String.Index? {
    var open: String.Index?
    for index in line.indices where line[index] == "'" || line[index] == "\"" {
      if let start = open {
        if line[start] == line[index] { open = nil }
      } else {
        open = index
      }
    }
    return open
  }
}

extension Catalog {
  /// Labels, relationship types and their properties, for `.schema`.
  var summary: String {
    var lines: [String] = []
    for label in labels {
      lines.append("(:\(label.name) {\(label.properties.map(\.name).joined(separator: ", "))})")
    }
    for table in relationships {
      let properties = table.properties.map(\.name).joined(separator: ", ")
      let arrow = table.isSymmetric ? "-" : "->"
      let map = properties.isEmpty ? "" : " {\(properties)}"
      lines.append(
        "(:\(table.source.label))-[:\(table.type)\(map)]\(arrow)(:\(table.target.label))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
