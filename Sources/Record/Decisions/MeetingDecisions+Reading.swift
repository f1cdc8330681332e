import SQLite

extension MeetingDecisions {
  /// The decisions on meetings, resolved to the testimonies there are now.
  init(_ connection: Connection) throws {
    for decision in try connection.storedDecisions(layer: "meeting") {
      let subjects = try connection.testimonies(at: decision.subjectAnchors)
      let objects = try connection.testimonies(at: decision.objectAnchors)
      switch decision.kind {
      case "merge":
        if let subject = subjects.first, let object = objects.first {
          together.append((object, subject))
        }
      case "apart":
        for a in subjects {
          for b in objects { apart.append((min(a, b), max(a, b))) }
        }
      case "reject": rejected.formUnion(subjects)
      default: continue
      }
    }
  }
}

extension Connection {
  /// The numbers of the testimonies that decisions name.
  func testimonies(at anchors: [Anchor]) throws -> [Int] {
    try anchors.compactMap { anchor in
      try integer(
        """
        select id from testimony
        where articleId = \(anchor.article) and number = \(Int(anchor.name) ?? -1)
        """)
    }
  }
}
