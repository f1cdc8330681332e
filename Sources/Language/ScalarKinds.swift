// What a scalar is to the tokenizer.
extension Unicode.Scalar {
  /// White space, and the marks of direction and width that pages put where it stands.
  var isSpace: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    switch value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return true
    // Unicode's White_Space, which changes no more.
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }
  /// Whether it is a capital letter.
  var isCapital: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) }
    return !isGeneralPunctuation && properties.isUppercase
  }
  var isDigit: Bool { (0x30...0x39).contains(value) }
  var isLetter: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    if isGeneralPunctuation { return false }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }
  /// Unicode's block of quotation marks and dashes, without a letter; asking for properties is slow.
  private var isGeneralPunctuation: Bool { (0x2000...0x206F).contains(value) }
  /// Whether it is a letter or digit; of ASCII a bit tells.
  @inline(__always)
  var isWordPart: Bool {
    let digits: UInt64 = 0x03FF_0000_0000_0000
    let letters: UInt64 = 0x07FF_FFFE_07FF_FFFE
    if value < 0x40 { return digits >> UInt64(value) & 1 == 1 }
    if value < 0x80 { return letters >> UInt64(value & 0x3F) & 1 == 1 }
    return isLetter || self == "ʿ" || self == "ʻ"
  }
  var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{02BC}" }
}
