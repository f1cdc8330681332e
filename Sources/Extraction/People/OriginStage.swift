import Diplomacy
import Language

/// Finds the country told beside a name: "Rwanda's Paul Kagame", "Félix Tshisekedi of Congo",
/// "Annalena Baerbock (Germany)", "the Canadian David Johnston".
struct OriginStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    for mention in reading.mentions where reading.people[mention.person].country == nil {
      if let origin = before(mention, reading) ?? after(mention, reading) {
        set(origin.entity, on: mention, through: origin.range, &reading)
      }
    }
  }

  private typealias Origin = (entity: EntitySpan, range: Range<Int>)

  private func before(_ mention: PersonMention, _ reading: Reading) -> Origin? {
    var start = mention.tokens.lowerBound
    while start > 0, words.isHonorific(reading.text(start - 1)) { start -= 1 }
    guard start > 0 else { return nil }
    let isPossessive = reading.tokens[start - 1].isPossessive
    let last = isPossessive ? start - 2 : start - 1
    guard last >= 0, reading.entityOfToken[last] >= 0 else { return nil }
    let entity = reading.entities[reading.entityOfToken[last]]
    guard entity.tokens.upperBound == last + 1 else { return nil }
    if !isPossessive {
      guard case .adjective = entity.entity else { return nil }
    }
    return (entity, entity.tokens.lowerBound..<mention.tokens.upperBound)
  }

  private func after(_ mention: PersonMention, _ reading: Reading) -> Origin? {
    let end = mention.tokens.upperBound
    guard ["of", "("].contains(reading.word(end)) else { return nil }
    let next = reading.word(end + 1) == "the" ? end + 2 : end + 1
    guard let entity = reading.entity(startingAt: next) else { return nil }
    if case .adjective = entity.entity { return nil }
    if reading.word(end) == "(", ![")", ","].contains(reading.word(entity.tokens.upperBound)) {
      return nil
    }
    return (entity, mention.tokens.lowerBound..<entity.tokens.upperBound)
  }

  private func set(
    _ entity: EntitySpan, on mention: PersonMention, through range: Range<Int>,
    _ reading: inout Reading
  ) {
    guard let code = entity.entity.code else { return }
    reading.people[mention.person].country = Attested(code, reading.evidence(range))
    reading.people[mention.person].isSure = true
  }
}
