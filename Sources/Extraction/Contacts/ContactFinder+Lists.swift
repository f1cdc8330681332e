import Diplomacy
import Language

/// How those present stand in a sentence: behind a verb, before it, in a list.
extension ContactFinder {
  /// "Attending on the Japanese side were": the copula with those who attended behind it.
  func copula(after unit: Int) -> Int? {
    let range = unit + 1..<min(unit + 8, graph.units.count)
    guard
      let copula = range.first(where: { ["were", "was", "are", "is"].contains(graph.word($0)) }),
      copula + 1 < graph.units.count, graph.units[copula + 1].actors != nil,
      !range.prefix(while: { $0 < copula }).contains(where: { graph.units[$0].actors != nil })
    else { return nil }
    return copula
  }

  /// "Beside the president sat Mike Pompeo", "Around the table were": the place first, then the verb
  /// with those who were there behind it.
  func isInverted(_ verb: Int) -> Bool {
    guard verb > 1, verb < 12, verb + 1 < graph.units.count, graph.units[verb + 1].actors != nil,
      [
        "beside", "around", "on", "opposite", "across", "alongside", "at", "next", "behind", "also",
        "among", "flanking", "with", "facing",
      ].contains(graph.word(0))
    else { return false }
    return !(1..<verb).contains { unit in
      graph.units[unit].actors == nil && graph.isVerb(unit) || graph.word(unit) == ","
    }
  }

  /// "on the DPRK side, Mr Kang".
  func sideList(after unit: Int) -> Int? {
    guard unit <= 4, ["on", "from"].contains(graph.word(0)), unit + 2 < graph.units.count,
      [",", ":"].contains(graph.word(unit + 1)), graph.units[unit + 2].actors != nil,
      !graph.units.indices.contains(where: { graph.isVerb($0) })
    else { return nil }
    return unit + 2
  }

  /// "were present", "were in attendance", "was also at the table".
  func isPredicative(_ unit: Int) -> Bool {
    let hasCopula = graph.children[unit].contains { graph.relation($0) == .cop }
    switch graph.word(unit) {
    case "present": return hasCopula
    case "attendance": return hasCopula && graph.preposition(of: unit) == "in"
    case "table", "room": return hasCopula && ["at", "in"].contains(graph.preposition(of: unit))
    default: return false
    }
  }

  /// ", foreign ministers Çavuşoğlu and Mirzoyan in attendance": the actors before "in".
  func listBefore(_ preposition: Int) -> Side? {
    guard preposition > 0, graph.word(preposition) == "in" else { return nil }
    var units: [Int] = []
    var at = preposition - 1
    while at >= 0, graph.units[at].actors != nil || [",", "and"].contains(graph.word(at)) {
      if graph.units[at].actors != nil { units.insert(at, at: 0) }
      at -= 1
    }
    return units.isEmpty ? nil : side(units)
  }

  /// The unit behind "on the U.S. side" or "for Iran" in a list.
  func behindSide(_ at: Int) -> Int? {
    guard ["on", "from", "for"].contains(graph.word(at)) else { return nil }
    return (at + 1..<max(at + 1, min(at + 6, graph.units.count - 1))).first {
      ["side", "delegation"].contains(graph.word($0))
    }.map { $0 + 1 }
  }

  /// Actors one after another, with only commas and "and" between.
  func list(from start: Int) -> Side {
    var units: [Int] = []
    var at = start
    while at < graph.units.count {
      if graph.units[at].actors != nil {
        units.append(at)
      } else if let next = behindSide(at) {
        at = next
        continue
      } else if ![",", ";", "and", "&", "mr", "dr", "as", "well", "acting"].contains(graph.word(at))
      {
        // A title that was not read as one may stand between two commas.
        guard
          let comma = graph.units.indices.dropFirst(at).prefix(12).first(where: {
            [",", ";", "and"].contains(graph.word($0))
          }), graph.word(at - 1) == "," || graph.units[at - 1].actors != nil,
          !(at..<comma).contains(where: { graph.isVerb($0) })
        else { break }
        at = comma
      }
      at += 1
    }
    return Side(
      actors: units.flatMap { graph.units[$0].actors?.actors ?? [] }, units: units)
  }
}
