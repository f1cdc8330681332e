import Diplomacy
import Language

/// Weighs who a pronoun can stand for.
///
/// A linear model over what a reader goes by: who is subject, who was told of lately and often, whom
/// earlier pronouns stood for (the factors of Lappin and Leass, 1994, and of centering, Grosz, Joshi
/// and Weinstein, 1995).
struct AntecedentScorer {
  let reading: Reading
  /// For each person how often the text names them, and who is named most.
  private let namings: [Int]
  private let most: Int
  /// Whether one person is named twice as often as any other.
  private let isLed: Bool

  init(_ reading: Reading) {
    self.reading = reading
    var namings = [Int](repeating: 0, count: reading.people.count)
    for mention in reading.mentions { namings[mention.person] += 1 }
    self.namings = namings
    let order = namings.sorted(by: >)
    most = max(order.first ?? 1, 1)
    isLed = order.count < 2 || order[0] >= 2 * order[1]
  }

  /// The place of a pronoun in its clause.
  enum Place: Int, Sendable, CaseIterable { case subject, object, owner }

  /// What speaks for or against a candidate, in the order of the weights.
  enum Feature: Int, Sendable, CaseIterable {
    case isClauseSubject, isFirstSubject, isObjectHere, isGovernedHere, isOwnerHere, isNearestHere
    case isJoint, isApposed, isChainHere, isFronted
    case isTopic, isLast, isChain, oneBack, twoBack, threeBack, farBack
    case isKnownGender, isUnknownFemale
    case share, isProtagonist, told
    case isReceived
  }

  /// How likely a pronoun of `gender` at `index` is to stand for `person`: comparable between candidates.
  func score(
    of person: Int, for gender: Gender, in place: Place, at index: Int, _ discourse: Discourse
  ) -> Float {
    let weights = AntecedentScorer.weights[place.rawValue]
    var score: Float = 0
    func add(_ feature: Feature, _ value: Float = 1) { score += value * weights[feature.rawValue] }
    let age = discourse.sentence - discourse.lastSentence[person]
    let chain = discourse.chain[gender == .female ? 1 : 0]
    if let last = discourse.here.lastIndex(where: { $0.person == person }) {
      if discourse.clauseSubject(at: index)?.person == person {
        add(.isClauseSubject)
        // "Jaishankar has been to Riyadh, where he saw Lavrov"
        if place == .subject, reading.word(index - 1) == "where" { add(.isReceived) }
      }
      if discourse.firstSubject?.person == person {
        add(.isFirstSubject)
        if place == .object, isWhere(before: index, behind: discourse.here[last]) {
          add(.isReceived)
        }
      }
      switch discourse.places[last] {
      case .object, .loose: add(.isObjectHere)
      case .governed: add(.isGovernedHere)
      case .subject: break
      }
      if last == discourse.here.count - 1 { add(.isNearestHere) }
      if discourse.here[last].tokens.upperBound == index - 1 {
        if reading.word(index - 1) == "and" { add(.isJoint) }
        if reading.word(index - 1) == "," { add(.isApposed) }
      }
      // "After meeting Putin, he flew on": not who was met.
      if reading.word(index - 1) == ",", !discourse.places.contains(.subject) { add(.isFronted) }
      if let chain, chain.person == person, chain.sentence == discourse.sentence {
        add(.isChainHere)
      }
    } else {
      if discourse.topic == person { add(.isTopic) } else { add(feature(ofAge: age)) }
      if discourse.recent.last == person { add(.isLast) }
      if let chain, chain.person == person, discourse.sentence - chain.sentence < 3 {
        add(.isChain)
      }
    }
    switch discourse.gender(of: person) {
    case .unknown: if gender == .female { add(.isUnknownFemale) }
    default: add(.isKnownGender)
    }
    add(.share, Float(namings[person]) / Float(most))
    if isLed, namings[person] == most { add(.isProtagonist) }
    add(.told, Float(min(discourse.told[person], 8)) / 8)
    return score
  }

  /// "Barrack went to Ain al-Tineh, where Berri received him": of whose journey the clause goes on.
  private func isWhere(before index: Int, behind mention: PersonMention) -> Bool {
    (max(mention.tokens.upperBound, index - 10)..<max(mention.tokens.upperBound, index)).contains {
      reading.word($0) == "where"
    }
  }

  /// By how many sentences ago somebody was told of who is not in the sentence at hand.
  private func feature(ofAge age: Int) -> Feature {
    switch age {
    case 0: .isOwnerHere
    case 1: .oneBack
    case 2: .twoBack
    case 3: .threeBack
    default: .farBack
    }
  }

  /// One row for each place, in the order of `Feature`. Set by hand; `measure references` judges them.
  private static let weights: [[Float]] = [
    [
      3, 2, 2, 1.5, 0, 0, 0, 0, 1.5, -3, 1.5, 0.2, 0.7, -1, -1.5, -2.5, -4.5, 0.2, -3.5, 1, 1,
      0.5, 2,
    ],
    [
      1, 2, 3, 2.5, 0.5, 0.5, 0, 0, 1.5, 0, 1, 0.5, 1, -0.7, -1.5, -2.5, -4.5, 0.2, -3.5, 1, 1, 0.5,
      3,
    ],
    [
      3, 2, 2, 1.5, 0.5, 0.5, 3, -5, 1.5, 0, 1, 0.5, 0.5, -1, -1.5, -2.5, -4.5, 0.2, -3.5, 1, 1,
      0.5, 0,
    ],
  ]
}
