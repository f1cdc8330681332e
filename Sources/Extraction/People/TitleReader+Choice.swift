import Diplomacy
import Language

/// Who is meant by a title that several could bear, or that names no office.
extension TitleReader {
  /// "China's Qin Gang … the Chinese minister", "acting foreign minister Muttaqi … the Afghan minister": who of
  /// that country can be called so, where nobody holds the very title.
  func compatriot(
    of role: RolePhrase, _ wanted: [String], _ discourse: Discourse
  ) -> Int? {
    guard role.determiner == "the", wanted.count == 1,
      wanted[0] == "minister" || TitleReader.vague.contains(wanted[0]),
      let code = code(of: role.affiliation), let people = peopleOfCountry[code], people.count <= 200
    else { return nil }
    let fits = people.filter { person in
      guard firstNamed[person] < role.tokens.lowerBound,
        reading.people[person].country.map({ $0.value == code }) ?? true
      else { return false }
      return zip(reading.people[person].roles, titleWords[person]).allSatisfy { held, words in
        held.isFormer
          || (wanted[0] == "minister"
            ? words.contains { ["minister", "secretary"].contains($0) } && !words.contains("prime")
            : !TitleReader.leading.contains(held.office ?? .legislator))
      }
    }
    return most(of: fits, discourse) ?? one(of: fits, discourse)
  }

  /// "Javier Milei flew to Florida. The libertarian president met Trump": whom the sentence before was about, where it
  /// names nobody else, and no office of whom is told.
  func topical(_ role: RolePhrase, _ discourse: Discourse) -> Int? {
    guard role.determiner == "the", !role.isPlural, role.bossToken == nil,
      code(of: role.affiliation) == nil, let topic = discourse.topic,
      role.tokens.count > 2 || isKnown(topic, as: role),
      discourse.sentence - discourse.lastSentence[topic] == 1,
      reading.people[topic].roles.isEmpty, reading.people[topic].country != nil,
      firstNamed[topic] < role.tokens.lowerBound,
      role.tokens.contains(where: { reading.word($0) == "visiting" })
        || discourse.named.isEmpty && opensSentence(role, discourse)
    else { return nil }
    let last = discourse.recent.filter { discourse.sentence - discourse.lastSentence[$0] == 1 }
    return last == [topic] ? topic : nil
  }

  /// "Angela Merkel … the chancellor": one known to have been that at some time.
  private func isKnown(_ person: Int, as role: RolePhrase) -> Bool {
    guard let title = role.titles.first, let country = reading.people[person].country?.value,
      let year = reading.setting.published?.year,
      let office = Offices.classify(reading.title(title, of: role), of: .country(country))
    else { return false }
    return OfficeHolders.distance(
      ofName: reading.people[person].name, to: year, as: [office], of: country) != nil
  }

  /// Whether a title is the subject that a sentence begins with, but for when and where it was.
  private func opensSentence(_ role: RolePhrase, _ discourse: Discourse) -> Bool {
    let start = role.tokens.lowerBound
    return start - discourse.tokens.lowerBound < 7
      && (discourse.tokens.lowerBound..<start).allSatisfy {
        !ClauseWords.isFinite(reading.word($0))
      }
      && (ClauseWords.isFinite(reading.word(role.tokens.upperBound))
        || ContactWords.shared.verbs[reading.word(role.tokens.upperBound)] != nil
        || ["later", "then", "also"].contains(reading.word(role.tokens.upperBound)))
  }

  /// Words for people in office that name no office.
  static let vague: WordSet = ["official", "diplomat", "envoy"]

  /// Whom the text has told of at least twice as often as of any other.
  func most(of fits: [Int], _ discourse: Discourse) -> Int? {
    let order = fits.sorted { (discourse.told[$1], $0) < (discourse.told[$0], $1) }
    guard order.count > 1, discourse.told[order[0]] >= 2 * max(1, discourse.told[order[1]]) else {
      return nil
    }
    return order[0]
  }

  /// "came on to Islamabad and met the prime minister": the holder of the country in which the sentence goes on.
  func local(_ fits: [Int], of role: RolePhrase) -> Int? {
    guard role.determiner == "the", role.affiliation == nil,
      let sentence = reading.sentence(of: role.tokens.lowerBound)
    else { return nil }
    let before = sentence.tokens.lowerBound..<role.tokens.lowerBound
    let places = before.reversed().lazy.compactMap { token in
      ["in", "to", "at", "for", "into"].contains(reading.word(token - 1))
        ? reading.entity(startingAt: token) : nil
    }
    guard let code = places.first?.entity.land else { return nil }
    let home = fits.filter { reading.people[$0].country?.value == code }
    return home.count == 1 ? home[0] : nil
  }

  /// "Gen Kayani … the general": the one person who is addressed by a rank.
  func ranked(_ role: RolePhrase, _ discourse: Discourse) -> Int? {
    guard role.determiner == "the", role.affiliation == nil, role.titles.first?.count == 1,
      let signs = TitleReader.ranks[role.head]
    else { return nil }
    var people: Set<Int> = []
    for mention in reading.mentions where mention.tokens.lowerBound < role.tokens.lowerBound {
      guard mention.form == .fullName || mention.form == .partialName,
        signs.contains(reading.word(mention.tokens.lowerBound - 1))
      else { continue }
      people.insert(mention.person)
    }
    return one(of: people.sorted(), discourse)
  }

  private static let ranks = WordTable<WordSet>([
    "general": ["gen", "gen.", "general"], "admiral": ["adm", "adm.", "admiral"],
    "colonel": ["col", "col.", "colonel"], "marshal": ["marshal"],
    "captain": ["capt", "capt.", "captain"], "major": ["maj", "maj.", "major"],
    "senator": ["sen", "sen.", "senator"], "cardinal": ["cardinal"],
    "archbishop": ["archbishop"], "professor": ["prof", "prof.", "professor"],
  ])
}
