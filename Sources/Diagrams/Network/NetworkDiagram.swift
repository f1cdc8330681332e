/// Nodes, and the lines between them: people who met, countries, meetings and who took part.
///
/// With a `center` it is an ego view: one node and those around it. Everything is drawn in the
/// order of ids, so that equal graphs give equal bytes in whatever order they were found.
public struct NetworkDiagram: Hashable, Sendable {
  /// What stands around it. A note about an edge is numbered at its line.
  public var text: DiagramText
  /// The countries and bodies.
  public var groups: [Group]
  /// The nodes.
  public var nodes: [Node]
  /// The lines. An edge to a node that is not among `nodes` is not drawn.
  public var edges: [Edge]
  /// The id of the node an ego view is about.
  public var center: String?
  /// Whether the nodes of a group are kept together in a frame with its name.
  public var framesGroups: Bool
  /// Whether it is read from left to right, as a path is.
  public var flowsRight: Bool
  /// Where an earlier picture had its nodes, by id: those that are still there stay about there.
  public var earlierPlaces: [String: Place]

  /// A diagram. Ids must be unique within `groups`, `nodes` and `edges` each: of several with one
  /// id the first is drawn.
  public init(
    title: String, subtitle: String = "", caption: [String] = [], notes: [DiagramText.Note] = [],
    groups: [Group] = [], nodes: [Node], edges: [Edge], center: String? = nil,
    framesGroups: Bool = true, flowsRight: Bool = false, earlierPlaces: [String: Place] = [:]
  ) {
    text = DiagramText(title: title, subtitle: subtitle, caption: caption, notes: notes)
    self.groups = groups
    self.nodes = nodes
    self.edges = edges
    self.center = center
    self.framesGroups = framesGroups
    self.flowsRight = flowsRight
    self.earlierPlaces = earlierPlaces
  }

  /// The middle of a node, in points from the upper left corner of a picture.
  public struct Place: Hashable, Sendable {
    /// From left to right.
    public var x: Double
    /// From top to bottom.
    public var y: Double

    /// A place.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A country or a body: its people are drawn together, in one colour.
  public struct Group: Hashable, Sendable {
    /// A stable id: `nz`.
    public var id: String
    /// The name: `New Zealand`.
    public var label: String
    /// The name where there is little room: `NZ`; nil for `label`.
    public var shortLabel: String?

    /// A country or a body.
    public init(id: String, label: String, shortLabel: String? = nil) {
      self.id = id
      self.label = label
      self.shortLabel = shortLabel
    }
  }

  /// Something that lines lead to.
  public struct Node: Hashable, Sendable {
    /// What a node stands for, which its shape tells.
    public enum Form: String, Hashable, Sendable, CaseIterable {
      /// A card with rounded corners.
      case person
      /// A pill, dashed if it was not held.
      case meeting
      /// A card in the tint of its group.
      case country
      /// A card with square corners.
      case thing
    }

    /// A stable id: `winston-peters`.
    public var id: String
    /// The name, drawn in bold.
    public var name: String
    /// What stands under the name, one a line or more: roles, a date, a place.
    public var roles: [String]
    /// The id of the group, if there is one.
    public var group: String?
    /// What it stands for.
    public var form: Form
    /// What became of a meeting.
    public var status: Edge.Status
    /// What is told on hovering; nil for the name and the roles in full.
    public var tooltip: String?
    /// The id of the page or section that tells more; nil for no link.
    public var link: String?

    /// A node.
    public init(
      id: String, name: String, roles: [String] = [], group: String? = nil, form: Form = .person,
      status: Edge.Status = .held, tooltip: String? = nil, link: String? = nil
    ) {
      self.id = id
      self.name = name
      self.roles = roles
      self.group = group
      self.form = form
      self.status = status
      self.tooltip = tooltip
      self.link = link
    }
  }

  /// A line: the contacts of two people that share a status, or another relationship.
  public struct Edge: Hashable, Sendable {
    /// What became of the contacts.
    public enum Status: String, Hashable, Sendable, CaseIterable {
      case held, planned, cancelled, declined
    }

    /// A stable id: `marco-rubio--winston-peters`.
    public var id: String
    /// The id of one end.
    public var source: String
    /// The id of the other.
    public var target: String
    /// How many contacts or relationships, at least 1.
    public var count: Int
    /// The date of the first, for programs: ISO 8601.
    public var first: String?
    /// The date of the last, likewise.
    public var last: String?
    /// The dates as they are to be printed; nil for `first` and `last`.
    public var dates: String?
    /// What became of them.
    public var status: Status
    /// The form of contact, if all have one: `call`.
    public var kind: String?
    /// What is printed at the line in place of number, form and dates; empty for nothing.
    public var label: String?
    /// Whether the line ends in an arrow.
    public var isDirected: Bool
    /// What is told on hovering; nil for the two names with the label.
    public var tooltip: String?
    /// The id of the page or section with the evidence; nil for no link. A note about the edge
    /// is linked in its place.
    public var link: String?

    /// Contacts of two people, or a relationship of two things.
    public init(
      id: String, from source: String, to target: String, count: Int = 1, first: String? = nil,
      last: String? = nil, dates: String? = nil, status: Status = .held, kind: String? = nil,
      label: String? = nil, isDirected: Bool = false, tooltip: String? = nil, link: String? = nil
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.count = count
      self.first = first
      self.last = last
      self.dates = dates
      self.status = status
      self.kind = kind
      self.label = label
      self.isDirected = isDirected
      self.tooltip = tooltip
      self.link = link
    }
  }
}
