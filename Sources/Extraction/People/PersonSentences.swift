import Language

/// The sentences that name each person.
struct PersonSentences {
  /// A sentence by its number, with its tokens.
  struct Sentence {
    var index: Int
    var tokens: Range<Int>
  }

  private var sentences: [[Sentence]]

  init(_ reading: Reading) {
    sentences = Array(repeating: [], count: reading.people.count)
    var place = 0
    let all = reading.document.sentences
    let mentions = reading.mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for mention in mentions {
      while place < all.count, all[place].tokens.upperBound <= mention.tokens.lowerBound {
        place += 1
      }
      guard place < all.count else { break }
      if sentences[mention.person].last?.index != place {
        sentences[mention.person].append(Sentence(index: place, tokens: all[place].tokens))
      }
    }
  }

  /// The sentences that name `person`, in text order.
  func sentences(of person: Int) -> [Sentence] { sentences[person] }
}
