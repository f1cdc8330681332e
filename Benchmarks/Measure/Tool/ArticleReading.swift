import Articles
import Diagnostics
import Diplomacy
import Language

/// The article that `text` is, read as `memcon extract` reads a file.
func readArticle(_ text: String, published: CalendarDate? = nil) throws(Diagnostic) -> Article {
  let file = InputFile(name: "<text>", bytes: Array(text.utf8))
  let outcomes = ArticleReader(published: published, format: .text).read(file)
  guard let outcome = outcomes.first else { throw Diagnostic("no article was read") }
  return try outcome.get()
}

/// How many tokens of `article` extraction reads.
func tokenCount(of article: Article) -> Int {
  let segments = article.blocks.enumerated().filter { $0.element.isBody }.map {
    Document.Segment(range: $0.element.range.start..<$0.element.range.end, origin: $0.offset)
  }
  return Document(article.text, segments: segments).tokens.count
}
