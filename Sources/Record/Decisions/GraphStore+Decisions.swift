public import Diagnostics
import JSON
import SQLite

extension GraphStore {
  /// Decides that two people, or two meetings, are one, and derives the record anew.
  ///
  /// `target` keeps its identifier and name; of people the other's names become aliases.
  ///
  /// - Parameters:
  ///   - subject: the identifier of the one who is joined.
  ///   - target: the identifier of the one who stays.
  ///   - author: who decides.
  ///   - reason: why.
  /// - Returns: the decision, with the number that undoes it.
  /// - Throws: a diagnostic if both are the same, or one is not in the graph.
  public func merge(
    _ subject: String, into target: String, author: String, reason: String? = nil
  ) throws(Diagnostic) -> Decision {
    let layer = try layer(of: subject, target)
    return try decide(.merge, layer, subject, target, author: author, reason: reason)
  }

  /// Decides that two people, or two meetings, are two, however alike they are.
  ///
  /// They are no candidates any more, and no rule joins them by their names.
  public func keepApart(
    _ subject: String, _ other: String, author: String, reason: String? = nil
  ) throws(Diagnostic) -> Decision {
    let layer = try layer(of: subject, other)
    let detail = layer == .person ? try reporting { try connection.names(subject, other) } : nil
    return try decide(
      .apart, layer, subject, other, detail: detail, author: author, reason: reason)
  }

  /// Decides that somebody is no person, or that a meeting never was: neither is in the record.
  public func reject(
    _ subject: String, author: String, reason: String? = nil
  ) throws(Diagnostic) -> Decision {
    try decide(.reject, try layer(of: subject), subject, nil, author: author, reason: reason)
  }

  /// Decides that what `articles` report of a person is about somebody else.
  ///
  /// - Parameters:
  ///   - person: the identifier of the person.
  ///   - articles: the identifiers of the articles.
  ///   - name: what the other one is called; the name in those articles if nil.
  ///   - author: who decides.
  ///   - reason: why.
  /// - Returns: the decision, with the number that undoes it.
  /// - Throws: a diagnostic if one of the articles does not name the person.
  public func split(
    _ person: String, articles: [String], name: String? = nil, author: String,
    reason: String? = nil
  ) throws(Diagnostic) -> Decision {
    guard try layer(of: person) == .person else {
      throw Diagnostic("\(person) is a meeting", help: ["only people can be split"])
    }
    let reports = try reporting {
      try articles.flatMap { article in
        try connection.rows(
          """
          select r.name from personIdentity i
          join personReport r on r.articleId = i.articleId and r.number = i.number
          where i.articleId = \(article) and i.personId = \(person) order by i.number
          """
        ) { Anchor(article: article, name: $0.text(at: 0)) }
      }
    }
    for article in articles where !reports.contains(where: { $0.article == article }) {
      throw Diagnostic(
        "article \(article) does not name \(person)", help: ["memcon why \(person) lists those"])
    }
    let detail: JSONValue = [
      "name": .optional(name), "reports": .array(reports.map(\.json)),
    ]
    return try decide(
      .split, .person, person, nil, detail: detail.text, author: author, reason: reason)
  }

  /// Decides what a person is called; the identifier stays, and the old name is an alias.
  public func rename(
    _ person: String, to name: String, author: String, reason: String? = nil
  ) throws(Diagnostic) -> Decision {
    guard try layer(of: person) == .person else {
      throw Diagnostic("\(person) is a meeting", help: ["only people can be renamed"])
    }
    return try decide(.rename, .person, person, nil, detail: name, author: author, reason: reason)
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
      let stored = try connection.storedDecision(number)
      if decision.kind == .register {
        try ArticleIndex(connection).removeRegister(stored)
      }
      try connection.execute("delete from decision where number = \(number)")
      try connection.markAffected(by: stored)
    }
    return decision
  }
}
