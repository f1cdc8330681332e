import Diagnostics

/// A text of which parts stand out, for a terminal or a file.
///
///     var text = StyledText()
///     text.append("Winston Peters", as: [.person])
///     text.append(" met nobody")
///     text.lines(width: 12, style: style)   // ["Winston", "Peters met", "nobody"]
struct StyledText {
  private struct Piece {
    var text: String
    var reasons: [TerminalStyle.Reason]
  }

  private var pieces: [Piece] = []

  init() {}

  init(_ text: String, as reasons: [TerminalStyle.Reason] = []) { append(text, as: reasons) }

  /// Adds words of anybody: on one line, and nothing in them that steers the terminal.
  mutating func append(_ text: String, as reasons: [TerminalStyle.Reason] = []) {
    guard !text.isEmpty else { return }
    let line =
      text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
    pieces.append(Piece(text: printable(line), reasons: reasons))
  }

  /// The text broken at spaces into lines of at most `width` columns, or on one line without it.
  ///
  /// The first line starts with `lead`, the others with as many spaces.
  func lines(width: Int?, style: TerminalStyle, lead: String = "") -> [String] {
    let indent = displayWidth(of: lead)
    var lines: [[Piece]] = []
    var line: [Piece] = []
    var used = 0
    let room = width.map { max($0 - indent, 10) } ?? .max
    for word in words {
      let gap = line.isEmpty ? 0 : 1
      if used + gap + word.width > room, !line.isEmpty {
        lines.append(line)
        line = []
        used = 0
      }
      if !line.isEmpty {
        line.append(Piece(text: " ", reasons: word.gapReasons))
        used += 1
      }
      for part in word.cut(to: room) {
        if used + part.width > room, !line.isEmpty, part.startsAnew {
          lines.append(line)
          line = []
          used = 0
        }
        line += part.pieces
        used += part.width
      }
    }
    lines.append(line)
    return lines.enumerated().map { index, line in
      (index == 0 ? lead : String(repeating: " ", count: indent)) + Self.drawn(line, style)
    }
  }

  /// The pieces of a line, those that stand out alike in one go.
  private static func drawn(_ line: [Piece], _ style: TerminalStyle) -> String {
    var joined: [Piece] = []
    for piece in line {
      if let last = joined.indices.last, joined[last].reasons == piece.reasons {
        joined[last].text += piece.text
      } else {
        joined.append(piece)
      }
    }
    return joined.map { style.emphasis($0.text, as: $0.reasons) }.joined()
  }
}

// MARK: - Words

extension StyledText {
  /// What stands between two spaces, and how the space before it looks.
  private struct Word {
    var pieces: [Piece] = []
    var gapReasons: [TerminalStyle.Reason] = []

    var width: Int { pieces.reduce(0) { $0 + displayWidth(of: $1.text) } }

    /// The word itself if it fits into a line of `room` columns, else parts that do.
    func cut(to room: Int) -> [(pieces: [Piece], width: Int, startsAnew: Bool)] {
      guard width > room else { return [(pieces, width, false)] }
      return pieces.flatMap { piece in
        wrapped(piece.text, to: room).map {
          ([Piece(text: $0, reasons: piece.reasons)], displayWidth(of: $0), true)
        }
      }
    }
  }

  private var words: [Word] {
    var words: [Word] = []
    var word = Word()
    for piece in pieces {
      let parts = piece.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          if !word.pieces.isEmpty { words.append(word) }
          word = Word(gapReasons: piece.reasons)
        }
        if !part.isEmpty { word.pieces.append(Piece(text: String(part), reasons: piece.reasons)) }
      }
    }
    return word.pieces.isEmpty ? words : words + [word]
  }
}
