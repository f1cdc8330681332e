import Diplomacy
import SQLite

// MARK: - Spellings

/// A way in which an article writes the name of a thing of the record.
struct Spelling: Hashable {
  let kind: String
  let id: String
  let name: String
  let detail: String
}

extension ArticleIndex {
  /// Hands over every way in which `article` writes the name of a thing.
  func forEachSpelling(of article: ReportedArticle, _ body: (Spelling) -> Void) {
    for role in article.people.flatMap(\.roles) where !role.id.isEmpty {
      let owner = [
        role.office ?? "", role.of?.country ?? "", role.of?.organization.map(slug) ?? "",
      ]
      body(
        Spelling(
          kind: "role", id: role.id, name: role.title, detail: owner.joined(separator: "|")))
    }
    for name in article.organizations where !slug(name).isEmpty {
      body(Spelling(kind: "organization", id: slug(name), name: name, detail: ""))
    }
    for meeting in article.meetings {
      for topic in meeting.topics where !slug(topic).isEmpty {
        body(Spelling(kind: "topic", id: slug(topic), name: topic, detail: ""))
      }
      if let place = meeting.place, !place.id.isEmpty {
        body(
          Spelling(
            kind: "place", id: place.id, name: place.name, detail: place.country?.rawValue ?? ""))
      }
    }
  }

  /// Counts one way of writing a name `count` times more.
  func spell(_ spelling: Spelling, by count: Int) {
    tallies.spellings[spelling, default: 0] += count
  }
}

extension PlaceName {
  /// The identifier of the place: name and country.
  var id: String { slug("\(name) \(country?.rawValue ?? "")") }
}
