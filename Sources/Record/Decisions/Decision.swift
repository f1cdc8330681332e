import SQLite

/// What a curator decided, with who, when and why.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Subject and object are one; the object keeps its identifier.
    case merge
    /// Subject and object are two, however alike.
    case apart
    /// The subject is not to be counted: no person, or no meeting that ever was.
    case reject
    /// Some articles' reports of the subject are of somebody else.
    case split
    /// The subject is called otherwise.
    case rename
    /// A register knows the subject.
    case register
  }

  /// What a decision is about.
  public enum Layer: String, Hashable, Sendable, CaseIterable {
    case person, meeting
  }

  /// The number by which it is undone.
  public let number: Int
  /// What was decided.
  public let kind: Kind
  /// Whether it is about people or meetings.
  public let layer: Layer
  /// The identifier of the one it is about.
  public let subject: String
  /// The identifier of the other, if there are two.
  public let object: String?
  /// The new name, or JSON for what is split off or registered.
  public let detail: String?
  /// Who decided.
  public let author: String
  /// When, as ISO 8601 in UTC: `2025-03-20T09:30:00Z`.
  public let time: String
  /// Why, if it was told.
  public let reason: String?
}

extension Connection {
  /// All decisions, by number.
  func decisions() throws -> [Decision] {
    try rows(
      """
      select number, kind, layer, subject, object, detail, author, time, reason
      from decision order by number
      """
    ) {
      Decision(
        number: $0.integer(at: 0), kind: Decision.Kind(rawValue: $0.text(at: 1)) ?? .merge,
        layer: Decision.Layer(rawValue: $0.text(at: 2)) ?? .person, subject: $0.text(at: 3),
        object: $0.optionalText(at: 4), detail: $0.optionalText(at: 5), author: $0.text(at: 6),
        time: $0.text(at: 7), reason: $0.optionalText(at: 8))
    }
  }
}
