import SQLite

/// The rows that the articles of one transaction add, held until many are written together.
struct HeldRows {
  var reports = ReportRows()
  private var personaReports: [(article: String, rows: [(persona: Int, mentions: Int)])] = []
  var bodyMentions = NewRows(.bodyMention)
  var testimonies = NewRows(.testimony)
  var officeParties = NewRows(.officeParty)
  /// The greatest number of a testimony, written or held; nil as long as nobody asked.
  private var lastTestimony: Int?

  /// The number for one more testimony: the one that SQLite would give its row.
  mutating func nextTestimony(_ connection: Connection) throws -> Int {
    let next =
      try (lastTestimony ?? connection.integer("select max(id) from testimony") ?? 0) + 1
    lastTestimony = next
    return next
  }

  /// The personas that the people of an article belong to, in their order, each with its mentions.
  mutating func add(personas: [(persona: Int, mentions: Int)], of article: String) {
    personaReports.append((article, personas))
  }

  /// Testimonies were deleted: the greatest number may be another.
  mutating func forgetTestimonies() { lastTestimony = nil }

  /// Writes the rows, those that others refer to first, and holds none from then on.
  mutating func write(to connection: Connection) throws {
    try reports.write(to: connection)
    var rows = NewRows(.personaReport)
    for (article, personas) in personaReports.sorted(by: { $0.article < $1.article }) {
      for (number, told) in personas.enumerated() {
        rows.put(article, number, told.persona, told.mentions)
      }
    }
    personaReports = []
    try rows.write(to: connection)
    try bodyMentions.write(to: connection)
    try testimonies.write(to: connection)
    try officeParties.write(to: connection)
  }
}
