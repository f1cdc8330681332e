/// The words of a query outside of strings, comments and quoted names, for what must be known of it
/// before it is compiled.
struct QueryWords {
  struct Word {
    var text: String
    var range: Range<Int>
    /// How many brackets, braces and parentheses are open.
    var depth: Int
    /// Whether `:`, `.` or `$` stands before it, so that it is a name.
    var isName: Bool
  }

  let characters: [Character]
  private(set) var words: [Word] = []

  init(_ query: String) {
    characters = Array(query)
    var position = 0
    var depth = 0
    var before: Character = " "
    while position < characters.count {
      let character = characters[position]
      switch character {
      case "'", "\"", "`":
        position = Self.end(of: character, in: characters, from: position)
        before = character
        continue
      case "/" where position + 1 < characters.count && characters[position + 1] == "/":
        while position < characters.count, characters[position] != "\n" { position += 1 }
        continue
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case _ where character.isLetter || character == "_":
        let start = position
        while position < characters.count,
          characters[position].isLetter || characters[position].isNumber
            || characters[position] == "_"
        { position += 1 }
        words.append(
          Word(
            text: String(characters[start..<position]).uppercased(), range: start..<position,
            depth: depth, isName: ":.$".contains(before)))
        before = "a"
        continue
      default: break
      }
      if !character.isWhitespace { before = character }
      position += 1
    }
  }

  private static func end(of mark: Character, in characters: [Character], from start: Int) -> Int {
    var position = start + 1
    while position < characters.count, characters[position] != mark {
      position += characters[position] == "\\" && mark != "`" ? 2 : 1
    }
    return min(position + 1, characters.count)
  }

  /// Whether it looks for nodes.
  var asksForGraph: Bool {
    words.contains { !$0.isName && ["MATCH", "EXISTS", "CALL"].contains($0.text) } || writes
      || String(characters).contains("-[") || String(characters).contains(")--")
  }

  private static let writing: Set = ["CREATE", "MERGE", "SET", "DELETE", "REMOVE"]

  /// Whether the query changes the graph.
  var writes: Bool { words.contains { Self.writing.contains($0.text) && !$0.isName } }

  /// Whether it calls a procedure.
  var calls: Bool { words.contains { $0.text == "CALL" && !$0.isName } }

  /// The query cut before each top-level writing clause, and before the reading that follows one.
  var parts: [(isWriting: Bool, text: String)] {
    let starts = words.filter { $0.depth == 0 && !$0.isName && Self.clauses.contains($0.text) }
    var parts: [(isWriting: Bool, text: String)] = []
    for (index, word) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : characters.count
      let text = String(characters[word.range.lowerBound..<end])
      let isWriting = Self.writing.contains(word.text)
      if !isWriting, let last = parts.last, !last.isWriting {
        parts[parts.count - 1].text += text
      } else {
        parts.append((isWriting, text))
      }
    }
    return parts
  }

  private static let clauses: Set = [
    "CREATE", "MERGE", "SET", "DELETE", "REMOVE", "MATCH", "UNWIND", "WITH", "RETURN",
  ]
}
