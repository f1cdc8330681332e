import Diagnostics
import JSON

/// `rows` as a table of GitHub's Markdown.
func markdownText(of rows: Rows) -> String {
  guard !rows.columns.isEmpty else { return "" }
  let lines =
    [rows.columns.map(markdownCell), rows.columns.map { _ in "---" }]
    + rows.rows.map { $0.map { markdownCell($0.cellText) } }
  return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
}

/// The one place where a text becomes a cell of Markdown: its own marks are shown, not obeyed.
private func markdownCell(_ text: String) -> String {
  let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return printable(oneLine).unicodeScalars.reduce(into: "") { cell, scalar in
    switch scalar {
    case "&": cell += "&amp;"
    case "<": cell += "&lt;"
    case ">": cell += "&gt;"
    case "|", "\\", "`", "*", "_", "[", "]", "~", "#", "!":
      cell += "\\"
      cell.unicodeScalars.append(scalar)
    default: cell.unicodeScalars.append(scalar)
    }
  }
}
