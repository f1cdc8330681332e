import Diagnostics

/// A table of comma-separated values (RFC 4180) with a heading.
struct DelimitedTable {
  private let name: String
  private let columns: [String]
  private let cells: [[String]]

  /// Reads `csv`; `name` is what messages call it.
  init(csv: String, name: String) throws(Diagnostic) {
    self.name = name
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = csv.unicodeScalars.makeIterator()
    var next = scalars.next()
    if next == "\u{FEFF}" { next = scalars.next() }
    func endCell() {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
    }
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        cell.append(scalar)
        next = scalars.next()
      case "\"": isQuoted.toggle()
      case ",":
        if isQuoted { cell.append(scalar) } else { endCell() }
      case "\r" where !isQuoted && next == "\n": continue
      case "\n" where !isQuoted:
        endCell()
        rows.append(row)
        row = []
      default: cell.append(scalar)
      }
    }
    guard !isQuoted else {
      throw Diagnostic("\(name): a quotation mark is not closed")
    }
    if !cell.isEmpty || !row.isEmpty {
      endCell()
      rows.append(row)
    }
    columns = rows.first ?? []
    cells = rows.dropFirst().filter { $0 != [""] }
  }

  /// The cells of the columns called `names`, row by row; missing cells are empty.
  ///
  /// - Throws: a message if there is no such column.
  func rows(with names: [String]) throws(Diagnostic) -> [[String]] {
    for name in names where !columns.contains(name) {
      throw Diagnostic(
        "\(self.name) has no column '\(name)'",
        notes: ["its columns are \(columns.joined(separator: ", "))"],
        help: ["the first line must name the columns"])
    }
    return rows(withOptional: names)
  }

  /// - Throws: a message if there is a column that is none of `names`.
  func allowOnly(_ names: [String]) throws(Diagnostic) {
    for column in columns where !names.contains(column) {
      throw Diagnostic(
        "\(name) has a column '\(column)', which means nothing here",
        notes: ["known are \(names.joined(separator: ", "))"], help: ["rename or remove it"])
    }
  }

  /// The same, with empty cells for columns that there are not.
  func rows(withOptional names: [String]) -> [[String]] {
    let places = names.map { columns.firstIndex(of: $0) }
    return cells.map { row in
      places.map { place in
        guard let place, place < row.count else { return "" }
        // Our own spreadsheets guard what looks like a formula.
        return row[place].hasPrefix("'") ? String(row[place].dropFirst()) : row[place]
      }
    }
  }
}
