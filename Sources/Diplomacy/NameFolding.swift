import Lexicons

/// `name` as names are compared: without case, diacritics, apostrophes and punctuation.
///
///     folded("Lars Løkke Rasmussen")  // lars lokke rasmussen
///     folded("Al-Sisi")               // al sisi
///     folded("N’Djamena")             // ndjamena
public func folded(_ name: String) -> String {
  var name = name
  let plain = name.withUTF8 { bytes in
    bytes.allSatisfy { $0 < 0x80 } ? foldedASCII(bytes) : nil
  }
  return plain ?? knownNames.answer(to: name, foldedBeyondASCII)
}

/// Asking Unicode for the name of a letter is slow.
private let knownNames = Memo<String>()

private func foldedBeyondASCII(_ name: String) -> String {
  var words: [String] = []
  var word = String.UnicodeScalarView()
  for scalar in name.lowercased().unicodeScalars {
    if isLetterOrDigit(scalar) {
      if scalar.isASCII {
        word.append(scalar)
      } else {
        word.append(contentsOf: withoutDiacritics(scalar))
      }
    } else if scalar.properties.generalCategory == .nonspacingMark || isApostrophe(scalar) {
      continue
    } else if !word.isEmpty {
      words.append(String(word))
      word = String.UnicodeScalarView()
    }
  }
  if !word.isEmpty { words.append(String(word)) }
  return words.joined(separator: " ")
}

/// The same for a name of ASCII alone, where only apostrophes and graves are left out.
private func foldedASCII(_ name: UnsafeBufferPointer<UInt8>) -> String {
  String(unsafeUninitializedCapacity: name.count) { bytes in
    var count = 0
    var isParted = false
    for byte in name {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
        if isParted, count > 0 {
          bytes[count] = 0x20
          count += 1
        }
        isParted = false
        bytes[count] = byte >= 0x41 ? byte | 0x20 : byte
        count += 1
      case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      default: isParted = true
      }
    }
    return count
  }
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7A: true
  case 0..<0x80: false
  default:
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber, .spacingMark:
      !isApostrophe(scalar)
    default: false
    }
  }
}

private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
  ["'", "’", "‘", "ʻ", "ʼ", "ʿ", "ʾ", "`", "´"].contains(scalar)
}

/// The plain letters a Latin letter is built on, which its Unicode name tells: `ǿ` is
/// `LATIN SMALL LETTER O WITH STROKE AND ACUTE`.
private func withoutDiacritics(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  let prefix = "LATIN SMALL LETTER "
  guard let name = scalar.properties.name, name.hasPrefix(prefix) else {
    return String.UnicodeScalarView([scalar])
  }
  let words = name.dropFirst(prefix.count).split(separator: " ")
  let base =
    switch words.first {
    case "SHARP": "ss"
    case "DOTLESS": "i"
    case "ETH": "d"
    case "THORN": "th"
    case let first? where first.utf8.count <= 2: first.lowercased()
    default: String(scalar)
    }
  return base.unicodeScalars
}
