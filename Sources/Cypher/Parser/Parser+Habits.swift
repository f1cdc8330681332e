import Diagnostics

// What people write who come from SQL and other languages, and how it is said here.

extension Parser {
  /// How to say what stands at the current token, if it is a word or sign of another language.
  var habitHelp: String? {
    switch current.kind {
    case .name(let word): Self.words[word.uppercased()]
    case .string: stringHelp
    case .symbol(":"):
      precedes("[") ? "a pattern stands in braces: EXISTS { (a)-[:TYPE]->(b) }" : nil
    case .symbol("="): precedes("=") ? "write a single = for \"equal\"" : nil
    case .symbol("&"): "write AND to join conditions"
    case .symbol("!"): "write NOT before a condition"
    case .symbol(">"): precedes("=") ? "write >= for \"at least\"" : nil
    case .symbol("<"): precedes("=") ? "write <= for \"at most\"" : nil
    case .symbol("*"): precedes("*") ? "write x ^ y for a power" : nil
    default: nil
    }
  }

  /// Whether `symbol` stands directly before the current token.
  private func precedes(_ symbol: String) -> Bool {
    guard position > 0 else { return false }
    let last = tokens[position - 1]
    return last.isSymbol(symbol) && last.range.end == current.range.start
  }

  /// How to go on where a clause should begin.
  var clauseHelp: String? {
    if position == 0 {
      return
        "a query begins with a pattern and ends with what it gives: MATCH (p:Person) RETURN p.name"
    }
    let isBehindNode = tokens[position - 1].isSymbol(")")
    switch current.kind {
    case .symbol("-") where peek().isSymbol("-") && !peek(2).isSymbol("["):
      return "a comment begins with //, a relationship is written -[:TYPE]-> or -->"
    case .symbol("-") where isBehindNode, .symbol("<") where isBehindNode:
      return "a relationship between two nodes is written -[:TYPE]->, or --> for any type"
    case .name(let word) where word.uppercased() == "NOT":
      return "NOT stands before the whole condition: WHERE NOT p.name IN ['A', 'B']"
    case .name where isBehindNode && !peek().isSymbol("("), .quotedName where isBehindNode:
      return "WHERE stands before a condition"
    default: return nil
    }
  }

  /// Whether a value begins here.
  var startsValue: Bool {
    switch current.kind {
    case .name, .quotedName, .string, .integer, .float, .parameter: true
    default: false
    }
  }

  private var stringHelp: String? {
    if followsString { return #"write \' for a quote within quotes"# }
    return precedes("{") ? "names of properties stand without quotes" : nil
  }

  /// Whether another text ends where this one begins: `'it''s'`.
  private var followsString: Bool {
    guard position > 0, case .string = tokens[position - 1].kind else { return false }
    return tokens[position - 1].range.end == current.range.start
  }

  private static let group =
    "rows are grouped by the items without an aggregate: RETURN p.country, count(*)"
  private static let like =
    "write x CONTAINS 'part', x STARTS WITH 'part', or x =~ 'regular expression'"
  private static let whole = "a query is about the one graph that is open"
  private static let limit = "write LIMIT 10 at the end"
  private static let paths =
    "a path never uses a relationship twice; ask for more with WHERE, as in WHERE a <> b"

  private static let words: [String: String] = [
    "SELECT": "a query begins with a pattern and ends with what it gives: "
      + "MATCH (p:Person) RETURN p.name",
    "FROM": "what is looked at stands in a pattern: MATCH (p:Person)",
    "JOIN": "what belongs together stands in one pattern: MATCH (a)-[:TYPE]->(b)",
    "GROUP": group,
    "HAVING":
      "name the aggregate in WITH and ask about the name: WITH p, count(*) AS n WHERE n > 1",
    "WHERE": "WHERE stands behind MATCH or WITH, before RETURN",
    "LIKE": like, "ILIKE": like, "REGEXP": like, "RLIKE": like,
    "BETWEEN": "write 1 <= x <= 9",
    "TOP": limit, "FETCH": limit,
    "FOR": "write UNWIND list AS x",
    "SHOW": "CALL db.labels(), db.relationshipTypes() or db.propertyKeys() tells what there is",
    "DESCRIBE": "CALL db.labels(), db.relationshipTypes() or db.propertyKeys() tells what there is",
    "USE": whole, "GRAPH": whole,
    "FINISH": "end with RETURN and what the query gives",
    "ELSEIF": "write another WHEN", "ELIF": "write another WHEN",
    "IF": "write CASE WHEN condition THEN value ELSE other END",
    "AGAINST": "CALL text.search('words') looks for words in articles",
    "REPEATABLE": paths, "ACYCLIC": paths, "SIMPLE": paths, "WALK": paths,
  ]
}
