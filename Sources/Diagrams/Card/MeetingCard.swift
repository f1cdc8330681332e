/// One meeting with all that is told of it: parties, roles, place, date, topics, sources.
public struct MeetingCard: Hashable, Sendable {
  /// What stands around it. The notes are the sources.
  public var text: DiagramText
  /// What became of it.
  public var status: NetworkDiagram.Edge.Status
  /// The sides, each with its people; those without people took part unnamed.
  public var parties: [Party]
  /// What is told beside: "Date", "19 March 2025".
  public var facts: [Fact]

  /// A card.
  public init(
    text: DiagramText, status: NetworkDiagram.Edge.Status, parties: [Party], facts: [Fact]
  ) {
    self.text = text
    self.status = status
    self.parties = parties
    self.facts = facts
  }

  /// A country or body, and who took part for it.
  public struct Party: Hashable, Sendable {
    /// The country or body.
    public var group: NetworkDiagram.Group
    /// The people; their `group` is not looked at.
    public var people: [NetworkDiagram.Node]

    /// A country or body.
    public init(group: NetworkDiagram.Group, people: [NetworkDiagram.Node]) {
      self.group = group
      self.people = people
    }
  }

  /// Something told of the meeting.
  public struct Fact: Hashable, Sendable {
    /// What it is: "Place".
    public var name: String
    /// What is told: "Washington".
    public var value: String

    /// Something told of the meeting.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}
