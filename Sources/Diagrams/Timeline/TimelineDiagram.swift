/// Meetings in the order of time, from left to right, in the lanes of those who took part.
public struct TimelineDiagram: Hashable, Sendable {
  /// What stands around it. A note about an event is numbered at its mark.
  public var text: DiagramText
  /// The countries and bodies.
  public var groups: [NetworkDiagram.Group]
  /// The lanes, from top to bottom.
  ///
  /// Of the roles of a person the first is printed under the name.
  public var lanes: [NetworkDiagram.Node]
  /// What happened; an event without one of `lanes` is not drawn.
  public var events: [Event]

  /// A timeline. Ids must be unique within `lanes` and `events` each.
  public init(
    text: DiagramText, groups: [NetworkDiagram.Group] = [], lanes: [NetworkDiagram.Node],
    events: [Event]
  ) {
    self.text = text
    self.groups = groups
    self.lanes = lanes
    self.events = events
  }

  /// A meeting.
  public struct Event: Hashable, Sendable {
    /// How exactly the date is told. What is less exact than a day is drawn as a bar.
    public enum Precision: String, Hashable, Sendable, CaseIterable {
      case day, span, month, year
    }

    /// A stable id.
    public var id: String
    /// The first day it can mean, counted from 1 January 1970.
    public var first: Int
    /// The last day it can mean.
    public var last: Int
    /// How exactly the date is told.
    public var precision: Precision
    /// What became of it, which the form of the mark tells.
    public var status: NetworkDiagram.Edge.Status
    /// The ids of the lanes that took part.
    public var lanes: [String]
    /// What is printed beside the mark; empty for nothing.
    public var label: String
    /// What is told on hovering.
    public var tooltip: String
    /// The id of the page with the evidence; nil for no link.
    public var link: String?

    /// A meeting.
    public init(
      id: String, first: Int, last: Int, precision: Precision,
      status: NetworkDiagram.Edge.Status = .held, lanes: [String], label: String = "",
      tooltip: String, link: String? = nil
    ) {
      self.id = id
      self.first = first
      self.last = max(first, last)
      self.precision = precision
      self.status = status
      self.lanes = lanes
      self.label = label
      self.tooltip = tooltip
      self.link = link
    }
  }
}
