import Diplomacy
import Language

/// Finds whom "he", "her" and, in quotation marks and transcripts, "I" stand for.
struct PronounReader {
  let reading: Reading
  let speakers: SpeakerFinder.Speakers

  /// The person that the pronoun at `index` stands for.
  func reference(at index: Int, _ discourse: Discourse) -> PersonMention? {
    let word = reading.tokens[index].lower
    guard let pronoun = PronounReader.pronouns[word] else { return nil }
    let speaker = speakers.ofToken[index] >= 0 ? Int(speakers.ofToken[index]) : nil
    if pronoun.isFirst {
      return speaker.map { PersonMention(person: $0, tokens: index..<index + 1, form: .pronoun) }
    }
    if discourse.isOpen, !speakers.isQuoted[index] { return nil }
    let isOwner = pronoun.isOwner && (word == "his" || isOwnerHer(index))
    guard let person = antecedent(pronoun, at: index, besides: speaker, isOwner: isOwner, discourse)
    else {
      return nil
    }
    return PersonMention(
      person: person, tokens: index..<index + 1, form: .pronoun, isPossessor: isOwner)
  }

  /// The likeliest person for a pronoun of `gender`: one of known gender before one of unknown.
  private func antecedent(
    _ pronoun: Pronoun, at index: Int, besides speaker: Int?, isOwner: Bool,
    _ discourse: Discourse
  ) -> Int? {
    func agrees(_ person: Int) -> Bool {
      person != speaker && reading.people[person].gender.agrees(with: pronoun.gender)
    }
    // What somebody says of others does not change who said it.
    let isQuoted = speakers.isQuoted[index]
    var free = discourse.here.filter {
      agrees($0.person) && (isQuoted || !speakers.isQuoted[$0.tokens.lowerBound])
    }
    if pronoun.isSubject, !isQuoted, SpeakerFinder.verbs.contains(reading.word(index + 1)),
      free.isEmpty, let last = discourse.speaker, discourse.sentence - last.sentence <= 2,
      agrees(last.person)
    {
      return last.person
    }
    if isOwner, let apposed = free.last, reading.tokens[index - 1].text == ",",
      apposed.tokens.upperBound == index - 1
    {
      // "Suh Hoon, his intelligence chief": somebody else's.
      free.removeAll { $0.person == apposed.person }
      if free.isEmpty {
        return discourse.topic.flatMap { agrees($0) && $0 != apposed.person ? $0 : nil }
      }
    }
    if !pronoun.isSubject, !isOwner,
      let subject = discourse.here.last(where: { !discourse.isGoverned($0) })?.person
    {
      // "He told him": the object is somebody else than the nearest subject.
      free.removeAll { $0.person == subject }
      if free.isEmpty {
        guard !discourse.hasUnknown else { return nil }
        let near = discourse.recent.filter {
          $0 != subject && agrees($0) && discourse.sentence - discourse.lastSentence[$0] == 1
        }
        if let topic = discourse.topic, near.contains(topic) { return topic }
        return near.count == 1 ? near[0] : nil
      }
    }
    var order: [Int] = []
    if let subject = free.first(where: { !discourse.isGoverned($0) }) {
      // "Rubio met Lavrov before he flew on": whoever does the one does the other.
      order.append(subject.person)
    } else if pronoun.isSubject || free.isEmpty, let topic = discourse.topic, agrees(topic) {
      order.append(topic)
    }
    if let last = free.last { order.append(last.person) }
    if let topic = discourse.topic, agrees(topic) { order.append(topic) }
    order += discourse.recent.reversed().filter {
      agrees($0) && discourse.sentence - discourse.lastSentence[$0] <= 3
    }
    guard let first = order.first else { return nil }
    if reading.people[first].gender == pronoun.gender || pronoun.gender == .male { return first }
    // Few women are named without anything that tells it.
    return order.first { reading.people[$0].gender == .female } ?? first
  }

  /// Whether "her" owns what follows: "met her counterpart", but not "met her on Monday".
  private func isOwnerHer(_ index: Int) -> Bool {
    guard index + 1 < reading.tokens.count else { return false }
    let next = reading.tokens[index + 1]
    if next.isMark { return false }
    return !PronounReader.afterObject.contains(next.lower)
  }

  private struct Pronoun: Sendable {
    var gender: Gender
    var isSubject = false
    var isOwner = false
    var isFirst = false
  }

  private static let pronouns = WordTable<Pronoun>([
    "he": Pronoun(gender: .male, isSubject: true), "him": Pronoun(gender: .male),
    "his": Pronoun(gender: .male, isOwner: true),
    "she": Pronoun(gender: .female, isSubject: true),
    "her": Pronoun(gender: .female, isOwner: true),
    "i": Pronoun(gender: .unknown, isSubject: true, isFirst: true),
    "me": Pronoun(gender: .unknown, isFirst: true),
  ])
  private static let afterObject: WordSet = [
    "on", "in", "at", "to", "for", "with", "by", "from", "of", "about", "and", "or", "but", "that",
    "as", "after", "before", "when", "while", "during", "over", "there", "here", "again", "then",
    "yesterday", "today", "last", "next", "this", "earlier", "later", "twice", "once", "alone",
    "is", "was", "had", "has", "would", "will", "the", "a", "an", "not", "how", "what", "why", "if",
  ]
}
