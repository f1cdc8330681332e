extension Diagnostic {
  /// The message as lines for a terminal or a log.
  ///
  ///     error: no relationship ATENDED leaves a Person
  ///      --> query:1:20
  ///       |
  ///     1 | MATCH (p:Person)-[:ATENDED]->(m:Meeting) RETURN p.name
  ///       |                    ^^^^^^^ not in the ontology
  ///       = help: did you mean ATTENDED?
  ///
  /// Columns count Unicode scalars from 1; the caret stands under what is drawn there. Control characters are shown as `\u{…}`, so that a
  /// hostile text can't steer the terminal. A long line is cut to the part around the caret.
  public var rendered: String {
    var lines = ["\(severity.rawValue): \(printable(summary))"]
    var margin = " "
    if let location {
      let place = Place(location)
      margin = String(repeating: " ", count: String(place.line).count)
      lines.append("\(margin)--> \(printable(location.source.name)):\(place.line):\(place.column)")
      lines.append("\(margin) |")
      lines.append("\(place.line) | \(place.shown)")
      let label = location.label.isEmpty ? "" : " \(printable(location.label))"
      lines.append("\(margin) | \(place.padding)\(place.caret)\(label)")
    }
    lines += notes.map { "\(margin) = note: \(printable($0))" }
    lines += help.map { "\(margin) = help: \(printable($0))" }
    return lines.joined(separator: "\n")
  }
}

extension DiagnosticList {
  /// All messages, an empty line between two.
  public var rendered: String { diagnostics.map(\.rendered).joined(separator: "\n\n") }
}

// MARK: - Where the caret goes

/// The line a location lies in, and what to print of it.
private struct Place {
  let line: Int
  let column: Int
  let shown: String
  let padding: String
  let caret: String

  /// At most this many scalars of a line are printed.
  static let widest = 160

  init(_ location: Diagnostic.Location) {
    let bytes = Array(location.source.text.utf8)
    let start = min(location.range.start, bytes.count)
    let end = min(max(location.range.end, start), bytes.count)
    let newline = UInt8(ascii: "\n")
    let lineStart = (bytes[..<start].lastIndex(of: newline) ?? -1) + 1
    let lineEnd = bytes[start...].firstIndex(of: newline) ?? bytes.count
    line = bytes[..<start].count { $0 == newline } + 1

    let before = Array(String(decoding: bytes[lineStart..<start], as: UTF8.self).unicodeScalars)
    let marked = Array(
      String(decoding: bytes[start..<min(end, lineEnd)], as: UTF8.self).unicodeScalars)
    let after = Array(
      String(decoding: bytes[min(end, lineEnd)..<lineEnd], as: UTF8.self).unicodeScalars)
    column = before.count + 1

    let room = Place.widest - min(marked.count, Place.widest / 2)
    let lead = before.suffix(room / 2)
    let tail = after.prefix(room - lead.count)
    let middle = marked.prefix(Place.widest)
    let leadText = (lead.count < before.count ? "…" : "") + escaped(lead)
    let middleText = escaped(middle)
    shown = leadText + middleText + escaped(tail) + (tail.count < after.count ? "…" : "")
    padding = String(repeating: " ", count: displayWidth(of: leadText))
    caret = String(repeating: "^", count: max(1, displayWidth(of: middleText)))
  }
}

/// `text` with control characters, and those that turn the direction of writing, made visible.
public func printable(_ text: String) -> String {
  // Whatever has to be escaped is one of these bytes, or begins with one; few texts have any.
  text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
    ? escaped(text.unicodeScalars) : text
}

private func escaped(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var out = String.UnicodeScalarView()
  for scalar in scalars {
    switch scalar.value {
    case 0x09: out.append(" ")
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069:
      out.append(
        contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
    default: out.append(scalar)
    }
  }
  return String(out)
}
