/// A page or an XML document as a tree of elements and texts, in the order of the document.
///
/// Nodes are numbers. A node's descendants are the numbers after it up to `end(of:)`, so that a loop
/// over numbers goes through the document, and a loop backwards adds up from the leaves to the root:
/// no depth of nesting needs a deep stack.
public struct MarkupTree: Sendable {
  struct Node: Sendable {
    /// The name's number; of a text -1.
    var name: Int32
    var parent: Int32
    /// The first node after the last descendant.
    var end: Int32
    /// Of a text its bytes, of an element its attributes.
    var from: Int32
    var to: Int32
  }

  struct Attribute: Sendable {
    var name: Int32
    var from: Int32
    var to: Int32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  var names = NameTable()
  /// The first entity of the document's own that its text refers to; such are not expanded.
  public internal(set) var foreignEntity: String?
  /// What breaks the rules of XML, with its line; nil for a well-formed document and for HTML.
  public internal(set) var fault: String?

  /// The numbers of all nodes; the root, which is nameless, is 0.
  public var indices: Range<Int> { nodes.indices }

  /// Whether the node is a text.
  public func isText(_ node: Int) -> Bool { nodes[node].name < 0 }

  /// The element's name; `other` for texts and for names that HTML does not have.
  public func tag(of node: Int) -> Tag {
    Tag(rawValue: nodes[node].name) ?? .other
  }

  /// The element's name as it is written, in HTML in small letters; empty for texts and the root.
  public func name(of node: Int) -> String {
    nodes[node].name < 0 ? "" : names[nodes[node].name]
  }

  /// The element that holds the node; the root holds itself.
  public func parent(of node: Int) -> Int { Int(nodes[node].parent) }

  /// The first node after the last descendant.
  public func end(of node: Int) -> Int { Int(nodes[node].end) }

  /// The nodes right below `node`.
  public func children(of node: Int) -> some Sequence<Int> {
    let end = end(of: node)
    return sequence(first: node + 1) { self.end(of: $0) }.lazy.prefix { $0 < end }
  }

  /// The elements below `node`, at any depth, that are called `name`.
  public func descendants(of node: Int = 0, named name: String) -> some Sequence<Int> {
    let number = names.number(of: name) ?? -2
    return (node..<end(of: node)).lazy.dropFirst().filter { self.nodes[$0].name == number }
  }

  /// The value of an attribute; nil where there is none.
  public func attribute(_ name: String, of node: Int) -> String? {
    guard nodes[node].name >= 0, let number = names.number(of: name) else { return nil }
    for index in Int(nodes[node].from)..<Int(nodes[node].to)
    where attributes[index].name == number {
      return string(attributes[index].from, attributes[index].to)
    }
    return nil
  }

  /// The number of a name, for `attribute(numbered:of:)`; one that no attribute has where the document
  /// does not use the name.
  public func number(of name: String) -> Int32 { names.number(of: name) ?? -2 }

  /// The bytes of an attribute whose name has `number`; nil where there is none.
  public func attribute(numbered number: Int32, of node: Int) -> ArraySlice<UInt8>? {
    guard nodes[node].name >= 0 else { return nil }
    for index in Int(nodes[node].from)..<Int(nodes[node].to)
    where attributes[index].name == number {
      return bytes[Int(attributes[index].from)..<Int(attributes[index].to)]
    }
    return nil
  }

  /// The bytes of a text; nothing for elements.
  public func bytes(of node: Int) -> ArraySlice<UInt8> {
    nodes[node].name < 0 ? bytes[Int(nodes[node].from)..<Int(nodes[node].to)] : []
  }

  /// All texts below `node`, as they are.
  public func text(of node: Int) -> String {
    var all: [UInt8] = []
    for index in node..<end(of: node) where isText(index) { all += bytes(of: index) }
    return String(decoding: all, as: UTF8.self)
  }

  private func string(_ from: Int32, _ to: Int32) -> String {
    String(decoding: bytes[Int(from)..<Int(to)], as: UTF8.self)
  }
}

/// Names and their numbers.
struct NameTable: Sendable {
  private(set) var names: [String]
  private var numbers: [String: Int32]

  /// The tags, each under its own number.
  private static let tags: NameTable = {
    var table = NameTable(names: [], numbers: [:])
    for tag in Tag.allCases { _ = table.add("\(tag)") }
    return table
  }()

  private init(names: [String], numbers: [String: Int32]) {
    (self.names, self.numbers) = (names, numbers)
  }

  init() { self = Self.tags }

  subscript(number: Int32) -> String { names[Int(number)] }

  func number(of name: String) -> Int32? { numbers[name] }

  mutating func add(_ name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}
