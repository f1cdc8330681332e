/// What is left of a folded name when the differences between ways of writing it in Latin letters
/// are taken away: "zelenskyy", "zelensky" and "zelenskiy" are all `zalanski`.
///
/// Vowels fall into three classes, doubled letters into one, and letter groups that stand for one
/// sound in some spelling into one letter. After the idea of Soundex and Metaphone (L. Philips,
/// "Hanging on the Metaphone", 1990), but with the groups in which transliterations from Cyrillic,
/// Arabic and Persian differ, and without forgetting vowels, which would join too much.
public func nameSkeleton(_ folded: String) -> String {
  let letters = Array(folded.utf8)
  var result: [UInt8] = []
  result.reserveCapacity(letters.count)
  var place = 0
  while place < letters.count {
    let (sound, length) = sound(at: place, in: letters)
    for letter in sound where result.last != letter { result.append(letter) }
    place += length
  }
  return String(decoding: result, as: UTF8.self)
}

/// The sound of the letters at `place`, and how many of them it takes.
private func sound(at place: Int, in letters: [UInt8]) -> (sound: [UInt8], length: Int) {
  let first = letters[place]
  let next = place + 1 < letters.count ? letters[place + 1] : 0
  let third = place + 2 < letters.count ? letters[place + 2] : 0
  switch (first, next) {
  case (c("s"), c("c")) where third == c("h"): return ([c("s")], 3)
  case (c("t"), c("c")) where third == c("h"): return ([c("c")], 3)
  case (c("s"), c("h")): return ([c("s")], 2)
  case (c("c"), c("h")): return ([c("c")], 2)
  case (c("k"), c("h")): return ([c("h")], 2)
  case (c("g"), c("h")): return ([c("g")], 2)
  case (c("p"), c("h")): return ([c("f")], 2)
  case (c("t"), c("h")): return ([c("t")], 2)
  case (c("d"), c("h")): return ([c("d")], 2)
  case (c("c"), c("k")): return ([c("k")], 2)
  case (c("o"), c("u")), (c("o"), c("o")): return ([c("u")], 2)
  case (c("e"), c("e")): return ([c("i")], 2)
  case (c("i"), c("j")), (c("y"), c("j")), (c("i"), c("y")): return ([c("i")], 2)
  // "Yevgeny" and "Evgeny".
  case (c("y"), c("e")) where place == 0: return ([c("a")], 2)
  case (c("x"), _): return ([c("k"), c("s")], 1)
  case (c("q"), _): return ([c("k")], 1)
  case (c("c"), c("e")), (c("c"), c("i")), (c("c"), c("y")): return ([c("s")], 1)
  case (c("c"), _): return ([c("k")], 1)
  case (c("w"), _): return ([c("v")], 1)
  case (c("y"), _), (c("i"), _): return ([c("i")], 1)
  case (c("a"), _), (c("e"), _): return ([c("a")], 1)
  case (c("o"), _), (c("u"), _): return ([c("u")], 1)
  // "Shehbaz", "Shahbaz", "Sharaa": an h is heard between vowels only.
  case (c("h"), _) where place > 0 && !isVowel(next): return ([], 1)
  default: return ([first], 1)
  }
}

private func isVowel(_ letter: UInt8) -> Bool {
  [c("a"), c("e"), c("i"), c("o"), c("u"), c("y")].contains(letter)
}

private func c(_ letter: Unicode.Scalar) -> UInt8 { UInt8(ascii: letter) }
