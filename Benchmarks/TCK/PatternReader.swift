/// Reads the patterns of a CREATE; maps of properties are kept as text.
struct PatternReader {
  struct Element {
    var isRelationship: Bool
    var variable: String?
    var labels: [String] = []
    var properties: String?
    var pointsLeft = false
  }

  private let characters: [Character]
  private var position = 0

  private init(_ text: String) {
    characters = Array(text)
  }

  static func patterns(_ text: String) throws -> [[Element]] {
    var reader = PatternReader(text)
    var patterns: [[Element]] = []
    repeat { patterns.append(try reader.pattern()) } while reader.accept(",")
    reader.skipBlanks()
    guard reader.position == reader.characters.count else { throw reader.failure() }
    return patterns
  }

  private func failure() -> GraphWriter.Failure {
    GraphWriter.Failure(description: "no pattern: \(String(characters[position...].prefix(40)))")
  }

  private var peek: Character? { position < characters.count ? characters[position] : nil }

  private mutating func skipBlanks() {
    while let character = peek {
      if character.isWhitespace || character == ";" {
        position += 1
      } else if characters[position...].starts(with: "//") {
        while let character = peek, character != "\n" { position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func accept(_ text: String) -> Bool {
    skipBlanks()
    guard characters[position...].starts(with: Array(text)) else { return false }
    position += text.count
    return true
  }

  private mutating func pattern() throws -> [Element] {
    var elements = [try node()]
    while true {
      let pointsLeft = accept("<-")
      guard pointsLeft || accept("-") else { return elements }
      var element = Element(isRelationship: true, pointsLeft: pointsLeft)
      if accept("[") {
        try fill(&element)
        guard accept("]") else { throw failure() }
      }
      guard accept("->") || accept("-") else { throw failure() }
      elements += [element, try node()]
    }
  }

  private mutating func node() throws -> Element {
    guard accept("(") else { throw failure() }
    var element = Element(isRelationship: false)
    try fill(&element)
    guard accept(")") else { throw failure() }
    return element
  }

  private mutating func fill(_ element: inout Element) throws {
    element.variable = name()
    while accept(":") {
      guard let label = name() else { throw failure() }
      element.labels.append(label)
    }
    skipBlanks()
    guard peek == "{" else { return }
    let start = position
    var depth = 0
    while let character = peek {
      position += 1
      if character == "'" || character == "\"" {
        while let inner = peek, inner != character { position += inner == "\\" ? 2 : 1 }
        position += 1
      } else if "{[(".contains(character) {
        depth += 1
      } else if "}])".contains(character) {
        depth -= 1
        if depth == 0 { break }
      }
    }
    element.properties = String(characters[start..<min(position, characters.count)])
  }

  private mutating func name() -> String? {
    skipBlanks()
    var text = ""
    if peek == "`" {
      position += 1
      while let character = peek, character != "`" {
        text.append(character)
        position += 1
      }
      position += 1
      return text
    }
    while let character = peek, character.isLetter || character.isNumber || character == "_" {
      text.append(character)
      position += 1
    }
    return text.isEmpty ? nil : text
  }
}
