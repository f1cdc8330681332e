import Diplomacy
import Lexicons
import Testing

struct `A place` {
  @Test(
    arguments: [
      ("Kiev", "Kyiv", "UA"), ("Kyiv", "Kyiv", "UA"), ("Peking", "Beijing", "CN"),
      ("Jidda", "Jeddah", "SA"), ("St Petersburg", "St. Petersburg", "RU"),
      ("Saint Petersburg", "St. Petersburg", "RU"), ("Washington", "Washington", "US"),
      ("Male", "Malé", "MV"), ("Camp David", "Camp David", "US"), ("Davos", "Davos", "CH"),
      ("Burgenstock", "Bürgenstock", "CH"), ("Sharm el-Sheikh", "Sharm el-Sheikh", "EG"),
      ("AlUla", "AlUla", "SA"), ("Mar-a-Lago", "Mar-a-Lago", "US"), ("Yalta", "Yalta", "UA"),
      ("New York City", "New York", "US"), ("Sana’a", "Sanaa", "YE"),
      ("Zaanstad", "Zaanstad", "NL"),
    ])
  func `has a usual name and a country`(_ phrase: String, _ name: String, _ code: String) throws {
    let place = try #require(Places.lookup(phrase).first)
    #expect(place.name == name)
    #expect(place.country.rawValue == code)
  }

  @Test func `may share its name with others, capitals first`() {
    #expect(Places.lookup("Tripoli").map(\.country.rawValue) == ["LY", "LB"])
    #expect(Places.lookup("Nowhere at all").isEmpty)
    #expect(Places.lookup("").isEmpty)
    #expect(Places.lookup("#").isEmpty)
  }

  @Test func `whose name is also a word or a person's says so`() {
    #expect(Places.lookup("Reading").first?.ambiguity == .word)
    #expect(Places.lookup("Nancy").first?.ambiguity == .name)
    #expect(Places.lookup("Geneva").first?.ambiguity == nil)
    #expect(Places.lookup("Paris").first?.ambiguity == nil)
  }

  @Test func `of the table is complete and lies on the globe, in a country`() throws {
    let rows = try #require(LexiconTable(named: "places")).rows
    for row in rows {
      let places = Places.lookup(row[0])
      #expect(places.contains { $0.country.rawValue == row[1] }, "\(row)")
      #expect(Countries[CountryCode(row[1])] != nil, "\(row)")
      #expect(row[0].split(separator: " ").count <= Places.maximalWordCount, "\(row)")
      for place in places {
        #expect(abs(place.latitude) <= 90 && abs(place.longitude) <= 180, "\(row)")
      }
    }
  }
}
