/// Groups tokens into sentences.
///
/// A sentence ends at a full stop, a question or exclamation mark or an ellipsis, with the quotation
/// marks and brackets that close behind it, if what follows can begin one. A stop that belongs to an
/// abbreviation ends it only before a word that begins sentences and no names.
struct SentenceSplitter {
  /// The token ranges of the sentences in `range`, in order, covering it.
  func split(_ tokens: [Token], _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard Self.isStop(tokens[index].form) ?? tokens[index].endsInStop else {
        index += 1
        if index - start >= 3, index + 2 < range.upperBound,
          opensAfterCaption(tokens, index, range.upperBound)
        {
          sentences.append(start..<index)
          start = index
        }
        continue
      }
      var next = index + 1
      while next < range.upperBound {
        if closes(tokens[next]) {
          next += 1
        } else if isNote(tokens, next, limit: range.upperBound) {
          next += 3
        } else {
          break
        }
      }
      if next >= range.upperBound || ends(tokens, at: index, next: next, start: start) {
        sentences.append(start..<next)
        start = next
      }
      index = next
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// Whether the sentence from `start` ends at `index`, with what closes it before `next`.
  private func ends(_ tokens: [Token], at index: Int, next: Int, start: Int) -> Bool {
    let token = tokens[index]
    let after = tokens[next]
    switch token.form {
    case "!", "?": return begins(after) && !isDash(after) && !isSaid(tokens, next)
    case "…": return begins(after) && !isDash(after)
    case ".":
      // "1. The first point", "a. The first point"
      if index == start + 1, next == index + 1, isListNumber(tokens[start]) { return false }
      return begins(after)
    default:
      guard after.shape.contains(.afterSpace) else { return false }
      if Abbreviations.titles.contains(Word(String(token.lower.dropLast()))) { return false }
      // A list's letter, or a name's first initial: "J. The" does not come.
      if token.shape.contains(.initial), index == start { return false }
      // "No. 10" is a number, "The answer was no. Macron …" an answer.
      if token.word == "no.", !after.shape.contains(.number) { return begins(after) }
      if isOpeningQuote(after), next + 1 < tokens.count {
        return SentenceOpeners.words.contains(tokens[next + 1].form)
      }
      // "the U.S. Under Secretary of State"
      if after.form == "Under", next + 1 < tokens.count, tokens[next + 1].word == "secretary" {
        return false
      }
      return SentenceOpeners.words.contains(after.form)
    }
  }

  /// "General Qamar Javed Bajwa On Thursday, Aziz and Atmar met": a caption or heading that a page
  /// joined to the text behind it. A word that begins sentences and no names, capitalised, with small
  /// letters behind it, after a word that neither quotes nor joins.
  private func opensAfterCaption(_ tokens: [Token], _ index: Int, _ limit: Int) -> Bool {
    guard tokens[index].shape.isSuperset(of: [.capitalized, .afterSpace]),
      SentenceOpeners.afterCaptions.contains(tokens[index].form), !isGivenName(tokens, index)
    else { return false }
    let before = tokens[index - 1]
    guard !before.isMark || before.form == ")",
      !SentenceOpeners.joining.contains(before.word)
    else { return false }
    // "Seen On the Street" is a title: what follows a sentence's first word is small or a day.
    let near = tokens[index + 1..<min(index + 7, limit)]
    guard let next = near.first, !next.isMark,
      next.shape.contains(.afterSpace),
      next.lower == next.text || SentenceOpeners.days.contains(next.word)
    else { return false }
    return near.filter { !$0.isMark && $0.isCapitalized }.count * 2 <= near.count
      && near.contains { $0.lower == $0.text && !$0.isMark }
  }

  /// Whether a sentence can begin with this token.
  private func begins(_ token: Token) -> Bool {
    guard token.shape.contains(.afterSpace) else {
      return isOpeningQuote(token) && token.form != "\""
    }
    if token.isMark { return ![",", ";", ":", ")", "]", "/", "&", "%"].contains(token.form) }
    return token.isCapitalized || token.shape.contains(.number)
  }

  /// "Vice Premier Liu He": behind a family name of one syllable.
  private func isGivenName(_ tokens: [Token], _ index: Int) -> Bool {
    index > 0 && tokens[index].form == "He" && tokens[index - 1].isCapitalized
      && tokens[index - 1].end - tokens[index - 1].start <= 4
  }

  /// "“Why?” Mr. Rubio asked." goes on: a speaker of up to four words and a verb of saying.
  private func isSaid(_ tokens: [Token], _ next: Int) -> Bool {
    guard next > 0, ["\"", "”", "'", "’"].contains(tokens[next - 1].form) else { return false }
    for index in next..<min(next + 5, tokens.count) {
      if Self.saying.contains(tokens[index].word) { return true }
      if tokens[index].isMark { return false }
    }
    return false
  }

  private static let saying: [Word] = ["said", "asked", "says", "asks", "replied", "added"]

  private func isListNumber(_ token: Token) -> Bool {
    token.end - token.start <= 2
      && (token.shape.contains(.number) || token.end - token.start == 1)
  }

  private func isDash(_ token: Token) -> Bool {
    token.isMark && Self.dashes.contains(token.form)
  }

  private static let dashes: [Word] = ["-", "–", "—", "--"]

  private func isOpeningQuote(_ token: Token) -> Bool {
    token.isMark && Self.opening.contains(token.form)
  }

  private static let opening: [Word] = ["\"", "“", "‘", "'", "(", "[", "«", "„"]

  /// The number of a note, "[6]", which belongs to the sentence before it.
  private func isNote(_ tokens: [Token], _ index: Int, limit: Int) -> Bool {
    index + 2 < limit && tokens[index].form == "[" && tokens[index + 2].form == "]"
      && tokens[index + 1].shape.contains(.number)
  }

  /// A mark that belongs to the sentence before it.
  private func closes(_ token: Token) -> Bool {
    guard token.isMark, !token.shape.contains(.afterSpace) else { return false }
    return Self.closing.contains(token.form)
  }

  private static let closing: [Word] = [
    "\"", "”", "'", "’", ")", "]", "»", ".", "!", "?", "…",
  ]
}

extension SentenceSplitter {
  /// Whether a word ends as a sentence does; nil where only its letters tell.
  @inline(__always)
  private static func isStop(_ form: Word) -> Bool? {
    form.lastByte.map {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?")
        || $0 == 0xA6 && form == "…"
    }
  }
}

extension Token {
  /// Whether it is a mark that can end a sentence, or a word with a stop of its own.
  fileprivate var endsInStop: Bool {
    switch form.lastByte ?? text.utf8.last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    // The last byte of "…".
    case 0xA6: form == "…"
    default: false
    }
  }
}

/// Words that, capitalised after an abbreviation, show that a new sentence has begun.
enum SentenceOpeners {
  /// Those of them that hardly stand in a name or title.
  static let afterCaptions: WordHashes = [
    "On", "He", "She", "They", "But", "While", "When", "However", "Meanwhile", "Although", "Though",
    "Despite", "Following", "After", "Before", "During", "Earlier", "Speaking", "According",
    "There",
    "These", "This", "That", "It", "If", "Since", "Asked", "Also",
  ]
  /// Words after which a capital is another's: "and It", "the This".
  static let joining: WordHashes = [
    "and", "or", "but", "the", "a", "an", "of", "in", "on", "at", "to", "for", "with", "by", "from",
    "as", "that", "than", "is", "was", "are", "were", "be", "its", "his", "her", "their", "called",
    "entitled", "titled", "named", "song", "film", "book", "&", "not", "says", "say", "said",
  ]
  static let days: WordHashes = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
  static let words: WordHashes = [
    "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "I", "You",
    "In", "On", "At", "But", "And", "Or", "So", "Yet", "After", "Before", "When", "While", "His",
    "Her", "Their", "Its", "Our", "My", "There", "As", "For", "From", "By", "With", "To", "Of",
    "Both", "Neither", "Either", "No", "Not", "Meanwhile", "However", "Also", "If", "Since",
    "Although", "Though", "Because", "Until", "Once", "Who", "What", "Where", "Why", "How", "Some",
    "Many", "Most", "Several", "Such", "Other", "Others", "Another", "Each", "All", "Earlier",
    "Later", "Then", "Now", "Instead", "Still", "Despite", "During", "Under", "Over", "About",
    "According", "Asked", "Speaking", "One", "Two", "Three", "Among", "Between", "Even", "Only",
    "Here", "Yesterday", "Today", "Tomorrow", "Last", "Next", "Let", "Please", "Is", "Are", "Was",
    "Were", "Did", "Does", "Do", "Has", "Have", "Had", "Can", "Could", "Will", "Would", "Should",
    "Met", "Attended", "Visited", "Accompanied", "Addressed", "Discussed", "Opposition",
    "Officials",
  ]
}
