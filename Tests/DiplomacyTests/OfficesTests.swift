import Diplomacy
import Testing

struct `A title` {
  @Test(
    arguments: [
      ("Foreign Minister", .foreignMinister),
      ("Secretary of State", .foreignMinister),
      ("Foreign Secretary", .foreignMinister),
      ("External Affairs Minister", .foreignMinister),
      ("Minister for Europe and Foreign Affairs", .foreignMinister),
      ("Foreign and European Affairs Minister", .foreignMinister),
      ("top diplomat", .foreignMinister),
      ("FM", .foreignMinister),
      ("deputy foreign minister", .deputyForeignMinister),
      ("first deputy foreign minister", .deputyForeignMinister),
      ("deputy minister of foreign affairs", .deputyForeignMinister),
      ("deputy special envoy for the Middle East", .specialEnvoy),
      ("Trump's special envoy", .specialEnvoy),
      ("Minister for Trade", .minister),
      ("Defense Secretary", .defenceMinister),
      ("deputy energy minister", .deputyMinister),
      ("former president", .headOfState),
      ("Vice-President", .deputyHeadOfState),
      ("Taoiseach", .headOfGovernment),
      ("chancellor of the exchequer", .minister),
      ("National Security Advisor", .nationalSecurityAdviser),
      ("acting assistant to the President for National Security Affairs", .nationalSecurityAdviser),
      ("senior director for counterterrorism", .adviser),
      ("Secretary-General", .secretaryGeneral),
      ("general secretary of the Communist Party", .headOfState),
      ("chairman of the Senate Foreign Relations Committee", .legislator),
      ("governor of the Bank of Japan", .organizationHead),
      ("foreign ministry spokeswoman", .spokesperson),
      ("Crown Prince", .royal),
      ("Pope", .religiousLeader),
      ("army chief of staff", .militaryCommander),
      ("Director of National Intelligence", .intelligenceChief),
      ("tenor", nil),
    ] as [(String, Office?)])
  func `has the office`(_ title: String, _ office: Office?) {
    #expect(Offices.classify(title) == office)
  }

  @Test func `of president heads a state or an organisation, as what it belongs to`() {
    let union = Affiliation.country(CountryCode("EU"))
    #expect(Offices.classify("president", of: .country(CountryCode("FR"))) == .headOfState)
    #expect(Offices.classify("president", of: union) == .organizationHead)
    #expect(Offices.classify("president", of: .organization("World Bank")) == .organizationHead)
    #expect(Offices.classify("president of the European Council") == .organizationHead)
  }

  @Test func `that one country alone has implies it`() {
    #expect(Offices.country(impliedBy: "acting Secretary of State") == CountryCode("US"))
    #expect(Offices.lookup("taoiseach")?.country == CountryCode("IE"))
    #expect(Offices.country(impliedBy: "foreign minister") == nil)
  }

  @Test func `may be known without telling the office`() {
    #expect(Offices.lookup("leader") != nil)
    #expect(Offices.lookup("leader")?.office == nil)
    #expect(Offices.lookup("tenor") == nil)
  }
}
