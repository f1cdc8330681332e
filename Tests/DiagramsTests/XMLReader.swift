/// A reader of XML that is strict about what an SVG must keep to, and tells elements and text.
struct XMLReader {
  struct Fault: Error, Equatable { var what: String }

  struct Element {
    var name: String
    var attributes: [String: String]
    /// The elements around it, outermost first, as indexes.
    var parents: [Int]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var rest: Substring
  private var open: [Int] = []

  init(_ text: String) throws {
    for scalar in text.unicodeScalars where !XMLReader.isAllowed(scalar) {
      throw Fault(what: "character U+\(String(scalar.value, radix: 16))")
    }
    rest = Substring(text)
    while !rest.isEmpty { try readNext() }
    guard open.isEmpty else { throw Fault(what: "an element is not closed") }
  }

  func all(_ name: String, class kind: String? = nil) -> [Element] {
    elements.filter { $0.name == name && (kind == nil || $0.attributes["class"] == kind) }
  }

  /// The elements of a name directly or further within those of a class.
  func all(_ name: String, within kind: String) -> [Element] {
    elements.filter { element in
      element.name == name && element.parents.contains { elements[$0].attributes["class"] == kind }
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private mutating func readNext() throws {
    if rest.hasPrefix("</") {
      rest = rest.dropFirst(2)
      let name = readUntil(">")
      guard let last = open.popLast(), elements[last].name == name else {
        throw Fault(what: "</\(name)> closes nothing")
      }
      rest = rest.dropFirst()
    } else if rest.hasPrefix("<") {
      rest = rest.dropFirst()
      try readElement()
    } else {
      let text = try decoded(readUntil("<"))
      if let last = open.last { elements[last].text += text }
    }
  }

  private mutating func readElement() throws {
    var content = readUntil(">")
    rest = rest.dropFirst()
    let isEmpty = content.hasSuffix("/")
    if isEmpty { content.removeLast() }
    var words = Substring(content)
    let name = words.prefix { $0 != " " }
    words = words.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let start = words.firstIndex(where: { $0 != " " }) {
      words = words[start...]
      let key = words.prefix { $0 != "=" }
      words = words.dropFirst(key.count + 1)
      guard words.first == "\"" else { throw Fault(what: "\(key) has no quoted value") }
      let value = words.dropFirst().prefix { $0 != "\"" }
      words = words.dropFirst(value.count + 2)
      guard attributes.updateValue(try decoded(String(value)), forKey: String(key)) == nil else {
        throw Fault(what: "\(key) is there twice")
      }
    }
    // An id that is told by the `id` attribute is not written twice.
    if let kind = attributes["class"], let id = attributes["id"], id.hasPrefix(kind + "-"),
      attributes["data-id"] == nil, kind != "note"
    {
      attributes["data-id"] = String(id.dropFirst(kind.count + 1))
    }
    elements.append(Element(name: String(name), attributes: attributes, parents: open))
    if !isEmpty { open.append(elements.count - 1) }
  }

  private mutating func readUntil(_ mark: Character) -> String {
    let text = rest.prefix { $0 != mark }
    rest = rest.dropFirst(text.count)
    return String(text)
  }

  private func decoded(_ text: String) throws -> String {
    guard !text.contains("<"), !text.contains("]]>") else { throw Fault(what: "a bare < or ]]>") }
    var out = ""
    for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        out += part
        continue
      }
      let known = ["lt;": "<", "gt;": ">", "amp;": "&", "quot;": "\"", "#39;": "'"]
      guard let entity = known.first(where: { part.hasPrefix($0.key) }) else {
        throw Fault(what: "a bare & before \(part.prefix(10))")
      }
      out += entity.value + part.dropFirst(entity.key.count)
    }
    return out
  }
}
