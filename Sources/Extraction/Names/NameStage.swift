import Diplomacy
import Language

/// Finds the stretches of text that name people.
///
/// Twice over: first every stretch of capitalised words is weighed by what stands in and around
/// it (titles, given names, small words of names, verbs that people do); then what the text itself
/// has vouched for decides about the rest: a family name that once stands beside a title or a given
/// name is one everywhere, in headlines and capitals too.
struct NameStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    let vocabulary = NameWords(reading, words)
    let runs = NameRuns(reading: reading, words: vocabulary)
    let trimmer = NameTrimmer(reading: reading, words: vocabulary, lists: words)
    let evidence = NameEvidence(reading: reading, words: vocabulary, runs: runs)
    var candidates: [NameSpan] = []
    var shouted: [Range<Int>] = []
    var bylines: [NameSpan] = []
    // Family names of those who report: "said Simmons" after "Al Jazeera's Andrew Simmons".
    var reporters: Set<String> = []
    let credits = CreditLines(reading: reading)
    // Words of names in lines that only say who wrote: the same names under the headline.
    var writers: Set<String> = []
    for sentence in reading.document.sentences {
      if credits.contains(sentence) {
        credits.collectNames(in: sentence, into: &writers)
        continue
      }
      let style = runs.style(of: sentence.tokens)
      if style != .plain { shouted.append(sentence.tokens) }
      if style == .capitals { continue }
      for run in runs.runs(in: sentence.tokens, style: style) {
        if let label = speaker(run, sentence.tokens, reading, vocabulary) {
          candidates.append(label)
          continue
        }
        for piece in pieces(of: run, style, vocabulary) {
          let opens = piece.lowerBound == sentence.tokens.lowerBound
          for name in trimmer.names(in: piece, opensSentence: opens) {
            guard let reason = evidence.reason(for: name, in: piece) else {
              if name.tokens.count > 1, evidence.isCredited(name.tokens) {
                reporters.insert(reading.lower(name.tokens.upperBound - 1))
              }
              continue
            }
            let found = span(name, reason, vocabulary)
            if credits.isByline(name.tokens, in: sentence) {
              bylines.append(found)
            } else {
              candidates.append(found)
            }
          }
        }
      }
    }
    if !reporters.isEmpty { drop(reporters, &candidates, reading) }
    if !writers.isEmpty {
      candidates.removeAll { $0.reason != .title && credits.isName($0.tokens, of: writers) }
    }
    let settled = NameConsistency(reading: reading, words: vocabulary, lists: words)
      .settle(candidates, shouted: shouted, bylines: bylines)
    for name in settled
    where !isNickname(name, behind: reading.names.last, reading) && !isOfSaint(name, reading) {
      for token in name.tokens {
        reading.nameOfToken[token] = reading.names.count
        // "Theresa May met": no modal verb.
        if ClauseWords.auxiliaries.contains(reading.tokens[token].word) {
          reading.takeAsName(token)
        }
      }
      reading.names.append(name)
    }
    reading.wordTraits = vocabulary.traits
  }

  /// "Pushpa Kamal Dahal 'Prachanda'": in quotation marks right behind a name, no other person's.
  private func isNickname(
    _ name: NameSpan, behind last: NameSpan?, _ reading: Reading
  ) -> Bool {
    guard let last, name.tokens.count <= 2, last.tokens.count > 1,
      last.tokens.upperBound == name.tokens.lowerBound - 1
    else { return false }
    let marks: [Word] = ["'", "\"", "“", "”", "‘", "’"]
    return marks.contains(reading.form(name.tokens.lowerBound - 1))
      && marks.contains(reading.form(name.tokens.upperBound))
  }

  /// "St. Patrick's Day", "St. Peter's Basilica": called after somebody who is nobody of the text.
  private func isOfSaint(_ name: NameSpan, _ reading: Reading) -> Bool {
    let end = name.tokens.upperBound
    guard end + 1 < reading.tokens.count, reading.tokens[end].isPossessive,
      reading.tokens[end + 1].isCapitalized
    else { return false }
    let first = reading.word(name.tokens.lowerBound)
    return ["st", "st.", "saint"].contains(first)
      || ["st", "st.", "saint"].contains(reading.word(name.tokens.lowerBound - 1))
  }

  /// Drops single names that only a reporter bears.
  private func drop(
    _ reporters: Set<String>, _ candidates: inout [NameSpan], _ reading: Reading
  ) {
    let others = candidates.filter { $0.tokens.count > 1 || $0.reason == .title }
      .map { reading.lower($0.tokens.upperBound - 1) }
    let only = reporters.subtracting(others)
    candidates.removeAll {
      $0.tokens.count == 1 && only.contains(reading.lower($0.tokens.lowerBound))
    }
  }

  private func span(
    _ name: NameTrimmer.Trimmed, _ reason: NameSpan.Reason, _ vocabulary: NameWords
  ) -> NameSpan {
    var gender = name.gender
    if gender == .unknown {
      let first = vocabulary.traits[name.tokens.lowerBound]
      if name.tokens.count > 1, !first.contains(.familyFirst) { gender = first.gender }
    }
    return NameSpan(
      tokens: name.tokens, gender: gender, reason: reason, titleStart: name.titleStart,
      isRoyal: name.isRoyal)
  }

  /// In a headline the common words between names have capitals too, and part them.
  private func pieces(
    of run: Range<Int>, _ style: NameRuns.Style, _ vocabulary: NameWords
  ) -> [Range<Int>] {
    guard style == .titleCase else { return [run] }
    var pieces: [Range<Int>] = []
    var start = run.lowerBound
    for index in run {
      let traits = vocabulary.traits[index]
      if traits.contains(.particle), index > start { continue }
      let parts =
        !traits.isDisjoint(with: [.common, .personVerb])
        && traits.isDisjoint(with: [.given, .roleHead, .roleWord, .honorific, .familyFirst])
        && !(index > start && vocabulary.traits[index - 1].contains(.given))
      if parts {
        if start < index { pieces.append(start..<index) }
        start = index + 1
      }
    }
    if start < run.upperBound { pieces.append(start..<run.upperBound) }
    return pieces
  }

  /// "SECRETARY RUBIO:" and "LAVROV:", who speaks in a transcript.
  private func speaker(
    _ run: Range<Int>, _ sentence: Range<Int>, _ reading: Reading, _ vocabulary: NameWords
  ) -> NameSpan? {
    guard run.lowerBound == sentence.lowerBound, run.upperBound < sentence.upperBound,
      reading.tokens[run.upperBound].form == ":",
      run.allSatisfy({ reading.tokens[$0].shape.contains(.allCapitals) })
    else { return nil }
    var start = run.lowerBound
    for index in run {
      let traits = vocabulary.traits[index]
      let text = reading.tokens[index].text
      let isTitle =
        !traits.isDisjoint(with: [.roleHead, .roleWord, .roleEdge, .honorific])
        || words.isHonorific(text.prefix(1) + text.dropFirst().lowercased())
      if isTitle, !traits.contains(.nameable) || index + 1 < run.upperBound { start = index + 1 }
    }
    guard start < run.upperBound, run.upperBound - start <= 3 else { return nil }
    // "LAHORE: Prime Minister …" is where the report comes from.
    let city = Places.lookup(PlaceReader.written(reading.document.text(of: run)))
    if start == run.lowerBound, city.contains(where: { $0.ambiguity == nil }) { return nil }
    let isOrdinary = (start..<run.upperBound).allSatisfy {
      !vocabulary.traits[$0].isDisjoint(with: [.common, .thing, .divider])
        && vocabulary.traits[$0].isDisjoint(with: [.nameable, .given, .familyFirst])
    }
    let isNobody = (start..<run.upperBound).allSatisfy { vocabulary.traits[$0].contains(.person) }
    let next = run.upperBound + 1
    guard !isNobody, next < reading.tokens.count, !reading.tokens[next].shape.contains(.number)
    else {
      return nil
    }
    guard !isOrdinary || start > run.lowerBound && vocabulary.traits[start].contains(.nameable)
    else { return nil }
    return NameSpan(
      tokens: start..<run.upperBound, gender: .unknown, reason: .title,
      titleStart: run.lowerBound)
  }
}
