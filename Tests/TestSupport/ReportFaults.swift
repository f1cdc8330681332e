public import Diplomacy

extension Reports {
  /// What is wrong with reports of `article`, whatever they say: a quote that is not the text at
  /// its place, an index of nobody. Empty for all reports that extraction may make.
  public func faults(in article: Article) -> [String] {
    let scalars = Array(article.text.unicodeScalars)
    var faults: [String] = []
    for evidence in allEvidence {
      if evidence.quote.isEmpty { faults.append("an empty quote at \(evidence.range)") }
      guard evidence.range.end <= scalars.count else {
        faults.append("\(evidence.range) is past the end, \(scalars.count)")
        continue
      }
      let words = scalars[evidence.range.start..<evidence.range.end]
      if !words.elementsEqual(evidence.quote.unicodeScalars) {
        faults.append("the text at \(evidence.range) is not “\(evidence.quote)”")
      }
    }
    for meeting in meetings where meeting.evidence.isEmpty {
      faults.append("a meeting without words: \(meeting)")
    }
    for person in people where person.mentions.isEmpty {
      faults.append("a person without words: \(person.name)")
    }
    for index in allPeople where !people.indices.contains(index) {
      faults.append("no person has the index \(index)")
    }
    for index in meetings.compactMap(\.partOf) where !meetings.indices.contains(index) {
      faults.append("no meeting has the index \(index)")
    }
    return faults
  }

  /// Every index of a person that something refers to.
  private var allPeople: [Int] {
    people.flatMap { $0.roles.compactMap(\.serves) }
      + meetings.flatMap { $0.participants.map(\.person) }
      + separations.flatMap { [$0.first, $0.second] }
  }
}
