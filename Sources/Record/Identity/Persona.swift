import Diplomacy

/// What reports that say the same of somebody have in common: they are decided on together.
///
/// Thousands of articles name a foreign minister in a few dozen ways. Identity looks at the ways, so
/// that its cost does not grow with the number of articles.
struct Persona: Hashable, Sendable {
  /// The name as spelled.
  let name: String
  /// Other forms of the name, sorted.
  let aliases: [String]
  /// Whom the person acts for, if it is told.
  let country: CountryCode?
  /// The offices that tell one person from another, sorted.
  let offices: [HeldOffice]
  /// The year of the reports, by publication, else by what they tell of.
  let year: Int?
  /// The folded names of other people whom the same article tells apart from this one, sorted.
  var apart: [String]
  /// The decision that took these reports away from a person, if one did.
  var split: Int?
  /// The entry of a register that the persona stands for, if it is no article's.
  var register: Int?

  /// The name in its parts.
  var parts: PersonName { PersonName(name, country: country) }
}

/// An office as far as it tells people apart.
struct HeldOffice: Hashable, Sendable, Comparable {
  /// The class of the title: `foreign minister`.
  let office: String
  /// The country's code, or the organisation's identifier; empty if it is not told.
  let of: String
  /// Whether the reports call it past.
  let isFormer: Bool

  static func < (a: HeldOffice, b: HeldOffice) -> Bool {
    (a.office, a.of, a.isFormer ? 1 : 0) < (b.office, b.of, b.isFormer ? 1 : 0)
  }

  /// Office and owner in one: `foreign minister of RU`.
  var text: String { of.isEmpty ? office : "\(office) of \(of)" }
}

extension Persona {
  /// Titles so wide that they say nothing about who somebody is.
  fileprivate static let wideOffices: Set<String> = [
    Office.official.rawValue, Office.diplomat.rawValue, Office.minister.rawValue,
    Office.adviser.rawValue,
  ]

  /// What `article` says of the person with `number`; `names` are those of all its people.
  init(_ number: Int, in article: ReportedArticle, names: [PersonName]) {
    let person = article.people[number]
    let country = person.actsFor
    let block = names[number].block
    let others = names.indices.filter { $0 != number && names[$0].block == block }
    self.init(
      name: person.name, aliases: Set(person.aliases).subtracting([person.name]).sorted(),
      country: country,
      offices: Set(person.roles.compactMap { HeldOffice($0, country: country) }).sorted(),
      year: article.year,
      // Who could be taken for this one: whoever read the article has told them apart.
      apart: others.isEmpty ? [] : Set(others.map { names[$0].folded }).sorted())
  }

  /// The text by which equal personas are known, and from which a persona is read back: the same on
  /// every machine.
  var signature: String {
    var text = ""
    text.reserveCapacity(120)
    func add(_ list: [String]) {
      for (place, item) in list.enumerated() {
        if place > 0 { text += "\u{1E}" }
        text += item
      }
      text += "\u{1F}"
    }
    func add(_ number: Int?) {
      if let number { text += String(number) }
    }
    text += name
    text += "\u{1F}"
    add(aliases)
    text += country?.rawValue ?? ""
    text += "\u{1F}"
    for (place, office) in offices.enumerated() {
      if place > 0 { text += "\u{1E}" }
      text += office.office
      text += "\u{1D}"
      text += office.of
      text += office.isFormer ? "\u{1D}-" : "\u{1D}+"
    }
    text += "\u{1F}"
    add(year)
    text += "\u{1F}"
    add(apart)
    add(split)
    text += "\u{1F}"
    add(register)
    return text
  }

  /// The persona with `signature`.
  init(signature: String) {
    let fields = Persona.parts(of: signature[...], at: 0x1F)
    func list(_ number: Int) -> [String] {
      number < fields.count && !fields[number].isEmpty
        ? Persona.parts(of: fields[number], at: 0x1E).map(String.init) : []
    }
    func text(_ number: Int) -> String { number < fields.count ? String(fields[number]) : "" }
    self.init(
      name: text(0), aliases: list(1), country: text(2).isEmpty ? nil : CountryCode(text(2)),
      offices: list(3).map {
        let parts = Persona.parts(of: $0[...], at: 0x1D)
        return HeldOffice(
          office: String(parts[0]), of: parts.count > 1 ? String(parts[1]) : "",
          isFormer: parts.last == "-")
      },
      year: Int(text(4)), apart: list(5), split: Int(text(6)), register: Int(text(7)))
  }

  private static func parts(of text: Substring, at separator: UInt8) -> [Substring] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
  }
}

extension HeldOffice {
  fileprivate init?(_ role: ReportedRole, country: CountryCode?) {
    guard let office = role.office, !office.isEmpty, !Persona.wideOffices.contains(office)
    else { return nil }
    let of =
      switch role.of {
      case .country(let code): code.rawValue
      case .organization(let name): slug(name)
      case nil: country?.rawValue ?? ""
      }
    self.init(office: office, of: of, isFormer: role.isFormer)
  }
}

extension ReportedArticle {
  /// The year of the article; where no publication is told, that of the first meeting with a date.
  var year: Int? {
    published?.year ?? meetings.lazy.compactMap { $0.date?.firstDay?.year }.first
  }
}
