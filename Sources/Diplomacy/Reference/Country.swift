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

  /// The code.
  public let code: CountryCode
  /// What sort of entry it is.
  public let kind: Kind
  /// The English short name, as a newspaper writes it: "South Korea".
  public let name: String
  /// The official name where it differs: "Federal Republic of Germany".
  public let officialName: String?
  /// The cities that stand for the government, the seat first, former names last.
  public let capitals: [String]
  /// The adjective, then what its people are called: "French", "Frenchman", "Frenchwoman".
  public let demonyms: [String]
  /// Abbreviations, older names and the styles of lists: "UK", "Burma", "Korea, South".
  public let otherNames: [String]

  /// The adjective: "French"; nil for the few that have none.
  public var adjective: String? { demonyms.first }

  /// The city that stands for the government; nil where it is called as the country, or has none.
  public var capital: String? { capitals.first }
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
