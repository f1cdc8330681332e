import Articles
import Diplomacy
import TestSupport
import Testing

private let suite = PageSuite(
  folder: #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Pages")

private func article(_ page: PageSuite.Page) throws -> Article {
  let outcomes = Array(
    ArticleReader().outcomes(of: ArticleInput(name: page.name, bytes: page.html)))
  #expect(outcomes.count == 1)
  return try #require(outcomes.first).result.get()
}

struct `A page in the manner of` {
  @Test func `ten and more kinds of sites is there to be read`() {
    #expect(suite.pages.count >= 10)
  }

  @Test(arguments: suite.pages)
  func `each kind of site gives the words of its article and no others`(
    _ page: PageSuite.Page
  ) throws {
    let read = try article(page)
    let score = WordScore(found: read.body, wanted: page.body)
    #expect(score.precision >= 0.97, "found: \(read.body)")
    #expect(score.recall >= 0.97, "found: \(read.body)")
  }

  @Test(arguments: suite.pages)
  func `each kind of site tells headline, writer and day`(_ page: PageSuite.Page) throws {
    let read = try article(page)
    #expect(read.title == page.title)
    #expect(read.author ?? "" == page.author)
    #expect(read.publication?.date?.description == page.date)
    #expect(read.publication?.source.rawValue == page.source)
  }
}
