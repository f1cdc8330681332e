import JSON
import Testing

struct `A JSON value` {
  static let value: JSONValue = [
    "name": "Lima", "codes": ["PE", nil], "count": 3, "share": 0.5, "held": true, "empty": [],
    "none": [:],
  ]

  @Test func `is written on one line in the order of its members`() {
    #expect(
      Self.value.text == """
        {"name":"Lima","codes":["PE",null],"count":3,"share":0.5,"held":true,"empty":[],"none":{}}
        """)
  }

  @Test func `is written over several lines`() {
    let value: JSONValue = ["a": [1, 2], "b": []]
    #expect(
      value.indentedText == """
        {
          "a": [
            1,
            2
          ],
          "b": []
        }
        """)
  }

  @Test(arguments: [
    "", "\"\\/", "a\nb\r\tc", "\u{0}\u{1}\u{1F}\u{7F}", "\u{80}\u{9B}31m\u{9F}\u{A0}",
    "\u{2028}\u{2029}", "王毅", "e\u{301}", "👩‍👩‍👧",
    "</script>", "\u{10FFFF}",
  ])
  func `comes back as it was, whatever its text`(_ text: String) throws {
    let value: JSONValue = [.string(text), ["key": .string(text)]]
    #expect(try JSONValue(parsing: value.text.utf8) == value)
    #expect(try JSONValue(parsing: value.indentedText.utf8) == value)
    #expect(
      !value.text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
  }

  @Test func `keeps the scalars of a text, composed or not`() throws {
    let value: JSONValue = "e\u{301}é"
    let back = try JSONValue(parsing: value.text.utf8)
    #expect(
      Array(try #require(back.stringValue).unicodeScalars) == Array("e\u{301}é".unicodeScalars))
  }

  @Test func `comes back with its numbers`() throws {
    let value: JSONValue = [0, -1, .integer(.max), .integer(.min), 0.25, -1.5, 1e300]
    #expect(try JSONValue(parsing: value.text.utf8) == value)
  }

  @Test func `has no number for what is none`() {
    #expect(JSONValue.number(.nan).text == "null")
    #expect(JSONValue.number(.infinity).text == "null")
  }

  @Test(arguments: ["", "{", "{\"a\"}", "nul", "\u{0}", "[\"\\x\"]"])
  func `is not read from what is no JSON`(_ text: String) {
    #expect(throws: (any Error).self) { try JSONValue(parsing: text.utf8) }
  }

  @Test func `is not read from a text nested without end`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: (any Error).self) { try JSONValue(parsing: deep.utf8) }
  }

  @Test func `gives a member by its key`() {
    #expect(Self.value["name"]?.stringValue == "Lima")
    #expect(Self.value["missing"] == nil)
    #expect(Self.value["count"]?.stringValue == nil)
  }
}
