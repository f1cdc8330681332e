import Articles
import Diagnostics
import Diplomacy
import Testing

private let dump = """
  {"id": "a", "text": "The ministers met."}

  {"id": "b", "text": "They parted again."}
  """

struct `An input` {
  @Test func `gives its articles one by one, each with its place`() {
    let outcomes = Array(
      ArticleReader().outcomes(of: ArticleInput(name: "dump", bytes: Array(dump.utf8))))
    #expect(outcomes.map(\.place) == ["dump, line 1", "dump, line 3"])
    #expect(outcomes.compactMap { try? $0.result.get().id } == ["a", "b"])
  }

  @Test func `is cut on one thread and read on others, with the same result`() async {
    let reader = ArticleReader()
    let input = ArticleInput(name: "dump", bytes: Array(dump.utf8))
    let read = await withTaskGroup(of: (Int, ReadingOutcome).self) { group in
      for (number, part) in reader.parts(of: input).enumerated() {
        group.addTask { (number, reader.read(part)) }
      }
      return await group.reduce(into: [Int: ReadingOutcome]()) { $0[$1.0] = $1.1 }
    }
    for (number, outcome) in reader.outcomes(of: input).enumerated() {
      #expect(read[number]?.result == outcome.result)
    }
    #expect(read.count == 2)
  }

  @Test func `that is not there is one refusal that says so`() {
    let outcomes = Array(ArticleReader().outcomes(of: ArticleInput(path: "/no/such/file")))
    guard case .failure(let refusal)? = outcomes.first?.result else {
      Issue.record("a file that is not there was read")
      return
    }
    #expect(outcomes.count == 1)
    #expect(refusal.reason == .unreadable)
    #expect(refusal.diagnostic.summary == "no such file: /no/such/file")
  }

  @Test func `may be a stream`() {
    var chunks = [Array("The ministers ".utf8), Array("met in Vienna.".utf8), []].makeIterator()
    var parts = ArticleReader().parts(ofStream: "<stream>") { chunks.next() ?? [] }
    #expect(parts.next()?.place == "<stream>")
    #expect(parts.next()?.place == nil)
  }
}
