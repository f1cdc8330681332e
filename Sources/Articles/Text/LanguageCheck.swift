/// Refuses texts that are not in English.
///
/// The share of a language's most frequent function words among all words tells languages with
/// Latin letters apart well from a few sentences on; other scripts are told by their letters.
struct LanguageCheck {
  /// So many scalars from the start of a text tell its language; more would only take time.
  private static let sampleLength = 1 << 16

  /// - Throws: a diagnostic that names the language, or says that the text is no running text.
  func check(_ text: String, named name: String) throws(Refusal) {
    var text = text
    let found = text.withUTF8(Self.tally)
    let (words, counts) = (found.words, found.counts)
    guard words > 0 else { throw notProse(name) }
    if found.latin * 2 < found.letters {
      throw Refusal(
        .language, "\(name) is not in English", notes: ["most of its letters are not Latin"],
        help: ["memcon reads English; give a translation"])
    }
    guard words >= 12 else { return }
    let english = counts[0]
    // In a few words Los Angeles and von der Leyen weigh much.
    let fewest = words < 30 ? max(4, words / 5, english * 4 + 1) : 1
    if let other = counts.indices.dropFirst().max(by: { counts[$0] < counts[$1] }),
      counts[other] > english * 3 / 2, counts[other] * 12 > words, counts[other] >= fewest
    {
      throw Refusal(
        .language, "\(name) is not in English",
        notes: ["it reads like \(LanguageCheck.languages[other].name)"],
        help: ["memcon reads English; give a translation"])
    }
    if words >= 200, english * 50 < words { throw notProse(name) }
  }

  /// What a text is counted by.
  private struct Tally {
    var letters = 0
    var latin = 0
    var words = 0
    /// For each language how many words are among its commonest.
    var counts = [Int](repeating: 0, count: LanguageCheck.languages.count)

    mutating func add(_ word: WordKey, of table: FunctionWordTable) {
      words += 1
      var owners = table.languages(of: word)
      while owners != 0 {
        counts[owners.trailingZeroBitCount] += 1
        owners &= owners - 1
      }
    }
  }

  private static func tally(_ bytes: UnsafeBufferPointer<UInt8>) -> Tally {
    let table = Self.table
    var tally = Tally()
    var key = WordKey()
    var index = 0
    var length = 0
    while index < bytes.count, length < sampleLength {
      let byte = bytes[index]
      if (byte | 0x20) &- 0x61 < 26 {
        let start = index
        let end = min(bytes.count, index + sampleLength - length)
        while index < end {
          let small = bytes[index] | 0x20
          guard small &- 0x61 < 26 else { break }
          key.append(small)
          index += 1
        }
        tally.letters += index - start
        tally.latin += index - start
        length += index - start
        continue
      }
      length += 1
      if byte < 0x80 {
        index += 1
      } else {
        let scalar = scalar(bytes, &index)
        if isLetter(scalar) {
          tally.letters += 1
          if scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) { tally.latin += 1 }
          key.append(scalar)
          continue
        }
      }
      if !key.isEmpty {
        tally.add(key, of: table)
        key = WordKey()
      }
    }
    if !key.isEmpty { tally.add(key, of: table) }
    return tally
  }

  /// The scalar beyond ASCII at `index`, which moves behind it; strings are always valid.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Unicode.Scalar {
    let length = (~bytes[index]).leadingZeroBitCount
    var value = UInt32(bytes[index]) & 0x7F >> UInt32(length)
    for byte in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether most letters of a text are of another script.
  func isForeign(_ text: String) -> Bool {
    var counts = (latin: 0, all: 0)
    for scalar in text.unicodeScalars.prefix(Self.sampleLength) where Self.isLetter(scalar) {
      counts.all += 1
      if scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) { counts.latin += 1 }
    }
    return counts.latin * 2 < counts.all
  }

  /// Asking Unicode for a scalar's properties is slow, so it is asked beyond ASCII only.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
    // Quotation marks and dashes.
    return !(0x2000...0x206F).contains(scalar.value) && scalar.properties.isAlphabetic
  }

  private func notProse(_ name: String) -> Refusal {
    Refusal(
      .notProse, "\(name) is not running English text",
      notes: ["hardly any of its words are among the most frequent of English"],
      help: ["check that this is the article and not a list, a script or noise"])
  }

  private struct Language: Sendable {
    let name: String
    let words: [Substring]

    init(_ name: String, _ words: String) {
      self.name = name
      self.words = words.split(separator: " ")
    }
  }

  private static let table = FunctionWordTable(languages.map(\.words))

  /// Each language's commonest words that English has not, English first.
  private static let languages = [
    Language("English", "the of and to in that is was for with he his on at by it said had has as"),
    Language("French", "le la les des du et dans que qui une est pour avec sur au aux ses par"),
    Language("German", "der die und das den von zu mit dem ist im für auf ein eine sich nicht"),
    Language("Spanish", "el la los las que del y una por con para se su al más como fue"),
    Language("Italian", "il di che la della e per un una del con non sono gli nel alla dei"),
    Language("Portuguese", "o os da do que e uma para com não dos das por mais ao foi"),
    Language("Dutch", "de het een van en dat met voor niet zijn op aan werd naar ook"),
    Language("Polish", "i w na z się że do nie jest o po od przez jak za"),
    Language("Turkish", "ve bir bu için ile da de olarak olan daha sonra ise"),
    Language("Indonesian", "yang dan di dengan untuk dari pada ini itu tidak akan"),
    Language("Swedish", "och att det som en på är av för med till den inte"),
    Language(
      "Danish or Norwegian", "og det er som på en af til den med ikke har av fra etter blev ble"),
    Language("Finnish", "ja on ei että oli se hän mutta myös ovat kuin sekä joka mukaan ole"),
    Language("Hungarian", "az és hogy nem egy meg volt ez már csak azt még mint szerint"),
    Language("Czech or Slovak", "se na že je to do jako by pro ale po který podle sa aby"),
    Language("Romanian", "și în de la cu pe care nu din că este pentru fost mai"),
    Language("Croatian or Serbian", "je da se na su za koji od kako što nije bi će"),
    Language("Vietnamese", "và của các là trong cho với được không những một người"),
    Language("Catalan", "els de la que i per amb una del és les al va"),
    Language("Swahili", "ya wa na kwa ni katika la za cha kuwa"),
    Language("Tagalog", "ang ng sa na mga ay at para ito"),
  ]
}

/// Up to eight bytes of a word in small letters, as one number; a longer word has no key.
struct WordKey: Hashable {
  private(set) var bits: UInt64 = 0
  private var length = 0

  /// Whether there is no letter.
  var isEmpty: Bool { length == 0 }

  /// Whether the word is longer than a key can tell.
  var isTooLong: Bool { length > 8 }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
    } else {
      for unit in scalar.properties.lowercaseMapping.utf8 { append(unit) }
    }
  }

  /// Appends a byte of a small letter.
  mutating func append(_ byte: UInt8) {
    length += 1
    if length <= 8 { bits = bits << 8 | UInt64(byte) }
  }
}

/// Which languages have a word among their commonest: open addressing over the words' keys.
private struct FunctionWordTable: Sendable {
  private static let size = 1024
  private var keys = [UInt64](repeating: 0, count: size)
  /// For each slot the languages, a bit each.
  private var owners = [UInt32](repeating: 0, count: size)

  init(_ languages: [[Substring]]) {
    for (index, words) in languages.enumerated() {
      for word in words {
        var key = WordKey()
        for scalar in word.unicodeScalars { key.append(scalar) }
        let slot = slot(of: key.bits)
        keys[slot] = key.bits
        owners[slot] |= 1 << UInt32(index)
      }
    }
  }

  /// The languages that have a word among their commonest, a bit each.
  func languages(of key: WordKey) -> UInt32 { key.isTooLong ? 0 : owners[slot(of: key.bits)] }

  /// The slot that holds `bits`, or the free one where they belong. Bits are never zero for a word.
  private func slot(of bits: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 54)
    while keys[slot] != 0, keys[slot] != bits { slot = (slot + 1) & (Self.size - 1) }
    return slot
  }
}
