import Diplomacy

/// Gathers the roles that articles give to people into roles and who holds them.
struct RoleSummarizing {
  private var roles: [String: [ReportedRole]] = [:]
  private var holdings: [HoldingKey: [(published: CalendarDate?, isFormer: Bool)]] = [:]
  private var services: Set<DerivedRecord.Service> = []

  private struct HoldingKey: Hashable {
    let person: String
    let role: String
  }

  /// One article's word that `person` holds or held `role`.
  mutating func add(_ role: ReportedRole, heldBy person: String, on published: CalendarDate?) {
    let id = slug("\(role.title) \(role.of?.text ?? "")")
    guard !id.isEmpty else { return }
    roles[id, default: []].append(role)
    holdings[HoldingKey(person: person, role: id), default: []]
      .append((published, role.isFormer))
  }

  /// One article's word that somebody serves somebody.
  mutating func add(_ service: DerivedRecord.Service) {
    services.insert(service)
  }

  /// Adds the rows to `record`.
  func finish(_ record: inout DerivedRecord) {
    record.roles = roles.map { id, reports in
      let of = reports[0].of
      return DerivedRecord.Role(
        id: id, title: mostFrequentName(reports.map(\.title)) ?? id,
        office: mostFrequentName(reports.compactMap(\.office)),
        country: of?.country.map { CountryCode($0) }, organization: of?.organization.map(slug))
    }
    .sorted { $0.id < $1.id }
    record.holdings = holdings.map { key, words in
      let days = words.compactMap(\.published)
      return DerivedRecord.Holding(
        person: key.person, role: key.role, isFormer: isFormer(words),
        firstReported: days.min(), lastReported: days.max())
    }
    .sorted { ($0.person, $0.role) < ($1.person, $1.role) }
    record.services = services.sorted { ($0.person, $0.served) < ($1.person, $1.served) }
  }

  /// The latest articles decide; if they disagree, the role is still held.
  private func isFormer(_ words: [(published: CalendarDate?, isFormer: Bool)]) -> Bool {
    let latest = words.compactMap(\.published).max()
    return words.filter { $0.published == latest }.allSatisfy(\.isFormer)
  }
}
