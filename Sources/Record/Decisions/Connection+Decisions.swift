import JSON
import SQLite

extension Connection {
  /// Adds a decision.
  ///
  /// - Returns: its number.
  func keep(
    _ kind: Decision.Kind, _ layer: Decision.Layer, _ subject: String, _ object: String?,
    detail: String?, anchors: JSONValue, author: String, reason: String?
  ) throws -> Int {
    try execute(
      """
      insert into decision (kind, layer, subject, object, detail, anchors, author, time, reason)
      values (\(kind.rawValue), \(layer.rawValue), \(subject), \(object), \(detail),
        \(anchors.text), \(author), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), \(reason))
      """)
    return lastInsertedRow
  }

  /// The decision with `number`.
  func storedDecision(_ number: Int) throws -> StoredDecision? {
    try first(
      "select \(StoredDecision.columns) from decision where number = \(number)",
      StoredDecision.init)
  }

  /// A few reports by which somebody, or a meeting, is found again.
  func anchors(of id: String, _ layer: Decision.Layer) throws -> [Anchor] {
    switch layer {
    case .person:
      try rows(
        """
        select r.articleId, r.name from persona s
        join personaReport x on x.persona = s.id
        join personReport r on r.articleId = x.articleId and r.number = x.number
        where s.individual = \(id) order by r.articleId, r.number limit 5
        """
      ) { Anchor(article: $0.text(at: 0), name: $0.text(at: 1)) }
    case .meeting:
      try rows(
        """
        select articleId, number from meetingIdentity where meetingId = \(id)
        order by articleId, number limit 5
        """
      ) { Anchor(article: $0.text(at: 0), name: "\($0.integer(at: 1))") }
    }
  }

  /// The folded names of two people, and the blocks they are in, for a decision that they are two.
  func names(_ subject: String, _ other: String) throws -> String {
    var blocks: Set<String> = []
    func names(_ id: String) throws -> JSONValue {
      var names: Set<String> = []
      let rows = try prepare("select signature, block from persona where personId = \(id)" as SQL)
      while try rows.step() {
        names.insert(Persona(signature: rows.text(at: 0)).parts.folded)
        blocks.insert(rows.text(at: 1))
      }
      return .array(names.sorted().map(JSONValue.string))
    }
    let (a, b) = (try names(subject), try names(other))
    let detail: JSONValue = [
      "subject": a, "object": b, "blocks": .array(blocks.sorted().map(JSONValue.string)),
    ]
    return detail.text
  }

  /// Marks what a decision that came or went can change, beyond what every derivation looks at.
  func markAffected(by decision: StoredDecision?) throws {
    guard let decision else { return }
    if decision.layer == Decision.Layer.meeting.rawValue {
      for id in try testimonies(at: decision.subjectAnchors + decision.objectAnchors) {
        try markNeighbors(of: [id])
        try mark("testimony", "\(id)")
      }
      return
    }
    switch decision.kind {
    case Decision.Kind.rename.rawValue: try mark("person", decision.subject)
    case Decision.Kind.apart.rawValue:
      for block in decision.blocks { try mark("block", block) }
    case Decision.Kind.split.rawValue:
      let index = ArticleIndex(self)
      let reader = ReportReader(self)
      for id in Set(decision.splitReports.map(\.article)).sorted() {
        guard let article = try reader.article(id) else { continue }
        try index.remove(id)
        try index.add(article)
      }
      try index.finish()
    default: break
    }
  }
}
