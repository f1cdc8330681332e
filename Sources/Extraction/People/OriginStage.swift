import Diplomacy
import Language

/// Finds the country told beside a name: "Rwanda's Paul Kagame", "Félix Tshisekedi of Congo",
/// "Annalena Baerbock (Germany)", "the Canadian David Johnston".
struct OriginStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    for mention in reading.mentions where reading.people[mention.person].country == nil {
      if let origin = before(mention, reading) ?? after(mention, reading) {
        set(origin.code, on: mention, through: origin.range, &reading)
      }
    }
  }

  /// "the Trump administration": of the United States, where the text speaks of these and the name does
  /// not speak for another country.
  func nameAdministrations(_ reading: inout Reading) {
    guard reading.entities.contains(where: { $0.entity.code == OriginStage.america }) else {
      return
    }
    for mention in reading.mentions
    where mention.tokens.count == 1 && reading.people[mention.person].country == nil
      && ["administration", "administrations"].contains(reading.word(mention.tokens.upperBound))
      && NameOrigins(ofName: reading.people[mention.person].name).likelihood(
        in: OriginStage.america) >= 0
      && !reading.people[mention.person].roles.contains(where: { code(of: $0.of) != nil })
    {
      set(
        OriginStage.america, on: mention,
        through: mention.tokens.lowerBound..<mention.tokens.upperBound + 1, &reading)
      reading.people[mention.person].namesGovernment = true
    }
  }

  private typealias Origin = (code: CountryCode, range: Range<Int>)

  private func before(_ mention: PersonMention, _ reading: Reading) -> Origin? {
    var start = mention.tokens.lowerBound
    while start > 0, words.isHonorific(reading.form(start - 1)) { start -= 1 }
    guard start > 0 else { return nil }
    if ["Republican", "Democrat"].contains(reading.form(start - 1)), start > 1,
      reading.entityOfToken[start - 2] >= 0
    {
      // "Texas Republican Michael McCaul"
      let entity = reading.entities[reading.entityOfToken[start - 2]]
      guard case .place(_, OriginStage.america) = entity.entity else { return nil }
      return (OriginStage.america, entity.tokens.lowerBound..<mention.tokens.upperBound)
    }
    if ["Republican", "Democrat"].contains(reading.form(start - 1)), start > 1,
      [",", "and", "–", "—"].contains(reading.word(start - 2))
    {
      // "the committee's chairman, Republican Devin Nunes"
      return (OriginStage.america, start - 1..<mention.tokens.upperBound)
    }
    let isPossessive = reading.tokens[start - 1].isPossessive
    let last = isPossessive ? start - 2 : start - 1
    guard last >= 0, reading.entityOfToken[last] >= 0 else { return nil }
    let entity = reading.entities[reading.entityOfToken[last]]
    guard entity.tokens.upperBound == last + 1 else { return nil }
    if !isPossessive {
      guard case .adjective = entity.entity else { return nil }
    }
    return entity.entity.code.map { ($0, entity.tokens.lowerBound..<mention.tokens.upperBound) }
  }

  private func after(_ mention: PersonMention, _ reading: Reading) -> Origin? {
    let end = mention.tokens.upperBound
    if let origin = american(end, mention, reading) { return origin }
    guard ["of", "("].contains(reading.word(end)) else { return nil }
    let next = reading.word(end + 1) == "the" ? end + 2 : end + 1
    guard let entity = reading.entity(startingAt: next) else { return nil }
    if case .adjective = entity.entity { return nil }
    // "assured Ali of Washington's support"
    if reading.word(end) == "of", reading.tokens.indices.contains(entity.tokens.upperBound),
      reading.tokens[entity.tokens.upperBound].isPossessive
    {
      return nil
    }
    if reading.word(end) == "(", ![")", ","].contains(reading.word(entity.tokens.upperBound)) {
      return nil
    }
    return (entity.entity.code ?? region(entity.entity)).map {
      ($0, mention.tokens.lowerBound..<entity.tokens.upperBound)
    }
  }

  /// "Lindsey Graham of South Carolina".
  private func region(_ entity: Entity) -> CountryCode? {
    guard case .place(let name, let code?) = entity,
      Places.lookup(name).contains(where: { $0.kind == .region && $0.country == code })
    else { return nil }
    return code
  }

  /// "Jim Risch (R-ID)", "Chris Coons, D-Del.," and "Risch, a Republican from Idaho": how the
  /// members of the American Congress are told apart.
  private func american(_ end: Int, _ mention: PersonMention, _ reading: Reading) -> Origin? {
    guard ["(", ","].contains(reading.word(end)) else { return nil }
    var next = end + 1
    if OriginStage.isPartyAndState(reading.text(next)) {
      return (OriginStage.america, mention.tokens.lowerBound..<next + 1)
    }
    while ["a", "the", "top", "senior", "former", "conservative", "moderate"].contains(
      reading.word(next))
    {
      next += 1
    }
    guard ["Republican", "Democrat"].contains(reading.form(next)),
      ["from", "of"].contains(reading.word(next + 1)),
      case .place(_, OriginStage.america)? = reading.entity(startingAt: next + 2)?.entity
    else { return nil }
    return (OriginStage.america, mention.tokens.lowerBound..<next + 3)
  }

  /// "R-ID", "D-N.Y.", "I-Vt.".
  static func isPartyAndState(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(3))
    return bytes.count == 3 && bytes[1] == UInt8(ascii: "-")
      && [UInt8(ascii: "R"), UInt8(ascii: "D"), UInt8(ascii: "I")].contains(bytes[0])
      && (0x41...0x5A).contains(bytes[2])
  }

  private static let america = CountryCode("US")

  private func set(
    _ code: CountryCode, on mention: PersonMention, through range: Range<Int>,
    _ reading: inout Reading
  ) {
    reading.people[mention.person].country = Attested(code, reading.evidence(range))
    reading.people[mention.person].isSure = true
  }
}
