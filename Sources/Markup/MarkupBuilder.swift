import CLibXML2

/// Builds a tree from what the parser of libxml2 calls out.
final class MarkupBuilder {
  private(set) var tree = MarkupTree()
  /// The elements that are open, the root first.
  private var open: [Int32] = [0]
  /// Names by the place where libxml2 keeps them: it keeps each but once in a parse.
  private var known: [UnsafeRawPointer: Int32] = [:]
  private var declared: Set<String> = []

  init(size: Int) {
    tree.nodes.append(.init(name: Tag.other.rawValue, parent: 0, end: 0, from: 0, to: 0))
    tree.bytes.reserveCapacity(size)
    tree.nodes.reserveCapacity(size / 24)
  }

  func finish() -> MarkupTree {
    while let last = open.popLast() { tree.nodes[Int(last)].end = Int32(tree.nodes.count) }
    return tree
  }

  func fail(_ fault: String) { if tree.fault == nil { tree.fault = fault } }

  func start(
    _ name: UnsafePointer<xmlChar>, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let number = number(of: name)
    let from = Int32(tree.attributes.count)
    var values = values
    while let pair = values, let key = pair[0] {
      let start = Int32(tree.bytes.count)
      if let value = pair[1] { append(value, strlen(value)) }
      tree.attributes.append(
        .init(name: self.number(of: key), from: start, to: Int32(tree.bytes.count)))
      values = pair + 2
    }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      .init(
        name: number, parent: open[open.count - 1], end: index + 1, from: from,
        to: Int32(tree.attributes.count)))
    open.append(index)
  }

  func end(_ name: UnsafePointer<xmlChar>) {
    guard open.count > 1 else { return }
    let number = number(of: name)
    guard let place = open.lastIndex(where: { tree.nodes[Int($0)].name == number }), place > 0
    else { return }
    for closed in open[place...] { tree.nodes[Int(closed)].end = Int32(tree.nodes.count) }
    open.removeSubrange(place...)
  }

  func text(_ characters: UnsafePointer<xmlChar>, _ count: Int32) {
    let from = Int32(tree.bytes.count)
    append(characters, Int(count))
    addText(from)
  }

  /// Bytes without an element's text between them and the last text belong to that text.
  private func addText(_ from: Int32) {
    let parent = open[open.count - 1]
    if let last = tree.nodes.last, last.name < 0, last.parent == parent, last.to == from {
      tree.nodes[tree.nodes.count - 1].to = Int32(tree.bytes.count)
    } else {
      let index = Int32(tree.nodes.count)
      tree.nodes.append(
        .init(name: -1, parent: parent, end: index + 1, from: from, to: Int32(tree.bytes.count)))
    }
  }

  func declare(_ name: UnsafePointer<xmlChar>) {
    declared.insert(String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)))
  }

  /// An entity that XML itself does not know: HTML's are put in, the document's own are not expanded.
  func refer(to name: UnsafePointer<xmlChar>) {
    let word = String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
    if declared.contains(word) {
      if tree.foreignEntity == nil { tree.foreignEntity = word }
    } else if let scalar = Unicode.Scalar(memcon_html_entity(name)), scalar.value > 0 {
      let from = Int32(tree.bytes.count)
      tree.bytes += Array(String(scalar).utf8)
      addText(from)
    }
  }

  private func append(_ characters: UnsafePointer<xmlChar>, _ count: Int) {
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: characters, count: count))
  }

  private func strlen(_ characters: UnsafePointer<xmlChar>) -> Int {
    var count = 0
    while characters[count] != 0 { count += 1 }
    return count
  }

  private func number(of name: UnsafePointer<xmlChar>) -> Int32 {
    if let number = known[UnsafeRawPointer(name)] { return number }
    let number = tree.names.add(
      String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)))
    known[UnsafeRawPointer(name)] = number
    return number
  }
}
