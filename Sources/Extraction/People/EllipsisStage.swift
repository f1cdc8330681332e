import Diplomacy
import Language

/// Gives the office that is left out behind a country: "to his foreign minister, Ahmed Maher, and to
/// Jordan's, Marwan Muasher", "met Andrii Sybiha, Ukraine's, on Saturday".
///
/// The office is the last one told in the sentence or the one before; nobody who has an office is
/// given another.
struct EllipsisStage {
  let index: MentionIndex

  func run(_ reading: inout Reading) {
    let finder = TitleHolders(words: .shared, reading: reading, index: index)
    var given: [(person: Int, title: String, owner: Affiliation, range: Range<Int>)] = []
    for entity in reading.entities {
      let mark = entity.tokens.upperBound
      guard reading.tokens.indices.contains(mark), reading.tokens[mark].isPossessive,
        case .country? = entity.entity.affiliation, let owner = entity.entity.affiliation,
        let holder = named(around: entity.tokens, finder, reading),
        reading.people[holder.person].roles.allSatisfy(\.isFormer),
        let title = title(before: entity.tokens.lowerBound, finder, reading)
      else { continue }
      given.append((holder.person, title, owner, holder.range))
    }
    for (person, title, owner, range) in given {
      reading.people[person].roles.append(
        RoleReport(title: title, of: owner, evidence: reading.evidence(range)))
      reading.people[person].isSure = true
    }
  }

  /// The name behind "Jordan's," or before ", Ukraine's,".
  private func named(
    around country: Range<Int>, _ finder: TitleHolders, _ reading: Reading
  ) -> (person: Int, range: Range<Int>)? {
    let next = country.upperBound + 1
    guard EllipsisStage.closing.contains(reading.word(next)) || finder.startsLine(next) else {
      return nil
    }
    let before =
      reading.word(country.lowerBound - 1) == "the"
      ? country.lowerBound - 1
      : country.lowerBound
    if reading.word(before - 1) == ",", let mention = index.mention(endingAt: before - 1) {
      return (mention.person, mention.tokens.lowerBound..<country.upperBound)
    }
    guard reading.word(next) == ",",
      let mention = index.mention(startingAt: finder.skippingHonorifics(next + 1)),
      EllipsisStage.closing.contains(reading.word(mention.tokens.upperBound))
        || finder.startsLine(mention.tokens.upperBound)
    else { return nil }
    return (mention.person, country.lowerBound..<mention.tokens.upperBound)
  }

  /// The office told last before `token`, in the sentence or the one before.
  private func title(
    before token: Int, _ finder: TitleHolders, _ reading: Reading
  ) -> String? {
    guard let sentence = finder.sentence(of: token) else { return nil }
    let floor = finder.sentence(of: sentence.lowerBound - 1)?.lowerBound ?? sentence.lowerBound
    let end = (0..<reading.roles.count).partitioningIndex {
      reading.roles[$0].tokens.lowerBound >= token
    }
    for role in reading.roles[..<end].reversed() {
      guard role.tokens.lowerBound >= floor else { return nil }
      guard !role.isRelative, !role.isRank, let title = role.titles.first else { continue }
      let text = reading.title(title, of: role)
      return role.isPlural ? RoleAttachmentStage.singular(text) : text
    }
    return nil
  }

  private static let closing: WordSet = [
    ",", ".", ";", "and", ")", "on", "in", "at", "who", ":", "–", "—", "", "to", "for",
  ]
}
