/// A state, a territory with a code of its own, or a body that acts as a state.
public struct Country: Hashable, Sendable {
  /// What sort of entry it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A state, recognised by all or by many.
    case state
    /// A territory with an ISO code: Greenland, Hong Kong.
    case territory
    /// A body that acts as a country: EU, UN, NATO.
    case body
    /// A state that is no more: the Soviet Union.
    case withdrawn
  }

  private let facts: Facts

  /// The code.
  public var code: CountryCode { facts.code }
  /// What sort of entry it is.
  public var kind: Kind { facts.kind }
  /// The English short name, as a newspaper writes it: "South Korea".
  public var name: String { facts.name }
  /// The official name where it differs: "Federal Republic of Germany".
  public var officialName: String? { facts.officialName }
  /// The cities that stand for the government, the seat first, former names last.
  public var capitals: [String] { facts.capitals }
  /// The adjective, then what its people are called: "French", "Frenchman", "Frenchwoman".
  public var demonyms: [String] { facts.demonyms }
  /// Abbreviations, older names and the styles of lists: "UK", "Burma", "Korea, South".
  public var otherNames: [String] { facts.otherNames }

  init(
    code: CountryCode, kind: Kind, name: String, officialName: String?, capitals: [String],
    demonyms: [String], otherNames: [String]
  ) {
    facts = Facts(
      code: code, kind: kind, name: name, officialName: officialName, capitals: capitals,
      demonyms: demonyms, otherNames: otherNames)
  }

  /// The adjective: "French"; nil for the few that have none.
  public var adjective: String? { demonyms.first }

  /// The city that stands for the government; nil where it is called as the country, or has none.
  public var capital: String? { capitals.first }

  /// The table has one entry a code.
  public static func == (a: Country, b: Country) -> Bool { a.code == b.code }

  /// Gives the code to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// All that is known of it, behind one reference, since countries are asked for again and again.
  private final class Facts: Sendable {
    let code: CountryCode
    let kind: Kind
    let name: String
    let officialName: String?
    let capitals: [String]
    let demonyms: [String]
    let otherNames: [String]

    init(
      code: CountryCode, kind: Kind, name: String, officialName: String?, capitals: [String],
      demonyms: [String], otherNames: [String]
    ) {
      self.code = code
      self.kind = kind
      self.name = name
      self.officialName = officialName
      self.capitals = capitals
      self.demonyms = demonyms
      self.otherNames = otherNames
    }
  }
}

/// What a country was found by.
public struct CountryMatch: Hashable, Sendable {
  /// How a phrase stands for a country.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// "France", "French Republic", "UK".
    case name
    /// "French": of the country, or its people.
    case adjective
    /// "Frenchman": one or several of its people.
    case demonym
    /// "Paris": the city, or by it the government.
    case capital
    /// "Quai d'Orsay": a building or ministry, and by it the government.
    case metonym
  }

  /// The country.
  public let country: Country
  /// How the phrase stands for it.
  public let form: Form

  /// Its code.
  public var code: CountryCode { country.code }
}

/// A building, ministry or byname that stands for a government: "Kremlin", "Foggy Bottom".
public struct GovernmentMetonym: Hashable, Sendable {
  /// What the word means first.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case building, ministry, parliament
  }

  /// The word, without article.
  public let name: String
  /// Whose government it stands for.
  public let country: CountryCode
  /// What the word means first.
  public let kind: Kind
  /// Where the building stands.
  public let city: String
}
