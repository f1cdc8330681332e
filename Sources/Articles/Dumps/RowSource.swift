/// The rows of a table in CSV (RFC 4180) or with tabs or semicolons; the first names the columns.
final class RowSource: PartSource {
  private let reader: LineReader
  private let envelope: PartCutter.Envelope
  private var columns: [String]?
  private var separator = UInt8(ascii: ",")
  private var number = 0
  private var isOver = false
  private var hasParts = false

  init(_ reader: LineReader, _ envelope: PartCutter.Envelope) {
    self.reader = reader
    self.envelope = envelope
  }

  func next() -> ArticleParts.Element? {
    while !isOver {
      do {
        let first = number + 1
        let place = "\(envelope.place), line \(first)"
        guard let row = try row() else { break }
        guard let bytes = row.bytes else {
          hasParts = true
          isOver = row.isUnclosed
          let refusal =
            row.isUnclosed
            ? Refusal(
              .damaged, "\(place): a quotation mark is not closed",
              help: ["write a quotation mark within a cell twice"])
            : LineSource.tooLong("row", at: place)
          return .init(refusal, at: place)
        }
        guard bytes.contains(where: { $0 > 0x20 }) else { continue }
        guard let columns else {
          readHeading(bytes)
          continue
        }
        hasParts = true
        return .init(
          ArticlePart(
            place: place, content: .row(columns: columns, separator: separator, bytes),
            facts: envelope.facts))
      } catch {
        isOver = true
        hasParts = true
        return .init(Refusal(error, at: envelope.place), at: envelope.place)
      }
    }
    isOver = true
    guard !hasParts else { return nil }
    hasParts = true
    return .init(
      Refusal(.empty, "\(envelope.place) has no rows under its heading"), at: envelope.place)
  }

  private func readHeading(_ bytes: [UInt8]) {
    let line = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    separator = DelimitedRows.separator(of: line) ?? separator
    columns = DelimitedRows.cells(of: Array(line), separator: separator).map { oneLine($0) }
  }

  /// The next row, with as many lines as its quotation marks hold together; without bytes where it is
  /// longer than may be, or its last mark is not closed.
  private func row() throws -> (bytes: [UInt8]?, isUnclosed: Bool)? {
    var row: [UInt8] = []
    var isOpen = false
    var isCut = false
    while let line = try reader.line(limit: ArticlePart.recordLimit) {
      number += 1
      isCut = isCut || line.isCut
      if !row.isEmpty { row.append(0x0A) }
      row += line.bytes
      if line.bytes.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isOpen.toggle() }
      if row.count > ArticlePart.recordLimit { return (nil, true) }
      if !isOpen || isCut { return (isCut ? nil : row, false) }
    }
    return row.isEmpty ? nil : (nil, true)
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
