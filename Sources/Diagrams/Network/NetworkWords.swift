extension NetworkDiagram {
  /// The groups that have nodes.
  var groupsInUse: [Group] {
    let used = Set(nodes.compactMap(\.group))
    return groups.filter { used.contains($0.id) }
  }

  /// What is told of a node on hovering: by default what the card says, in full.
  func tooltip(of node: Node, group: Group?) -> String {
    node.tooltip
      ?? ([node.name] + node.roles + [group?.label].compactMap { $0 }).joined(separator: ", ")
  }

  /// What is told of an edge on hovering: by default who, how often and when.
  func tooltip(of edge: Edge, names: [String: String]) -> String {
    if let tooltip = edge.tooltip { return tooltip }
    let ends = [edge.source, edge.target].map { names[$0] ?? $0 }
    return "\(ends[0]) – \(ends[1]): \(EdgeLabel.sentence(of: edge))"
  }

  /// The names of the nodes by their ids.
  var names: [String: String] {
    Dictionary(nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole diagram in sentences, for a screen reader. Past a hundred contacts it says how many
  /// more there are.
  var words: String {
    let spoken = 100
    let names = names
    func short(_ id: String) -> String {
      let name = names[id] ?? id
      return name.count > 80 ? name.prefix(80) + "…" : name
    }
    var sentences = ["\(countedNodes), \(edges.count) \(edges.count == 1 ? "link" : "links")."]
    sentences += edges.prefix(spoken).map { edge in
      "\(short(edge.source)) and \(short(edge.target)): \(EdgeLabel.sentence(of: edge))."
    }
    if edges.count > spoken { sentences.append("And \(edges.count - spoken) more.") }
    return ([text.subtitle] + sentences + text.caption).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// `5 people, 3 meetings`.
  private var countedNodes: String {
    let counts = Node.Form.allCases.compactMap { form -> String? in
      let count = nodes.count { $0.form == form }
      return count == 0 ? nil : "\(count) \(count == 1 ? form.noun.one : form.noun.many)"
    }
    return counts.isEmpty ? "Nothing" : counts.joined(separator: ", ")
  }
}

extension NetworkDiagram.Node.Form {
  fileprivate var noun: (one: String, many: String) {
    switch self {
    case .person: ("person", "people")
    case .meeting: ("meeting", "meetings")
    case .country: ("country", "countries")
    case .thing: ("node", "nodes")
    }
  }
}
