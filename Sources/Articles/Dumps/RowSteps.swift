/// The rows of a table in CSV (RFC 4180) or with tabs or semicolons; the first names the columns.
final class RowSteps: PartSteps {
  private let reader: LineReader
  private let envelope: PartCutter.Envelope
  private var columns: [String]?
  private var separator = UInt8(ascii: ",")
  private var number = 0
  private(set) var place: String

  init(_ reader: LineReader, _ envelope: PartCutter.Envelope) {
    self.reader = reader
    self.envelope = envelope
    place = envelope.place
  }

  func step() throws -> ArticleParts.Element? {
    while true {
      place = "\(envelope.place), line \(number + 1)"
      let bytes: [UInt8]
      switch try row() {
      case .whole(let row): bytes = row
      case .tooLong: return .init(LineSteps.tooLong("row", at: place), at: place)
      case nil: return nil
      }
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      guard let columns else {
        readHeading(bytes)
        continue
      }
      return .init(
        ArticlePart(
          place: place, content: .row(columns: columns, separator: separator, bytes),
          facts: envelope.facts))
    }
  }

  private func readHeading(_ bytes: [UInt8]) {
    let line = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    separator = DelimitedRows.separator(of: line) ?? separator
    columns = DelimitedRows.cells(of: Array(line), separator: separator).map { oneLine($0) }
  }

  private enum Row {
    case whole([UInt8])
    case tooLong
  }

  /// The next row, with as many lines as its quotation marks hold together.
  ///
  /// - Throws: a refusal where the last mark is not closed, or what the stream throws.
  private func row() throws -> Row? {
    var row: [UInt8] = []
    var isOpen = false
    while let line = try reader.line(limit: ArticlePart.recordLimit) {
      number += 1
      if line.isCut { return .tooLong }
      if !row.isEmpty { row.append(0x0A) }
      row += line.bytes
      if line.bytes.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isOpen.toggle() }
      if row.count > ArticlePart.recordLimit { throw unclosed }
      if !isOpen { return .whole(row) }
    }
    if !row.isEmpty { throw unclosed }
    return nil
  }

  private var unclosed: Refusal {
    Refusal(
      .damaged, "\(place): a quotation mark is not closed",
      help: ["write a quotation mark within a cell twice"])
  }
}

/// Cells between separators.
enum DelimitedRows {
  /// The commonest separator of a heading; nil where it has none.
  static func separator(of line: ArraySlice<UInt8>) -> UInt8? {
    let separators = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
    let counts = separators.map { separator in line.count { $0 == separator } }
    guard let best = counts.max(), best > 0, let index = counts.firstIndex(of: best) else {
      return nil
    }
    return separators[index]
  }

  /// The cells of one row.
  static func cells(of row: [UInt8], separator: UInt8) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    let quote = UInt8(ascii: "\"")
    while index < row.count {
      let byte = row[index]
      if byte == quote, isQuoted, index + 1 < row.count, row[index + 1] == quote {
        cell.append(quote)
        index += 1
      } else if byte == quote {
        isQuoted.toggle()
      } else if byte == separator, !isQuoted {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte != 0x0D || isQuoted {
        cell.append(byte)
      }
      index += 1
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}
