import Diplomacy
import Testing

struct `A country` {
  @Test(
    arguments: [
      ("South Korea", "KR", .name), ("Korea, South", "KR", .name), ("ROK", "KR", .name),
      ("Republic of Korea", "KR", .name), ("DPRK", "KP", .name), ("North Korea", "KP", .name),
      ("Germany, Federal Republic of", "DE", .name), ("West Germany", "DE", .name),
      ("Türkiye", "TR", .name), ("Turkey", "TR", .name), ("U.S.", "US", .name),
      ("the United States", "US", .name), ("United States of America", "US", .name),
      ("UK", "GB", .name), ("Britain", "GB", .name), ("Burma", "MM", .name),
      ("Ivory Coast", "CI", .name), ("Côte d’Ivoire", "CI", .name), ("Holland", "NL", .name),
      ("PRC", "CN", .name), ("People's Republic of China", "CN", .name), ("Zaire", "CD", .name),
      ("Siam", "TH", .name), ("Persia", "IR", .name), ("Ceylon", "LK", .name),
      ("Rhodesia", "ZW", .name), ("Soviet Union", "SU", .name), ("NATO", "NATO", .name),
      ("E.U.", "EU", .name), ("United Nations", "UN", .name),
      ("Palestinian Authority", "PS", .name),
      ("Kosovo", "XK", .name), ("RUSSIA", "RU", .name), ("The Gambia", "GM", .name),
      ("New Zealander", "NZ", .demonym), ("Frenchwoman", "FR", .demonym),
      ("French", "FR", .adjective),
      ("British", "GB", .adjective), ("Soviet", "SU", .adjective), ("Swiss", "CH", .adjective),
      ("Wellington", "NZ", .capital), ("Jerusalem", "IL", .capital), ("Kiev", "UA", .capital),
      ("Washington, D.C.", "US", .capital), ("Moscow", "RU", .capital),
      ("White House", "US", .metonym), ("the Kremlin", "RU", .metonym),
      ("Downing Street", "GB", .metonym), ("Quai d'Orsay", "FR", .metonym),
      ("Beehive", "NZ", .metonym), ("Blue House", "KR", .metonym),
    ] as [(String, String, CountryMatch.Form)])
  func `is found by what newspapers call it`(
    _ phrase: String, _ code: String, _ form: CountryMatch.Form
  ) throws {
    let match = try #require(Countries.lookup(phrase))
    #expect(match.code.rawValue == code)
    #expect(match.form == form)
  }

  @Test(arguments: ["us", "turkey", "Brussels", "the", "", "polish", "WHO"])
  func `is not found by other words`(_ phrase: String) {
    #expect(Countries.lookup(phrase) == nil)
  }

  @Test func `has name and capital by its code`() {
    #expect(Countries[CountryCode("NZ")]?.capital == "Wellington")
    #expect(Countries[CountryCode("KR")]?.name == "South Korea")
    #expect(Countries[CountryCode("FR")]?.adjective == "French")
    #expect(Countries[CountryCode("ZZ")] == nil)
  }

  @Test func `has a code that stands in the order of the alphabet and keeps its letters`() {
    let letters = ["NATO", "US", "", "CI", "N", "EU", "CH"]
    #expect(letters.map { CountryCode($0).rawValue } == letters)
    #expect(letters.map { CountryCode($0) }.sorted().map(\.rawValue) == letters.sorted())
    #expect(CountryCode("NATO") != CountryCode("N"))
    // No country has a longer one.
    #expect(CountryCode("somewhere else").rawValue == "somewher")
  }

  @Test func `is there once, for each code of ISO 3166-1 and those that act as one`() {
    let codes = Countries.all.map(\.code.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(Countries.all.count { $0.code.rawValue.utf8.count == 2 } == 249 + 3 + 4)
    let special = Set(["EU", "UN", "NATO", "PS", "XK", "SU", "YU", "DD", "CS"])
    #expect(special.isSubset(of: codes))
  }

  @Test func `shares no name or demonym with another`() {
    var owners: [String: CountryCode] = [:]
    for country in Countries.all {
      for form in [country.name] + country.otherNames + country.demonyms {
        #expect(owners.updateValue(country.code, forKey: form) ?? country.code == country.code)
      }
    }
  }

  @Test func `owns every metonym`() {
    #expect(Countries.metonyms.count > 40)
    for metonym in Countries.metonyms { #expect(Countries[metonym.country] != nil) }
    #expect(Countries.metonym("Kremlin")?.city == "Moscow")
  }

  @Test func `name has no more words than the longest`() {
    for country in Countries.all {
      for name in [country.name] + country.otherNames + country.capitals {
        #expect(name.split(separator: " ").count <= Countries.maximalWordCount)
      }
    }
  }
}
