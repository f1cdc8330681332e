import Diplomacy
import Language

/// Finds the place that the words of a contact's sentence give it.
///
/// The nearest one in the same clause, a city before a building; failing that, one of the clause
/// around ("in Paris, where he met …"). Where somebody went after a meeting is not its place.
struct PlaceReader {
  let reading: Reading
  let regions: ClauseRegions
  let contacts: SentenceContacts
  /// In text order.
  let locations: [Location]

  /// The location in the contact's sentence.
  func location(of contact: ContactDraft) -> Location? {
    let range = indices(in: contact.window)
    let ranked = range.compactMap { index in
      rank(locations[index], contact).map { (index: index, rank: $0) }
    }
    return ranked.min { ($0.rank, $0.index) < ($1.rank, $1.index) }.map { locations[$0.index] }
      ?? origin(of: contact) ?? visited(by: contact) ?? summoner(of: contact)
  }

  private func rank(_ location: Location, _ contact: ContactDraft) -> Int? {
    let start = location.tokens.lowerBound
    let isAfter = start > contact.trigger
    if !isAfter, opensWhere(location, contact) { return 0 }
    if isAfter, !isJourney(contact),
      location.isDestination || (location.isAim && !leads(contact))
    {
      return nil
    }
    if let topic = location.topic, topic >= contact.trigger { return nil }
    if contact.isRepeat, !isAfter, let rank = rankOfRepeat(location, contact) {
      return rank < 0 ? nil : rank
    }
    // "is to see Arevalo, and in Santo Domingo Abinader"
    if isAfter, reading.word(start - 2) == "and", contact.trigger < start - 2,
      contacts.hasOther(
        than: contact, between: start, and: location.tokens.upperBound + 1)
    {
      return nil
    }
    // "a tentative Florida summit", "the Geneva talks"
    if location.tokens.upperBound == contact.trigger { return 0 }
    let region = regions.region(contact.trigger)
    var rank = 0
    if isAfter, regions.parent(regions.region(start)) == region,
      let verb = regions.verb(of: regions.region(start)),
      DateReader.settingVerbs.contains(reading.word(verb))
    {
      return 80
    }
    if regions.region(start) != region, !contact.runs(to: start, reading) {
      guard let around = regions.parent(region), regions.region(start) == around, !isAfter else {
        return nil
      }
      rank = 400
    }
    let low = min(start, contact.trigger)
    let high = max(start, contact.trigger)
    if contacts.hasOther(than: contact, between: low, and: high) { rank += isAfter ? 60 : 25 }
    if isInCity(location) { rank += 12 }
    switch location.kind {
    case .city: break
    case .building: rank += 70
    case .region: rank += isAfter && !givesWay(location) ? 4 : 90
    }
    return rank + (isAfter ? start - contact.trigger : 8 + contact.trigger - start)
  }

  /// "Trump Tower in New York": the city that a place lies in stands right behind it.
  private func isInCity(_ location: Location) -> Bool {
    let end = location.tokens.upperBound
    guard ["in", ","].contains(reading.word(end)), let next = indices(in: end + 1..<end + 2).first
    else {
      return false
    }
    return locations[next].kind == .city
  }

  /// "in Virginia, near Washington": whether a city follows a region at once.
  private func givesWay(_ location: Location) -> Bool {
    let end = location.tokens.upperBound
    return indices(in: end..<end + 12).contains { locations[$0].kind == .city }
  }

  /// "will come to Sofia at the invitation of": told by the journey itself.
  private func isJourney(_ contact: ContactDraft) -> Bool {
    ContactWords.shared.verbs[reading.word(contact.trigger)]?.strength == .travel
  }

  /// "welcomed him to the White House", "a visit to Moscow": what leads to a place; who met somebody
  /// went to the next place afterwards.
  private func leads(_ contact: ContactDraft) -> Bool {
    let word = reading.lower(contact.trigger)
    return ["welcom", "visit", "invit", "host", "receiv", "trip", "escort"]
      .contains { word.hasPrefix($0) }
  }

  /// "flying to Shanghai, where he met": right before the "where" that the contact stands behind.
  private func opensWhere(_ location: Location, _ contact: ContactDraft) -> Bool {
    let end = location.tokens.upperBound
    guard contact.trigger - end < 24, end < contact.trigger else { return false }
    guard
      let place = (end..<min(end + 5, contact.trigger)).first(where: { reading.word($0) == "where" }
      )
    else { return false }
    // "in Ankara on Tuesday, where he had talks"
    return (end..<place).allSatisfy {
      reading.tokens[$0].isMark || reading.entityOfToken[$0] >= 0 || reading.isDate($0)
        || reading.word($0) == "on"
    }
      && !(place + 1..<contact.trigger).contains { reading.word($0) == "where" }
  }

  /// The indices of the locations that start in `tokens`.
  func indices(in tokens: Range<Int>) -> Range<Int> {
    first(from: tokens.lowerBound)..<first(from: tokens.upperBound)
  }

  private func first(from token: Int) -> Int {
    let low = (0..<locations.count).partitioningIndex { locations[$0].tokens.lowerBound >= token }
    return low
  }

  /// Whether `place` can be a building or district of `city`: no farther away than 12 km, as far as
  /// the tables know both, and not in another country.
  static func lies(_ place: PlaceName, in city: PlaceName) -> Bool {
    if let a = place.country, let b = city.country, a != b { return false }
    guard let inner = Places.lookup(place.name).first, let outer = Places.lookup(city.name).first
    else { return true }
    // A degree of latitude is 111 km; one of longitude shrinks with its cosine, here by a table-free
    // bound that is good enough below 70 degrees.
    let north = (inner.latitude - outer.latitude) * 111
    let shrink = 1 - outer.latitude * outer.latitude / 8100 * 0.75
    let east = (inner.longitude - outer.longitude) * 111 * shrink
    return north * north + east * east < 144
  }

  // MARK: - Names

  /// The first place in `tokens` that stands right behind one of `prepositions`.
  static func firstPlace(
    in tokens: Range<Int>, after prepositions: WordSet, _ reading: Reading
  ) -> Attested<PlaceName>? {
    for index in tokens where prepositions.contains(reading.word(index)) {
      guard let span = reading.entity(startingAt: index + 1), let place = place(of: span, reading)
      else { continue }
      return Attested(place, reading.evidence(span.tokens))
    }
    return nil
  }

  /// The place an entity names; nil for countries and organisations.
  static func place(of span: EntitySpan, _ reading: Reading) -> PlaceName? {
    switch span.entity {
    case .place(let name, let code): return PlaceName(written(name), in: code)
    case .capital(let name, let code): return PlaceName(written(name), in: code)
    case .government(let name, let code, let city):
      return city == nil ? nil : PlaceName(name, in: code)
    case .country(let code):
      // Singapore, Monaco and Luxembourg are called as their city.
      guard let country = Countries[code], country.kind != .body, country.kind != .withdrawn,
        country.capital == nil || country.capital == country.name
      else { return nil }
      return PlaceName(written(reading.document.text(of: span.tokens)), in: code)
    case .organization(let name, _):
      if Organizations.lookup(name)?.acronym == "UNGA" {
        return PlaceName("New York", in: CountryCode("US"))
      }
      // "the Munich Security Conference"
      guard let last = name.split(separator: " ").last,
        PlaceWords.occasions.contains(last.lowercased()),
        let first = name.split(separator: " ").first,
        let city = Places.lookup(String(first)).first(where: { $0.ambiguity == nil })
      else { return nil }
      return PlaceName(city.name, in: city.country)
    case .adjective: return nil
    }
  }

  /// "Washington DC" is told as Washington; capitals of a dateline are written small.
  static func written(_ name: String) -> String {
    if name.hasPrefix("Washington") || name.hasPrefix("WASHINGTON") { return "Washington" }
    guard name.utf8.count > 3, name == name.uppercased() else { return name }
    var isFirst = true
    return name.split(separator: " ").map { word in
      word.split(separator: "-").map { part in
        defer { isFirst = false }
        let small = part.lowercased()
        if !isFirst, particles.contains(small) { return small }
        return String(part.prefix(1)) + small.dropFirst()
      }.joined(separator: "-")
    }.joined(separator: " ")
  }

  /// Written small inside a name: "Rio de Janeiro", "Port-au-Prince", "Sharm el-Sheikh".
  private static let particles: WordSet = [
    "de", "du", "del", "la", "le", "les", "au", "aux", "sur", "el", "al", "da", "do", "dos", "of",
    "the", "am", "an", "der", "und", "upon", "en", "i", "y",
  ]
}
