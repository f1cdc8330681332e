import Diplomacy
import Language
import Lexicons

/// Phrases that tell of a contact though neither their verb nor their noun does by itself, from
/// `contact-idioms.tsv`: "shook his hand", "took a call from", "pulled aside", "shared a stage with".
struct ContactIdioms: Sendable {
  struct Idiom: Sendable {
    let companions: WordSet
    /// Whether the other side is the object, the owner of the noun, or in the subject too.
    let isDirect: Bool
    let isOwner: Bool
    let isReciprocal: Bool
    let prepositions: [Word]
    let kind: MeetingKind?
    let condition: Condition
  }

  /// What else has to be told.
  enum Condition: String, Sendable {
    case strong
    /// The place where it was done: who "handed a letter to" somebody may be far away.
    case placed
    /// "had him to dinner"
    case over
    /// "told a joint news conference"
    case joint
  }

  private let idioms: [Idiom]
  private let idiomsOfVerb: WordTable<[Int]>
  /// For each noun or particle the idioms it is one of, a bit for each, by which sentences that can have one
  /// are known; of more than 64 idioms some share a bit.
  private let idiomsOfSign: WordTable<UInt64>
  private let bitsOfVerb: WordTable<UInt64>

  static let shared = ContactIdioms()

  private init() {
    var idioms: [Idiom] = []
    var verbs: [String: [Int]] = [:]
    var signs: [String: UInt64] = [:]
    for row in LexiconTable(named: "contact_idioms")?.rows ?? [] where row.count >= 5 {
      let companions = row[1].split(separator: "|").map(String.init)
      let places = row[2].split(separator: ",").map(String.init)
      for form in row[0].split(separator: "|") {
        verbs[String(form), default: []].append(idioms.count)
      }
      for sign in companions { signs[sign, default: 0] |= 1 << UInt64(idioms.count & 63) }
      idioms.append(
        Idiom(
          companions: WordSet(companions), isDirect: places.contains("obj"),
          isOwner: places.contains("poss"), isReciprocal: places.contains("recip"),
          prepositions: places.filter { !["obj", "poss", "recip"].contains($0) }.map { Word($0) },
          kind: MeetingKind(rawValue: row[3]),
          condition: Condition(rawValue: row[4]) ?? .strong))
    }
    self.idioms = idioms
    idiomsOfVerb = WordTable(verbs)
    bitsOfVerb = WordTable(
      verbs.mapValues { $0.reduce(0 as UInt64) { $0 | 1 << UInt64($1 & 63) } })
    idiomsOfSign = WordTable(signs)
  }

  /// Whether an idiom can begin with a verb form.
  func canBegin(_ verb: Word) -> Bool { bitsOfVerb[verb] != nil }

  /// Whether a word is a verb form, noun or particle of any idiom.
  func holds(_ word: Word) -> Bool { bitsOfVerb[word] != nil || idiomsOfSign[word] != nil }

  /// The idioms that a verb form can begin.
  func idioms(of verb: Word) -> [Idiom] { idiomsOfVerb[verb]?.map { idioms[$0] } ?? [] }

  /// A search for an idiom's verb with one of its nouns or particles behind it.
  struct Search {
    private var open: UInt64 = 0

    /// Takes the next word; whether an idiom of an earlier verb can be told by it.
    mutating func ends(at word: Word) -> Bool {
      let idioms = ContactIdioms.shared
      if open != 0, let told = idioms.idiomsOfSign[word], told & open != 0 { return true }
      if let begun = idioms.bitsOfVerb[word] { open |= begun }
      return false
    }
  }
}
