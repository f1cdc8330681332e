import Diplomacy
import Language

/// Objects behind the place and time of their verb.
extension TreeRepair {
  /// "received at the Government Office the Ukrainian PM Denys Shmyhal": somebody right behind the place of
  /// a verb of reception that has no object, without a comma, is its object.
  mutating func repairShifted(_ unit: Int, after last: Int?) -> Bool {
    guard var place = last,
      units[unit].actors?.actors.contains(where: { $0.person != nil }) == true,
      [.nmodUnmarked, .appos, .nmod, .obj, .obl, .oblUnmarked, .flat, .compound, .conj]
        .contains(relations[unit])
    else { return false }
    // "His Highness the Prime Minister": a form of address before the name.
    if TreeRepair.addresses.contains(reading.word(units[place].head)), place > 1,
      ["his", "her", "their"].contains(reading.word(units[place - 1].head))
    {
      place -= 2
    }
    guard place > 0, tags[place].universal == .noun || tags[place].universal == .properNoun,
      units[place].actors?.actors.allSatisfy({ $0.person == nil }) ?? true
    else { return false }
    var verb = place
    while heads[verb] >= 0, heads[verb] < verb, tags[verb].universal != .verb { verb = heads[verb] }
    guard tags[verb].universal == .verb, verb < place, place - verb < 9,
      TreeRepair.receiving.contains(reading.word(units[verb].head)),
      [.vbd, .vbz].contains(tags[verb].penn)
    else { return false }
    let between = verb + 1..<place
    guard
      between.contains(where: { ["in", "at"].contains(reading.word(units[$0].head)) }),
      !between.contains(where: {
        units[$0].actors?.actors.contains(where: { $0.person != nil }) == true
          || reading.word(units[$0].head) == "," || tags[$0].universal == .verb
          || relations[$0] == .obj && heads[$0] == verb
      })
    else { return false }
    hang(unit, on: verb, as: .obj)
    return true
  }

  private static let addresses: WordSet = [
    "highness", "excellency", "majesty", "eminence", "grace",
  ]
  private static let receiving: WordSet = [
    "received", "receives", "met", "meets", "hosted", "hosts", "welcomed", "welcomes", "greeted",
    "greets", "saw",
  ]

  /// "received separately, at Doha airport, Speaker Berri": somebody behind a phrase of place in commas is no
  /// other place, but the verb's object.
  mutating func repairSetOff(_ unit: Int, after last: Int?) -> Bool {
    guard let last, reading.word(units[last].head) == ",",
      relations[unit] == .conj || relations[unit] == .appos, case let place = heads[unit],
      place >= 0,
      place < unit, units[place].actors == nil, relations[place] == .obl, heads[place] >= 0,
      case let verb = heads[place], verb < place, tags[verb].universal == .verb,
      ContactWords.shared.verbs[reading.word(units[verb].head)]?.frames.contains(.direct) == true,
      !units.indices.contains(where: { heads[$0] == verb && relations[$0] == .obj }),
      let preposition = (verb + 1..<place).first(where: {
        heads[$0] == place && relations[$0] == .case
      }), reading.word(units[preposition - 1].head) == ","
    else { return false }
    hang(unit, on: verb, as: .obj)
    return true
  }
}
