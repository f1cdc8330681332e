import Articles
import Diplomacy
import TestSupport
import Testing

struct `An input spoilt at random` {
  /// More are spoilt by `measure readers`.
  @Test func `is read or refused, and what is read is whole`() {
    let mutator = ByteMutator(bases: FormatSamples.all)
    let reader = ArticleReader()
    for number in 0..<600 {
      let all = outcomes(mutator.bytes(number), reader: reader)
      #expect(!all.isEmpty, "input \(number) gave nothing")
      for article in all.compactMap(\.article) {
        let fault = article.blockFault
        #expect(fault == nil, "input \(number): \(fault ?? "")")
      }
    }
  }

  @Test func `is spoilt in every format`() {
    for sample in FormatSamples.all {
      #expect(outcomes(sample).contains { $0.article != nil })
    }
  }
}
