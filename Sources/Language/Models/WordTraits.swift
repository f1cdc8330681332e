/// What the models see of a word: hashes of its form, its beginning, its end and its look.
package struct WordTraits: Sendable {
  /// The word in lower case, digits as one.
  package var lower: Atom = 0
  /// Its last one to four scalars in lower case.
  package var suffixes = InlineArray<4, Atom>(repeating: 0)
  /// Its first one to three scalars in lower case.
  package var prefixes = InlineArray<3, Atom>(repeating: 0)
  /// Capitals, small letters, digits and marks, runs shortened.
  package var shape: Atom = 0
  /// How many letters it has.
  package var letters = 0
  /// How many of them are capitals.
  package var capitals = 0
  /// Whether it starts with a capital.
  package var isCapitalized = false
  /// The number of its class in the tagger's vocabulary: which tags it had in the training data.
  package var wordClass: UInt8 = 0

  /// The traits of the word made of `scalars`.
  package init(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    var hash: Atom = 0xCBF2_9CE4_8422_2325
    var tail: Atom = 0
    var look: Atom = 1
    var run: Atom = 0
    var runLength = 0
    for (index, scalar) in scalars.enumerated() {
      let (small, kind) = Self.fold(scalar)
      if kind <= 2 { letters += 1 }
      if kind == 1 {
        capitals += 1
        if index == 0 { isCapitalized = true }
      }
      hash = (hash ^ Atom(small)) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 31
      if index < 3 { prefixes[index] = hash &* 0x9E37_79B9_7F4A_7C15 }
      tail = tail << 16 | Atom(small & 0xFFFF)
      runLength = kind == run ? runLength + 1 : 1
      run = kind
      if runLength <= 2, look < 1 << 56 { look = look << 5 | kind }
    }
    lower = hash &* 0x9E37_79B9_7F4A_7C15
    lower ^= lower >> 32
    for length in 0..<4 {
      let mask: Atom = length == 3 ? ~0 : (1 << (16 * Atom(length + 1))) - 1
      let part = (tail & mask) &* 0xC2B2_AE3D_27D4_EB4F
      suffixes[length] = part ^ part >> 31
    }
    shape = look &* 0xC2B2_AE3D_27D4_EB4F
    shape ^= shape >> 31
  }

  /// The scalar in lower case, and its kind: 1 capital, 2 small, 3 digit, 4 and up a mark.
  @inline(__always)
  private static func fold(_ scalar: Unicode.Scalar) -> (UInt32, Atom) {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x61...0x7A: return (value, 2)
      case 0x41...0x5A: return (value | 0x20, 1)
      case 0x30...0x39: return (0x30, 3)
      case 0x2E: return (value, 4)
      case 0x2D: return (value, 5)
      case 0x27: return (value, 6)
      default: return (value, 7)
      }
    }
    switch value {
    case 0x2019, 0x02BC: return (0x27, 6)
    case 0x2010, 0x2011: return (0x2D, 5)
    default: break
    }
    guard scalar.isLetter else { return (value, 8) }
    if scalar.properties.isUppercase {
      return (scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value, 1)
    }
    return (value, 2)
  }
}

/// How a sentence is capitalised, which tells what a capital is worth.
package enum CaseStyle: Int, Sendable {
  /// Capitals mark names and the first word.
  case plain
  /// All words of weight are capitalised, as in headlines.
  case title
  /// Everything is in capitals.
  case capitals

  /// The style of a sentence of these words.
  package init(_ words: [WordTraits]) {
    var small = 0
    var capitalized = 0
    var capitals = 0
    for word in words where word.letters > 0 {
      if word.letters > 1, word.letters == word.capitals {
        capitals += 1
      } else if word.isCapitalized {
        capitalized += 1
      } else if word.letters > 2, !Self.smallInTitles.contains(word.lower) {
        small += 1
      }
    }
    if capitals >= 3, capitals > 3 * (capitalized + small) {
      self = .capitals
    } else if capitalized >= 3, capitalized > 8 * small {
      self = .title
    } else {
      self = .plain
    }
  }

  /// Words of three letters and more that headlines do not capitalise.
  private static let smallInTitles = AtomSet([
    "the", "and", "but", "for", "nor", "with", "from", "into", "onto", "over", "upon", "amid",
    "than", "that", "via", "after", "n't", "between", "against",
  ])
}
