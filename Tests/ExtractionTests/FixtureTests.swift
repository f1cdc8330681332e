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

  @Test(arguments: try FixtureCase.all(of: "roles"))
  func `tell the people and their roles`(_ example: FixtureCase) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.personLines
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }
}
