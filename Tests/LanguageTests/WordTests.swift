import Language
import Testing

/// Words are compared by two integers; these say that nothing is lost by it.
struct `A word` {
  @Test(
    arguments: [
      ("", ""), ("a", "a"), ("met", "met"), ("meetings", "meetings"), ("delegation", "delegation"),
      ("representative", "representative"), ("parliamentarian", "parliamentarian"),
      ("parliamentarians", "parliamentarians"), ("–", "–"), ("Erdoğan", "Erdoğan"),
    ] as [(Word, String)])
  func `is the same written in the program and read from a text`(word: Word, text: String) {
    #expect(Word(text) == word)
    // A string that was once longer keeps its memory, and its bytes there.
    var spacious = String(repeating: " ", count: 40)
    spacious.removeAll(keepingCapacity: true)
    spacious += text
    #expect(Word(spacious) == word)
    #expect(Word(spacious).tableHash == word.tableHash)
  }

  @Test func `differs from all that differ in a byte`() {
    let texts = [
      "a", "b", "aa", "met", "meet", "meets", "parliamentarian", "parliamentarias",
      "parliamentarians", "parliamentarianz", "counterproliferation", "counterproliferatiom",
      "xounterproliferation",
    ]
    for (index, text) in texts.enumerated() {
      for other in texts.dropFirst(index + 1) { #expect(Word(text) != Word(other)) }
    }
  }

  @Test(
    arguments: [
      "ed", "wed", "visited", "accepted", "negotiated", "counterbalanced", "over-simplified",
    ])
  func `knows how it ends, whatever its length`(text: String) {
    #expect(Word(text).hasSuffix("ed"))
    #expect(!Word(text).hasSuffix("ing"))
    #expect(Word("x" + text).hasSuffix(Word(String(text.suffix(2)))))
    #expect(!Word(text + "s").hasSuffix("ed"))
  }

  @Test func `is no end of a shorter one, and has none where it is empty`() {
    #expect(!Word("d").hasSuffix("ed"))
    #expect(!Word("").hasSuffix("s"))
    #expect(Word("").isEmpty && Word("").lastByte == nil)
    #expect(Word("e.g.").lastByte == UInt8(ascii: "."))
    #expect(Word("representative.").lastByte == UInt8(ascii: "."))
  }

  @Test func `tells whether all its bytes are of ASCII`() {
    #expect(Word("met").isASCII && Word("counterproliferation").isASCII)
    #expect(!Word("Erdoğan").isASCII && !Word("İstanbul-Atatürk-Havalimanı").isASCII)
  }

  @Test(
    arguments: [
      "Met", "AZ", "O’Brien", "Takht-Ravanchi", "U.S.", "B52s", "parliamentarian",
      "Parliamentarians", "PARLIAMENTARIAN", "Erdoğan", "Çavuşoğlu", "@", "–",
    ])
  func `of a text is the string of its letters, as written and in small ones`(text: String) {
    let document = Document(text)
    let written = text.replacing("’", with: "'")
    for token in document.tokens {
      #expect(token.text == written && token.lower == written.lowercased())
      #expect(token.form == Word(written) && token.word == Word(written.lowercased()))
      // It is a string as any other, not only one that compares so.
      #expect(token.text + "s" == written + "s" && token.text.utf8.elementsEqual(written.utf8))
      #expect(Set([token.lower]).contains(written.lowercased()))
    }
    #expect(document.tokens.count == 1)
    #expect(document.text(of: 0..<1) == text)
  }
}
