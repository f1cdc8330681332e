import JSON

/// `rows` as comma-separated values (RFC 4180): a heading, CRLF line ends.
func csvText(of rows: Rows) -> String {
  let lines = [rows.columns.map { csvCell(.string($0)) }] + rows.rows.map { $0.map(csvCell) }
  return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
}

/// `rows` as tab-separated values: a heading, and `\t`, `\n`, `\r`, `\\` inside cells.
func tsvText(of rows: Rows) -> String {
  let lines = [rows.columns.map { tsvCell(.string($0)) }] + rows.rows.map { $0.map(tsvCell) }
  return lines.map { $0.joined(separator: "\t") + "\n" }.joined()
}

/// The one place where a value becomes a cell of CSV.
private func csvCell(_ value: JSONValue) -> String {
  let text = guarded(value)
  guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
    return text
  }
  return "\""
    + text.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"") + "\""
}

/// The one place where a value becomes a cell of TSV.
private func tsvCell(_ value: JSONValue) -> String {
  guarded(value).unicodeScalars.reduce(into: "") { cell, scalar in
    switch scalar {
    case "\t": cell += "\\t"
    case "\n": cell += "\\n"
    case "\r": cell += "\\r"
    case "\\": cell += "\\\\"
    default: cell.unicodeScalars.append(scalar)
    }
  }
}

/// A cell that a spreadsheet takes for text: one that would start a formula gets an apostrophe
/// in front, as OWASP advises ("CSV Injection").
///
/// An article's words are not to be trusted, and a name never starts so. Numbers stay numbers.
private func guarded(_ value: JSONValue) -> String {
  let text = value.cellText
  guard !value.isNumber, let first = text.unicodeScalars.first,
    "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  else { return text }
  return "'" + text
}
