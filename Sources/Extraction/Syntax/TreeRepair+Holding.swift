import Diplomacy
import Language

/// Participles before the noun of an occasion.
extension TreeRepair {
  /// "said Hariri after holding talks with": a participle between a preposition and the noun it
  /// governs is a verb, not part of the noun's phrase.
  mutating func repairHolding(_ unit: Int) -> Bool {
    let noun = heads[unit]
    guard [.compound, .amod].contains(relations[unit]), noun > unit, noun <= unit + 4, unit > 0,
      units[unit].actors == nil, TreeRepair.holding.contains(reading.word(units[unit].head)),
      heads[noun] >= 0, [.obl, .nmod].contains(relations[noun])
    else { return false }
    let opener = unit - 1
    guard heads[opener] == noun, relations[opener] == .case,
      TreeRepair.openers.contains(reading.word(units[opener].head))
    else { return false }
    hang(unit, on: heads[noun], as: .advcl)
    hang(opener, on: unit, as: .mark)
    hang(noun, on: unit, as: .obj)
    return true
  }

  private static let openers: WordSet = [
    "after", "before", "by", "while", "since", "without", "when", "upon",
  ]
  private static let holding: WordSet = [
    "holding", "having", "attending", "hosting", "chairing", "concluding", "completing", "ending",
    "finishing", "opening", "leaving", "conducting", "leading",
  ]
}

// MARK: - Subjects

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

  /// "On Thursday, Aziz, …, and Atmar met": who stands behind a day and its comma is in apposition to no
  /// day, but the first of those who do what the verb says.
  mutating func repairDated(_ unit: Int, after last: Int?) -> Bool {
    let day = heads[unit]
    guard let last, day >= 0, day < unit, relations[unit] == .appos || relations[unit] == .conj,
      reading.isDate(units[day].head), reading.word(units[last].head) == ",",
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

  private static let saying: WordSet = [
    "said", "says", "added", "asked", "wrote", "warned", "noted", "stressed", "explained",
  ]
}
