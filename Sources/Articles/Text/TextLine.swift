import Diplomacy

/// A line of text, or several that were broken only by the page's width.
struct TextLine {
  /// The words, line breaks inside turned to spaces.
  var text: String
  /// Where they stand, in Unicode scalars, without white space around.
  var range: TextRange
  /// Whether an empty line stood before it.
  var afterGap: Bool
  /// How many scalars of white space stood before it on its line.
  var indent: Int

  /// The lines of `text` that are not blank.
  static func lines(of text: String) -> [TextLine] {
    var lines: [TextLine] = []
    var gap = true
    var position = 0
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if let words = WhiteSpace.trimmed(line) {
          let indent = scalarCount(line, 0..<words.lowerBound)
          let length = scalarCount(line, words)
          lines.append(
            TextLine(
              text: String(decoding: line[words], as: UTF8.self),
              range: TextRange(position + indent, position + indent + length), afterGap: gap,
              indent: indent))
          gap = false
        } else {
          gap = true
        }
        position += scalarCount(line, line.indices) + 1
        start = end + 1
      }
    }
    return joiningBrokenLines(lines)
  }

  /// How many scalars start in `range`.
  private static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

// MARK: - Lines that the page broke

extension TextLine {
  /// Joins lines that go on in the next only because the page ended.
  private static func joiningBrokenLines(_ lines: [TextLine]) -> [TextLine] {
    let column = breakingColumn(of: lines)
    var joined: [TextLine] = []
    var previous: TextLine?
    for line in lines {
      if var last = joined.last, let previous, previous.isBroken(before: line, at: column) {
        last.text += " " + line.text
        last.range = last.range.union(line.range)
        joined[joined.count - 1] = last
      } else {
        joined.append(line)
      }
      previous = line
    }
    return joined
  }

  /// The column at which a typewriter or a mail program broke the lines of the text, where its lines show one: the
  /// length of the longest, if of those that seem to be broken two in three could not have taken one word more.
  private static func breakingColumn(of lines: [TextLine]) -> Int? {
    let broken = zip(lines, lines.dropFirst()).filter {
      $0.isBroken(before: $1, at: nil)
    }
    guard let longest = broken.map(\.0.width).max() else { return nil }
    let full = broken.count { $0.isFull(before: $1, longest) }
    return full * 3 >= broken.count * 2 ? longest : nil
  }

  /// From the page's edge on.
  private var width: Int { indent + range.length }

  /// Whether the first word of the next line would have gone beyond `column` here.
  private func isFull(before next: TextLine, _ column: Int) -> Bool {
    width + 1 + next.text.unicodeScalars.prefix { $0 != " " }.count > column
  }

  /// Whether this line goes on in `next`: it is about as long as a page is wide and stops in mid-sentence. Where the
  /// column is known at which lines were broken, it has to be full, and the next may be set in or out: a list's second
  /// line, a paragraph's after the first.
  private func isBroken(before next: TextLine, at column: Int?) -> Bool {
    guard !next.afterGap, (50...100).contains(range.length), let end = text.unicodeScalars.last,
      !".!?:;”\"".unicodeScalars.contains(end), let first = next.text.unicodeScalars.first,
      first.properties.isAlphabetic
    else { return false }
    guard let column else { return next.indent == indent }
    return isFull(before: next, column)
  }
}

/// White space in UTF-8, by Unicode's property.
private enum WhiteSpace {
  /// The bytes of `line` without white space at either end; nil where there is nothing else.
  static func trimmed(_ line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var start = 0
    var end = line.count
    while start < end {
      let length = self.length(line, at: start, limit: end)
      guard length > 0 else { break }
      start += length
    }
    while start < end {
      var first = end - 1
      while first > start, line[first] & 0xC0 == 0x80 { first -= 1 }
      guard length(line, at: first, limit: end) > 0 else { break }
      end = first
    }
    return start < end ? start..<end : nil
  }

  /// How many bytes the white space at `index` takes; 0 where something else stands.
  private static func length(
    _ line: UnsafeBufferPointer<UInt8>, at index: Int, limit: Int
  ) -> Int {
    switch line[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2 where index + 1 < limit: return [0x85, 0xA0].contains(line[index + 1]) ? 2 : 0
    case 0xE1...0xE3 where index + 2 < limit:
      let value =
        UInt32(line[index] & 0x0F) << 12 | UInt32(line[index + 1] & 0x3F) << 6
        | UInt32(line[index + 2] & 0x3F)
      return Unicode.Scalar(value)?.properties.isWhitespace == true ? 3 : 0
    default: return 0
    }
  }
}
