public import Diagnostics
import SQLite

/// What a curator decided, with who, when and why.
public struct Decision: Hashable, Sendable {
  /// The number by which it is undone.
  public let number: Int
  /// The identifier of the person who is joined to another.
  public let person: String
  /// The identifier of the person whom that one is joined to.
  public let target: String
  /// Who decided.
  public let author: String
  /// When, as ISO 8601 in UTC: `2025-03-20T09:30:00Z`.
  public let time: String
  /// Why, if it was told.
  public let reason: String?
}

extension GraphStore {
  /// Decides that two people are one, and derives the record anew.
  ///
  /// `target` keeps its identifier and name; the other's names become aliases.
  ///
  /// - Parameters:
  ///   - person: the identifier of the one who is joined.
  ///   - target: the identifier of the one who stays.
  ///   - author: who decides.
  ///   - reason: why.
  /// - Returns: the decision, with the number that undoes it.
  /// - Throws: a diagnostic if both are the same person, or one is not in the graph.
  public func merge(
    _ person: String, into target: String, author: String, reason: String? = nil
  ) throws(Diagnostic) -> Decision {
    guard person != target else {
      throw Diagnostic("\(person) is the same person already")
    }
    for id in [person, target] where try people(matching: id).allSatisfy({ $0.id != id }) {
      throw Diagnostic("nobody in the graph has the identifier \(id)")
    }
    try changeDecisions {
      try connection.execute(
        """
        insert into decision (kind, person, target, author, time, reason)
        values ('merge', \(person), \(target), \(author), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'),
          \(reason))
        """)
    }
    guard let decision = try decisions().last else {
      throw Diagnostic("the decision was not kept")
    }
    return decision
  }

  /// All decisions, by number.
  public func decisions() throws(Diagnostic) -> [Decision] {
    try reporting { try connection.decisions() }
  }

  /// Takes a decision back: the record is as if it had never been made.
  ///
  /// - Parameter number: the decision's number.
  /// - Returns: the decision that was taken back.
  /// - Throws: a diagnostic if there is no such decision.
  public func undo(_ number: Int) throws(Diagnostic) -> Decision {
    guard let decision = try decisions().first(where: { $0.number == number }) else {
      throw Diagnostic(
        "there is no decision \(number)", help: ["memcon decisions lists those there are"])
    }
    try changeDecisions {
      try connection.execute("delete from decision where number = \(number)")
    }
    return decision
  }

  /// Marks the record as waiting in the transaction of the change, so that a kill loses neither.
  private func changeDecisions(_ change: () throws -> Void) throws(Diagnostic) {
    try reporting {
      try connection.transaction {
        try change()
        try connection.execute("update derivation set pending = 1")
      }
    }
    try derive()
  }
}

extension Connection {
  /// All decisions, by number.
  func decisions() throws -> [Decision] {
    try rows("select number, person, target, author, time, reason from decision order by number") {
      Decision(
        number: $0.integer(at: 0), person: $0.text(at: 1), target: $0.text(at: 2),
        author: $0.text(at: 3), time: $0.text(at: 4), reason: $0.optionalText(at: 5))
    }
  }
}
