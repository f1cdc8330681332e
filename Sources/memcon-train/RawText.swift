import Language

/// A treebank's text as running text, with the places of its sentences and words.
struct RawText {
  let document: Document
  let sentences: [Range<Int>]
  /// For each sentence the places of its words.
  let words: [[Range<Int>]]

  /// The text of the file at `path`; paragraphs are segments.
  init(_ sentences: [GoldSentence]) {
    var text: [Unicode.Scalar] = []
    var places: [Range<Int>] = []
    var words: [[Range<Int>]] = []
    var segments: [Document.Segment] = []
    var start = 0
    for (index, sentence) in sentences.enumerated() {
      if index > 0, sentence.opensParagraph {
        segments.append(Document.Segment(range: start..<text.count, origin: segments.count))
        text.append("\n")
        start = text.count
      } else if index > 0 {
        text.append(" ")
      }
      let first = text.count
      var ranges: [Range<Int>] = []
      for (word, spaced) in zip(sentence.words, sentence.spaced) {
        let begin = text.count
        text += Array(word.unicodeScalars)
        ranges.append(begin..<text.count)
        if spaced { text.append(" ") }
      }
      places.append(first..<(ranges.last?.upperBound ?? first))
      words.append(ranges)
    }
    segments.append(Document.Segment(range: start..<text.count, origin: segments.count))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    document = Document(String(view), segments: segments)
    self.sentences = places
    self.words = words
  }
}

/// How well raw text is read: sentences, tokens, tags and arcs found with exactly their words, as F1.
struct RawEvaluation: CustomStringConvertible {
  private var figures: [(String, Int, Int, Int)] = []

  init(_ gold: [GoldSentence], _ tagger: Tagger, _ parser: Parser) {
    let raw = RawText(gold)
    let document = raw.document
    let found = document.sentences.map { sentence in
      document.tokens[sentence.tokens.lowerBound]
        .start..<document.tokens[
          sentence.tokens.upperBound - 1
        ].end
    }
    let known = Set(raw.sentences)
    figures.append(
      ("sentences", found.count { known.contains($0) }, found.count, raw.sentences.count))
    var places: [Range<Int>: (Tag, Range<Int>, Relation)] = [:]
    for (sentence, words) in zip(gold, raw.words) {
      for (index, word) in words.enumerated() {
        let head = sentence.heads[index] < words.count ? words[sentence.heads[index]] : 0..<0
        places[word] = (sentence.tags[index], head, sentence.relations[index])
      }
    }
    var same = 0
    var universal = 0
    var penn = 0
    var attached = 0
    var labelled = 0
    for sentence in document.sentences {
      let tokens = document.tokens[sentence.tokens]
      let ranges = tokens.map { $0.start..<$0.end }
      let words = ranges.map { range in
        document.scalars.withUnsafeBufferPointer {
          tagger.traits(UnsafeBufferPointer(rebasing: $0[range]))
        }
      }
      let tags = tagger.tag(words)
      let tree = parser.parse(ParserInput(words: words.map(ParserInput.Word.init), tags: tags))
      for (index, range) in ranges.enumerated() {
        guard let (tag, head, relation) = places[range] else { continue }
        same += 1
        if tags[index].universal == tag.universal { universal += 1 }
        if tags[index].penn == tag.penn { penn += 1 }
        let own = tree.heads[index] < ranges.count ? ranges[tree.heads[index]] : 0..<0
        guard own == head else { continue }
        attached += 1
        if tree.relations[index].base == relation.base { labelled += 1 }
      }
    }
    let total = document.tokens.count
    figures.append(("words", same, total, places.count))
    figures.append(("UPOS", universal, total, places.count))
    figures.append(("XPOS", penn, total, places.count))
    figures.append(("UAS", attached, total, places.count))
    figures.append(("LAS", labelled, total, places.count))
  }

  var description: String {
    figures.map { "\($0) \(percent(2 * $1, $2 + $3))" }.joined(separator: "  ")
  }
}
