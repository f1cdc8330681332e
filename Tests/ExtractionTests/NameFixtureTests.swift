import Articles
import Diplomacy
import Testing

@testable import Extraction

struct `An article's people` {
  @Test(arguments: try FixtureCase.all(of: "names"))
  func `are told apart by name`(_ example: FixtureCase) throws {
    let (_, reports) = try read(example.text)
    let lines = reports.people.map { person -> String in
      let aliases = person.aliases.joined(separator: ", ")
      return person.name + ":" + (aliases.isEmpty ? "" : " " + aliases)
    }
    #expect(lines == example.expected, "\(example.name): \(lines.joined(separator: "\n> "))")
  }

  @Test(arguments: try FixtureCase.all(of: "references"))
  func `are known by what stands for them`(_ example: FixtureCase) throws {
    let (article, _) = try read(example.text.split(separator: "\n= ")[0].description)
    var reading = Reading(article)
    for (_, stage) in Extractor.stages { stage(&reading) }
    let people = reading.people.indices.compactMap { index -> String? in
      let words = reading.mentions.filter {
        $0.person == index && ($0.form == .pronoun || $0.form == .role)
      }.map { reading.evidence($0.tokens).quote }
      return words.isEmpty
        ? nil : reading.people[index].name + ": " + words.joined(separator: ", ")
    }
    let groups = reading.groups.map { group in
      reading.evidence(group.tokens).quote + ": "
        + group.people.map { reading.people[$0].name }.joined(separator: " + ")
    }
    let expectedGroups = example.text.split(separator: "\n").filter { $0.hasPrefix("= ") }
      .map { String($0.dropFirst(2)) }
    #expect(people == example.expected, "\(example.name): \(people.joined(separator: "\n> "))")
    #expect(groups == expectedGroups, "\(example.name): \(groups.joined(separator: "\n= "))")
  }
}
