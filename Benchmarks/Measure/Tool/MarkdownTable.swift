/// A table of Markdown, for the terminal and for `Docs/Quality.md` alike.
struct MarkdownTable {
  private var rows: [[String]]

  init(_ heading: String...) { rows = [heading] }

  init(_ heading: [String]) { rows = [heading] }

  mutating func add(_ cells: String...) { rows.append(cells) }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table with its columns under each other.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = rows.map { row in
      "| "
        + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: " | ") + " |"
    }
    lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined(), at: 1)
    return lines.map { $0 + "\n" }.joined()
  }
}

/// `value` with so many digits after the point, thousands in groups: `12,345.6`.
func decimal(_ value: Double, digits: Int = 0) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let whole = Int((value.magnitude * scale).rounded())
  let (integer, fraction) = whole.quotientAndRemainder(dividingBy: Int(scale))
  let groups = String(integer).reversed().enumerated().reduce(into: "") { text, digit in
    if digit.offset > 0, digit.offset % 3 == 0 { text.append(",") }
    text.append(digit.element)
  }
  let after = String(fraction)
  let padded = String(repeating: "0", count: digits - min(digits, after.count)) + after
  return (value < 0 && whole > 0 ? "-" : "") + String(groups.reversed())
    + (digits > 0 ? "." + padded : "")
}
