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

/// A name of a thing as an article tells it, before anybody works out which thing it is.
enum ToldName: Hashable {
  case role(title: String, office: String?, of: Affiliation?)
  case organization(String)
  case topic(String)
  case place(PlaceName)

  /// How the thing is spelled; nil for a name without a letter.
  var spelling: Spelling? {
    let spelling =
      switch self {
      case .role(let title, let office, let of):
        Spelling(
          kind: "role", id: roleID(title, of), name: title,
          detail: [office ?? "", of?.country ?? "", of?.organization.map(slug) ?? ""]
            .joined(separator: "|"))
      case .organization(let name):
        Spelling(kind: "organization", id: slug(name), name: name, detail: "")
      case .topic(let topic): Spelling(kind: "topic", id: slug(topic), name: topic, detail: "")
      case .place(let place):
        Spelling(
          kind: "place", id: place.id, name: place.name, detail: place.country?.rawValue ?? "")
      }
    return spelling.id.isEmpty ? nil : spelling
  }
}

extension ArticleIndex {
  /// Counts one way of writing a name `count` times more.
  func spell(_ spelling: Spelling, by count: Int) {
    tallies.spellings[spelling, default: 0] += count
  }

  /// Counts every way in which `article` writes the name of a thing `count` times more.
  func spellNames(in article: ReportedArticle, by count: Int) {
    func tell(_ name: ToldName) { tallies.names[name, default: 0] += count }
    for person in article.people {
      for role in person.roles {
        tell(.role(title: role.title, office: role.office, of: role.of))
      }
    }
    for name in article.organizations { tell(.organization(name)) }
    for meeting in article.meetings {
      for topic in meeting.topics { tell(.topic(topic)) }
      if let place = meeting.place { tell(.place(place)) }
    }
  }
}

extension PlaceName {
  /// The identifier of the place: name and country.
  var id: String { slug("\(name) \(country?.rawValue ?? "")") }
}
