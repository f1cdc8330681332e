import Language

/// Reads captions without a finite verb: "President Reagan meeting with Vice Premier Li in Beijing".
///
/// A tagger trained on sentences takes such a participle for a noun, since no verb stands beside it.
struct CaptionTags {
  let reading: Reading
  let contactWords: ContactWords

  /// Makes a verb of each word in "-ing" between those who do and those who undergo it.
  func retag(_ parsed: inout [SyntaxTree.Unit], _ piece: [SentenceUnit]) {
    guard isVerbless(parsed, piece) else { return }
    for index in piece.indices.dropFirst().dropLast() where parsed[index].tag.universal != .verb {
      let word = reading.word(piece[index].head)
      guard word.hasSuffix("ing"), let verb = contactWords.verbs[word], verb.strength != .none,
        follows(index, piece), goesOn(index, piece)
      else { continue }
      parsed[index].tag = Tag(.verb, .vbg)
    }
  }

  /// Whether nothing but "photo shows" is said with a finite verb.
  private func isVerbless(_ parsed: [SyntaxTree.Unit], _ piece: [SentenceUnit]) -> Bool {
    parsed.indices.allSatisfy { index in
      switch parsed[index].tag.penn {
      case .vbd, .vbz, .vbp, .md: ["shows", "show"].contains(reading.word(piece[index].head))
      default: true
      }
    }
  }

  /// Whether somebody stands right before, or before "left," and the like.
  private func follows(_ index: Int, _ piece: [SentenceUnit]) -> Bool {
    var at = index - 1
    while at > 0, [",", "left", "right", "centre", "center"].contains(reading.word(piece[at].head))
    {
      at -= 1
    }
    return piece[at].isPerson
  }

  private func goesOn(_ index: Int, _ piece: [SentenceUnit]) -> Bool {
    let next = piece[index + 1]
    return next.actors != nil
      || ["with", "to", "a", "an", "the", "lunch", "dinner", "breakfast", "talks", "hands", "on"]
        .contains(reading.word(next.head))
  }

  /// Where a caption begins after its number in a catalogue, "C27211-14, President Reagan with …", or
  /// after what says that it is one: "File photo taken in 1964 shows Premier Zhou meeting with …".
  static func start(of sentence: Document.Sentence, _ reading: Reading) -> Int? {
    let first = sentence.tokens.lowerBound
    if sentence.tokens.prefix(4).contains(where: { pictures.contains(reading.word($0)) }),
      let verb = sentence.tokens.prefix(16).first(where: {
        ["shows", "show", "showing"].contains(reading.word($0))
      }), verb + 2 < sentence.tokens.upperBound
    {
      return verb + 1
    }
    let token = reading.tokens[first]
    let digits = token.text.unicodeScalars.lazy.filter { ("0"..."9").contains($0) }.count
    guard digits >= 2, digits < token.text.unicodeScalars.count,
      reading.nameOfToken[first] < 0, [",", ":", ".", "–", "—"].contains(reading.form(first + 1)),
      !reading.isDate(first)
    else { return nil }
    return first + 2
  }

  static let pictures: WordSet = [
    "photo", "photograph", "picture", "image", "photos", "photographs", "handout", "video",
  ]
}
