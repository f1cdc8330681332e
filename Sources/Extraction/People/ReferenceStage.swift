import Diplomacy
import Language

/// Finds whom pronouns and bare titles stand for.
///
/// A pronoun in subject place takes the subject of the sentence before it; elsewhere the last
/// person named that fits. Persons who only own another ("Trump's adviser") are never taken.
struct ReferenceStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    let named = reading.mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var found: [PersonMention] = []
    var topic: Int?
    for sentence in reading.document.sentences {
      var inSentence = named.filter { sentence.tokens.contains($0.tokens.lowerBound) }
      for index in sentence.tokens {
        guard let mention = reference(at: index, sentence, inSentence, topic, reading) else {
          continue
        }
        found.append(mention)
        inSentence.append(mention)
        inSentence.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
      }
      if reading.blockKind(of: sentence) != .caption,
        let subject = subject(of: sentence, inSentence, reading)
      {
        topic = subject
      }
    }
    reading.mentions = (named + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Who a sentence is about: the first person in it that is neither owned nor owner.
  private func subject(
    of sentence: Document.Sentence, _ mentions: [PersonMention], _ reading: Reading
  ) -> Int? {
    let free = mentions.filter { !$0.isPossessor && !followsPreposition($0, reading) }
    return (free.first ?? mentions.first { !$0.isPossessor })?.person
  }

  private func followsPreposition(_ mention: PersonMention, _ reading: Reading) -> Bool {
    var index = mention.tokens.lowerBound - 1
    if let role = reading.roles.last(where: { $0.tokens.upperBound == mention.tokens.lowerBound }) {
      index = role.tokens.lowerBound - 1
    }
    let governors: Set = [
      "with", "of", "for", "by", "from", "to", "between", "meeting", "under", "alongside", "after",
      "on", "about",
    ]
    return governors.contains(reading.word(index))
  }

  private func reference(
    at index: Int, _ sentence: Document.Sentence, _ mentions: [PersonMention], _ topic: Int?,
    _ reading: Reading
  ) -> PersonMention? {
    let before = mentions.filter { $0.tokens.upperBound <= index }
    let word = reading.word(index)
    if let gender = ReferenceStage.pronouns[word] {
      let isSubject = ReferenceStage.subjects.contains(word)
      guard
        let person = antecedent(gender, before, topic, isSubject: isSubject, sentence, reading)
      else { return nil }
      return PersonMention(person: person, tokens: index..<index + 1, form: .pronoun)
    }
    guard let role = reading.roles.first(where: { $0.tokens.lowerBound == index }),
      role.determiner == "the" || role.affiliation != nil, !role.isPlural, role.bossToken == nil,
      !isBesideName(role, reading)
    else { return nil }
    guard let person = holder(of: role, reading) else { return nil }
    return PersonMention(person: person, tokens: role.tokens, form: .role)
  }

  private func antecedent(
    _ gender: Gender, _ before: [PersonMention], _ topic: Int?, isSubject: Bool,
    _ sentence: Document.Sentence, _ reading: Reading
  ) -> Int? {
    func fits(_ person: Int) -> Bool { reading.people[person].gender.agrees(with: gender) }
    let free = before.filter { !$0.isPossessor && fits($0.person) }
    if let subject = free.first(where: { !followsPreposition($0, reading) }) {
      return subject.person
    }
    if isSubject || free.isEmpty, let topic, fits(topic) { return topic }
    return free.last?.person
  }

  /// Whether a title stands right beside the name of its holder.
  private func isBesideName(_ role: RolePhrase, _ reading: Reading) -> Bool {
    var next = role.tokens.upperBound
    if reading.word(next) == "," { next += 1 }
    while words.honorifics.keys.contains(reading.word(next)) { next += 1 }
    if reading.name(startingAt: next) != nil { return true }
    let before = role.tokens.lowerBound - 1
    return [",", "("].contains(reading.word(before)) && before > 0
      && reading.nameOfToken[before - 1] >= 0
  }

  /// The one person of the article who holds a role.
  private func holder(of role: RolePhrase, _ reading: Reading) -> Int? {
    guard let title = role.titles.first else { return nil }
    let wanted = Set(title.map { reading.word($0) })
    let office = Offices.classify(reading.document.text(of: title), of: role.affiliation)
    let fits = reading.people.indices.filter { index in
      reading.people[index].roles.contains { held in
        guard !held.isFormer || role.isFormer else { return false }
        if let told = role.affiliation, let of = held.of, told != of { return false }
        let titleWords = Set(held.title.lowercased().split { !$0.isLetter }.map(String.init))
        return wanted.isSubset(of: titleWords)
          || (role.affiliation != nil && office != nil && office == held.office)
      }
    }
    return fits.count == 1 ? fits[0] : nil
  }

  private static let pronouns: [String: Gender] = [
    "he": .male, "him": .male, "she": .female,
  ]
  private static let subjects: Set<String> = ["he", "she"]
}
