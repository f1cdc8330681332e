import Articles
import Diagnostics
import Diplomacy
import Testing

private func read(
  _ text: String, published: String? = nil, format: InputFormat = .auto
) throws -> Article {
  let reader = ArticleReader(
    published: published.flatMap { CalendarDate(iso: $0) }, format: format)
  return try #require(reader.read(InputFile(name: "text", bytes: Array(text.utf8))).first).get()
}

private func refusal(_ bytes: [UInt8]) -> String? {
  guard case .failure(let diagnostic) = ArticleReader().read(InputFile(name: "x", bytes: bytes))[0]
  else { return nil }
  return diagnostic.summary
}

private let copied = """
  Print
  Category: Politics
  Author: Thomas Manch

  Washington wants more from its partners

  The foreign minister of New Zealand met the Secretary of State in Washington on Wednesday, and \
  both sides said afterwards that the talks had been useful.

  Peters, left, shakes hands with Rubio.

  Hits: 28
  Article: https://news.example/2025/03/20/partners
  Note from the editor:
  Star InactiveStar Inactive
  """

struct `A plain text` {
  @Test func `copied from a page is told apart from what the site put around it`() throws {
    let article = try read(copied)
    let kinds = article.blocks.map(\.kind)
    #expect(
      kinds == [
        .boilerplate, .boilerplate, .byline, .title, .paragraph, .caption, .boilerplate,
        .boilerplate, .boilerplate, .boilerplate,
      ])
    #expect(article.title == "Washington wants more from its partners")
    #expect(article.author == "Thomas Manch")
    #expect(article.url == "https://news.example/2025/03/20/partners")
  }

  @Test func `saved as one long line is text, though writers are named in it`() throws {
    let body = String(
      repeating: "The two ministers spoke of trade, fish and the sea between their countries. ",
      count: 8)
    let article = try read(body + "A colleague in Oslo contributed to this report.")
    #expect(article.blocks.map(\.kind) == [.paragraph])
  }

  @Test func `is kept whole, and its blocks cover every word`() throws {
    let article = try read(copied)
    #expect(article.text == copied)
    let scalars = Array(article.text.unicodeScalars)
    var covered = Set<Int>()
    for block in article.blocks { covered.formUnion(block.range.start..<block.range.end) }
    for (index, scalar) in scalars.enumerated() where !scalar.properties.isWhitespace {
      #expect(covered.contains(index))
    }
  }

  @Test func `takes its date from the option before its address`() throws {
    #expect(
      try read(copied).publication == .init(#require(CalendarDate(iso: "2025-03-20")), from: .url))
    #expect(
      try read(copied, published: "2025-03-21").publication
        == .init(#require(CalendarDate(iso: "2025-03-21")), from: .option))
  }

  @Test(arguments: [
    ("Published on 2 April 2021, 12:30", "2021-04-02"), ("Friday March 26, 2004", "2004-03-26"),
    ("Sunday 16 February 2025", "2025-02-16"),
    ("19.04.2025 - Update: 20.04.2025", "2025-04-19"), ("2014/06/08", "2014-06-08"),
    ("28/06/2022 06:42 PM", "2022-06-28"), ("Last updated 27 Feb 2023 19.32 GMT", "2023-02-27"),
  ])
  func `takes its date from a line that states it`(_ line: String, _ date: String) throws {
    let article = try read("\(line)\n\nThe two ministers met for the first time in the capital.")
    #expect(article.publication?.date?.description == date)
    #expect(article.publication?.source == .text)
  }

  @Test func `ends where links to other articles begin`() throws {
    let article = try read(
      """
      The foreign minister met the Secretary of State in Washington on Wednesday morning.

      Most read
      • What the King will do in Samoa
      Five things to know about the summit

      The two of them will meet again in May.
      """)
    #expect(
      article.blocks.map(\.kind) == [
        .paragraph, .boilerplate, .boilerplate, .boilerplate, .paragraph,
      ])
  }

  @Test func `joins lines broken by the width of the page`() throws {
    let article = try read(
      """
      The prime minister and the president met in the afternoon for talks that
      went on for longer than planned.
      """)
    #expect(article.blocks.count == 1)
  }

  @Test func `joins what a typewriter broke at its margin, and leaves a list's lines apart`() throws
  {
    let article = try read(
      """
      PARTICIPANTS:
        President Richard Nixon
        Henry A. Kissinger, Assistant to the President for National Security
          Affairs
        Prime Minister Golda Meir
        Simcha Dinitz, the Ambassador of Israel to the United States
        Brent Scowcroft, Deputy Assistant to the President

      The President said that both sides had gone through weeks in which
      neither knew whether the lines would hold, and that he had ordered the
      airlift because nothing else would have been understood in Moscow or
      in Damascus as it was meant.
        The Prime Minister answered that the soldiers who were still held by
      the Egyptians came first for everybody at home, whatever else might be
      agreed on the road to Suez.
      """)
    let lines = article.blocks.map { block in
      let scalars = Array(article.text.unicodeScalars)[block.range.start..<block.range.end]
      return String(String.UnicodeScalarView(scalars)).split { " \n".contains($0) }
    }
    #expect(
      lines.map { "\($0.first ?? "") … \($0.last ?? "")" } == [
        "PARTICIPANTS: … PARTICIPANTS:", "President … Nixon", "Henry … Affairs", "Prime … Meir",
        "Simcha … States", "Brent … President", "The … meant.", "The … Suez.",
      ])
  }

  @Test func `keeps Windows line ends out of the offsets`() throws {
    let article = try read("The talks\r\nended well.\r\n")
    #expect(article.text == "The talks\nended well.\n")
  }
}

struct `Bad input` {
  @Test func `is refused with what is wrong`() {
    #expect(refusal([]) == "x is empty")
    #expect(refusal(Array(" \n ".utf8)) == "x is empty")
    #expect(refusal([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2]) == "x is a program")
    #expect(refusal([0x54, 0x68, 0x65, 0, 1, 2, 0x20, 0x41]) == "x is not text")
    #expect(
      refusal(Array("The café\nwas “full” ".utf8) + [0xE9, 0x20])
        == "x is not valid UTF-8 (line 2)")
    let french = """
      Le ministre des affaires étrangères a rencontré le président de la République dans la capitale \
      pour parler des relations entre les deux pays et de la situation dans la région avec les élus.
      """
    #expect(refusal(Array(french.utf8)) == "x is not in English")
    #expect(refusal(Array("Министр встретился с президентом".utf8)) == "x is not in English")
  }

  @Test func `that is longer than a book is refused`() {
    let sentence = "The minister said that the talks of the day had been good for the two of them. "
    #expect(
      refusal(Array(String(repeating: sentence, count: 10_000).utf8))
        == "x is longer than an article: more than 500000 characters")
  }

  @Test func `in one line of JSON Lines leaves the others alone`() {
    let lines = """
      {"id": "a", "text": "The ministers met.", "published": "2025-03-20", "desk": "world"}
      {"id": "b"}
      not json
      {"id": "d", "text": "They parted.", "published": "20 March"}
      {"id": "e", "text": "They\\u0000 parted."}
      """
    let reader = ArticleReader(format: .jsonl)
    let outcomes = reader.read(InputFile(name: "dump", bytes: Array(lines.utf8)))
    #expect(outcomes.count == 5)
    #expect((try? outcomes[0].get())?.metadata == ["desk": "world"])
    let summaries = outcomes.dropFirst().map { outcome -> String in
      if case .failure(let diagnostic) = outcome { diagnostic.summary } else { "read" }
    }
    #expect(
      summaries == [
        "dump, line 2 has no text", "dump, line 3 is not a JSON object",
        "dump, line 4: \"20 March\" is no date", "dump, line 5 is not text",
      ])
  }

  @Test func `that is missing or a folder is named`() {
    #expect(throws: Diagnostic.self) { try InputFile(path: "/no/such/file") }
    #expect(throws: Diagnostic.self) { try InputFile(path: "/") }
  }
}
