import Diplomacy
import Language

/// What stands behind a dash, a second place or a second way.
extension TreeRepair {
  /// "The leaders of France and Italy - Macron and Meloni - visited": the verb behind the second dash is that of the
  /// noun before the first, of whom those between are the names.
  mutating func repairDashes() {
    guard let opening = units.indices.dropFirst().first(where: isDash),
      case let group = opening - 1, heads[group] < 0, units[group].actors != nil,
      let closing = units.indices.first(where: { $0 > opening + 1 && isDash($0) }),
      units[opening + 1].actors != nil, let verb = finiteVerb(after: closing),
      !(opening..<closing).contains(where: {
        tags[$0].universal == .verb && units[$0].actors == nil
      })
    else { return }
    heads[verb] = -1
    relations[verb] = .root
    heads[group] = verb
    relations[group] = subjectRelation(verb)
    hang(opening + 1, on: group, as: .appos)
  }

  /// "said the war would go on, a day after meeting Starmer": the day of whoever said it, where what is said is of
  /// nobody.
  mutating func repairDayOfSpeech(_ unit: Int) {
    let verb = heads[unit]
    guard relations[unit] == .acl || relations[unit] == .advcl, tags[unit].penn == .vbg, verb >= 0,
      verb < unit, units[verb].actors == nil, relations[verb] == .oblUnmarked,
      case let told = heads[verb], told >= 0, told < verb, relations[told] == .ccomp,
      case let speech = heads[told], speech >= 0, speech < told, isSpeech(speech),
      units.indices.contains(where: { heads[$0] == unit && relations[$0] == .mark }),
      !units.indices.contains(where: {
        heads[$0] == told && relations[$0] == .nsubj && units[$0].actors != nil
      })
    else { return }
    heads[verb] = speech
  }

  private func isDash(_ unit: Int) -> Bool {
    ["–", "—", "-", "--"].contains(reading.word(units[unit].head))
  }

  /// "is to see Arévalo in Guatemala City, and in Santo Domingo Abinader", "was received by Rouhani and, separately, by
  /// Shamkhani": somebody behind a second place or another way is met as the first was, and not with them.
  mutating func repairElsewhere(_ unit: Int, after last: Int?) -> Bool {
    guard let last, units[unit].isPerson else { return false }
    if reading.word(units[last].head) == "by", last > 2,
      relations[unit] == .obl || relations[unit] == .oblAgent,
      case let adverb = heads[unit], adverb >= 0, adverb < last, tags[adverb].universal == .adverb,
      relations[adverb] == .conj, heads[adverb] >= 0, tags[heads[adverb]].universal == .verb,
      (heads[adverb]..<adverb).contains(where: { relations[$0] == .oblAgent })
    {
      hang(unit, on: heads[adverb], as: .oblAgent)
      hang(last, on: unit, as: .case)
      hang(adverb, on: unit, as: .advmod)
      return true
    }
    guard last > 2, relations[unit] == .conj, heads[unit] >= 0, heads[unit] < last,
      units[heads[unit]].isPerson, reading.entityOfToken[units[last].head] >= 0,
      heads[last] == unit,
      reading.word(units[last - 1].head) == "in", reading.word(units[last - 2].head) == "and",
      let contact = gappedVerb(before: last - 2)
    else { return false }
    hang(unit, on: contact, as: .orphan)
    return true
  }
}
