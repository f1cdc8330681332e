import Diplomacy
import Language

/// Tells the sentences that only say who wrote, edited or photographed: nobody in them is a person
/// of the article.
struct CreditLines {
  let reading: Reading

  /// Whether `sentence` is such a one.
  func contains(_ sentence: Document.Sentence) -> Bool {
    var first = sentence.tokens.lowerBound
    while first < sentence.tokens.upperBound, reading.tokens[first].isMark { first += 1 }
    guard first < sentence.tokens.upperBound else { return false }
    let word = reading.tokens[first].word
    if CreditLines.openings.contains(word) {
      for index in first + 1..<min(first + 5, sentence.tokens.upperBound)
      where reading.tokens[index].word == "by" || reading.tokens[index].form == ":" {
        return true
      }
    }
    if CreditLines.addresses.contains(word),
      sentence.tokens.contains(where: {
        CreditLines.channels.contains(reading.tokens[$0].word) || reading.tokens[$0].form == "@"
          || reading.tokens[$0].text.hasPrefix("@")
      })
    {
      return true
    }
    if word == "by", sentence.tokens.count <= 14, !hasVerb(sentence.tokens) { return true }
    return isContribution(sentence.tokens)
  }

  /// Adds the full names that "Follow Josh Lederman on Twitter" and the like tell, in lower case.
  func collectNames(in sentence: Document.Sentence, into names: inout Set<String>) {
    for index in sentence.tokens.dropLast(2)
    where ["follow", "email", "contact"].contains(reading.word(index)) {
      var end = index + 1
      while end < sentence.tokens.upperBound, end < index + 5, reading.tokens[end].isCapitalized,
        !reading.tokens[end].isMark
      {
        end += 1
      }
      if end - index > 2 { names.insert(text(of: index + 1..<end)) }
    }
  }

  /// Whether `name` is one of the full names of `writers`.
  func isName(_ name: Range<Int>, of writers: Set<String>) -> Bool {
    name.count > 1 && writers.contains(text(of: name))
  }

  private func text(of name: Range<Int>) -> String {
    name.map { reading.lower($0) }.joined(separator: " ")
  }

  /// Whether `name` stands alone, or with what its bearer does for a newspaper, in one of the lines
  /// under the headline.
  func isByline(_ name: Range<Int>, in sentence: Document.Sentence) -> Bool {
    if isNameLine(sentence), name.count >= 2, name.lowerBound > 0 { return true }
    guard name.lowerBound == sentence.tokens.lowerBound, name.count >= 2, name.lowerBound > 0,
      sentence.tokens.lowerBound < 80, sentence.tokens.count <= name.count + 8
    else { return false }
    if name.upperBound == sentence.tokens.upperBound {
      return reading.document.sentences.prefix(6).contains(sentence)
    }
    let rest = name.upperBound..<sentence.tokens.upperBound
    return reading.tokens[name.upperBound].isMark
      && rest.contains { CreditLines.jobs.contains(reading.tokens[$0].word) }
  }

  /// A line near the top that holds nothing but capitalised words, "and" and commas.
  private func isNameLine(_ sentence: Document.Sentence) -> Bool {
    sentence.tokens.count <= 12 && reading.document.sentences.prefix(6).contains(sentence)
      && sentence.tokens.allSatisfy { index in
        let token = reading.tokens[index]
        return token.isCapitalized && reading.entityOfToken[index] < 0 && !token.isMark
          || ["and", ",", "&"].contains(token.form)
      }
      && sentence.tokens.contains { reading.tokens[$0].form == "and" }
  }

  private static let jobs: WordSet = [
    "editor", "correspondent", "reporter", "writer", "columnist", "analyst", "staff",
    "editor-at-large",
  ]

  /// "By Karen DeYoung and Tyler Pager" has no verb; "By Monday Rubio had left" does.
  private func hasVerb(_ range: Range<Int>) -> Bool {
    range.contains { ClauseWords.isFinite(reading.tokens[$0].word) }
  }

  /// "Associated Press writer Riaz Khan in Peshawar contributed to this report."
  private func isContribution(_ range: Range<Int>) -> Bool {
    guard let index = range.last(where: { reading.tokens[$0].word == "contributed" }) else {
      return false
    }
    if reading.word(index + 1) == "to", ["this", "the"].contains(reading.word(index + 2)) {
      return ["report", "story", "article"].contains(reading.word(index + 3))
    }
    return reading.word(index + 1) == "." || reading.word(index + 1) == "reporting"
      || index + 1 == range.upperBound
  }

  /// "Follow Josh Lederman on Twitter at …"
  private static let addresses: WordSet = ["follow", "reach", "contact", "email", "e-mail"]
  private static let channels: WordSet = [
    "twitter", "facebook", "instagram", "email", "e-mail", "linkedin", "bluesky", "mastodon",
  ]

  private static let openings: WordSet = [
    "reporting", "editing", "writing", "additional", "compiled", "translated", "photo", "photos",
    "photograph", "photographs", "picture", "edited", "written", "reported", "analysis", "produced",
    "text", "words", "story", "image", "illustration", "graphic", "video",
  ]
}
