import Diplomacy

/// What speaks for each country that an open title may belong to.
///
/// Each sign counts with a weight of its own; the country with the highest sum is the likeliest. The weights are
/// those of a choice among the countries named (conditional logit) fitted to annotated articles, kept near to what
/// had been set by hand and rounded.
struct HomeScores {
  /// What can speak for a country.
  enum Sign: Int, CaseIterable {
    /// The sentence opens with a place there: "In Tokyo, …".
    case opening
    /// Where somebody is told to be received.
    case host
    /// Named before the title in its sentence, and right before it.
    case before, near
    /// Named behind the title in its sentence.
    case after
    /// Whose official somebody is told to meet there.
    case partner
    /// Named in the sentence before, and named last before the title within its paragraph.
    case previous, last
    /// Told last before the title within its paragraph as another's country.
    case lastTitled
    /// Told by a heading, by the dateline.
    case heading, dateline
    /// Named in the text at all, in its headline and lead, as the first place where something is.
    case total, lead, firstPlace
    /// Named without an official of its own.
    case untitled
    /// Left out by habit where America is meant.
    case american, americanForeign, onlyAmerican, unnamed, unnamedForeign
    /// Which office is which country's as a rule.
    case officeOfAmerica, german, british, implied, known
    /// Where the readers are.
    case readers
    /// To which most open titles turned out to belong.
    case domestic
    /// Of which the sentence before is.
    case subject
    /// Of which the one named beside, or who serves them, is.
    case companion, fellowHead, servant
    /// Named where the text names the person elsewhere.
    case elsewhere
    /// Where such names are common: the person's, the boss's, those of the others told without a country.
    case origin, bossOrigin, others
    /// For which one of this name held such an office at the time.
    case holder
    /// Where somebody else holds the office.
    case taken
    /// Of which the text speaks of such an office without a name: "the Kuwaiti Premier".
    case orphan
  }

  private(set) var sums: [CountryCode: Double] = [:]

  /// What a country needs to be told as a person's, and what to be certain.
  static let (enough, certain) = (5.0, 6.0)
  /// By how much it is then ahead of the next, round by round; in the last the best one is taken.
  static let margins: [Double?] = [4, 2, nil]

  mutating func add(_ sign: Sign, _ amount: Double = 1, to code: CountryCode) {
    sums[code, default: 0] += HomeScores.weights[sign.rawValue] * amount
  }

  mutating func remove(_ code: CountryCode) { sums[code] = nil }

  private static let weights: [Double] = {
    let told: [(Sign, Double)] = [
      (.opening, 8), (.host, 5), (.before, 3.2), (.near, 3.6), (.after, 2.3), (.partner, -1.5),
      (.previous, 2.5), (.last, 1.4), (.lastTitled, 2), (.heading, 3), (.dateline, 1.2),
      (.total, 2.4), (.lead, 0.9), (.firstPlace, 0), (.untitled, 3), (.american, 3.7),
      (.americanForeign, 0), (.onlyAmerican, 1.5), (.unnamed, 3.4), (.unnamedForeign, 2),
      (.officeOfAmerica, 4.5), (.german, 3), (.british, -4), (.implied, 3.5), (.known, 2),
      (.readers, 1.2), (.domestic, 3), (.subject, 5), (.companion, 7.4), (.fellowHead, -5.5),
      (.servant, 8), (.elsewhere, 0.3), (.origin, 10.5), (.bossOrigin, 5), (.others, 0.8),
      (.holder, 20), (.taken, -6.2), (.orphan, 3.2),
    ]
    var weights = [Double](repeating: 0, count: Sign.allCases.count)
    for (sign, weight) in told { weights[sign.rawValue] = weight }
    return weights
  }()
}
