import Diplomacy
import Lexicons

/// The verbs and nouns of contact, from `contact-verbs.tsv` and `contact-nouns.tsv`.
struct ContactWords: Sendable {
  struct Verb: Sendable {
    var frames: Set<String>
    var kind: MeetingKind?
    /// The base form.
    var lemma: String
  }

  let verbs: [String: Verb]
  let nouns: [String: MeetingKind?]
  /// Phrases that say what became of a contact, the longest first.
  let circumstances: [(words: [String], meaning: Circumstance)]

  /// What words beside a contact say of it.
  enum Circumstance: String, Sendable {
    case negated, planned, cancelled, hypothetical
  }

  /// The words compiled into the binary.
  static let shared = ContactWords()

  private init() {
    var verbs: [String: Verb] = [:]
    for row in ContactWords.rows("contact_verbs") where row.count >= 3 {
      let forms = row[0].split(separator: "|").map(String.init)
      let frames = Set(row[1].split(separator: ",").map(String.init))
      for form in forms {
        verbs[form] = Verb(
          frames: frames, kind: MeetingKind(rawValue: row[2]), lemma: forms.first ?? form)
      }
    }
    self.verbs = verbs
    var nouns: [String: MeetingKind?] = [:]
    for row in ContactWords.rows("contact_nouns") where row.count >= 2 {
      for form in row[0].split(separator: "|") where !form.contains(" ") {
        nouns[String(form)] = .some(MeetingKind(rawValue: row[1]))
      }
    }
    self.nouns = nouns
    circumstances = ContactWords.rows("contact_circumstances").compactMap { row in
      guard row.count >= 2, let meaning = Circumstance(rawValue: row[1]) else { return nil }
      return (row[0].split(separator: " ").map(String.init), meaning)
    }.sorted { $0.words.count > $1.words.count }
  }

  private static func rows(_ name: String) -> [[String]] {
    LexiconTable(named: name)?.rows.filter { !$0[0].isEmpty } ?? []
  }
}
