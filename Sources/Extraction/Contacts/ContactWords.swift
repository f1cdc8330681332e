import Diplomacy
import Language
import Lexicons

/// The verbs and nouns of contact and the words that govern them, from `contact-verbs.tsv`,
/// `contact-nouns.tsv` and `contact-governors.tsv`.
final class ContactWords: Sendable {
  /// A verb that can tell of a contact.
  struct Verb: Sendable {
    var frames: Frames
    var kind: MeetingKind?
    var strength: Strength
    /// The base form.
    var lemma: Word
  }

  /// A noun that can tell of a contact.
  struct Noun: Sendable {
    var kind: MeetingKind?
    var strength: Strength
  }

  /// Where those in contact stand beside a verb.
  struct Frames: OptionSet, Sendable {
    let rawValue: UInt16
    /// The object: "met Peters".
    static let direct = Frames(rawValue: 1 << 0)
    /// After "with": "spoke with Peters".
    static let with = Frames(rawValue: 1 << 1)
    /// After "to": "spoke to Peters".
    static let to = Frames(rawValue: 1 << 2)
    /// All in the subject: "Rubio and Peters met".
    static let reciprocal = Frames(rawValue: 1 << 3)
    /// After "on": "called on Peters".
    static let on = Frames(rawValue: 1 << 4)
    /// After "beside", "opposite", "across from": "sat beside Peters".
    static let beside = Frames(rawValue: 1 << 5)
    /// The verb's object is the contact itself: "held talks".
    static let light = Frames(rawValue: 1 << 6)
    /// Takes part in an occasion: "attended the summit".
    static let attend = Frames(rawValue: 1 << 7)
    /// Joins people or an occasion.
    static let join = Frames(rawValue: 1 << 8)
    /// Goes with somebody, which is not yet a meeting.
    static let accompany = Frames(rawValue: 1 << 9)
    /// Brings others together.
    static let gather = Frames(rawValue: 1 << 10)
    /// Speaks to the object: "told Peters".
    static let speech = Frames(rawValue: 1 << 11)
    /// Hands something over to somebody.
    static let deliver = Frames(rawValue: 1 << 12)
    /// "discussed trade with Peters".
    static let topic = Frames(rawValue: 1 << 13)
    /// Holds an occasion for others: "hosted a dinner for".
    static let host = Frames(rawValue: 1 << 14)

    static let named: [String: Frames] = [
      "direct": .direct, "with": .with, "to": .to, "recip": .reciprocal, "on": .on,
      "beside": .beside, "light": .light, "attend": .attend, "join": .join,
      "accompany": .accompany, "gather": .gather, "comm": .speech, "deliver": .deliver,
      "withobj": .topic, "host": .host,
    ]
  }

  /// How much a word says by itself.
  enum Strength: String, Sendable {
    /// A contact wherever its parties are told.
    case strong
    /// A contact when its object is a person: "saw Peters".
    case direct
    /// A contact only with both parties told as such.
    case open
    /// Being somewhere together: "sat with".
    case company
    /// Says nothing without a noun of contact.
    case light
    /// Speech to a person, which may go through the press.
    case weak
    /// What is done together by those who do it at one place: "announced in Ottawa".
    case joint
    /// A journey, which is a visit when the words say so.
    case travel
    case call, visit, conference, hands, word, round, time, join, attend, gather
    /// No contact, though people come together.
    case none
  }

  /// What a governing word says of a contact.
  enum Meaning: String, Sendable {
    case planned, hypothetical, declined, cancelled
  }

  let verbs: WordTable<Verb>
  let nouns: WordTable<Noun>
  /// Verbs and adjectives that govern a contact: "refused to meet".
  let governors: WordTable<Meaning>
  /// Nouns that govern one: "an invitation to meet".
  let governingNouns: WordTable<Meaning>

  /// The words compiled into the binary.
  static let shared = ContactWords()

  private init() {
    var verbs: [String: Verb] = [:]
    for row in ContactWords.rows("contact_verbs") where row.count >= 4 {
      let forms = row[0].split(separator: "|").map(String.init)
      let frames = row[1].split(separator: ",").reduce(into: Frames()) { frames, name in
        frames.formUnion(Frames.named[String(name)] ?? [])
      }
      for form in forms {
        verbs[form] = Verb(
          frames: frames, kind: MeetingKind(rawValue: row[2]),
          strength: Strength(rawValue: row[3]) ?? .open, lemma: Word(forms.first ?? form))
      }
    }
    self.verbs = WordTable(verbs)
    var nouns: [String: Noun] = [:]
    for row in ContactWords.rows("contact_nouns") where row.count >= 3 {
      for form in row[0].split(separator: "|") {
        nouns[String(form)] = Noun(
          kind: MeetingKind(rawValue: row[1]), strength: Strength(rawValue: row[2]) ?? .open)
      }
    }
    self.nouns = WordTable(nouns)
    var governors: [String: Meaning] = [:]
    var governingNouns: [String: Meaning] = [:]
    for row in ContactWords.rows("contact_governors") where row.count >= 2 {
      for form in row[0].split(separator: "|").map(String.init) {
        if row[1].hasPrefix("noun-") {
          governingNouns[form] = Meaning(rawValue: String(row[1].dropFirst(5)))
        } else {
          governors[form] = Meaning(rawValue: row[1])
        }
      }
    }
    self.governors = WordTable(governors)
    self.governingNouns = WordTable(governingNouns)
  }

  /// Whether a noun tells of a contact only with a verb that makes it one: "had a word", "two hours".
  func isVague(_ word: Word) -> Bool {
    guard let noun = nouns[word] else { return true }
    return switch noun.strength {
    case .hands, .word, .time, .round, .none, .visit: true
    default: false
    }
  }

  private static func rows(_ name: String) -> [[String]] {
    LexiconTable(named: name)?.rows.filter { !$0[0].isEmpty } ?? []
  }
}
