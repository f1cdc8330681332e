public import Diagnostics
public import JSON
import SQLite

extension GraphStore {
  /// Hands over the whole record and its decisions, an object a thing, in canonical order.
  ///
  /// Two graphs of the same articles and decisions give the same objects in the same order, whatever
  /// order the articles came in and however often the record was derived between.
  public func export(_ write: (JSONValue) throws -> Void) throws(Diagnostic) {
    try reporting {
      for part in ExportPart.all {
        let rows = try connection.prepare(part.query)
        while try rows.step() {
          var members = [JSONValue.Member("type", .string(part.type))]
          for (column, name) in part.columns.enumerated() {
            let value = part.unfolded(name, rows.json(at: column))
            members.append(JSONValue.Member(name, value))
          }
          if let id = rows.optionalText(at: 0) {
            for list in part.lists {
              members.append(
                JSONValue.Member(list.name, .array(try connection.objects(list, of: id))))
            }
          }
          try write(.object(members))
        }
      }
    }
  }
}

/// One sort of thing in the export: a query whose first column is the identifier.
private struct ExportPart {
  /// What belongs to each thing: a query with one parameter, the identifier.
  struct List {
    let name: String
    let columns: [String]
    let query: String
  }

  let type: String
  let columns: [String]
  let query: String
  var lists: [List] = []

  /// The columns that hold a list as a text of JSON.
  private static let listColumns = ["aliases", "disputed"]

  /// The value of a column, a list as a list.
  func unfolded(_ column: String, _ value: JSONValue) -> JSONValue {
    guard ExportPart.listColumns.contains(column), let text = value.stringValue,
      let list = try? JSONValue(parsing: text.utf8)
    else { return value }
    return list
  }
}

extension Connection {
  fileprivate func objects(_ list: ExportPart.List, of id: String) throws -> [JSONValue] {
    let rows = try prepare(list.query)
    try rows.bind(id, at: 1)
    var objects: [JSONValue] = []
    while try rows.step() {
      objects.append(
        .object(
          list.columns.enumerated().map { JSONValue.Member($0.element, rows.json(at: $0.offset)) }))
    }
    return objects
  }
}

extension Statement {
  fileprivate func json(at column: Int) -> JSONValue {
    switch value(at: column) {
    case .null, .blob: .null
    case .integer(let number): .integer(Int(number))
    case .real(let number): .number(number)
    case .text(let text): .string(text)
    }
  }
}

// MARK: - The parts

extension ExportPart {
  fileprivate static let all = [
    ExportPart(
      type: "article",
      columns: ["id", "hash", "title", "url", "publisher", "author", "published", "copy_of"],
      query: """
        select id, hash, title, url, publisher, author, published, original
        from article left join copy on articleId = id order by id
        """,
      lists: [
        List(
          name: "mentions", columns: ["person", "country", "organization", "count"],
          query: """
            select person, country, organization, sum(count) from mentions where articleId = ?
            group by 1, 2, 3 order by 1, 2, 3
            """)
      ]),
    ExportPart(
      type: "country", columns: ["id", "name"], query: "select id, name from country order by id"),
    ExportPart(
      type: "organization", columns: ["id", "name", "acronym"],
      query: "select id, name, acronym from organization order by id"),
    ExportPart(
      type: "place", columns: ["id", "name", "country", "lat", "lon"],
      query: "select id, name, country, latitude, longitude from place order by id"),
    ExportPart(
      type: "topic", columns: ["id", "name"], query: "select id, name from topic order by id"),
    ExportPart(
      type: "role", columns: ["id", "title", "office", "country", "organization"],
      query: "select id, title, office, country, organization from role order by id"),
    person, meeting,
    ExportPart(
      type: "met", columns: ["person", "other", "meetings", "first", "last"],
      query: """
        select personId, otherId, meetings, first, last from metPair
        where personId < otherId order by 1, 2
        """),
    ExportPart(
      type: "decision",
      columns: [
        "number", "kind", "layer", "subject", "object", "detail", "author", "time", "reason",
      ],
      query: """
        select number, kind, layer, subject, object, detail, author, time, reason
        from decision order by number
        """),
  ]

  private static let person = ExportPart(
    type: "person", columns: ["id", "name", "country", "aliases", "wikidata"],
    query: "select id, name, country, aliases, wikidata from person order by id",
    lists: [
      List(
        name: "roles", columns: ["role", "since", "until", "former", "first", "last"],
        query: """
          select roleId, since, until, former, firstReported, lastReported
          from holds where personId = ? order by roleId
          """),
      List(
        name: "serves", columns: ["person"],
        query: "select servedId from serves where personId = ? order by 1"),
      List(
        name: "candidates", columns: ["person"],
        query: """
          select distinct c.value from individual i, json_each(i.open) c
          where i.personId = ? and i.id = i.personId order by 1
          """),
      List(
        name: "reports", columns: ["article", "number", "rule", "evidence"],
        query: """
          select articleId, number, rule, evidence from personIdentity where personId = ?
          order by articleId, number
          """),
    ])

  private static let meeting = ExportPart(
    type: "meeting",
    columns: [
      "id", "kind", "status", "date", "until", "precision", "title", "place", "placeCountry",
      "partOf", "partOfRule", "disputed",
    ],
    query: """
      select id, kind, status, date, until, precision, title, place, placeCountry, partOf,
        partOfRule, disputed
      from meeting order by id
      """,
    lists: [
      List(
        name: "attendees", columns: ["person", "as"],
        query: "select personId, role from attended where meetingId = ? order by 1"),
      List(
        name: "parties", columns: ["country", "organization", "as"],
        query: """
          select country, organization, role from partyTo where meetingId = ? order by 1, 2
          """),
      List(
        name: "holders", columns: ["person", "article", "number", "party", "rule", "evidence"],
        query: """
          select h.personId, h.articleId, h.meeting, h.number, h.rule, h.evidence
          from meetingIdentity i
          join partyIdentity h on h.articleId = i.articleId and h.meeting = i.number
          where i.meetingId = ? order by h.articleId, h.meeting, h.number
          """),
      List(
        name: "topics", columns: ["topic"],
        query: "select topicId from about where meetingId = ? order by 1"),
      List(
        name: "reports", columns: ["article", "number"],
        query: """
          select articleId, number from meetingIdentity where meetingId = ?
          order by articleId, number
          """),
    ])
}
