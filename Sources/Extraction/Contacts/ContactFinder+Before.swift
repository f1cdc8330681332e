import Diplomacy
import Language

/// Who said what in a sentence, for the sentence behind it.
struct SaidBefore {
  /// Who told whom something.
  var pair: [Int]
  /// Who said something.
  var speaker: Int?
}

/// Contacts of which one sentence tells who and the next that they met.
extension ContactFinder {
  /// Who speaks in the sentence, and to whom.
  func said() -> SaidBefore {
    var said = SaidBefore(pair: [], speaker: nil)
    for unit in graph.units.indices where graph.units[unit].actors == nil && graph.isVerb(unit) {
      guard
        SpeechWords.verbs.contains(graph.word(unit))
          || SaidBefore.telling.contains(graph.word(unit))
      else { continue }
      guard case let subject = subjectSide(of: unit), subject.actors.count == 1,
        let speaker = subject.actors[0].person
      else { continue }
      said.speaker = speaker
      let told = side(graph.objects(of: unit))
      if SaidBefore.telling.contains(graph.word(unit)), told.actors.count == 1,
        let hearer = told.actors[0].person, hearer != speaker
      {
        said.pair = [speaker, hearer]
        break
      }
    }
    return said
  }

  /// "Xi told Tillerson that … The meeting occurred hours after" and "The remarks came after talks with".
  func contacts(after previous: ContactFinder?) -> [ContactDraft] {
    guard let previous,
      previous.graph.sentence.tokens.upperBound == graph.sentence.tokens.lowerBound
    else { return [] }
    // Who said it is only asked for where the sentence takes it up.
    lazy var before = previous.said()
    var found = answers(after: previous)
    for unit in graph.units.indices where graph.units[unit].actors == nil {
      guard let noun = noun(at: unit, graph.word(unit)),
        noun.strength == .strong || noun.strength == .call || noun.kind == .meal
      else { continue }
      if place(of: unit) == "during", isToldBefore(unit), let pair = previous.agreeing(),
        let draft = draft([pair], unit, noun.kind)
      {
        found.append(draft)
        continue
      }
      if graph.relation(unit) == .nsubj, isToldBefore(unit), before.pair.count == 2,
        let draft = draft([people(before.pair, at: unit)], unit, noun.kind)
      {
        found.append(draft)
      } else if isCauseOfWords(unit), let speaker = before.speaker {
        let others = others(unit, noun, through: nil)
        guard !others.isEmpty, isUnowned(unit) else { continue }
        if let draft = draft([people([speaker], at: unit)] + others, unit, noun.kind) {
          found.append(draft)
        }
      }
    }
    return found
  }

  /// "Lavrov and Ayrault have agreed to cooperate", before a sentence that begins "During the talks".
  private func agreeing() -> Side? {
    for unit in graph.units.indices
    where graph.units[unit].actors == nil && graph.isVerb(unit)
      && SaidBefore.agreeing.contains(graph.word(unit))
    {
      let subject = subjectSide(of: unit)
      if isSeveral(subject), subject.actors.allSatisfy({ $0.person != nil || $0.isGroup }) {
        return subject
      }
    }
    return nil
  }

  private func people(_ people: [Int], at unit: Int) -> Side {
    Side(
      actors: people.map { Actor(identity: .person($0), tokens: graph.units[unit].tokens) },
      units: [unit])
  }

  /// Whether the noun of contact has no owner of its own.
  private func isUnowned(_ unit: Int) -> Bool {
    graph.children(of: unit, by: .nmodPoss).isEmpty
  }

  /// "The briefing came after discussions": the noun stands behind words that were said.
  private func isCauseOfWords(_ unit: Int) -> Bool {
    guard ["after", "following", "during", "on"].contains(place(of: unit)),
      let verb = holder(of: unit),
      SaidBefore.coming.contains(graph.word(verb))
    else { return false }
    return graph.children(of: verb, by: .nsubj).contains {
      SaidBefore.words.contains(graph.word($0))
        && !graph.children[$0].contains { graph.units[$0].actors != nil }
    }
  }
}

extension ContactFinder {
  /// Whom the sentence before, where it is not parsed, names and is about.
  var subjectBefore: Actor? {
    let start = graph.sentence.tokens.lowerBound
    guard let before = start > 0 ? reading.sentence(of: start - 1)?.tokens : nil,
      let person = reading.topic(at: before.lowerBound),
      !reading.people[person].roles.contains(where: { $0.office == .spokesperson }),
      let named = reading.mentions.starting(in: before, at: \.tokens.lowerBound)
        .first(where: { reading.mentions[$0].person == person })
    else { return nil }
    return Actor(identity: .person(person), tokens: reading.mentions[named].tokens)
  }
}

extension SaidBefore {
  static let telling: WordSet = [
    "told", "tells", "assured", "informed", "warned", "urged", "asked", "thanked", "congratulated",
    "reminded",
  ]
  /// What several do with each other, be it in one room or by letters.
  static let agreeing: WordSet = [
    "agreed", "agree", "discussed", "reaffirmed", "confirmed", "stressed", "vowed", "pledged",
    "expressed", "noted", "emphasised", "emphasized", "underlined", "reviewed", "considered",
    "exchanged",
  ]
  static let coming: WordSet = ["came", "come", "comes", "followed", "follow", "made"]
  static let words: WordSet = [
    "remarks", "remark", "comments", "comment", "statement", "statements", "announcement",
    "briefing",
    "warning", "declaration", "pledge", "words", "call", "appeal",
  ]
}
