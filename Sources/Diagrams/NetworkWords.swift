extension NetworkDiagram {
  /// The groups that have people.
  var groupsInUse: [Group] {
    let used = Set(nodes.compactMap(\.group))
    return groups.filter { used.contains($0.id) }
  }

  /// The card of a person; it names the country where the layout draws no frames.
  func card(of node: Node, in layout: Layout) -> NodeCard {
    let country = layout.framesGroups ? nil : groups.first { $0.id == node.group }?.label
    return NodeCard(of: node, country: country)
  }

  /// The colour of a person's lines.
  func tone(of node: Node) -> Tone {
    groups.firstIndex { $0.id == node.group }.map { Tone.group($0) } ?? .muted
  }

  /// What is told of a person on hovering: by default what the card says, in full.
  func tooltip(of node: Node) -> String {
    if let tooltip = node.tooltip { return tooltip }
    let country = groups.first { $0.id == node.group }?.label
    return ([node.name] + node.roles + [country].compactMap { $0 }).joined(separator: ", ")
  }

  /// What is told of a contact on hovering: by default who, how often and when.
  func tooltip(of edge: Edge) -> String {
    edge.tooltip
      ?? "\(name(of: edge.source)) – \(name(of: edge.target)): \(EdgeLabel.sentence(of: edge))"
  }

  /// The whole diagram in sentences, for a screen reader. Past a hundred contacts it says how many
  /// more there are.
  var words: String {
    let spoken = 100
    var sentences = ["\(nodes.count) people, \(edges.count) links between them."]
    sentences += edges.prefix(spoken).map { edge in
      "\(short(name(of: edge.source))) and \(short(name(of: edge.target))): "
        + "\(EdgeLabel.sentence(of: edge))."
    }
    if edges.count > spoken { sentences.append("And \(edges.count - spoken) more.") }
    return ([subtitle] + sentences + caption).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func name(of person: String) -> String {
    nodes.first { $0.id == person }?.name ?? person
  }

  private func short(_ name: String) -> String {
    name.count > 80 ? name.prefix(80) + "…" : name
  }
}
