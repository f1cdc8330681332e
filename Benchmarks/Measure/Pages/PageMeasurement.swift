import Articles
import Diagnostics
import Diplomacy
import TestSupport

/// `measure pages`: how much of the articles of saved pages is found, and how much beside them.
///
/// `--folder PATH` names pages with their gold (see `PageSuite`); the test suite's if not given.
/// `--print NAME` prints what is read of one page. `--words FOLDER` writes the words found in each page
/// to a file, so that another reader's can be set beside them.
enum PageMeasurement {
  static func run(_ options: ToolOptions) throws {
    let suite = PageSuite(folder: options["folder"] ?? "Tests/ArticlesTests/Pages")
    var table = MarkdownTable("page", "precision", "recall", "title", "author", "date")
    var all = WordScore()
    var right = (title: 0, author: 0, date: 0)
    for page in suite.pages {
      let outcome = ArticleReader().outcomes(of: ArticleInput(name: page.name, bytes: page.html))
        .first { _ in true }
      guard case .success(let article)? = outcome?.result else {
        if case .failure(let refusal)? = outcome?.result {
          table.add(page.name, "refused", refusal.reason.rawValue, "", "", "")
        }
        all.add(WordScore(found: "", wanted: page.body))
        continue
      }
      if options["print"] == page.name { print(article.shown) }
      if let folder = options["words"] { try write(article.body, to: "\(folder)/\(page.name).txt") }
      let score = WordScore(found: article.body, wanted: page.body)
      all.add(score)
      let isRight = [
        article.title == page.title, article.author ?? "" == page.author,
        article.publication?.date?.description ?? "" == page.date,
      ]
      if isRight[0] { right.title += 1 }
      if isRight[1] { right.author += 1 }
      if isRight[2] { right.date += 1 }
      table.add(
        [page.name, decimal(score.precision, digits: 3), decimal(score.recall, digits: 3)]
          + isRight.map { $0 ? "right" : "wrong" })
    }
    table.add(
      "all", decimal(all.precision, digits: 3), decimal(all.recall, digits: 3),
      "\(right.title)", "\(right.author)", "\(right.date)")
    print(table.text)
  }
}

extension Article {
  /// What was read, a block a line with its kind.
  fileprivate var shown: String {
    let scalars = Array(text.unicodeScalars)
    let head = """
      title: \(title ?? "")
      author: \(author ?? "")
      publisher: \(publisher ?? "")
      url: \(url ?? "")
      date: \(publication.map { "\($0.when) by \($0.source)" } ?? "")

      """
    return head
      + blocks.map { block in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[block.range.start..<block.range.end])
        return "[\(block.kind)] \(String(view))\n"
      }.joined()
  }
}
