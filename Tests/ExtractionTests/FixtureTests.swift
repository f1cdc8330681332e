import Diplomacy
import Extraction
import Testing

struct `An article's reports` {
  @Test(arguments: try FixtureCase.all(of: "contacts"))
  func `tell the meetings`(_ example: FixtureCase) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.meetingLines
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }

  @Test(arguments: try FixtureCase.all(of: "tellings"))
  func `tell the meetings of sentences as newspapers write them`(_ example: FixtureCase) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.meetingLines
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }

  @Test(arguments: try FixtureCase.all(of: "occasions"))
  func `tell who took part in an occasion told over several sentences`(
    _ example: FixtureCase
  ) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.meetingLines
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }

  @Test(arguments: try FixtureCase.all(of: "circumstances"))
  func `tell when and where`(_ example: FixtureCase) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.meetingLines
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }

  @Test(arguments: try FixtureCase.all(of: "layouts"))
  func `tell what stands in lists and forms`(_ example: FixtureCase) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.meetingLines
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }

  @Test(arguments: try FixtureCase.all(of: "roles"))
  func `tell the people and their roles`(_ example: FixtureCase) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.personLines
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }
}
