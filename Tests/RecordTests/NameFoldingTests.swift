@testable import Record
import Testing

struct `Folding a name` {
  @Test(
    arguments: [
      ("Lars Løkke Rasmussen", "lars lokke rasmussen"), ("AL-SISI", "al sisi"),
      ("Sinéad O’Brien", "sinead obrien"), ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
      ("Cafe\u{301}", "cafe"), ("Łukasz  Żak ", "lukasz zak"),
      ("Nguyễn Phú Trọng", "nguyen phu trong"),
      ("Groß", "gross"), ("Лавров", "лавров"), ("习近平", "习近平"), ("\"; drop table", "drop table"),
    ])
  func `leaves what names are compared by`(_ name: String, _ expected: String) {
    #expect(folded(name) == expected)
    #expect(folded(expected) == expected)
  }
}

struct `SHA-256` {
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func `agrees with the examples of the standard`(_ text: String, _ expected: String) {
    #expect(sha256(text.utf8) == expected)
  }
}
