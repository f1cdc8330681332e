import Diplomacy
import Language

/// An article while it is being read: what each stage found, for the next one.
///
/// Readings are copied often, by all that look at them: a copy costs one reference, and what is found
/// is copied only where one of two copies changes.
struct Reading {
  private(set) var found: Findings

  init(_ article: Article) {
    let segments = article.blocks.enumerated().filter { $0.element.isBody }.map {
      Document.Segment(
        range: $0.element.range.start..<$0.element.range.end, origin: $0.offset)
    }
    found = Findings(article: article, Document(article.text, segments: segments))
  }

  var article: Article { found.source.article }
  var document: Document { found.source.document }
  var tokens: [Token] { found.tokens }

  /// Takes the token at `index` for a name, whatever small word it spells.
  mutating func takeAsName(_ index: Int) {
    own()
    found.tokens[index] = found.tokens[index].asName
  }

  /// Copies what was found where another reading sees it too.
  @inline(never)
  mutating func own() {
    if !isKnownUniquelyReferenced(&found) { found = Findings(found) }
  }
}

extension Reading {
  /// The words of `range` with their place in the article.
  func evidence(_ range: Range<Int>) -> Evidence {
    let start = tokens[range.lowerBound].start
    let end = tokens[range.upperBound - 1].end
    return Evidence(
      range: TextRange(start, end), quote: document.text(from: start, to: end))
  }

  /// The kind of block that `sentence` stands in.
  func blockKind(of sentence: Document.Sentence) -> Article.Block.Kind {
    article.blocks[sentence.origin].kind
  }

  /// The lower-case word at `index`, or an empty one past the ends.
  func word(_ index: Int) -> Word {
    tokens.indices.contains(index) ? tokens[index].word : ""
  }

  /// The word at `index` as written, or an empty one past the ends.
  func form(_ index: Int) -> Word {
    tokens.indices.contains(index) ? tokens[index].form : ""
  }

  /// The lower-case word at `index`, or nothing past the ends.
  func lower(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].lower : ""
  }

  /// The word at `index` as written, or nothing past the ends.
  func text(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].text : ""
  }

  /// The entity that starts at `index`.
  func entity(startingAt index: Int) -> EntitySpan? {
    guard tokens.indices.contains(index), entityOfToken[index] >= 0 else { return nil }
    let entity = entities[entityOfToken[index]]
    return entity.tokens.lowerBound == index ? entity : nil
  }

  /// The name that starts at `index`.
  func name(startingAt index: Int) -> NameSpan? {
    guard tokens.indices.contains(index), nameOfToken[index] >= 0 else { return nil }
    let name = names[nameOfToken[index]]
    return name.tokens.lowerBound == index ? name : nil
  }

  /// Whether a token is a short name in brackets that names nobody: "Chief of Army Staff (COAS)".
  func isShortName(_ token: Int) -> Bool {
    word(token - 1) == "(" && word(token + 1) == ")" && tokens[token].shape.contains(.allCapitals)
      && nameOfToken[token] < 0
  }
}

/// What is known of the whole text before its sentences are read.
struct Setting {
  /// The day of publication.
  var published: CalendarDate?
  /// The day of writing, which "today" means: the dateline's, else the day of publication.
  var today: CalendarDate?
  /// Where a dateline says the article was written.
  var datelinePlace: Attested<PlaceName>?
  /// The tokens of the dateline, which tell where it was written and of nobody's country.
  var datelineTokens: Range<Int>?
  /// When a dateline says the article was written.
  var datelineDay: Attested<PartialDate>?
  /// Those who speak in the turns of a joint press conference.
  var podium: [Int] = []
  /// The headings of a schedule or diary, each with day and place, in text order.
  var sections: [SectionHeading] = []
  /// The first line of an official travel record.
  var record: RecordHeader?
}

extension Setting {
  /// Whether the dateline names `region` behind its city: "ANCHORAGE, Alaska".
  func isInDateline(_ region: String, _ reading: Reading) -> Bool {
    guard let tokens = datelineTokens else { return false }
    return tokens.contains { token in
      guard let span = reading.entity(startingAt: token), token > tokens.lowerBound,
        case .place(let name, _) = span.entity
      else { return false }
      return name == region
    }
  }
}

/// The line that opens a travel record: traveller, place and span.
struct RecordHeader {
  var traveller: Int
  var travellerEvidence: Evidence
  var travellerTokens: Range<Int>
  var place: Attested<PlaceName>?
  var date: Attested<PartialDate>?
}

/// A heading of a schedule or diary, which tells day and place of the blocks under it.
struct SectionHeading {
  /// The block it stands in.
  var block: Int
  var date: Attested<PartialDate>?
  var place: Attested<PlaceName>?
}
