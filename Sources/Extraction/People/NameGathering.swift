import Diplomacy
import Language
import Lexicons

/// Names while they are being joined into people.
struct NameGathering {
  let reading: Reading
  let lists: WordLists
  let names: [NameParts]
  /// Whether the text tells a son from his father by "Jr." behind the family name alone.
  private let tellsSons: Bool
  var drafts: [PersonDraft] = []
  /// For each draft its fullest name.
  var wholes: [NameParts] = []
  var personOfName: [Int]
  /// For each draft the tokens where its mentions start, as they are found.
  var places: [[Int]] = []
  /// For each draft how many of these are of names of several words, known once all are joined.
  var fullCounts: [Int] = []
  /// For each draft the nouns of the titles beside its mentions.
  var titles: [Set<String>] = []
  private var draftsOfWord = PhraseTable<[Int]>()
  private var draftOfSquashed = PhraseTable<Int>()
  /// Family names that stand beside a full name as another's: "President Reagan and Nancy Reagan".
  private var othersWords: [String: Set<String>] = [:]
  /// For each family name that stands alone behind a title somewhere the nouns of such titles, and where first.
  private(set) var officesOfBare: [String: (offices: Set<String>, start: Int)] = [:]
  /// Family names that "Mr" stands before somewhere.
  private var menOnly: Set<String> = []

  init(reading: Reading, lists: WordLists) {
    self.reading = reading
    self.lists = lists
    var names = reading.names.map { NameParts($0.tokens, reading) }
    // "Trump Jr.", told apart from "Trump" by that alone.
    let sons = Set(names.lazy.filter { $0.isJunior && $0.parts.count == 1 }.map(\.squashed))
    if !sons.isEmpty {
      for index in names.indices {
        guard let last = names[index].parts.last?.text, sons.contains(last) else {
          names[index].isJunior = false
          continue
        }
        if names[index].isJunior { names[index].squashed += "jr" }
      }
    }
    self.names = names
    tellsSons = !sons.isEmpty
    personOfName = Array(repeating: -1, count: names.count)
  }

  mutating func gather() {
    noteOthers()
    let order = names.indices.sorted { a, b in
      let (x, y) = (names[a].parts.count, names[b].parts.count)
      guard x == y else { return x > y }
      // "King Charles" is King Charles III, whom the text tells of later.
      let (first, second) = (names[a].number != nil, names[b].number != nil)
      return first == second ? a < b : first
    }
    var areSorted = false
    for index in order {
      if !areSorted, names[index].parts.count == 1 {
        areSorted = true
        for draft in places.indices { places[draft].sort() }
        fullCounts = places.map { $0.count }
      }
      if let host = bracketing(index) ?? alias(index), case let person = personOfName[host],
        person >= 0
      {
        join(index, to: person)
        draftOfSquashed.update(names[index].squashed, default: person) { _ in }
      } else if let person = person(of: index) {
        join(index, to: person)
      } else {
        add(index)
      }
    }
  }

  /// Two names joined by "and" or "with" are of two people, although one is a part of the other.
  private mutating func noteOthers() {
    for (index, span) in reading.names.enumerated()
    where span.gender == .male && names[index].parts.count == 1 {
      menOnly.insert(names[index].squashed)
    }
    for (index, span) in reading.names.enumerated()
    where span.reason == .title && names[index].parts.count == 1 {
      officesOfBare[names[index].squashed, default: ([], span.tokens.lowerBound)].offices
        .formUnion(titleNouns(beside: span))
    }
    for (index, next) in zip(names.indices, names.indices.dropFirst()) {
      let between = reading.names[index].tokens.upperBound..<reading.names[next].tokens.lowerBound
      guard let first = between.first, between.count <= 6,
        ["and", "with", "&"].contains(reading.tokens[first].word),
        between.dropFirst().allSatisfy({ $0 >= reading.names[next].titleStart })
      else { continue }
      for (short, long) in [(index, next), (next, index)]
      where names[short].parts.count == 1 && names[long].parts.count > 1 {
        othersWords[names[long].squashed, default: []].insert(names[short].squashed)
      }
    }
  }

  // MARK: - Whom a name stands for

  private func person(of index: Int) -> Int? {
    let name = names[index]
    let span = reading.names[index]
    // "President Reagan" is not Nancy Reagan where "Mr. Reagan" stands elsewhere.
    let gender =
      span.gender == .unknown && menOnly.contains(name.squashed) ? .male : span.gender
    if let same = draftOfSquashed[name.squashed], drafts[same].gender.agrees(with: gender) {
      return same
    }
    if let person = abbreviated(span) { return person }
    var fits: [Int] = []
    // Whatever the form, its last word stands in the whole name.
    if let word = name.parts.last?.text {
      for draft in (draftsOfWord[word] ?? []).prefix(200) {
        if drafts[draft].gender.agrees(with: gender),
          !tellsSons || name.isJunior == wholes[draft].isJunior,
          othersWords[wholes[draft].squashed]?.contains(name.squashed) != true,
          name.isForm(of: wholes[draft], isRoyal: span.isRoyal, lists)
        {
          fits.append(draft)
        }
      }
    }
    guard fits.count > 1 else { return fits.first.flatMap { isRelative($0, of: index) ? nil : $0 } }
    let best = fits.map { name.rank(in: wholes[$0]) }.max() ?? 0
    fits = fits.filter { name.rank(in: wholes[$0]) == best }
    let title = titleNouns(beside: span)
    if !title.isEmpty {
      let titled = fits.filter { !titles[$0].isDisjoint(with: title) }
      if !titled.isEmpty { fits = titled }
    }
    // "President Obama" is not the first lady.
    if span.reason == .title, !title.contains("lady") {
      let others = fits.filter { !isFirstLady($0) }
      if !others.isEmpty { fits = others }
    }
    return fits.count == 1 ? fits[0] : likeliest(fits, at: span.tokens.lowerBound)
  }

  /// Whether more than the look of the words tells a person; a given name alone tells nobody of note.
  private func isSure(_ span: NameSpan) -> Bool {
    let traits = reading.wordTraits[span.tokens.lowerBound]
    if span.tokens.count == 1, span.reason < .title {
      return !traits.contains(.given)
        && (span.reason >= .givenName || !traits.isDisjoint(with: [.surnameShaped, .familyName]))
    }
    return span.reason >= .givenName
  }

  /// "Alexy II": only monarchs and popes have numbers.
  private func isNumbered(_ span: NameSpan) -> Bool {
    span.tokens.count > 1
      && ["II", "III", "IV", "VI", "XII", "XIV", "XVI", "XXIII"].contains(
        reading.text(span.tokens.upperBound - 1))
  }

  /// "MBS" for Mohammed bin Salman.
  private func abbreviated(_ span: NameSpan) -> Int? {
    guard span.tokens.count == 1 else { return nil }
    let token = reading.tokens[span.tokens.lowerBound]
    guard token.shape.contains(.allCapitals), (3...5).contains(token.end - token.start) else {
      return nil
    }
    return drafts.indices.first { draft in
      drafts[draft].name.split(separator: " ").compactMap(\.first).map { $0.uppercased() }.joined()
        == token.text
    }
  }

  // MARK: - Growing drafts

  private mutating func add(_ index: Int) {
    let span = reading.names[index]
    let draft = drafts.count
    drafts.append(
      PersonDraft(
        name: display(span), gender: span.gender, parts: names[index].words,
        isSure: isSure(span), isTitled: span.reason == .title || isNumbered(span)))
    wholes.append(names[index])
    places.append([span.tokens.lowerBound])
    if names[index].parts.count == 1 { fullCounts.append(0) }
    titles.append(titleNouns(beside: span))
    personOfName[index] = draft
    for part in names[index].parts {
      draftsOfWord.update(part.text, default: []) { $0.appendOnce(draft) }
    }
    if let nickname = names[index].nickname, nickname.utf8.count > 3 {
      draftOfSquashed.update(nickname, default: draft) { _ in }
    }
    // The first of that name stays.
    draftOfSquashed.update(names[index].squashed, default: draft) { _ in }
  }

  private mutating func join(_ index: Int, to person: Int) {
    let span = reading.names[index]
    personOfName[index] = person
    places[person].append(span.tokens.lowerBound)
    if names[index].parts.count > 1 || titles[person].isEmpty {
      titles[person].formUnion(titleNouns(beside: span))
    }
    let form = display(span)
    if drafts[person].gender == .unknown { drafts[person].gender = span.gender }
    drafts[person].isSure = drafts[person].isSure || isSure(span)
    drafts[person].isTitled = drafts[person].isTitled || span.reason == .title
    guard form != drafts[person].name, !drafts[person].aliases.contains(form) else { return }
    let isKnownForm =
      folded(form) == folded(drafts[person].name)
      || drafts[person].aliases.contains { folded($0) == folded(form) }
    if !isKnownForm { drafts[person].aliases.append(form) }
  }

  /// The name as it is shown: in one line, and not in capitals throughout.
  private func display(_ span: NameSpan) -> String {
    let isShouted = span.tokens.allSatisfy {
      let token = reading.tokens[$0]
      return token.isMark || token.shape.contains(.allCapitals) || token.end - token.start < 3
    }
    let isAbbreviation =
      span.tokens.count == 1
      && reading.tokens[span.tokens.lowerBound].end - reading.tokens[span.tokens.lowerBound].start
        <= 3
    var text = reading.document.text(of: span.tokens)
    // "[Paul] Ryan": the bracket is no token.
    if text.utf8.contains(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ")") }) {
      text.removeAll { "[]()".contains($0) }
    }
    if isShouted, !isAbbreviation {
      return text.split(whereSeparator: \.isWhitespace).map { word in
        word.split(separator: "-", omittingEmptySubsequences: false)
          .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
      }.joined(separator: " ")
    }
    // Letters as readers see them are only looked at where a line may end.
    let isOneLine = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
    return !isOneLine && text.contains(where: \.isNewline)
      ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
  }
}

extension [Int] {
  /// Appends a number that is not the last already.
  fileprivate mutating func appendOnce(_ number: Int) {
    if last != number { append(number) }
  }
}
