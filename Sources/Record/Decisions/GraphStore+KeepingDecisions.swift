public import Diagnostics
import JSON
import SQLite

// MARK: - Keeping decisions

extension GraphStore {
  /// What both identifiers name: two people or two meetings.
  func layer(of ids: String...) throws(Diagnostic) -> Decision.Layer {
    if ids.count == 2, ids[0] == ids[1] {
      throw Diagnostic("\(ids[0]) is one and the same already")
    }
    let layers = try reporting {
      try ids.map { id -> Decision.Layer? in
        if try connection.integer("select 1 from person where id = \(id)") != nil { return .person }
        return try connection.integer("select 1 from meeting where id = \(id)") == nil
          ? nil : .meeting
      }
    }
    for (id, layer) in zip(ids, layers) where layer == nil {
      throw Diagnostic("nobody and nothing in the graph has the identifier \(id)")
    }
    guard let first = layers[0], layers.allSatisfy({ $0 == first }) else {
      throw Diagnostic("one of \(ids.joined(separator: " and ")) is a person, the other a meeting")
    }
    return first
  }

  /// Keeps one decision, and derives the record anew.
  func decide(
    _ kind: Decision.Kind, _ layer: Decision.Layer, _ subject: String, _ object: String?,
    detail: String? = nil, author: String, reason: String?
  ) throws(Diagnostic) -> Decision {
    if let object, let earlier = try earlierDecision(on: subject, object) {
      let words =
        earlier.kind == kind
        ? "\(subject) and \(object) are decided on already"
        : "\(subject) and \(object) are kept apart"
      throw Diagnostic(
        "\(words) by decision \(earlier.number)",
        help: ["memcon undo \(earlier.number) takes it back"])
    }
    var number = 0
    try changeDecisions {
      number = try keep(
        kind, layer, subject, object, detail: detail, author: author, reason: reason)
    }
    guard let decision = try decisions().first(where: { $0.number == number }) else {
      throw Diagnostic("the decision was not kept")
    }
    return decision
  }

  /// The decision that keeps the two apart, or makes them one; nil if there is none.
  private func earlierDecision(on subject: String, _ object: String) throws(Diagnostic) -> Decision?
  {
    try decisions().first { earlier in
      let pair = [earlier.subject, earlier.object ?? ""]
      switch earlier.kind {
      case .apart: return pair == [subject, object] || pair == [object, subject]
      case .merge: return pair == [subject, object]
      default: return false
      }
    }
  }

  /// Adds a row for a decision, within a transaction.
  private func keep(
    _ kind: Decision.Kind, _ layer: Decision.Layer, _ subject: String, _ object: String?,
    detail: String?, author: String, reason: String?
  ) throws -> Int {
    let anchors: JSONValue = [
      "subject": .array(try connection.anchors(of: subject, layer).map(\.json)),
      "object": .array(
        try object.map { try connection.anchors(of: $0, layer).map(\.json) } ?? []),
    ]
    let number = try connection.keep(
      kind, layer, subject, object, detail: detail, anchors: anchors, author: author,
      reason: reason)
    try connection.markAffected(by: try connection.storedDecision(number))
    return number
  }

  /// Marks the record as waiting in the transaction of the change, so that a kill loses neither.
  func changeDecisions(_ change: () throws -> Void) throws(Diagnostic) {
    try reporting {
      try connection.transaction {
        try change()
        try connection.execute("update derivation set pending = 1")
      }
    }
    try derive()
  }
}

// MARK: - Many at once

/// Whether two people, or two meetings, are one.
public struct Verdict: Hashable, Sendable {
  /// The identifiers; of two that are one the second stays.
  public let subject, object: String
  /// Whether they are one.
  public let isOne: Bool

  /// A verdict on a pair.
  public init(_ subject: String, _ object: String, isOne: Bool) {
    self.subject = subject
    self.object = object
    self.isOne = isOne
  }
}

extension GraphStore {
  /// Decides on many pairs, all or none, and derives the record once.
  ///
  /// - Returns: how many decisions are new; what was decided so already is left out.
  /// - Throws: a diagnostic for an identifier that is not in the graph, and for a verdict against an earlier one.
  public func decide(
    _ verdicts: [Verdict], author: String, reason: String? = nil
  ) throws(Diagnostic) -> Int {
    var count = 0
    try changeDecisions {
      for verdict in verdicts {
        let (subject, object) = (verdict.subject, verdict.object)
        let kind: Decision.Kind = verdict.isOne ? .merge : .apart
        if let earlier = try earlierDecision(on: subject, object) {
          guard earlier.kind != kind else { continue }
          throw Diagnostic(
            "decision \(earlier.number) says otherwise of \(subject) and \(object)",
            notes: ["nothing was decided"],
            help: ["memcon undo \(earlier.number) takes it back"])
        }
        let layer = try layer(of: subject, object)
        let detail =
          kind == .apart && layer == .person ? try connection.names(subject, object) : nil
        _ = try keep(kind, layer, subject, object, detail: detail, author: author, reason: reason)
        count += 1
      }
    }
    return count
  }
}
