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
  }

  private let idioms: [Idiom]
  private let idiomsOfVerb: WordTable<[Int]>
  /// The nouns and particles of all idioms, by which sentences that can have one are known.
  let signs: WordSet

  static let shared = ContactIdioms()

  private init() {
    var idioms: [Idiom] = []
    var verbs: [String: [Int]] = [:]
    var signs: [String] = []
    for row in LexiconTable(named: "contact_idioms")?.rows ?? [] where row.count >= 5 {
      let companions = row[1].split(separator: "|").map(String.init)
      let places = row[2].split(separator: ",").map(String.init)
      for form in row[0].split(separator: "|") {
        verbs[String(form), default: []].append(idioms.count)
      }
      signs += companions
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
    self.signs = WordSet(signs)
  }

  /// The idioms that a verb form can begin.
  func idioms(of verb: Word) -> [Idiom] { idiomsOfVerb[verb]?.map { idioms[$0] } ?? [] }

  func isVerb(_ word: Word) -> Bool { idiomsOfVerb[word] != nil }
}
