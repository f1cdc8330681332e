import Diplomacy
import Language
import Lexicons

/// Who holds the titles that a text speaks of, by what a title can say of its holder.
final class TitleTables {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// For each person the token at which the text names them first.
  private(set) lazy var firstNamed: [Int] = {
    var first = Array(repeating: Int.max, count: reading.people.count)
    for mention in reading.mentions where mention.form != .pronoun {
      first[mention.person] = min(first[mention.person], mention.tokens.lowerBound)
    }
    return first
  }()

  private(set) lazy var byTitle = ByTitle(reading.people)
  private(set) lazy var peopleOfNoun = TitleReader.peopleOfNoun(reading)

  /// People by their titles and countries.
  struct ByTitle {
    /// By the words of the titles they hold or held.
    private(set) var ofWord = PhraseTable<[Int]>()
    private(set) var ofOffice: [Office: [Int]] = [:]
    private(set) var ofCountry: [CountryCode: [Int]] = [:]
    /// The words of every title of every person, split once: a title is compared again and again.
    private(set) var words: [[[String]]] = []

    fileprivate init(_ people: [PersonDraft]) {
      for (index, person) in people.enumerated() {
        if let country = person.country?.value { Self.add(index, country, &ofCountry) }
        let split = person.roles.map { TitleReader.words(of: $0.title) }
        words.append(split)
        for (role, words) in zip(person.roles, split) {
          if let office = role.office { Self.add(index, office, &ofOffice) }
          for word in words {
            ofWord.update(word, default: []) { if $0.last != index { $0.append(index) } }
          }
          if let code = code(of: role.of) { Self.add(index, code, &ofCountry) }
        }
      }
    }

    private static func add<Key: Hashable>(
      _ person: Int, _ key: Key, _ table: inout [Key: [Int]]
    ) {
      if table[key]?.last != person { table[key, default: []].append(person) }
    }
  }
}
