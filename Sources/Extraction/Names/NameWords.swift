import Diplomacy
import Language

/// The words of one text as names are read from them: what the lists know of each, and how often
/// the text writes it in lower case.
struct NameWords {
  /// For each token what is known of it.
  let traits: [WordTraits]
  /// For each token the number of its word, the same for all spellings that differ in case only.
  let ids: [Int32]
  /// For each word how often it stands in lower case.
  private var lowerCounts: [Int32]
  /// For each word how often it stands with a capital where it need not.
  private var capitalCounts: [Int32]

  init(_ reading: Reading, _ lists: WordLists) {
    self = WordKnowledge.idle.lend { NameWords(reading, lists, $0) }
  }

  private init(_ reading: Reading, _ lists: WordLists, _ knowledge: WordKnowledge) {
    let tokens = reading.tokens
    var written = WordNumbers(capacity: tokens.count)
    var lowers = WordNumbers(capacity: tokens.count)
    var known: [(id: Int32, traits: WordTraits)] = []
    var traits: [WordTraits] = []
    var ids: [Int32] = []
    traits.reserveCapacity(tokens.count)
    ids.reserveCapacity(tokens.count)
    for index in tokens.indices {
      let number = written.number(of: tokens[index].form)
      if number == known.count {
        let id = Int32(lowers.number(of: tokens[index].word))
        let traits =
          tokens[index].isMark
          ? []
          : knowledge.names.value(of: tokens[index].form) {
            NameWords.traits(of: tokens[index], lists)
          }
        known.append((id, traits))
      }
      traits.append(known[number].traits)
      ids.append(known[number].id)
    }
    self.traits = traits
    self.ids = ids
    lowerCounts = Array(repeating: 0, count: lowers.words.count)
    capitalCounts = lowerCounts
    var starts = [Bool](repeating: false, count: tokens.count + 1)
    starts[0] = true
    for sentence in reading.document.sentences { starts[sentence.tokens.lowerBound] = true }
    for index in tokens.indices where !tokens[index].isMark {
      if tokens[index].isCapitalized {
        if !starts[index] { capitalCounts[Int(ids[index])] += 1 }
      } else {
        lowerCounts[Int(ids[index])] += 1
      }
    }
  }

  /// Whether the text also writes the token's word in lower case, and not rarely so.
  func isAlsoLowerCase(_ index: Int) -> Bool {
    let id = Int(ids[index])
    return lowerCounts[id] > 0 && lowerCounts[id] * 2 >= capitalCounts[id]
  }

  /// What is known of a token: of its whole, else of what stands after an article grown together
  /// with it, else of its first part before a hyphen.
  private static func traits(of token: Token, _ lists: WordLists) -> WordTraits {
    var traits = lists.traits(of: token.text, lower: token.lower)
    let lower = token.lower
    let hasHyphen = has("-", token)
    if hasHyphen || has("'", token), isArticled(token) {
      traits.insert(.articled)
    }
    if hasHyphen, traits.isDisjoint(with: [.given, .common]), let hyphen = lower.firstIndex(of: "-")
    {
      let head = lists.traits(of: String(lower[..<hyphen]))
      traits.formUnion(head.intersection([.given, .givenMale, .givenFemale]))
    }
    if hasHyphen, traits.isEmpty, let prefix = pastPrefixes.first(where: { lower.hasPrefix($0) }) {
      // "then-Secretary of State John Kerry"
      let rest = lists.traits(of: String(lower.dropFirst(prefix.utf8.count)))
      traits.formUnion(rest.intersection([.roleHead, .roleWord]))
    }
    if traits.isEmpty, !token.word.isASCII {
      traits.formUnion(lists.traits(of: folded(lower)).subtracting([.common]))
    }
    if token.isCapitalized, traits.isDisjoint(with: [.common, .given]) {
      if hasSurnameShape(token, lower) { traits.insert(.surnameShaped) }
    }
    return traits
  }

  private static func has(_ mark: Unicode.Scalar, _ token: Token) -> Bool {
    let byte = UInt8(ascii: mark)
    return token.word.contains(byte) ?? token.lower.utf8.contains(byte)
  }

  private static let pastPrefixes = ["then-", "ex-", "now-"]

  private static let articles = [
    "al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "ul-", "ud-", "ur-", "us-",
    "uz-", "bin-", "ben-", "d'", "l'", "de'", "t'",
  ]

  /// "al-Sudani", "Al-Sisi", "d'Estaing", "O'Brien": an article and a capital after it.
  private static func isArticled(_ token: Token) -> Bool {
    guard let joint = token.text.firstIndex(where: { $0 == "-" || $0 == "'" }) else { return false }
    let next = token.text.index(after: joint)
    guard next < token.text.endIndex, token.text[next].isUppercase else { return false }
    let lower = token.lower
    return articles.contains { lower.hasPrefix($0) }
  }

  private static let endings = [
    "enko", "shvili", "idze", "adze", "ovich", "evich", "ović", "ević", "ovic", "evic", "yev",
    "iev",
    "ayev", "ov", "ev", "ova", "eva", "skyy", "skyi", "skiy", "sky", "ski", "ska", "skii", "chuk",
    "czyk",
    "wicz", "ansson", "sson", "dottir", "dóttir", "oğlu", "oglu", "zadeh", "zade", "pour", "nejad",
    "opoulos", "akis", "idis", "iadis", "yan", "escu", "ăriu", "aitė", "auskas", "evičius",
    "auskaitė",
    "ez", "inho", "elli", "etti", "ucci", "acci", "stein", "berg", "mann", "meyer", "baum", "feld",
    "ura", "moto", "kawa", "gaki", "hashi", "singh", "deen", "ullah", "uddin", "swamy", "ananda",
  ]

  /// The endings of each last letter of ASCII.
  private static let endingsByLast: [[String]] = (UInt8(0)..<0x80).map { last in
    endings.filter { $0.utf8.last == last }
  }

  /// The endings of ASCII by their last letter, as words, of which none has over eight letters.
  private static let wordEndingsByLast = endingsByLast.map { endings in
    endings.map { Word($0) }.filter(\.isASCII)
  }

  private static func hasSurnameShape(_ token: Token, _ word: String) -> Bool {
    if token.form.byteCount <= 15, token.form.isASCII, let last = token.word.lastByte {
      return wordEndingsByLast[Int(last)].contains {
        token.word.byteCount >= max(5, $0.byteCount + 2) && token.word.hasSuffix($0)
      }
    }
    guard word.utf8.count >= 5, let last = word.utf8.last else { return false }
    return (last < 0x80 ? endingsByLast[Int(last)] : endings).contains {
      word.hasSuffix($0) && word.utf8.count >= $0.utf8.count + 2
    }
  }
}
