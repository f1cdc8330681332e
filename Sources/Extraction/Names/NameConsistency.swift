import Diplomacy
import Language

/// Decides about doubtful names by what the rest of the text says of the same words.
struct NameConsistency {
  let reading: Reading
  let words: NameWords
  let lists: WordLists

  /// What the text has vouched for: words that stand in a certain name, by how they are compared.
  private struct Vouched {
    /// Family names, and single names beside a title.
    var family: WordBag
    /// Given names of people named in full.
    var given = WordBag()
    /// Pairs of words that follow each other in a name.
    var pairs: Set<Pair> = []
    /// First letters of names of three words and more: "MBS".
    var initials: Set<String> = []

    struct Pair: Hashable {
      var first: Word
      var second: Word
    }
  }

  /// The names among `candidates`, with those that stand only in headlines, in capitals or before
  /// what belongs to a person.
  func settle(
    _ candidates: [NameSpan], shouted: [Range<Int>], bylines: [NameSpan]
  ) -> [NameSpan] {
    var vouched = vouch(candidates)
    // Who stands alone under the headline wrote the article, unless the article speaks of them.
    let told = bylines.filter { vouched.family.contains(key($0.tokens.upperBound - 1)) }
    let certain = candidates.count { $0.reason >= .givenName }
    let candidates = coordinated(candidates + told)
    if !told.isEmpty || candidates.count(where: { $0.reason >= .givenName }) > certain {
      vouched = vouch(candidates)
    }
    var taken = [Bool](repeating: false, count: reading.tokens.count)
    var settled: [NameSpan] = []
    for var candidate in candidates {
      if candidate.reason < .givenName {
        if isPart(candidate, vouched) {
          candidate.reason = .part
        } else if candidate.reason == .guess {
          continue
        }
      }
      for token in candidate.tokens { taken[token] = true }
      settled.append(candidate)
    }
    for sentence in shouted { settled += names(in: sentence, vouched, &taken) }
    settled += attributive(vouched, &taken)
    settled.removeAll { isPairOfNames($0, vouched) }
    return settled.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func vouch(_ candidates: [NameSpan]) -> Vouched {
    var vouched = Vouched(family: WordBag(capacity: candidates.count))
    vouched.pairs.reserveCapacity(candidates.count)
    for candidate in candidates where candidate.reason >= .givenName {
      var first: (key: Word, isGiven: Bool)?
      var last: Word?
      var count = 0
      for token in candidate.tokens where isCore(token) {
        let key = key(token)
        if let last {
          vouched.pairs.insert(Vouched.Pair(first: last, second: key))
          // Neither the first nor the last.
          if count > 1, last.byteCount > 3 { vouched.family.insert(last) }
        } else {
          first = (key, words.traits[token].contains(.given))
        }
        last = key
        count += 1
      }
      guard let first, let last else { continue }
      vouched.family.insert(last)
      if count == 1 { continue }
      if first.isGiven {
        vouched.given.insert(first.key)
      } else {
        vouched.family.insert(first.key)
      }
      guard candidate.tokens.count >= 3 else { continue }
      let initials = candidate.tokens.compactMap { reading.tokens[$0].text.first }
      if initials.count >= 3 { vouched.initials.insert(String(initials).uppercased()) }
    }
    return vouched
  }

  /// A word that tells people apart: no initial, suffix or small word.
  private func isCore(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return !token.isMark && token.end - token.start >= 2
      && !(words.traits[index].contains(.particle) && !words.traits[index].contains(.familyFirst))
      && !token.text.hasSuffix(".")
      && !NameConsistency.suffixes.contains(token.form)
  }

  private static let suffixes: WordSet = ["II", "III", "IV", "VI", "XIV", "XVI", "Jr", "Sr"]

  /// A word as it is compared: without case, accents and a grown-together article.
  private func key(_ index: Int) -> Word {
    let text = folded(reading.tokens[index].text)
    guard words.traits[index].contains(.articled), let space = text.firstIndex(of: " ") else {
      return Word(text)
    }
    return Word(String(text[text.index(after: space)...]))
  }

  /// "Lavrov-Blinken talks": two family names of the text, and nobody's double name.
  private func isPairOfNames(_ candidate: NameSpan, _ vouched: Vouched) -> Bool {
    guard candidate.tokens.count == 1,
      case let form = reading.tokens[candidate.tokens.lowerBound].text, form.contains("-")
    else { return false }
    let halves = form.split(separator: "-")
    return halves.count == 2 && halves[0] != halves[1]
      && halves.allSatisfy { vouched.family.contains(Word(folded(String($0)))) }
  }

  private func isPart(_ candidate: NameSpan, _ vouched: Vouched) -> Bool {
    let cores = candidate.tokens.filter { isCore($0) }
    guard let first = cores.first, let last = cores.last else { return false }
    if cores.count == 1 {
      if reading.tokens[first].shape.contains(.allCapitals) {
        return vouched.initials.contains(reading.tokens[first].text)
          || vouched.family.contains(key(first)) && reading.tokens[first].text.utf8.count > 3
      }
      if vouched.family.contains(key(first)) { return true }
      return vouched.given.contains(key(first)) && !words.isAlsoLowerCase(first)
        && !words.traits[first].contains(.common)
    }
    guard cores.count <= 3, vouched.family.contains(key(last)) else { return false }
    return words.traits[first].isDisjoint(with: [.common, .thing, .lead, .roleHead, .roleWord])
  }

  // MARK: - Headlines and capitals

  /// The vouched names in a sentence whose capitals say nothing.
  private func names(
    in sentence: Range<Int>, _ vouched: Vouched, _ taken: inout [Bool]
  ) -> [NameSpan] {
    var found: [NameSpan] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      defer { index += 1 }
      guard !taken[index], reading.tokens[index].isCapitalized, isCore(index),
        reading.entityOfToken[index] < 0
      else { continue }
      let first = key(index)
      var end = index + 1
      while end < sentence.upperBound, !taken[end], isCore(end),
        vouched.pairs.contains(Vouched.Pair(first: key(end - 1), second: key(end)))
      {
        end += 1
      }
      let isName =
        end > index + 1
        || vouched.family.contains(first)
          && words.traits[index].isDisjoint(with: [.thing, .divider])
      guard isName || isTitledCapital(index) else { continue }
      for token in index..<end { taken[token] = true }
      found.append(
        NameSpan(
          tokens: index..<end, gender: words.traits[index].gender, reason: isName ? .part : .title,
          titleStart: index))
      index = end - 1
    }
    return found
  }

  /// "PRESIDENT MACRON" in a headline in capitals.
  private func isTitledCapital(_ index: Int) -> Bool {
    guard index > 0, reading.tokens[index].shape.contains(.allCapitals),
      reading.tokens[index].end - reading.tokens[index].start > 2
    else { return false }
    return words.traits[index - 1].contains(.roleHead)
      && words.traits[index].isDisjoint(with: [
        .common, .thing, .divider, .roleHead, .roleWord, .personVerb, .honorific,
      ])
  }

  // MARK: - Before what belongs to a person

  /// Whether an unknown word before "regime" or "administration" names its leader: "Asad", but not
  /// "Baathist".
  private func isLeader(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard
      ["regime", "administration", "government", "presidency"].contains(reading.word(index + 1)),
      words.traits[index].isDisjoint(with: [
        .common, .thing, .divider, .roleWord, .roleHead, .lead, .honorific,
      ]), !token.shape.contains(.allCapitals), !token.text.contains("-")
    else { return false }
    return !["ist", "ian", "ite", "ese", "ish", "can", "i"].contains { token.lower.hasSuffix($0) }
  }

  /// "the Biden administration", "the Netanyahu government": a name that only tells whose.
  private func attributive(_ vouched: Vouched, _ taken: inout [Bool]) -> [NameSpan] {
    var found: [NameSpan] = []
    for index in reading.tokens.indices.dropLast() {
      guard !taken[index], reading.tokens[index].isCapitalized, reading.entityOfToken[index] < 0,
        words.traits[index + 1].contains(.power), !reading.tokens[index + 1].isCapitalized,
        isCore(index), reading.word(index - 1) == "the"
      else { continue }
      let isKnown = vouched.family.contains(key(index))
      guard isKnown || isLeader(index) else { continue }
      taken[index] = true
      found.append(
        NameSpan(
          tokens: index..<index + 1, gender: .unknown, reason: isKnown ? .part : .title,
          titleStart: index, isAttributive: true))
    }
    return found
  }
}
