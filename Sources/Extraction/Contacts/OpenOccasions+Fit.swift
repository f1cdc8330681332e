import Diplomacy
import Language

/// Whether a telling can be of an occasion told before.
extension OpenOccasions {
  /// Whether a heading parts two tellings: what stands under another is of something else.
  func hasHeading(between first: ContactDraft, and second: ContactDraft) -> Bool {
    first.block + 1 < second.block
      && ![.title, .heading].contains(reading.article.blocks[first.block].kind)
      && (first.block + 1..<second.block).contains { reading.article.blocks[$0].kind == .heading }
  }

  /// Whether an occasion can be called by a noun of this form: no call is "the dinner".
  func suits(_ draft: ContactDraft, _ form: MeetingKind?) -> Bool {
    switch form {
    case .meal, .call: draft.kind == form
    case .meeting, .summit: draft.kind != .call || draft.isSpoken
    case .visit, nil: true
    }
  }

  /// Whether somebody whom an occasion does not name is told as several: "met European leaders".
  func isOfSeveral(_ draft: ContactDraft) -> Bool {
    draft.actors.contains { $0.person == nil && $0.isPlural(reading) }
  }

  /// Whether a team can have been at an occasion: none of another country alone was.
  func hasRoom(_ draft: ContactDraft, for team: ContactDraft) -> Bool {
    let countries = Set(team.people.compactMap { reading.people[$0].country?.value })
    guard countries.count == 1 else { return true }
    return draft.actors.contains { actor in
      switch actor.identity {
      case .person(let person):
        reading.people[person].country.map { countries.contains($0.value) } ?? true
      case .country(let code): countries.contains(code)
      case .unnamed(_, .country(let code)?): countries.contains(code)
      case .unnamed, .group: true
      }
    }
  }
}
