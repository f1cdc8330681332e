import Diplomacy
import Markup

/// Cuts the records of travels and visits that the Office of the Historian publishes (HistoryAtState,
/// `travels` and `visits`) into one article a trip or visit.
struct TravelsReader {
  private let envelope: PartCutter.Envelope

  init(_ envelope: PartCutter.Envelope) { self.envelope = envelope }

  func parts(of bytes: [UInt8]) throws(Refusal) -> [ArticleParts.Element] {
    let tree = try XMLDocument.tree(of: bytes, envelope)
    var parts: [ArticleParts.Element] = []
    for node in tree.indices {
      switch tree.name(of: node) {
      case "trip": parts.append(trip(node, tree))
      case "visit": parts.append(visit(node, tree))
      default: continue
      }
    }
    guard !parts.isEmpty else {
      throw Refusal(.empty, "\(envelope.place) holds no trips or visits")
    }
    return parts
  }

  private func trip(_ node: Int, _ tree: MarkupTree) -> ArticleParts.Element {
    let place = ["locale", "country"].map { words($0, of: node, tree) }.filter { !$0.isEmpty }
    let role =
      switch tree.attribute("role", of: node) ?? words("role", of: node, tree) {
      case "president": "US President"
      case "secretary": "US Secretary of State"
      default: "official"
      }
    let name = words("name", of: node, tree)
    return record(
      node, tree, kind: "trip", head: "\(name), \(role) — \(place.joined(separator: ", "))",
      body: words("remarks", of: node, tree))
  }

  private func visit(_ node: Int, _ tree: MarkupTree) -> ArticleParts.Element {
    let visitor = words("visitor", of: node, tree)
    return record(
      node, tree, kind: "visit",
      head: "\(visitor) of \(words("from", of: node, tree)) — United States",
      body: words("description", of: node, tree))
  }

  private func record(
    _ node: Int, _ tree: MarkupTree, kind: String, head: String, body: String
  ) -> ArticleParts.Element {
    let id = words("id", of: node, tree)
    let start = words("start-date", of: node, tree)
    let end = words("end-date", of: node, tree)
    let dates = start == end || end.isEmpty ? start : "\(start) to \(end)"
    let place = "\(envelope.place), \(kind) \(id)"
    var facts = envelope.facts
    facts.id = "\(kind)-\(id)"
    facts.title = head
    facts.publisher = "Office of the Historian"
    facts.published = WrittenDate.inField(end.isEmpty ? start : end)
    let text = "\(head), \(dates)\n\n\(body)"
    return .init(ArticlePart(place: place, content: .text(Array(text.utf8)), facts: facts))
  }

  private func words(_ name: String, of node: Int, _ tree: MarkupTree) -> String {
    tree.children(of: node).first { tree.name(of: $0) == name }.map { oneLine(tree.text(of: $0)) }
      ?? ""
  }
}
