import Diagnostics
import JSON

/// `rows` in columns, at most `width` wide where it is given: long cells go over several lines.
///
///     name            meetings  last
///     --------------  --------  ----------
///     Winston Peters         3  2025-03-20
func tableText(of rows: Rows, width: Int?, style: TerminalStyle) -> String {
  guard !rows.columns.isEmpty else { return "" }
  let heading = rows.columns.map(tableCell)
  let cells = rows.rows.map { $0.map { tableCell($0.cellText) } }
  let widths = fitted(naturalWidths(heading, cells), to: width)
  var lines = drawn(heading, widths: widths).map { style.emphasis($0, as: .heading) }
  lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
  for (row, values) in zip(cells, rows.rows) {
    lines += drawn(row, widths: widths, isNumber: values.map(\.isNumber))
  }
  return lines.map { $0 + "\n" }.joined()
}

/// The one place where a text becomes a cell of a table: on one line, and nothing in it that
/// steers the terminal.
private func tableCell(_ text: String) -> String {
  printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
}

private func naturalWidths(_ heading: [String], _ cells: [[String]]) -> [Int] {
  heading.indices.map { column in
    cells.reduce(displayWidth(of: heading[column])) { max($0, displayWidth(of: $1[column])) }
  }
}

/// Takes columns from the widest until all fit, but never makes one narrower than `narrowest`.
private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
  guard let width else { return natural }
  let narrowest = 6
  var widths = natural
  var surplus = widths.reduce(0, +) + 2 * (widths.count - 1) - width
  while surplus > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
    widths[widest] > narrowest
  {
    widths[widest] -= 1
    surplus -= 1
  }
  return widths
}

private func drawn(_ cells: [String], widths: [Int], isNumber: [Bool] = []) -> [String] {
  let blocks = zip(cells, widths).map { wrapped($0, to: $1) }
  return (0..<(blocks.map(\.count).max() ?? 0)).map { lineNumber in
    var line = ""
    for (column, block) in blocks.enumerated() {
      let text = lineNumber < block.count ? block[lineNumber] : ""
      let gap = String(repeating: " ", count: max(0, widths[column] - displayWidth(of: text)))
      let isRight = column < isNumber.count && isNumber[column]
      line += (column == 0 ? "" : "  ") + (isRight ? gap + text : text + gap)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
