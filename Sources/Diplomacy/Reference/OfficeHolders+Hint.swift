extension OfficeHolders {
  /// Which names of the table cannot be a given one, told by the letters that their words begin with: some names
  /// of a family are hundreds, and comparing them costs.
  struct Hint {
    /// For each word of the name the sounds its first letter can be written with, a bit for each class.
    private let first: UInt8
    private let last: UInt8
    private let isSingle: Bool

    /// A hint for a name by its folded words.
    init(_ words: [String]) {
      first =
        words.first.map {
          GivenNames.longForms(of: $0).reduce(Hint.sounds(of: $0.utf8.first)) {
            $0 | Hint.sounds(of: $1.utf8.first)
          }
        } ?? .max
      last = Hint.sounds(of: words.last?.utf8.first)
      isSingle = words.count == 1
    }

    /// Whether a name of the table may be the one asked for.
    func mayBe(_ listed: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      if isSingle { return true }
      let begin = Hint.sounds(of: listed.first)
      var spaces = 0
      var end: UInt8 = 0xFF
      for index in listed.indices where listed[index] == 0x20 || listed[index] == 0x2D {
        spaces += 1
        end =
          listed.index(after: index) < listed.endIndex ? Hint.sounds(of: listed[index + 1]) : end
      }
      // "López Obrador" for "Andrés Manuel López Obrador", "Daniel Ortega" for "Daniel Ortega Saavedra"
      if spaces > 1 { return end & last != 0 || begin & first != 0 }
      return begin & first != 0 && end & last != 0 || begin & last != 0 && end & first != 0
    }

    /// Letters that one sound is written with share a bit; what is no letter of ASCII may be any.
    private static func sounds(of letter: UInt8?) -> UInt8 {
      guard let letter, letter < 0x80 else { return .max }
      switch letter | 0x20 {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"):
        return 1
      case UInt8(ascii: "y"), UInt8(ascii: "j"): return 1 | 2
      case UInt8(ascii: "h"), UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "q"),
        UInt8(ascii: "x"):
        return 2 | 4
      case UInt8(ascii: "c"): return 2 | 4 | 8
      case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "t"), UInt8(ascii: "d"): return 8
      case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "f"), UInt8(ascii: "v"),
        UInt8(ascii: "w"):
        return 16
      case UInt8(ascii: "m"), UInt8(ascii: "n"): return 32
      case UInt8(ascii: "l"), UInt8(ascii: "r"): return 64
      default: return .max
      }
    }
  }
}
