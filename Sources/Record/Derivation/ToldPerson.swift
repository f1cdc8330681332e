import Diplomacy
import SQLite

/// What the personas of one person say together: read in one go, since a minister of many years has hundreds.
struct ToldPerson {
  let id: String
  /// Whether any article names the person.
  private(set) var isNamed = false
  /// Names and other forms of them, as spelled.
  private(set) var names: Set<String> = []
  /// How often each country is told, by individual.
  private(set) var countries: [String: [String: Int]] = [:]
  /// The decisions by which registers know the person.
  private(set) var registers: [Int] = []
  /// The roles told, by persona, in the order of their identifiers.
  private(set) var roles: [RoleUse] = []
  /// The offices of each persona that one person holds at a time, as they are written in its row.
  private(set) var offices: [Int: String] = [:]

  /// How long articles give a persona a role.
  struct RoleUse {
    let persona: Int
    let role: String
    let isFormer: Bool
    /// The days of the first and the last article that does.
    let first: String?
    let last: String?
  }

  init(_ id: String, _ connection: Connection) throws {
    self.id = id
    let rows = try connection.prepare(
      """
      select id, name, aliases, country, individual, reports, register, offices from persona
      where personId = \(id)
      """ as SQL)
    while try rows.step() {
      let reports = rows.integer(at: 5)
      if reports > 0 { isNamed = true }
      names.insert(rows.text(at: 1))
      if rows.byteCount(at: 2) > 0 {
        names.formUnion(rows.text(at: 2).split(separator: "\u{1E}").map(String.init))
      }
      if let country = rows.optionalText(at: 3) {
        countries[rows.text(at: 4), default: [:]][country, default: 0] += max(1, reports)
      }
      if let number = rows.optionalInteger(at: 6) { registers.append(number) }
      if rows.byteCount(at: 7) > 0 { offices[rows.integer(at: 0)] = rows.text(at: 7) }
    }
    registers.sort()
    roles = try connection.rows(
      """
      select u.persona, u.roleId, u.former, u.first, u.last
      from persona s join roleUse u on u.persona = s.id
      where s.personId = \(id)
      """
    ) {
      RoleUse(
        persona: $0.integer(at: 0), role: $0.text(at: 1), isFormer: $0.integer(at: 2) != 0,
        first: $0.optionalText(at: 3), last: $0.optionalText(at: 4))
    }
  }
}
