import Articles
import Diagnostics
import Diplomacy
import Testing

/// The outcomes of reading `content`, as if it were a file called `name`.
func outcomes(
  _ content: [UInt8], name: String = "input", mediaType: String? = nil,
  reader: ArticleReader = ArticleReader()
) -> [ReadingOutcome] {
  Array(
    reader.outcomes(of: ArticleInput(name: name, bytes: content, mediaType: mediaType)))
}

/// The only article of `content`.
func article(
  _ content: some StringProtocol, name: String = "input", reader: ArticleReader = ArticleReader()
) throws -> Article {
  let all = outcomes(Array(content.utf8), name: name, reader: reader)
  #expect(all.count == 1)
  return try #require(all.first).result.get()
}

extension ReadingOutcome {
  /// The article; nil for a refusal.
  var article: Article? { try? result.get() }

  /// The refusal; nil for an article.
  var refusal: Refusal? {
    guard case .failure(let refusal) = result else { return nil }
    return refusal
  }

  /// What was refused and why, or the place of an article that was read.
  var summary: String { refusal?.diagnostic.summary ?? "read \(place)" }
}

/// A text that is long enough to be told as English and as a feed's entry.
let prose = """
  The foreign minister of Norway, Espen Barth Eide, met his Swedish colleague Maria Malmer \
  Stenergard in Oslo on Thursday. They spoke about the border in the north, about the railway to \
  Narvik and about what the two armies can share. Both of them said that the talks had been good, \
  and that they would meet again before the summer with their colleagues from Finland and Denmark.
  """
