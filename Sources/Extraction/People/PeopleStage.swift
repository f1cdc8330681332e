import Diplomacy
import Language

/// Joins the names of an article into people: one full name, one person; a part of it, the same.
struct PeopleStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    let order = reading.names.indices.sorted { a, b in
      let (x, y) = (reading.names[a].tokens.count, reading.names[b].tokens.count)
      return x == y ? a < b : x > y
    }
    var drafts: [PersonDraft] = []
    var personOfName = [Int](repeating: -1, count: reading.names.count)
    for index in order {
      let span = reading.names[index]
      let texts = span.tokens.map { reading.tokens[$0].text }
      let parts = texts.map { folded($0) }
      if let person = match(parts, span, drafts) {
        personOfName[index] = person
        let form = reading.document.text(of: span.tokens)
        if form != drafts[person].name, !drafts[person].aliases.contains(form) {
          drafts[person].aliases.append(form)
        }
        if drafts[person].gender == .unknown { drafts[person].gender = span.gender }
        drafts[person].isSure = drafts[person].isSure || span.reason >= .givenName
      } else {
        personOfName[index] = drafts.count
        drafts.append(
          PersonDraft(
            name: reading.document.text(of: span.tokens), gender: span.gender, parts: parts,
            isSure: span.reason >= .givenName))
      }
    }
    renumber(drafts, personOfName, &reading)
  }

  /// Puts people in the order of their first mention.
  private func renumber(_ drafts: [PersonDraft], _ people: [Int], _ reading: inout Reading) {
    var newIndex = [Int](repeating: -1, count: drafts.count)
    for (index, person) in people.enumerated() {
      if newIndex[person] < 0 {
        newIndex[person] = reading.people.count
        reading.people.append(drafts[person])
      }
      let span = reading.names[index]
      let isFull = reading.document.text(of: span.tokens) == drafts[person].name
      let form: Mention.Form = isFull && span.tokens.count > 1 ? .fullName : .partialName
      reading.mentions.append(
        PersonMention(person: newIndex[person], tokens: span.tokens, form: form))
    }
    for index in reading.people.indices {
      reading.people[index].aliases.sort { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
    }
  }

  /// The person that a name with these words belongs to.
  private func match(_ parts: [String], _ span: NameSpan, _ drafts: [PersonDraft]) -> Int? {
    if let same = drafts.firstIndex(where: { $0.parts == parts }) { return same }
    let fits = drafts.indices.filter {
      drafts[$0].gender.agrees(with: span.gender) && isPart(parts, of: drafts[$0].parts)
    }
    if parts.count == 1, fits.count > 1 {
      let byFamily = fits.filter { drafts[$0].parts.last == parts[0] }
      return byFamily.count == 1 ? byFamily[0] : nil
    }
    return fits.count == 1 ? fits[0] : nil
  }

  /// Whether `parts` is a shorter form of the name `whole`: the family name, first and last name,
  /// or a run of its words.
  private func isPart(_ parts: [String], of whole: [String]) -> Bool {
    guard parts.count < whole.count else { return false }
    if parts.count == 1 {
      let suffixes: Set = ["ii", "iii", "iv", "jr", "jr.", "sr."]
      let core = whole.last.map { suffixes.contains($0) } == true ? Array(whole.dropLast()) : whole
      return core.contains(parts[0]) && parts[0].count > 1
        && (core.last == parts[0] || words.familyFirst.contains(parts[0]) && core.first == parts[0]
          || core.first == parts[0] || core.count > 2)
    }
    if whole.starts(with: parts) || whole.suffix(parts.count).elementsEqual(parts) { return true }
    return whole.first == parts.first && whole.contains(parts[parts.count - 1])
  }
}
