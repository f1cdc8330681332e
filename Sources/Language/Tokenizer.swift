/// Cuts text into tokens.
///
/// Hyphenated names and words stay whole ("Takht-Ravanchi"), so do abbreviations ("U.S.", "Jan.")
/// and initials ("J."). The possessive ending and the negation of an auxiliary are tokens of their
/// own ("Iraq" + "'s", "did" + "n't"), because both change who did what.
struct Tokenizer {
  /// The scalars of the text, which must outlive the tokenizer.
  let scalars: UnsafeBufferPointer<Unicode.Scalar>

  /// Appends the tokens of the scalars in `range`.
  func tokenize(_ range: Range<Int>, into tokens: inout [Token]) {
    var position = range.lowerBound
    var afterSpace = true
    while position < range.upperBound {
      let scalar = scalars[position]
      if scalar.isSpace || scalar == "-" && isLostSpace(position, range) {
        afterSpace = true
        position += 1
        continue
      }
      let end =
        scalar.isWordPart
        ? wordEnd(from: position, limit: range.upperBound)
        : position + (endsAbbreviation(position, afterSpace, range) ? 2 : 1)
      append(position..<end, limit: range.upperBound, afterSpace: afterSpace, to: &tokens)
      afterSpace = false
      position = tokens.last?.end ?? end
    }
  }
}

// MARK: - Words

extension Tokenizer {
  /// Whether the possessive ending of "the U.K.'s" begins at `place`.
  private func endsAbbreviation(_ place: Int, _ afterSpace: Bool, _ range: Range<Int>) -> Bool {
    guard scalars[place].isApostrophe, !afterSpace, place > range.lowerBound,
      scalars[place - 1] == ".", place + 1 < range.upperBound, scalars[place + 1] == "s"
    else { return false }
    return place + 2 >= range.upperBound || !scalars[place + 2].isWordPart
  }

  /// The end of the word that starts at `start`: letters and digits, with marks inside that join.
  private func wordEnd(from start: Int, limit: Int) -> Int {
    var end = start + 1
    while end < limit {
      let scalar = scalars[end]
      if scalar.isWordPart {
        end += 1
      } else if end + 1 < limit, joins(scalar, at: end, limit: limit) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether a mark inside a word belongs to it; letters or digits stand before it.
  private func joins(_ mark: Unicode.Scalar, at place: Int, limit: Int) -> Bool {
    let next = scalars[place + 1]
    let last = scalars[place - 1]
    switch mark {
    // "Mohammed Shia' al-Sudani": a letter of the name, and nobody's possession.
    case "'", "\u{2019}", "\u{02BC}":
      return next.isWordPart
        || next == " " && last.isLetter && last != "s" && isArticle(at: place + 2)
    case "-" where last == "s" && place > 1 && scalars[place - 2].isApostrophe: return false
    case "-", "\u{2010}", "\u{2011}", "&": return next.isWordPart
    case ".":
      if last.isDigit { return next.isDigit }
      guard next.isLetter, last.isLetter else { return false }
      // "the end.Then": a space is missing; not so in "Ph.D.", "U.S." or "Ts.Munkh-Orgil".
      return place > 1 && isDigraph(at: place - 2)
        || !(next.isCapital && !last.isCapital && place + 2 < limit
          && scalars[place + 2].isLetter && !scalars[place + 2].isCapital)
    case ",", ":": return next.isDigit && last.isDigit
    default: return false
    }
  }

  /// Whether an Arabic article with its hyphen begins at a place: "al-", "El-".
  private func isArticle(at place: Int) -> Bool {
    place + 3 < scalars.count && ["a", "A", "e", "E"].contains(scalars[place])
      && scalars[place + 1] == "l" && scalars[place + 2] == "-" && scalars[place + 3].isLetter
  }

  private func append(
    _ range: Range<Int>, limit: Int, afterSpace: Bool, to tokens: inout [Token]
  ) {
    var range = range
    if let cut = initialsEnd(in: range) {
      tokens.append(token(range.lowerBound..<cut, afterSpace: afterSpace))
      append(cut..<range.upperBound, limit: limit, afterSpace: true, to: &tokens)
      return
    }
    if let cut = contractionStart(in: range) {
      tokens.append(token(range.lowerBound..<cut, afterSpace: afterSpace))
      tokens.append(token(cut..<range.upperBound, afterSpace: false))
      return
    }
    if let dash = looseDash(in: range) {
      tokens.append(token(range.lowerBound..<dash, afterSpace: afterSpace))
      append(dash + 1..<range.upperBound, limit: limit, afterSpace: true, to: &tokens)
      return
    }
    if range.upperBound < limit, scalars[range.upperBound] == ".", keepsStop(range) {
      range = range.lowerBound..<range.upperBound + 1
    }
    tokens.append(token(range, afterSpace: afterSpace))
  }

  /// Where `'s`, `n't` and the like begin inside a word.
  private func contractionStart(in range: Range<Int>) -> Int? {
    let end = range.upperBound
    guard range.count > 2, !scalars[end - 1].isApostrophe else { return nil }
    let mark = scalars[end - 2].isApostrophe ? end - 2 : end - 3
    guard mark > range.lowerBound, scalars[mark].isApostrophe else { return nil }
    let first = smallLetter(at: mark + 1)
    switch end - mark - 1 {
    case 1 where first == "s" || first == "d" || first == "m": return mark
    case 1 where first == "t" && smallLetter(at: mark - 1) == "n":
      return mark - 1 > range.lowerBound ? mark - 1 : nil
    case 2:
      switch (first, smallLetter(at: mark + 2)) {
      case ("r", "e"), ("v", "e"), ("l", "l"): return mark
      default: return nil
      }
    default: return nil
    }
  }

  /// The only hyphen of the word, where it stands for a space.
  private func looseDash(in range: Range<Int>) -> Int? {
    guard let dash = range.first(where: { scalars[$0] == "-" }), dash > range.lowerBound + 1,
      dash + 2 < range.upperBound,
      !(dash + 1..<range.upperBound).contains(where: { scalars[$0] == "-" || scalars[$0].isDigit })
    else { return nil }
    let capitals = (scalars[range.lowerBound].isCapital, scalars[dash + 1].isCapital)
    guard !scalars[range.lowerBound + 1].isCapital || dash == range.lowerBound + 2 else {
      return nil
    }
    let first = strings(range.lowerBound..<dash, hasCapitals: true).lower
    let second = strings(dash + 1..<range.upperBound, hasCapitals: true).lower
    return LooseDash.parts(first, second, capitals) ? dash : nil
  }

  /// The scalar in lower case where it is of ASCII.
  private func smallLetter(at place: Int) -> Unicode.Scalar {
    let scalar = scalars[place]
    guard (0x41...0x5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
  }

  /// Whether a full stop after the word belongs to it.
  private func keepsStop(_ range: Range<Int>) -> Bool {
    if range.count == 1 { return scalars[range.lowerBound].isCapital }
    if range.count == 2, isDigraph(at: range.lowerBound) { return true }
    if range.count >= 3, scalars[range.upperBound - 2] == "." { return true }
    let word = Word(strings(range, hasCapitals: true).lower)
    if word == "jun", isBehindCapital(range.lowerBound) { return false }
    return Abbreviations.all.contains(word)
      && (scalars[range.lowerBound].isCapital || !Abbreviations.alsoWords.contains(word))
  }

  /// Whether the word before begins with a capital: "Dong Jun" is no day in June.
  private func isBehindCapital(_ place: Int) -> Bool {
    guard place > 1, scalars[place - 1] == " ", scalars[place - 2].isLetter else { return false }
    var start = place - 2
    while start > 0, scalars[start - 1].isLetter { start -= 1 }
    return scalars[start].isCapital
  }

  private func token(_ range: Range<Int>, afterSpace: Bool) -> Token {
    let short = range.count <= 15 ? Word(ascii: scalars[range]) : nil
    // A curly apostrophe, which a short word has straight, may be a letter.
    if let short, short.contains(UInt8(ascii: "'")) == false {
      let (letters, capitals) = short.letterCounts
      return Token(
        start: range.lowerBound, end: range.upperBound, short: short,
        shape: shape(of: range, afterSpace, letters: letters, capitals: capitals))
    }
    var letters = 0
    var capitals = 0
    for index in range where scalars[index].isLetter {
      letters += 1
      if scalars[index].isCapital { capitals += 1 }
    }
    let shape = shape(of: range, afterSpace, letters: letters, capitals: capitals)
    if let short {
      return Token(start: range.lowerBound, end: range.upperBound, short: short, shape: shape)
    }
    let (text, lower) = strings(range, hasCapitals: capitals > 0)
    return Token(
      start: range.lowerBound, end: range.upperBound, text: text, lower: lower, shape: shape)
  }

  private func shape(
    of range: Range<Int>, _ afterSpace: Bool, letters: Int, capitals: Int
  ) -> Token.Shape {
    let first = scalars[range.lowerBound]
    var shape: Token.Shape = []
    if first.isCapital { shape.insert(.capitalized) }
    if letters >= 2, letters == capitals { shape.insert(.allCapitals) }
    if first.isDigit { shape.insert(.number) }
    if !first.isWordPart, letters == 0 { shape.insert(.mark) }
    if afterSpace { shape.insert(.afterSpace) }
    if range.count == 2, letters == 1, scalars[range.upperBound - 1] == "." {
      shape.insert(.initial)
    } else if range.count == 3, scalars[range.upperBound - 1] == ".",
      isDigraph(at: range.lowerBound)
    {
      shape.insert(.initial)
    }
    return shape
  }

  /// The word as written and in lower case. Most are of ASCII and short enough to need no memory of
  /// their own, so they are made from bytes in place.
  private func strings(_ range: Range<Int>, hasCapitals: Bool) -> (text: String, lower: String) {
    if range.count <= 15, let word = Word(ascii: scalars[range]) {
      let text = word.shortText
      return (text, hasCapitals ? word.lowercased.shortText : text)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { bytes in
      var count = 0
      for scalar in scalars[range] {
        guard scalar.isASCII || scalar.isApostrophe else { return unicodeStrings(range) }
        bytes[count] = scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0x27
        count += 1
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard hasCapitals else { return (text, text) }
      for index in 0..<count where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
      return (text, String(decoding: bytes, as: UTF8.self))
    }
  }

  private func unicodeStrings(_ range: Range<Int>) -> (text: String, lower: String) {
    var view = String.UnicodeScalarView()
    for scalar in scalars[range] { view.append(scalar.isApostrophe ? "'" : scalar) }
    let text = String(view)
    return (text, text.lowercased())
  }
}
