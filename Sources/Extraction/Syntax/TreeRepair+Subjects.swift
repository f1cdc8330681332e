import Diplomacy
import Language

/// People whom the words beside them show to be subjects.
extension TreeRepair {
  /// "…, said Hariri after": who stands behind a verb of saying that has no subject is its subject.
  mutating func repairInvertedSpeech(_ unit: Int, after last: Int?) -> Bool {
    guard let last, TreeRepair.saying.contains(reading.word(units[last].head)),
      !units.indices.contains(where: {
        $0 != unit && heads[$0] == last && [.nsubj, .nsubjPass].contains(relations[$0])
      }),
      last > 0, ["\"", "”", ",", "’", "'"].contains(reading.word(units[last - 1].head))
    else { return false }
    hang(unit, on: last, as: .nsubj)
    return true
  }

  /// "and was there also received by Pahor": an adverb is nobody's subject.
  mutating func repairAdverb(_ unit: Int) {
    guard tags[unit].universal == .adverb, units[unit].actors == nil,
      [.nsubj, .nsubjPass].contains(relations[unit]),
      ["there", "then", "later", "also", "earlier"].contains(reading.word(units[unit].head))
    else { return }
    relations[unit] = .advmod
  }

  /// "Beside her stood Macron": behind a verb that has no object and a phrase before it stands the subject.
  mutating func repairInverted(_ unit: Int, after last: Int?) -> Bool {
    guard let last, units[unit].isPerson, relations[unit] == .obj, heads[unit] == last,
      ["stood", "sat", "stands", "sits", "came", "waited"].contains(reading.word(units[last].head)),
      units.indices.prefix(last).contains(where: { heads[$0] == last && relations[$0] == .obl }),
      !hasSubject(last)
    else { return false }
    relations[unit] = .nsubj
    return true
  }

  /// "… in Syria, Nasr al-Hariri, the chief negotiator, said on Monday after": who stands between what was said
  /// and a verb of saying without a subject.
  mutating func repairSpeaker(_ unit: Int, after last: Int?) -> Bool {
    guard let last, reading.word(units[last].head) == ",", units[unit].isPerson,
      let verb = finiteVerb(after: unit) ?? verbAfterApposition(unit),
      TreeRepair.saying.contains(reading.word(units[verb].head)),
      !units.indices.contains(where: {
        $0 != unit && heads[$0] == verb && [.nsubj, .nsubjPass].contains(relations[$0])
      })
    else { return false }
    hang(unit, on: verb, as: .nsubj)
    return true
  }

  /// "On Thursday, Aziz, …, and Atmar met": who stands behind a day and its comma is in apposition to no
  /// day, but the first of those who do what the verb says.
  mutating func repairDated(_ unit: Int, after last: Int?) -> Bool {
    if repairBehindDay(unit, after: last) { return true }
    let day = heads[unit]
    // "Earlier in the day Xi, on a state visit, had been to see Lee"
    if let last, day == last, units[unit].isPerson, units[day].actors == nil,
      TreeRepair.besides.contains(relations[unit]),
      ["day", "evening", "morning", "afternoon", "night", "week"].contains(
        reading.word(units[day].head)),
      let verb = finiteVerb(after: unit) ?? verbAfterApposition(unit)
    {
      hang(unit, on: verb, as: subjectRelation(verb))
      return true
    }
    guard let last, day >= 0, day < unit, TreeRepair.besides.contains(relations[unit]),
      reading.isDate(units[day].head), reading.word(units[last].head) == ","
    else { return false }
    if units[unit].isPerson, let verb = verbAfterApposition(unit),
      !units.indices.contains(where: {
        $0 != day && heads[$0] == verb && [.nsubj, .nsubjPass].contains(relations[$0])
      })
    {
      // "On Tuesday, Zhang, chairman of the committee, met with"
      hang(unit, on: verb, as: subjectRelation(verb))
      return true
    }
    guard
      let second = units.indices.first(where: {
        $0 > unit && units[$0].actors != nil
          && [.nsubj, .nsubjPass].contains(relations[$0]) && heads[$0] > $0
      }), second <= unit + 4,
      (unit + 1..<second).contains(where: { reading.word(units[$0].head) == "and" })
    else { return false }
    let verb = heads[second]
    hang(unit, on: verb, as: relations[second])
    hang(second, on: unit, as: .conj)
    for between in unit + 1..<second where reading.word(units[between].head) == "and" {
      hang(between, on: second, as: .cc)
    }
    settled.insert(second)
    return true
  }

  /// "In July 2012 two officials, Sullivan and Talwar, met": the day belongs to the preposition, and who stands behind it
  /// does what the verb says.
  private mutating func repairBehindDay(_ unit: Int, after last: Int?) -> Bool {
    guard let day = last, day > 0, reading.isDate(units[day].head),
      heads[day] == unit && heads[day - 1] == unit
        || heads[unit] == day && heads[day - 1] == day
          && TreeRepair.besides.contains(relations[unit]),
      relations[day - 1] == .case, case let end = listEnd(from: unit),
      let verb = finiteVerb(after: end)
    else { return false }
    hang(unit, on: verb, as: subjectRelation(verb))
    hang(day, on: verb, as: .obl)
    hang(day - 1, on: day, as: .case)
    return true
  }

  /// The last unit of the people listed from `unit`, with the comma behind it.
  private func listEnd(from unit: Int) -> Int {
    var end = unit
    while end + 1 < units.count, end < unit + 12,
      units[end + 1].actors != nil || ["and", ","].contains(reading.word(units[end + 1].head))
    {
      end += 1
    }
    return end
  }

  /// "said he and Cavusoglu discussed": "he" is no verb's object, but the subject of the clause behind.
  mutating func repairNominative(_ unit: Int) -> Bool {
    let verb = heads[unit]
    guard verb >= 0, ["he", "she", "they", "we"].contains(reading.word(units[unit].head)) else {
      return false
    }
    if verb > unit, [.nsubj, .nsubjPass].contains(relations[unit]) { return true }
    guard verb < unit, relations[unit] == .obj || relations[unit] == .iobj,
      let clause = units.indices.first(where: {
        $0 > unit && heads[$0] == verb && tags[$0].universal == .verb
          && [.ccomp, .xcomp, .advcl, .parataxis, .conj].contains(relations[$0])
      }),
      !units.indices.contains(where: {
        heads[$0] == clause && [.nsubj, .nsubjPass].contains(relations[$0])
      })
    else { return false }
    hang(unit, on: clause, as: .nsubj)
    return true
  }

  /// "Trump, Kim shake hands": in a headline a comma stands for "and".
  mutating func repairHeadline(_ unit: Int) -> Bool {
    guard unit == 0, units.count > 3, reading.word(units[1].head) == ",",
      units[0].tokens.count < 3, units[2].actors != nil, units[2].tokens.count < 3,
      let verb = finiteVerb(after: 2), verb == 3, heads[0] == verb || heads[2] == verb
    else { return false }
    hang(0, on: verb, as: .nsubj)
    hang(2, on: 0, as: .conj)
    settled.insert(2)
    return true
  }

  /// Relations by which the parser hangs what is beside a day.
  private static let besides: Set<Relation> = [
    .appos, .conj, .nmodUnmarked, .nmod, .flat, .compound, .dep,
  ]
  static let saying: WordSet = [
    "said", "says", "added", "asked", "wrote", "warned", "noted", "stressed", "explained",
    "complained", "insisted", "conceded", "replied", "recalled", "remarked", "joked", "quipped",
    "declared", "argued", "observed", "admitted", "acknowledged", "commented", "tweeted",
    "continued", "responded", "cautioned", "predicted", "lamented", "concluded", "claimed",
    "remembered", "boasted", "countered", "maintained",
  ]
}
