import Diplomacy
import Lexicons
import Testing

struct `The table of office-holders` {
  @Test(
    arguments: [
      ("Juan Manuel Santos", Office.headOfState, 2014, "CO"),
      ("Volodymyr Zelenskiy", .headOfState, 2023, "UA"),
      ("Motegi Toshimitsu", .foreignMinister, 2020, "JP"),
      ("Toshimitsu Motegi", .foreignMinister, 2020, "JP"),
      ("Xi Jinping", .headOfState, 2020, "CN"), ("Robert Kennedy Jr", .minister, 2025, "US"),
      ("Daniel Ortega Saavedra", .headOfState, 2020, "NI"),
      ("S. Jaishankar", .foreignMinister, 2022, "IN"),
      ("Mike Pompeo", .foreignMinister, 2019, "US"),
    ])
  func `tells whose official a full name is`(
    _ name: String, _ office: Office, _ year: Int, _ country: String
  ) {
    #expect(OfficeHolders.homes(ofName: name, as: office, in: year) == [CountryCode(country): 1])
  }

  @Test func `asks a family name for the office and the time`() {
    let germany = CountryCode("DE")
    #expect(OfficeHolders.homes(ofName: "Merkel", as: .headOfGovernment, in: 2014)[germany] == 0.8)
    #expect(OfficeHolders.homes(ofName: "Merkel", as: .headOfGovernment, in: 1970)[germany] == nil)
    #expect(OfficeHolders.homes(ofName: "Merkel", as: .mayor, in: 2014)[germany] == nil)
    #expect(OfficeHolders.homes(ofName: "Merkel", as: nil, in: 2014)[germany] == nil)
  }

  @Test func `leaves open which of two of one family name is meant`() throws {
    let homes = OfficeHolders.homes(ofName: "Santos", as: .headOfState, in: 2014)
    let shares = [homes[CountryCode("CO")], homes[CountryCode("AO")]].compactMap(\.self)
    #expect(shares.count == 2 && shares.allSatisfy { $0 < 0.5 })
  }

  @Test func `holds a full name for less where the office is another`() throws {
    let homes = OfficeHolders.homes(ofName: "Sergei Lavrov", as: .mayor, in: 2014)
    let share = try #require(homes[CountryCode("RU")])
    #expect(share > 0 && share < 1)
  }

  @Test(
    arguments: ["Moses Lavrov", "Lavrov Santos", "Obama Barack", "", " ", "Xyzzy Plugh"])
  func `knows nobody by half a name`(_ name: String) {
    #expect(OfficeHolders.homes(ofName: name, as: .foreignMinister, in: 2014) == [:])
    #expect(OfficeHolders.home(ofFullName: name, around: 2014) == nil)
  }

  @Test func `tells namesakes apart by what stands between their names`() {
    #expect(OfficeHolders.home(ofFullName: "Mohamed Irfaan Ali", around: 2024) == CountryCode("GY"))
    #expect(OfficeHolders.home(ofFullName: "Mohamed Ali", around: 2024) != CountryCode("GY"))
  }

  @Test func `tells how far a year lies from a term`() {
    func distance(_ year: Int, _ country: String) -> Int? {
      OfficeHolders.distance(
        ofName: "Angela Merkel", to: year, as: [.headOfGovernment], of: CountryCode(country))
    }
    #expect(distance(2015, "DE") == 0)
    #expect(distance(2023, "DE") == 2)
    #expect(distance(2000, "DE") == 5)
    #expect(distance(2015, "AT") == nil)
  }

  @Test func `tells no home of a name long out of office`() {
    #expect(OfficeHolders.home(ofFullName: "Angela Merkel", around: 2015) == CountryCode("DE"))
    #expect(OfficeHolders.home(ofFullName: "Angela Merkel", around: 1950) == nil)
    #expect(OfficeHolders.home(ofFullName: "Merkel", around: 2015) == nil)
  }

  @Test func `lists each name by the sounds of its words, with terms that can be`() throws {
    let letters = Set("SRGVFDINEPOAZCKML")
    for row in try #require(LexiconTable(named: "office_holders")).rows {
      let words = folded(row[1]).split(separator: " ").map { nameSkeleton(String($0)) }
      let keys = row[0].split(separator: " ").map(String.init)
      #expect(keys.count <= 2 && keys.allSatisfy(words.contains), "\(row)")
      let country = CountryCode(row[2])
      #expect(Countries[country] != nil, "\(row)")
      for term in row[3].split(separator: ";") {
        #expect(term.first.map(letters.contains) ?? false, "\(row)")
        let years = term.dropFirst(2).split(separator: "-").compactMap { Int($0) }
        #expect(years.count == 1 || years.count == 2 && years[0] <= years[1], "\(row)")
      }
    }
  }
}
