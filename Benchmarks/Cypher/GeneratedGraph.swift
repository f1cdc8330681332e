import Record
import SQLite

/// A made-up graph in memcon's own schema, the same in every run: some people meet very often, most
/// seldom.
struct GeneratedGraph {
  /// How large it is; 1 is 200,000 meetings, 25,000 people, about 570,000 attendances and 320,000
  /// articles.
  let scale: Double

  private var meetings: Int { Int(200_000 * scale) }
  private var people: Int { Int(25_000 * scale) }
  private var articles: Int { Int(320_000 * scale) }

  static let offices = [
    "foreign minister", "head of government", "ambassador", "minister", "envoy",
  ]

  /// The identifier of a person by rank: 0 meets most.
  static func person(_ rank: Int) -> String { "person-\(rank)" }

  func write(to path: String) throws {
    _ = try GraphStore(path: path, mode: .write)
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.executeScript("pragma synchronous = off; pragma foreign_keys = off")
    var random = Numbers()
    try connection.transaction {
      try writeNodes(connection, &random)
      try writeMeetings(connection, &random)
      try writeArticles(connection, &random)
    }
    try connection.executeScript(
      """
      insert into articleSearch (articleSearch) values ('rebuild');
      insert into metPair
        select a.personId, b.personId, count(*), min(m.date), max(m.date)
        from attended a join attended b on b.meetingId = a.meetingId and b.personId <> a.personId
        join meeting m on m.id = a.meetingId where m.status = 'held' group by 1, 2;
      insert into countryPair (country, other, year, meetings)
        select x.country, y.country, cast(substr(m.date, 1, 4) as integer), count(*)
        from partyTo x join partyTo y on y.meetingId = x.meetingId and y.country <> x.country
        join meeting m on m.id = x.meetingId where m.status = 'held' group by 1, 2, 3;
      analyze;
      """)
  }

  private func writeNodes(_ connection: Connection, _ random: inout Numbers) throws {
    for number in 0..<190 {
      try connection.execute(
        "insert into country values (\("C\(number)"), \("Country \(number)"))")
    }
    for number in 0..<2_000 {
      let country = "C\(random.below(190))"
      let office = Self.offices[random.below(Self.offices.count)]
      try connection.execute(
        """
        insert into role (id, title, office, country)
        values (\("role-\(number)"), \("Title \(number)"), \(office), \(country))
        """)
    }
    for number in 0..<people {
      let id = Self.person(number)
      let country = "C\(random.skewed(190))"
      try connection.execute(
        "insert into person values (\(id), \("Name \(number)"), \(country), \("[]"), null)")
      try connection.execute(
        "insert into personName values (\("name \(number)"), \(id), 'name')")
      for _ in 0..<(1 + random.below(2)) {
        let since = "20\(padded(5 + random.below(15)))-01-01"
        try connection.execute(
          """
          insert or ignore into holds (personId, roleId, since, until, former)
          values (\(id), \("role-\(random.below(2_000))"), \(since), \("2024-12-31"), 0)
          """)
      }
    }
  }

  private func writeMeetings(_ connection: Connection, _ random: inout Numbers) throws {
    for number in 0..<meetings {
      let id = "meeting-\(number)"
      let date =
        "20\(padded(5 + random.below(20)))-\(padded(1 + random.below(12)))-\(padded(1 + random.below(28)))"
      let status = random.below(10) == 0 ? "planned" : "held"
      try connection.execute(
        """
        insert into meeting (id, kind, status, title, date, precision, cluster)
        values (\(id), 'meeting', \(status), \("Meeting \(number)"), \(date), 'day', \(number))
        """)
      for _ in 0..<(2 + random.below(3)) {
        try connection.execute(
          "insert or ignore into attended values (\(Self.person(random.skewed(people))), \(id), null)"
        )
      }
      for _ in 0..<2 {
        try connection.execute(
          "insert into partyTo (country, meetingId) values (\("C\(random.skewed(190))"), \(id))")
      }
    }
  }

  private static let words = [
    "burden", "sharing", "alliance", "trade", "border", "security", "visit", "talks", "energy",
    "minister", "summit", "treaty", "aid", "grain", "climate", "sanctions", "ceasefire", "visa",
  ]

  private func writeArticles(_ connection: Connection, _ random: inout Numbers) throws {
    for number in 0..<articles {
      let id = "article-\(number)"
      let text = (0..<24).map { _ in Self.words[random.below(Self.words.count)] }
        .joined(separator: " ")
      try connection.execute(
        """
        insert into article (number, id, hash, text, title, published, metadata)
        values (\(number + 1), \(id), \(id), \(text), \("Article \(number)"), '2020-01-01', '{}')
        """)
      let meeting = random.below(meetings)
      try connection.execute(
        "insert into meetingReport values (\(id), 1, 'meeting', 'held', null, null, null, null)")
      try connection.execute(
        "insert into meetingEvidence values (\(id), 1, 'meeting', 0, 0, 4, \(String(text.prefix(4))))"
      )
      try connection.execute(
        """
        insert into testimony (articleId, number, dated, cluster) values (\(id), 1, 0, \(meeting))
        """)
    }
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Numbers that are the same in every run (SplitMix64).
struct Numbers {
  private var state: UInt64 = 7

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Small numbers much more often than large ones.
  mutating func skewed(_ limit: Int) -> Int {
    let part = Double(next() >> 11) / Double(1 << 53)
    return min(limit - 1, Int(Double(limit) * part * part * part))
  }
}
