import Cypher

extension Procedure {
  /// The procedure that a step declares with all its rows; nil for other steps.
  ///
  ///     And there exists a procedure test.my.proc(in :: INTEGER?) :: (out :: STRING?):
  ///       | in   | out   |
  ///       | null | 'nix' |
  init?(_ step: Scenario.Step) throws {
    let lead = "there exists a procedure "
    guard step.text.hasPrefix(lead) else { return nil }
    let pieces = step.text.dropFirst(lead.count).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "(" || $0 == ")" })
    guard pieces.count >= 4 else {
      throw GraphWriter.Failure(description: "a procedure that can't be read: \(step.text)")
    }
    let (arguments, columns) = (try Self.fields(pieces[1]), try Self.fields(pieces[3]))
    let rows = try step.table.dropFirst().map { row in
      try row.map { cell in
        guard let value = ResultReader.value(cell)?.parameter else {
          throw GraphWriter.Failure(description: "a value that can't be read: \(cell)")
        }
        return value
      }
    }
    self.init(String(pieces[0]), takes: arguments, gives: columns) { given in
      rows.filter { Array($0.prefix(given.count)) == given }
        .map { Array($0.dropFirst(given.count)) }
    }
  }

  private static func fields(_ text: Substring) throws -> [Field] {
    try text.split(separator: ",").map { part in
      let words = part.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "?" })
      guard words.count == 2 else {
        throw GraphWriter.Failure(description: "a field that can't be read: \(part)")
      }
      let type: CypherType =
        switch words[1] {
        case "STRING": .string
        case "INTEGER": .integer
        case "FLOAT": .float
        case "NUMBER": .number
        case "BOOLEAN": .boolean
        default: .any
        }
      return Field(String(words[0]), type)
    }
  }
}
