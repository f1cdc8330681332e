import Diplomacy
import Language

/// Who goes to a conference, told by other words than "attend".
extension ContactFinder {
  /// "is expected in Brussels for a conference on Sudan", "represented Indonesia at the conference", "led the
  /// delegation to the forum".
  func attendee(of unit: Int, _ verb: Int?) -> [ContactDraft]? {
    guard isConference(unit), graph.word(unit) != "conferences",
      let going = going(to: unit, verb), case let subject = subjectSide(of: going),
      subject.actors.contains(where: { $0.person != nil })
    else { return nil }
    // "a summit that Obama will host"
    let hosting = graph.children(of: unit, by: .aclRelcl, .acl).filter(isHosting)
    let hosts = side(
      hosting.flatMap {
        graph.isPassive($0) ? graph.obliques(of: $0, ["by"]) : graph.children(of: $0, by: .nsubj)
      })
    let others = hosts.actors.contains { $0.person != nil } ? hosts : participants(of: unit)
    return draft([subject, others], unit, .summit, through: [going]).map { [$0] }
  }

  private func going(to unit: Int, _ verb: Int?) -> Int? {
    let place = place(of: unit)
    if let team = graph.head(unit), ["delegation", "team"].contains(graph.word(team)),
      graph.relation(team) == .obj, let verb = graph.head(team),
      ContactFinder.leading.contains(graph.word(verb)), place == "to" || place == "at"
    {
      return verb
    }
    guard let verb, !graph.isPassive(verb) || graph.word(verb) == "expected" else { return nil }
    if place == "for" {
      return contactWords.verbs[graph.word(verb)]?.strength == .travel
        || ContactFinder.leaving.contains(graph.word(verb)) ? verb : nil
    }
    return ["represented", "represents", "represent", "representing"].contains(graph.word(verb))
      && ["at", "in"].contains(place) ? verb : nil
  }

  private static let leading: WordSet = [
    "led", "leads", "lead", "leading", "headed", "heads", "heading",
  ]
  private static let leaving: WordSet = [
    "expected", "left", "leaves", "leave", "departed", "departs", "heads", "headed", "due",
  ]
}
