import Lexicons

/// A body of states, a forum, a movement or an agency that acts in diplomacy.
public struct Organization: Hashable, Sendable {
  /// What sort of body it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A body with a treaty or a seat: the African Union.
    case intergovernmental = "igo"
    /// A round of states without one: the G7.
    case forum
    /// A party, rebel movement or society: Hamas, Amnesty International.
    case movement
    /// A ministry, agency or command of one country or body: the CIA.
    case ministry
    /// A newspaper, channel, agency or network: Reuters.
    case media
    /// A company, bank, university or institute, which has people but no say in diplomacy.
    case company
  }

  /// The name in full.
  public let name: String
  /// The acronym that newspapers use.
  public let acronym: String?
  /// The country or body it is part of or acts as: EU for the European Commission.
  public let country: CountryCode?
  /// What sort of body it is.
  public let kind: Kind
  /// Other spellings and names.
  public let otherNames: [String]
}

/// Organisations by name and acronym.
///
///     Organizations.lookup("Gulf Cooperation Council")?.acronym   // GCC
///     Organizations.lookup("European Commission")?.country        // EU
public enum Organizations {
  /// Every organisation, by name.
  public static let all: [Organization] =
    (LexiconTable(named: "organizations")?.rows ?? []).compactMap { row in
      guard row.count == 5, let kind = Organization.Kind(rawValue: row[3]) else { return nil }
      return Organization(
        name: row[0], acronym: row[1].isEmpty ? nil : row[1],
        country: row[2].isEmpty ? nil : CountryCode(row[2]), kind: kind,
        otherNames: entries(of: row[4]))
    }

  /// The number of words of the longest phrase that `lookup` knows.
  public static var maximalWordCount: Int { index.maximalWordCount }

  /// The organisation called exactly `phrase`, with or without "the" in front.
  public static func lookup(_ phrase: String) -> Organization? {
    if let organization = index[phrase] { return organization }
    guard hasArticle(phrase) else { return nil }
    return index[String(phrase.dropFirst(4))]
  }

  /// Hands over every phrase that `lookup` finds without taking off an article, in no order.
  static func forEachKey(_ body: (String) -> Void) { index.phrases.forEach(body) }

  private static let index: PhraseIndex<Organization> = {
    var index = PhraseIndex<Organization>()
    for organization in all {
      let names = [organization.name, organization.acronym].compactMap(\.self)
      for name in names + organization.otherNames {
        index.add(name, organization)
        for short in shortened(name) where index[short] == nil { index.add(short, organization) }
      }
    }
    return index
  }()

  /// "UN Development Programme" and "U.N. Development Programme" for the name in full.
  private static func shortened(_ name: String) -> [String] {
    for (long, forms) in [
      ("United Nations ", ["UN ", "U.N. "]), ("United States ", ["US ", "U.S. "]),
    ]
    where name.hasPrefix(long) {
      return forms.map { $0 + name.dropFirst(long.count) }
    }
    return []
  }
}
