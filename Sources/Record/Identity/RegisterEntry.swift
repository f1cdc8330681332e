import Diplomacy

/// A person of a register that a curator imported: a source of its own beside the articles.
struct RegisterEntry: Hashable, Sendable {
  /// A role with the years it was held in.
  struct Role: Hashable, Sendable {
    let title: String
    let office: String?
    let of: String
    let since: String?
    let until: String?
  }

  let name: String
  let aliases: [String]
  let country: CountryCode?
  let roles: [Role]
  let wikidata: String?

  /// The years of each office, by `HeldOffice.text`.
  var officeYears: [String: ClosedRange<Int>] {
    var years: [String: ClosedRange<Int>] = [:]
    for role in roles {
      guard let office = role.office else { continue }
      let first = role.since.flatMap { Int($0.prefix(4)) } ?? 1
      let last = role.until.flatMap { Int($0.prefix(4)) } ?? 9999
      years[HeldOffice(office: office, of: role.of, isFormer: false).text] =
        first...max(first, last)
    }
    return years
  }
}
