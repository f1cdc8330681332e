import Language
import Testing

struct `A document` {
  @Test(arguments: [
    ("Rubio met Peters.", ["Rubio", "met", "Peters", "."]),
    ("Iraq’s minister didn't speak", ["Iraq", "'s", "minister", "did", "n't", "speak"]),
    ("K.P.Sharma’s", ["K.P.", "Sharma", "'s"]),
    ("Ts.Munkh-Orgil and Ch. Saikhanbileg", ["Ts.", "Munkh-Orgil", "and", "Ch.", "Saikhanbileg"]),
    (
      "a Ph.D. of Amazon.com, the end.Then",
      [
        "a", "Ph.D.", "of", "Amazon.com", ",", "the", "end", ".", "Then",
      ]
    ),
    ("U.S. Ambassador J. Smith-Jones", ["U.S.", "Ambassador", "J.", "Smith-Jones"]),
    ("the ministers' talks", ["the", "ministers", "'", "talks"]),
    ("on Jan. 9 — 1,000 men", ["on", "Jan.", "9", "—", "1,000", "men"]),
    ("O'Connor’s", ["O'Connor", "'s"]),
    ("“burden sharing”", ["“", "burden", "sharing", "”"]),
    ("5.5 percent at 11.30", ["5.5", "percent", "at", "11.30"]),
    ("Speaker [Paul] Ryan spoke", ["Speaker", "Paul", "Ryan", "spoke"]),
    (
      "Secretary (East) Amy Smith [AFP] left",
      ["Secretary", "(", "East", ")", "Amy", "Smith", "[", "AFP", "]", "left"]
    ),
    ("Hammond-said the leader-Gerry", ["Hammond", "said", "the", "leader", "Gerry"]),
    ("Moon Jae-in, the Secretary-General", ["Moon", "Jae-in", ",", "the", "Secretary-General"]),
    ("the end.Then Ph.D. work", ["the", "end", ".", "Then", "Ph.D.", "work"]),
  ])
  func `is cut into tokens`(_ text: String, _ expected: [String]) {
    #expect(Document(text).tokens.map(\.text) == expected)
  }

  @Test(arguments: [
    ("He left. She stayed.", 2),
    ("Mr. Baker met Gen. Powell in St. Petersburg. They talked.", 2),
    ("James A. Baker III flew to the U.S. The talks began.", 2),
    ("“It was good.” He smiled.", 2),
    ("At 11 a.m. Peters called.", 1),
    ("What now? Nobody knew!", 2),
    ("TRIPOLI, Libya, Sept. 5 (Reuters) - Rice met Gaddafi on Friday. They talked.", 2),
    ("The U.S. Secretary of State met Lt. Gen. Powell at 3 p.m. in Room No. 10.", 1),
    ("He said: “We agree.” Then he left.", 2),
    ("“Why now?” Mr. Rubio asked.", 1),
    ("It grew by 5.5 percent. That was on Jan. 9.", 2),
    ("1. Talks with Egypt. 2. A dinner.", 2),
    ("He waited... Then he spoke.", 2),
    ("Egypt; Jordan; and Syria agreed.", 1),
    ("PRESIDENT MEETS KING. TALKS HELD.", 2),
    ("He came to the U.S. He stayed.", 2),
    ("He wrote it in Italy.[6] It was read.", 2),
    ("He said the answer was no. Macron agreed.", 2),
    ("The king was ill. Macron stayed.", 2),
    ("“No!” — the answer was plain.", 1),
  ])
  func `is cut into sentences`(_ text: String, _ count: Int) {
    #expect(Document(text).sentences.count == count)
  }

  @Test func `counts offsets in Unicode scalars`() {
    let text = "🇳🇿 Café: Erdog\u{306}an spoke"
    let document = Document(text)
    for token in document.tokens {
      #expect(document.text(from: token.start, to: token.end) == token.text)
    }
    #expect(document.tokens.map(\.text).contains("Erdog\u{306}an"))
  }

  @Test func `keeps a possessive apart from a closing quotation mark`() {
    let tokens = Document("the leaders' talks, 'open' talks").tokens
    #expect(tokens.filter(\.isPossessive).count == 2)
  }

  @Test func `never lets a sentence cross a segment`() {
    let text = "First line\nSecond line"
    let document = Document(
      text, segments: [.init(range: 0..<10, origin: 0), .init(range: 11..<22, origin: 1)])
    #expect(document.sentences.map(\.origin) == [0, 1])
  }
}
