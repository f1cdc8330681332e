import Articles
import Diplomacy
import Testing

struct `A dump` {
  @Test func `in JSON is cut into the elements of its list`() {
    let list =
      #"[{"id": 1, "body": "The ministers met in {Oslo}."}, {"id": 2, "body": "They \"parted\"."}]"#
    let all = outcomes(Array(list.utf8), name: "dump.json")
    #expect(all.map(\.summary) == ["read dump.json, record 1", "read dump.json, record 2"])
    #expect(all.map { $0.article?.text } == ["The ministers met in {Oslo}.", "They \"parted\"."])
    #expect(all.map { $0.article?.id } == ["1", "2"])
  }

  @Test func `in JSON may have its list within an object`() {
    let dump = """
      {
        "status": "ok",
        "response": { "docs": [ {"headline": "One", "text": "They met."}, {"text": "They parted."} ] }
      }
      """
    let all = outcomes(Array(dump.utf8), name: "dump")
    #expect(all.map { $0.article?.text } == ["They met.", "They parted."])
    #expect(all.first?.article?.title == "One")
  }

  @Test func `that breaks off gives the records before`() {
    let all = outcomes(Array(#"[{"text": "They met."}, {"text": "They pa"#.utf8), name: "dump")
    #expect(all.map(\.refusal?.reason) == [nil, .damaged])
  }

  @Test func `has its fields where the user says`() throws {
    var fields = FieldMapping()
    fields.map(.text, to: "story.full")
    fields.map(.title, to: "story.head")
    fields.map(.published, to: "when")
    let line = #"{"story": {"full": "They met.", "head": "Talks"}, "when": 1742428800, "n": 3}"#
    let read = try article(line, reader: ArticleReader(fields: fields))
    #expect(read.text == "They met.")
    #expect(read.title == "Talks")
    #expect(read.publication?.date?.description == "2025-03-20")
    #expect(read.metadata == ["n": "3"])
  }

  @Test func `may hold pages as HTML`() throws {
    let read = try article(
      #"{"html": "<h1>Talks</h1><p>They met on <b>Monday</b>.</p>", "url": "https://a.example/2025/03/20/x"}"#
    )
    #expect(read.text == "Talks\n\nThey met on Monday.")
    #expect(read.publication?.source == .url)
  }

  @Test(arguments: [",", ";", "\t"])
  func `in rows has a column of text`(_ separator: String) {
    let table = """
      headline,date,content
      One,2025-03-20,"They met, and ""parted"",
      all of them."
      Two,2025-03-21,They met again.

      Three,2025-03-22,
      """.split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: separator).replacing("met\(separator) and", with: "met, and")
      .replacing("\"\(separator)\n", with: "\",\n")
    let all = outcomes(Array(table.utf8), name: "table.csv")
    #expect(all.map(\.place) == ["table.csv, line 2", "table.csv, line 4", "table.csv, line 6"])
    #expect(all.first?.article?.text == "They met, and \"parted\",\nall of them.")
    #expect(all[1].article?.publication?.date?.description == "2025-03-21")
    #expect(all[2].refusal?.reason == .noText)
  }

  @Test func `with a line of a hundred megabytes skips it and reads on`() {
    let megabyte = [UInt8](repeating: 0x61, count: 1 << 20)
    var chunks = [Array((#"{"text": "They met."}"# + "\n" + #"{"text": ""#).utf8)]
    chunks += Array(repeating: megabyte, count: 100)
    chunks.append(Array(("\"}\n" + #"{"text": "They parted."}"#).utf8))
    var rest = chunks.makeIterator()
    let reader = ArticleReader()
    let all = reader.parts(ofStream: "dump.jsonl") { rest.next() ?? [] }.map(reader.read)
    #expect(all.map(\.refusal?.reason) == [nil, .limit, nil])
    #expect(all[1].summary == "dump.jsonl, line 2 is longer than 16 MB")
  }
}
