import Articles
import Diplomacy
import Testing

struct `An official record` {
  @Test func `of travels is one article a trip`() {
    let trips = """
      <?xml version="1.0"?><trips><trip role="secretary" who="kerry-john"><id>7</id>
      <name>John Kerry</name><start-date>2015-07-13</start-date><end-date>2015-07-14</end-date>
      <country id="austria">Austria</country><locale>Vienna</locale>
      <remarks>Met with Iranian Foreign Minister Zarif.</remarks></trip></trips>
      """
    let all = outcomes(Array(trips.utf8), name: "kerry.xml")
    let trip = all.first?.article
    #expect(
      trip?.text
        == "John Kerry, US Secretary of State — Vienna, Austria, 2015-07-13 to 2015-07-14\n\n"
        + "Met with Iranian Foreign Minister Zarif.")
    #expect(trip?.id == "trip-7")
    #expect(trip?.publication?.date?.description == "2015-07-14")
  }

  @Test func `of visits is one article a visit`() {
    let visits = """
      <visits><visit><id>9</id><start-date>1961-06-05</start-date><end-date>1961-06-05</end-date>
      <visitor>Chancellor Adenauer</visitor><from id="germany">Germany</from>
      <description>Met with President Kennedy.</description></visit></visits>
      """
    #expect(
      outcomes(Array(visits.utf8)).first?.article?.text
        == "Chancellor Adenauer of Germany — United States, 1961-06-05\n\nMet with President Kennedy."
    )
  }
}

struct `The day of publication` {
  @Test(arguments: [
    ("2025-03-20T23:59:00-05:00", "2025-03-20"), ("20250320", "2025-03-20"),
    ("Thu, 20 Mar 2025 23:59:59 GMT", "2025-03-20"), ("1742428800", "2025-03-20"),
    ("March 20, 2025", "2025-03-20"), ("2025-03", "2025-03"), ("March 2025", "2025-03"),
    ("2025", "2025"),
  ])
  func `of a field keeps the precision it has`(_ field: String, _ expected: String) throws {
    let read = try article(#"{"text": "The ministers met.", "published": "\#(field)"}"#)
    #expect(read.publication.map { "\($0.when)" } == expected)
    #expect(read.publication?.source == .metadata)
    #expect(read.metadata["publishedIn"] == (expected.count < 10 ? expected : nil))
  }

  @Test(arguments: [
    ("https://a.example/2025/03/20/talks", "2025-03-20"),
    ("https://a.example/2025/mar/20/talks", "2025-03-20"),
    ("https://a.example/news/2025-03-20-talks.html?id=20240101", "2025-03-20"),
    ("https://a.example/20250320/talks", "2025-03-20"),
    ("https://a.example/2025/03/talks", "2025-03"),
  ])
  func `is told by an address where nothing better tells it`(
    _ address: String, _ expected: String
  ) throws {
    let read = try article(#"{"text": "The ministers met.", "url": "\#(address)"}"#)
    #expect(read.publication.map { "\($0.when)" } == expected)
    #expect(read.publication?.source == .url)
  }

  @Test func `is told by the name of the file last, and never by its time`() throws {
    let named = try article("The ministers met.", name: "archive/2025-03-20 talks.txt")
    #expect(named.publication?.source == .file)
    #expect(named.publication?.date?.description == "2025-03-20")
    #expect(try article("The ministers met.", name: "talks.txt").publication == nil)
    let dated = try article("Published 2 April 2021\n\nThe ministers met.", name: "2025-03-20.txt")
    #expect(dated.publication?.source == .text)
  }

  @Test func `of a whole day comes before a better source's month`() throws {
    let read = try article(
      #"{"text": "They met.", "date": "2025-03", "url": "https://a.example/2025/03/20/x"}"#)
    #expect(read.publication?.date?.description == "2025-03-20")
  }
}
