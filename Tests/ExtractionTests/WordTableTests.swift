import Testing

import Language
@testable import Extraction

struct `A word table` {
  @Test func `finds each of its words and no other`() {
    let words = (0..<500).map { "word\($0)" }
    let table = WordTable(Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) }))
    for (number, word) in words.enumerated() { #expect(table[word] == number) }
    #expect(table["word500"] == nil)
    #expect(table["Word1"] == nil)
    #expect(table[""] == nil)
  }

  @Test func `finds a word however its accent is written`() {
    let set: WordSet = ["chargé", "ambassador"]
    #expect(set.contains("charg\u{E9}"))
    #expect(set.contains("charge\u{301}"))
    #expect(!set.contains("charge"))
  }
}

struct `Word numbers` {
  @Test func `follow the order of first use`() {
    var numbers = WordNumbers(capacity: 4)
    #expect(["met", "Rubio", "met", "Peters"].map { numbers.number(of: $0) } == [0, 1, 0, 2])
    #expect(numbers.words == ["met", "Rubio", "Peters"])
  }
}

struct `An idiom of contact` {
  @Test(arguments: [
    ("Kim shook the hand of Moon", true), ("he called in on Merkel", true),
    ("the hand that shook", false), ("Moon took a back seat in parliament", true),
    ("a letter that nobody got", false), ("he picked up his own credentials", false),
  ])
  func `may be told by a verb with one of its own words behind it`(_ text: String, _ may: Bool) {
    var search = ContactIdioms.Search()
    let words = text.split(separator: " ").map { Word(String($0).lowercased()) }
    #expect(words.contains { search.ends(at: $0) } == may)
  }
}
