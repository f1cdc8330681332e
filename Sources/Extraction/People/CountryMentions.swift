import Diplomacy
import Language

/// Every place in the text that speaks of a country, in text order, for finding whose an open title
/// is.
struct CountryMentions {
  /// One such place.
  struct Mention {
    var token: Int
    var code: CountryCode
    /// How much it says that people around act for the country.
    var weight: Double
    /// Whether it belongs to another's title.
    var isInTitle: Bool
    /// Whether it tells whose equal somebody meets: "his Australian counterpart".
    var isOther: Bool
  }

  let all: [Mention]
  /// How often each country is spoken of, weighted.
  let totals: [CountryCode: Double]
  /// How often each country is spoken of in the headline and the first paragraphs, weighted.
  let leads: [CountryCode: Double]
  /// Where the first place lies that something is told to be at.
  let firstPlace: CountryCode?
  private let firsts: [CountryCode: Int]
  /// How many titles are told as a country's.
  let titleCounts: [CountryCode: Int]

  init(_ reading: Reading) {
    var inTitle = [Bool](repeating: false, count: reading.tokens.count)
    var isRelative = inTitle
    for role in reading.roles where role.affiliation != nil {
      for token in role.tokens {
        inTitle[token] = true
        isRelative[token] = role.isRelative
      }
    }
    var found: [Mention] = []
    var totals: [CountryCode: Double] = [:]
    for entity in reading.entities {
      let token = entity.tokens.lowerBound
      guard let (code, weight) = CountryMentions.country(entity, reading) else { continue }
      // A dateline tells where something was written, not whose the title is that follows it.
      if reading.setting.datelineTokens?.contains(token) == true {
        totals[code, default: 0] += weight
        continue
      }
      found.append(
        Mention(
          token: token, code: code, weight: weight, isInTitle: inTitle[token],
          isOther: isRelative[token]))
      totals[code, default: 0] += weight
    }
    if (totals[CountryMentions.soviet] ?? 0) >= 1 {
      // In the Soviet Union's time Moscow spoke for it.
      for index in found.indices where found[index].code == CountryMentions.russia {
        guard case .capital? = reading.entity(startingAt: found[index].token)?.entity else {
          continue
        }
        found[index].code = CountryMentions.soviet
        totals[CountryMentions.soviet, default: 0] += found[index].weight
        totals[CountryMentions.russia, default: 0] -= found[index].weight
      }
    }
    var titleCounts: [CountryCode: Int] = [:]
    for role in reading.roles {
      if case .country(let code)? = role.affiliation { titleCounts[code, default: 0] += 1 }
    }
    self.titleCounts = titleCounts
    all = found
    let sentences = reading.document.sentences
    let lead = sentences.prefix(CountryMentions.leadLength).last?.tokens.upperBound ?? 0
    leads = found.prefix { $0.token < lead }.reduce(into: [:]) { sums, mention in
      sums[mention.code, default: 0] += mention.weight
    }
    firstPlace =
      found.first { mention in
        guard ["in", "at"].contains(reading.word(mention.token - 1)) else { return false }
        switch reading.entity(startingAt: mention.token)?.entity {
        case .place, .capital: return true
        default: return false
        }
      }?.code
    firsts = Dictionary(
      found.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.totals = totals
  }

  /// The first mention of `code`.
  func firstMention(of code: CountryCode) -> Mention? { firsts[code].map { all[$0] } }

  /// The mentions whose token lies in `range`; found by halving.
  func mentions(in range: Range<Int>) -> ArraySlice<Mention> {
    all[first(notBefore: range.lowerBound)..<first(notBefore: range.upperBound)]
  }

  private func first(notBefore token: Int) -> Int {
    let low = (0..<all.count).partitioningIndex { all[$0].token >= token }
    return low
  }

  /// So many sentences are headline and lead.
  private static let leadLength = 4
  private static let placing: WordSet = ["in", "at", "to", "from", "near", "for", "outside"]
  private static let soviet = CountryCode("SU")
  private static let america = CountryCode("US")
  private static let russia = CountryCode("RU")

  private static func country(
    _ entity: EntitySpan, _ reading: Reading
  ) -> (CountryCode, Double)? {
    let before = reading.word(entity.tokens.lowerBound - 1)
    // "Latin America", "South American"
    if entity.entity.code == america, entity.tokens.count == 1,
      ["latin", "south", "central"].contains(before)
    {
      return nil
    }
    let isPlace = CountryMentions.placing.contains(before)
    switch entity.entity {
    case .country(let code): return (code, isPlace ? 0.7 : 1)
    case .adjective(let code): return (code, 1)
    case .capital(_, let code): return (code, isPlace ? 0.5 : 0.9)
    case .government(_, let code, _): return (code, 1.1)
    case .organization(_, let code?): return (code, 0.7)
    case .place(_, let code?): return (code, isPlace ? 0.3 : 0.4)
    case .place, .organization: return nil
    }
  }
}
