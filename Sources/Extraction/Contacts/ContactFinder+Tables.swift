import Diplomacy
import Language

/// Who sat on which side of a table: behind a verb that stands first, behind "on the one side".
extension ContactFinder {
  /// "Attending on the Japanese side were": the copula with those who attended behind it.
  func copula(after unit: Int) -> Int? {
    let range = unit + 1..<min(unit + 8, graph.units.count)
    guard
      var copula = range.first(where: { ["were", "was", "are", "is"].contains(graph.word($0)) })
    else { return nil }
    // "Also in the room were only Tillerson and Lavrov"
    if graph.word(copula + 1) == "only" { copula += 1 }
    guard copula + 1 < graph.units.count, graph.units[copula + 1].actors != nil,
      !range.prefix(while: { $0 < copula }).contains(where: { graph.units[$0].actors != nil })
    else { return nil }
    return copula
  }

  /// "Beside the president sat Mike Pompeo", "Around the table were": the place first, then the verb
  /// with those who were there behind it.
  func isInverted(_ verb: Int) -> Bool {
    guard verb > 1, verb < 16, verb + 1 < graph.units.count, graph.units[verb + 1].actors != nil,
      [
        "beside", "around", "on", "opposite", "across", "alongside", "at", "next", "behind", "also",
        "among", "flanking", "with", "facing", "sitting", "seated", "standing",
      ].contains(graph.word(0)) || graph.word(0) == "from" && graph.word(verb) == "came"
    else { return false }
    // "On the other side, according to an official, were Burns and Kamel"
    let aside = (1..<verb).first { graph.word($0) == "according" && graph.word($0 - 1) == "," }
    let end = aside != nil && graph.word(verb - 1) == "," ? (aside ?? verb) - 1 : verb
    return !(1..<end).contains { unit in
      graph.units[unit].actors == nil && graph.isVerb(unit) || graph.word(unit) == ","
    }
  }

  /// "Sitting alongside Macron were Lecornu and Barrot": who sat there was at what was told before.
  func opensInverted(_ verb: Int) -> Bool {
    verb == 0 && ["sitting", "seated", "standing"].contains(graph.word(0))
      && graph.units.indices.prefix(12).contains {
        ["was", "were"].contains(graph.word($0)) && isInverted($0)
      }
  }

  /// "sat in on the talks"
  func sitsIn(_ verb: Int) -> Bool {
    ["sat", "sit", "sits"].contains(graph.word(verb)) && graph.word(verb + 1) == "in"
      && graph.word(verb + 2) == "on" && [.root, .conj].contains(graph.relation(verb))
  }

  /// "Neither Kiir nor Machar was present"
  func isNeither(_ side: Side) -> Bool {
    guard let first = side.units.min() else { return false }
    return first > 0 && graph.word(first - 1) == "neither" || graph.isDenied(first)
  }

  /// "Lu and Haas were with her": at the occasion of whom the pronoun stands for.
  func beside(pronounBehind unit: Int) -> Attendance? {
    guard unit > 1, ["was", "were"].contains(graph.word(unit - 1)), unit + 1 < graph.units.count,
      ["him", "her", "them"].contains(graph.word(unit + 1)),
      unit + 2 >= graph.units.count
        || [".", ",", "at", "in", "during", "for"].contains(graph.word(unit + 2)),
      let those = graph.units[unit + 1].actors?.actors, !those.isEmpty
    else { return nil }
    return Attendance(side: list(before: unit - 1), companions: those, isNear: true)
  }

  /// "on the DPRK side, Mr Kang", "filed in to the table: on one side Shultz and Regan; on the other Shevardnadze".
  func sideList(after unit: Int) -> Int? {
    let near = max(0, unit - 4)..<max(1, unit)
    guard let start = near.last(where: { ["on", "from"].contains(graph.word($0)) }) else {
      return nil
    }
    let isListed = start > 0 && [":", ";"].contains(graph.word(start - 1))
    guard start == 0 || isListed else { return nil }
    let hasMark = [",", ":"].contains(graph.word(unit + 1))
    let first = hasMark ? unit + 2 : unit + 1
    guard first < graph.units.count, graph.units[first].actors != nil,
      hasMark || isListed || isOtherSide(unit),
      !(start..<graph.units.count).contains(where: {
        graph.isVerb($0) && graph.isPredicate($0) && graph.relation($0) != .aclRelcl
      })
    else { return nil }
    return first
  }

  /// "on the other", behind "on one side" in the sentence.
  private func isOtherSide(_ unit: Int) -> Bool {
    let end = graph.units[unit].head
    return graph.word(unit) == "other"
      && (graph.sentence.tokens.lowerBound..<end).contains {
        reading.word($0) == "one" && reading.word($0 + 1) == "side"
      }
  }

  /// The unit behind "on the U.S. side" or "for Iran" in a list.
  func behindSide(_ at: Int) -> Int? {
    guard ["on", "from", "for"].contains(graph.word(at)) else { return nil }
    // "From Lebanon came Raggi, from Syria Shaibani"
    if graph.word(at) == "from", at + 2 < graph.units.count, graph.units[at + 2].isPerson,
      reading.entityOfToken[graph.units[at + 1].head] >= 0
    {
      return at + 2
    }
    return (at + 1..<max(at + 1, min(at + 6, graph.units.count - 1))).first {
      ["side", "delegation"].contains(graph.word($0))
    }.map { graph.word($0 + 1) == "by" ? $0 + 2 : $0 + 1 }
  }

  /// "were present", "were in attendance", "was also at the table".
  func isPredicative(_ unit: Int) -> Bool {
    if graph.children[unit].contains(where: { ["not", "n't"].contains(graph.word($0)) }) {
      return false
    }
    let hasCopula = graph.children[unit].contains { graph.relation($0) == .cop }
    switch graph.word(unit) {
    case "present", "interlocutors", "participants", "attendees": return hasCopula
    case "attendance": return hasCopula && graph.preposition(of: unit) == "in"
    case "table", "room":
      return hasCopula && ["at", "in"].contains(graph.preposition(of: unit)) && !isElsewhere(unit)
    // "A and B were among the guests", "C was there too"
    case "guests": return hasCopula && graph.preposition(of: unit) == "among"
    case "there":
      let isAlso = graph.word(unit - 1) == "also"
      return ["was", "were"].contains(graph.word(isAlso ? unit - 2 : unit - 1))
        && (isAlso || ["too", "also"].contains(graph.word(unit + 1))
          || graph.word(unit + 1) == "as" && graph.word(unit + 2) == "well"
          || graph.word(unit + 1) == "," && graph.word(unit + 2) == "as")
    // "Lee Myung-bak was the host"
    case "host", "mediator", "moderator":
      return hasCopula && graph.word(unit - 1) == "the"
        && [".", "", "of"].contains(graph.word(unit + 1))
        && graph.obliques(of: unit, ["of"]).allSatisfy { isToldBefore($0) }
    // "were part of the Nigerian side"
    case "part":
      return hasCopula
        && graph.obliques(of: unit, ["of"]).contains {
          ["side", "delegation", "team", "party"].contains(graph.word($0))
        }
    default: return false
    }
  }

  /// "was at another table"
  private func isElsewhere(_ table: Int) -> Bool {
    (max(0, table - 2)..<table).contains {
      ["another", "different", "other", "separate", "next"].contains(graph.word($0))
    }
  }
}
