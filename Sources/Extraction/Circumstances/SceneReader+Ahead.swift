import Diplomacy
import Language

// MARK: - Days ahead that the text around tells

extension SceneReader {
  /// "On Tuesday she travels to Hanoi. She will be received by …": the day ahead told just before.
  func dateToCome(_ contact: ContactDraft) -> Attested<PartialDate>? {
    guard
      !contact.window.contains(where: {
        // "May" is a month.
        SceneReader.openEnds.contains(reading.word($0)) && reading.form($0) != "May"
      })
    else { return nil }
    return dateInParagraph(before: contact.sentence.lowerBound, contact, isAhead: true)
      ?? dateBeforeParagraph(contact)
  }

  /// "He will visit the Emirates next month." and, in a paragraph of its own, "He will hold talks with": the date
  /// ahead that the paragraph before tells of him.
  private func dateBeforeParagraph(_ contact: ContactDraft) -> Attested<PartialDate>? {
    let start = reading.firstToken(ofBlock: contact.block)
    guard start == contact.sentence.lowerBound, start > 0, let today = reading.setting.today else {
      return nil
    }
    let before = reading.firstToken(ofBlock: reading.blockIndex(of: start - 1))
    for index in reading.dateIndices(in: before..<start).suffix(4).reversed() {
      let date = reading.dates[index]
      guard let meaning = meanings[index], !date.isYear, dates.looksAhead(date),
        let first = meaning.firstDay, let last = meaning.lastDay, last >= today,
        meaning.precision != .day || first >= today,
        concerns(contact, around: date.tokens.lowerBound)
      else { continue }
      return Attested(meaning, reading.evidence(date.tokens))
    }
    return nil
  }

  private static let openEnds: WordSet = [
    "within", "soon", "again", "next", "later", "date", "invited", "invitation", "being", "may",
    "could", "future", "months", "weeks", "days",
  ]
}
