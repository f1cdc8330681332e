import Diplomacy
import Testing

struct `An office that not every country has` {
  @Test(
    arguments: [
      ("Crown Prince", "SA", true), ("Crown Prince", "US", false),
      ("Prime Minister", "GB", true), ("Prime Minister", "US", false),
      ("deputy prime minister", "JO", true), ("Foreign Secretary", "IN", true),
      ("Foreign Secretary", "FR", false), ("chancellor", "DE", true), ("chancellor", "RU", false),
      ("Vice-President", "US", true), ("Vice-President", "JP", false),
      ("President", "FR", true), ("President", "JP", false), ("King", "JO", true),
      ("foreign minister", "US", false), ("first Deputy Prime Minister", "RU", true),
    ])
  func `is of the countries that have it`(_ title: String, _ country: String, _ exists: Bool) {
    #expect(OfficeCountries(of: title).mayExist(in: CountryCode(country)) == exists)
  }

  @Test func `may be of any country where nothing is known of it`() {
    #expect(OfficeCountries(of: "chief of protocol").mayExist(in: CountryCode("FR")))
    #expect(OfficeCountries(of: "").mayExist(in: CountryCode("FR")))
    #expect(!OfficeCountries(of: "chief of protocol").isKnown(in: CountryCode("FR")))
    #expect(OfficeCountries(of: "External Affairs Minister").isKnown(in: CountryCode("IN")))
  }
}

struct `A name` {
  @Test(
    arguments: [
      ("giorgia meloni", "IT", "RU"), ("sergei lavrov", "RU", "JP"), ("xi jinping", "CN", "GR"),
      ("kim yong chol", "KP", "IN"), ("mohammed al-khulaifi", "QA", "BR"),
      ("mevlüt çavuşoğlu", "TR", "PL"), ("petro poroshenko", "UA", "IL"),
    ])
  func `is likelier where such names are common`(
    _ name: String, _ here: String, _ there: String
  ) {
    let parts = name.split(separator: " ").map(String.init)
    #expect(NameOrigins(of: parts).likelihood(in: CountryCode(here)) > 0)
    #expect(NameOrigins(of: parts).likelihood(in: CountryCode(there)) < 0)
  }

  @Test func `says nothing where it is not known`() {
    #expect(NameOrigins(of: ["xyzzy"]).likelihood(in: CountryCode("FR")) == 0)
    #expect(NameOrigins(of: []).likelihood(in: CountryCode("FR")) == 0)
  }

  @Test func `says little against countries whose officials' names come from everywhere`() {
    let parts = ["rishi", "sunak"]
    #expect(NameOrigins(of: parts).likelihood(in: CountryCode("GB")) > -0.5)
  }
}
