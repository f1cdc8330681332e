/// People, and who met whom, ready to be drawn: the one thing a caller hands over.
///
/// With a `center` it is an ego view: one person and the counterparts around. Everything is drawn
/// in the order of ids, so that equal graphs give equal bytes in whatever order they were found.
public struct NetworkDiagram: Hashable, Sendable {
  /// What the picture shows, in a line: "Contacts of Winston Peters".
  public var title: String
  /// A line under the title; empty for none.
  public var subtitle: String
  /// Small lines at the foot: span, number of articles, what was left out.
  public var caption: [String]
  /// The countries and bodies.
  public var groups: [Group]
  /// The people.
  public var nodes: [Node]
  /// The contacts. An edge to a person who is not among `nodes` is not drawn.
  public var edges: [Edge]
  /// The id of the person an ego view is about.
  public var center: String?

  /// A diagram. Ids must be unique within `groups`, `nodes` and `edges` each: of several with one
  /// id the first is drawn.
  public init(
    title: String, subtitle: String = "", caption: [String] = [], groups: [Group] = [],
    nodes: [Node], edges: [Edge], center: String? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.caption = caption
    self.groups = groups
    self.nodes = nodes
    self.edges = edges
    self.center = center
  }

  /// A country or a body: its people are drawn together, in one colour.
  public struct Group: Hashable, Sendable {
    /// A stable id: `nz`.
    public var id: String
    /// The name: `New Zealand`.
    public var label: String

    /// A country or a body.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// A person.
  public struct Node: Hashable, Sendable {
    /// A stable id: `winston-peters`.
    public var id: String
    /// The name, drawn in bold.
    public var name: String
    /// The roles, drawn under the name, one a line or more.
    public var roles: [String]
    /// The id of the group, if there is one.
    public var group: String?
    /// What is told on hovering; nil for the name and the roles in full.
    public var tooltip: String?
    /// The id of the page or section that tells more; nil for no link.
    public var link: String?

    /// A person.
    public init(
      id: String, name: String, roles: [String] = [], group: String? = nil,
      tooltip: String? = nil, link: String? = nil
    ) {
      self.id = id
      self.name = name
      self.roles = roles
      self.group = group
      self.tooltip = tooltip
      self.link = link
    }
  }

  /// The contacts of two people that share a status.
  public struct Edge: Hashable, Sendable {
    /// What became of the contacts.
    public enum Status: String, Hashable, Sendable, CaseIterable {
      case held, planned, cancelled, declined
    }

    /// A stable id: `marco-rubio--winston-peters`.
    public var id: String
    /// The id of one person.
    public var source: String
    /// The id of the other.
    public var target: String
    /// How many contacts, at least 1.
    public var count: Int
    /// The date of the first, as it is to be printed.
    public var first: String?
    /// The date of the last, as it is to be printed.
    public var last: String?
    /// What became of them.
    public var status: Status
    /// The form of contact, if all have one: `call`.
    public var kind: String?
    /// What is told on hovering; nil for the two names with the label.
    public var tooltip: String?
    /// The id of the page or section with the evidence; nil for no link.
    public var link: String?

    /// Contacts of two people.
    public init(
      id: String, from source: String, to target: String, count: Int = 1, first: String? = nil,
      last: String? = nil, status: Status = .held, kind: String? = nil, tooltip: String? = nil,
      link: String? = nil
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.count = count
      self.first = first
      self.last = last
      self.status = status
      self.kind = kind
      self.tooltip = tooltip
      self.link = link
    }
  }
}

// MARK: - One order

extension NetworkDiagram {
  /// The same diagram sorted by id, without repeated ids, loops and edges that lack an end.
  var normalized: NetworkDiagram {
    var result = self
    result.groups = sortedOnce(groups, by: \.id)
    result.nodes = sortedOnce(nodes, by: \.id)
    let people = Set(nodes.map(\.id))
    result.edges = sortedOnce(edges, by: \.id).filter {
      $0.source != $0.target && people.contains($0.source) && people.contains($0.target)
    }
    return result
  }

  private func sortedOnce<Element>(
    _ elements: [Element], by id: KeyPath<Element, String>
  ) -> [Element] {
    var seen: Set<String> = []
    return elements.filter { seen.insert($0[keyPath: id]).inserted }
      .sorted { $0[keyPath: id] < $1[keyPath: id] }
  }
}
