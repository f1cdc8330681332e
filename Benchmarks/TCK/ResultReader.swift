/// Reads a value as the TCK writes it; nil where the text is none.
struct ResultReader {
  private let scalars: [Character]
  private var position = 0

  private init(_ text: String) {
    scalars = Array(text)
  }

  static func value(_ text: String) -> ResultValue? {
    var reader = ResultReader(text)
    guard let value = reader.value() else { return nil }
    reader.skipBlanks()
    return reader.position == reader.scalars.count ? value : nil
  }

  private var peek: Character? { position < scalars.count ? scalars[position] : nil }

  private mutating func skipBlanks() { while peek == " " || peek == "\n" { position += 1 } }

  private mutating func accept(_ text: String) -> Bool {
    skipBlanks()
    let wanted = Array(text)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func value() -> ResultValue? {
    skipBlanks()
    switch peek {
    case "'": return string().map { .string($0) }
    case "[":
      let start = position
      position += 1
      if accept(":") {
        position = start
        return relationship()
      }
      return elements(until: "]").map { .list($0) }
    case "{": return entries().map { .map($0) }
    case "(": return node()
    case "<": return path()
    default: return word()
    }
  }

  private mutating func word() -> ResultValue? {
    var text = ""
    while let character = peek,
      character.isLetter || character.isNumber || "+-._".contains(character)
    {
      text.append(character)
      position += 1
    }
    switch text {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .float(.nan)
    case "Inf", "Infinity": return .float(.infinity)
    case "-Inf", "-Infinity": return .float(-.infinity)
    default:
      if let number = Int64(text) { return .integer(number) }
      return Double(text).map { .float($0) }
    }
  }

  private mutating func string() -> String? {
    position += 1
    var text = ""
    while let character = peek {
      position += 1
      if character == "'" { return text }
      if character == "\\", let next = peek {
        position += 1
        switch next {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "'", "\\": text.append(next)
        default: text.append("\\\(next)")
        }
      } else {
        text.append(character)
      }
    }
    return nil
  }

  private mutating func elements(until end: String) -> [ResultValue]? {
    var elements: [ResultValue] = []
    if accept(end) { return elements }
    repeat {
      guard let value = value() else { return nil }
      elements.append(value)
    } while accept(",")
    return accept(end) ? elements : nil
  }

  private mutating func entries() -> [(String, ResultValue)]? {
    guard accept("{") else { return nil }
    var entries: [(String, ResultValue)] = []
    if accept("}") { return entries }
    repeat {
      let name = name()
      guard accept(":"), let value = value() else { return nil }
      entries.append((name, value))
    } while accept(",")
    return accept("}") ? entries : nil
  }

  private mutating func name() -> String {
    skipBlanks()
    if peek == "`" {
      position += 1
      var text = ""
      while let character = peek, character != "`" {
        text.append(character)
        position += 1
      }
      position += 1
      return text
    }
    var text = ""
    while let character = peek, character.isLetter || character.isNumber || character == "_" {
      text.append(character)
      position += 1
    }
    return text
  }

  private mutating func node() -> ResultValue? {
    guard accept("(") else { return nil }
    var labels: [String] = []
    while accept(":") { labels.append(name()) }
    skipBlanks()
    var members: [(String, ResultValue)] = []
    if peek == "{" {
      guard let read = entries() else { return nil }
      members = read
    }
    return accept(")") ? .node(labels: labels, members) : nil
  }

  private mutating func relationship() -> ResultValue? {
    guard accept("["), accept(":") else { return nil }
    let type = name()
    skipBlanks()
    var members: [(String, ResultValue)] = []
    if peek == "{" {
      guard let read = entries() else { return nil }
      members = read
    }
    return accept("]") ? .relationship(type: type, members) : nil
  }

  private mutating func path() -> ResultValue? {
    guard accept("<"), let start = node() else { return nil }
    var elements = [start]
    var directions: [Bool] = []
    while !accept(">") {
      let isBackward = accept("<-")
      guard isBackward || accept("-"), let relationship = relationship() else { return nil }
      guard isBackward ? accept("-") : accept("->"), let node = node() else { return nil }
      elements += [relationship, node]
      directions.append(!isBackward)
    }
    return .path(elements, isForward: directions)
  }
}
