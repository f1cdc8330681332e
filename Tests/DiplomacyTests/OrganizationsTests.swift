import Diplomacy
import Testing

struct `An organisation` {
  @Test(
    arguments: [
      ("ASEAN", "Association of Southeast Asian Nations"), ("the Arab League", "Arab League"),
      ("G7", "Group of Seven"), ("Hizbullah", "Hezbollah"),
      ("the Quad", "Quadrilateral Security Dialogue"),
      ("G-20", "Group of Twenty"), ("Pacific Islands Forum", "Pacific Islands Forum"),
      ("World Trade Organisation", "World Trade Organization"),
    ])
  func `is found by its names and acronym`(_ phrase: String, _ name: String) {
    #expect(Organizations.lookup(phrase)?.name == name)
  }

  @Test func `may act as a country`() {
    #expect(Organizations.lookup("European Commission")?.country == CountryCode("EU"))
    #expect(Organizations.lookup("Palestinian Authority")?.country == CountryCode("PS"))
    #expect(Organizations.lookup("African Union")?.country == nil)
    for organization in Organizations.all {
      if let code = organization.country { #expect(Countries[code] != nil) }
    }
  }

  @Test func `shares no name with another`() {
    var owners: [String: String] = [:]
    for organization in Organizations.all {
      let names = [organization.name, organization.acronym].compactMap(\.self)
      for name in Set(names + organization.otherNames) {
        #expect(owners.updateValue(organization.name, forKey: name) == nil, "\(name)")
      }
    }
  }
}
