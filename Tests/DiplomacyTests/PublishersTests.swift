import Diplomacy
import Testing

struct `A publisher's address` {
  @Test(arguments: [
    ("https://www.rte.ie/news/2017/0217/1-x/", "IE"), ("http://www.abc.net.au/news/1", "AU"),
    ("https://news.sky.com/story", "GB"), ("dawn.com", "PK"),
    ("https://www.unknown-gazette.co.uk/a", "GB"), ("https://elsewhere.gov.in/a", "IN"),
  ])
  func `tells for whose readers it writes`(_ address: String, _ country: String) {
    #expect(Publishers.home(ofAddress: address) == CountryCode(country))
  }

  @Test(arguments: ["https://example.com/a", "https://start.io/a", "https://x.tv", "localhost", ""])
  func `tells nothing where it is anybody's`(_ address: String) {
    #expect(Publishers.home(ofAddress: address) == nil)
  }
}

struct `A misspelt word of an office` {
  @Test(arguments: [
    ("presdient", "president"), ("minsiter", "minister"), ("ambassdor", "ambassador"),
    ("secratary", "secretary"), ("chancelor", "chancellor"), ("minister", nil),
    ("resident", nil), ("ministry", nil), ("defense", nil), ("minstrel", nil), ("generally", nil),
  ])
  func `is known by one letter`(_ word: String, _ meant: String?) {
    #expect(OfficeSpelling.meant(by: word) == meant)
  }

  @Test func `leaves the class of its title`() {
    #expect(Offices.classify("Foreign Minsiter") == .foreignMinister)
    #expect(Offices.classify("Presdient") == .headOfState)
  }
}
