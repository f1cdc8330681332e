import Diagnostics
import Testing

struct `The width of a text` {
  @Test(arguments: [
    ("", 0), ("Lima", 4), ("Álvaro", 6), ("A\u{301}lvaro", 6), ("王毅", 4), ("ｶﾅ", 2), ("한국", 4),
    ("🇳🇿", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("a\u{200B}b", 2), ("שלום", 4), ("€", 1),
  ])
  func `counts the columns it takes`(_ text: String, _ columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }
}

struct `A wrapped text` {
  @Test func `breaks between words`() {
    #expect(wrapped("who met whom and when", to: 8) == ["who met", "whom and", "when"])
  }

  @Test func `keeps the breaks it has`() {
    #expect(wrapped("one\n\ntwo", to: 10) == ["one", "", "two"])
  }

  @Test func `cuts words that are wider than a line`() {
    #expect(wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(wrapped("王毅习近平", to: 5) == ["王毅", "习近", "平"])
  }

  @Test(arguments: [-1, 0, 1])
  func `ends for any width`(_ width: Int) {
    #expect(wrapped("王毅", to: width) == ["王", "毅"])
  }

  @Test func `of nothing is one empty line`() {
    #expect(wrapped("", to: 10) == [""])
  }
}
