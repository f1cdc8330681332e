import Diplomacy

/// An article's own words, with what was understood of them marked where it stands.
///
/// On a terminal people, roles and meetings stand out by colour; elsewhere they stand in brackets:
///
///     «{Foreign Minister} [Winston Peters] met {Secretary of State} [Marco Rubio]»¹ on Tuesday.
///
/// The number is that of the meeting in the list below the text. Where a pronoun or a title stands
/// for a person, the name follows it: `[He = Winston Peters]`.
struct MarkedArticle {
  private let text: [Unicode.Scalar]
  private let blocks: [Article.Block]
  private let style: TerminalStyle
  private var marks: [Mark] = []

  init(_ article: Article, _ reports: Reports, style: TerminalStyle) {
    text = Array(article.text.unicodeScalars)
    blocks = article.blocks.filter(\.isBody)
    self.style = style
    marks = personMarks(reports.people) + meetingMarks(reports.meetings)
    marks += roleMarks(reports.people)
    // Of two that start together the longer encloses the shorter.
    marks = marks.filter { $0.range.length > 0 }.enumerated().sorted {
      ($0.element.range.start, -$0.element.range.end, $0.offset)
        < ($1.element.range.start, -$1.element.range.end, $1.offset)
    }.map(\.element)
  }

  /// A paragraph for each part of the body, in text order, and whether it is a heading.
  var paragraphs: [(text: StyledText, isHeading: Bool)] {
    var next = 0
    return blocks.map { block in
      while next < marks.count, marks[next].range.start < block.range.start { next += 1 }
      let first = next
      while next < marks.count, marks[next].range.start < block.range.end { next += 1 }
      let isHeading = block.kind == .title || block.kind == .heading
      let own = marks[first..<next].filter { $0.range.end <= block.range.end }
      return (marked(block.range, own, isHeading ? [.heading] : []), isHeading)
    }
  }
}

/// A stretch of the text that was understood.
private struct Mark {
  var range: TextRange
  var reason: TerminalStyle.Reason
  /// What stands around the words where there is no colour.
  var brackets: (open: String, close: String) = ("", "")
  /// What follows the words, and how it looks.
  var note = ""
  var noteReason = TerminalStyle.Reason.aside
}

// MARK: - What is marked

extension MarkedArticle {
  /// One mark for each stretch that names or stands for people: "the two leaders" stands for two.
  private func personMarks(_ people: [PersonReport]) -> [Mark] {
    var named: [TextRange: [String]] = [:]
    var order: [TextRange] = []
    for person in people {
      for mention in person.mentions {
        let range = mention.evidence.range
        if named[range] == nil { order.append(range) }
        let isClear = mention.form == .fullName || mention.form == .partialName
        let isRelative = ["who", "whom", "whose", "which"].contains(mention.evidence.quote)
        named[range, default: []] += isClear || isRelative ? [] : [person.name]
      }
    }
    return order.map { range in
      let names = named[range, default: []].joined(separator: ", ")
      let note = names.isEmpty ? "" : style.isOn ? " (\(names))" : " = \(names)"
      return Mark(
        range: range, reason: .person, brackets: ("[", "]"), note: note, noteReason: .aside)
    }
  }

  private func meetingMarks(_ meetings: [MeetingReport]) -> [Mark] {
    meetings.enumerated().flatMap { index, meeting in
      let number = superscript(index + 1)
      let tellings = meeting.evidence.map {
        Mark(
          range: $0.range, reason: .contact, brackets: ("«", "»"), note: number,
          noteReason: meeting.status.value.reason)
      }
      let circumstances = [meeting.date?.evidence, meeting.place?.evidence].compactMap(\.self).map {
        Mark(range: $0.range, reason: .circumstance)
      }
      return tellings + circumstances
    }
  }

  /// The words of a title where its evidence holds them, else all of the evidence around the name.
  private func roleMarks(_ people: [PersonReport]) -> [Mark] {
    var seen: Set<TextRange> = Set(people.flatMap { $0.mentions.map(\.evidence.range) })
    return people.flatMap(\.roles).compactMap { role in
      let range = place(of: role.title, in: role.evidence.range)
      guard let range, seen.insert(range).inserted else { return nil }
      return Mark(range: range, reason: .role, brackets: ("{", "}"))
    }
  }

  private func place(of title: String, in range: TextRange) -> TextRange? {
    let words = Array(title.unicodeScalars)
    guard !words.isEmpty, words.count <= range.length else { return nil }
    let start = (range.start...range.end - words.count).first {
      text[$0..<$0 + words.count].elementsEqual(words)
    }
    return start.map { TextRange($0, $0 + words.count) }
  }
}

extension MeetingStatus {
  /// How a meeting of this status stands out.
  var reason: TerminalStyle.Reason {
    switch self {
    case .held: .held
    case .planned: .planned
    case .cancelled, .declined: .calledOff
    }
  }
}

/// `number` in small raised digits.
func superscript(_ number: Int) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
}

// MARK: - Marking

extension MarkedArticle {
  /// The words of `range` with `marks`, which start in text order. A mark that crosses the end of
  /// the one around it is closed with its own end: brackets may cross, and are then still read.
  private func marked(
    _ range: TextRange, _ marks: [Mark], _ reasons: [TerminalStyle.Reason]
  ) -> StyledText {
    var out = StyledText()
    var open: [Mark] = []
    var position = range.start
    func words(upTo end: Int) {
      guard position < end else { return }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text[position..<end])
      out.append(String(view), as: reasons + look(of: open))
      position = end
    }
    func close(upTo limit: Int) {
      while let end = open.map(\.range.end).min(), end <= limit {
        words(upTo: end)
        for index in open.indices.reversed() where open[index].range.end == end {
          let mark = open.remove(at: index)
          // The note of a person stands within the bracket, that of a meeting behind it.
          let isInside = mark.reason == .person && !style.isOn
          if isInside { out.append(mark.note, as: [mark.noteReason]) }
          if !style.isOn { out.append(mark.brackets.close) }
          if !isInside { out.append(mark.note, as: [mark.noteReason]) }
        }
      }
    }
    for mark in marks {
      close(upTo: mark.range.start)
      words(upTo: mark.range.start)
      if !style.isOn { out.append(mark.brackets.open) }
      open.append(mark)
    }
    close(upTo: range.end)
    words(upTo: range.end)
    return out
  }

  /// The innermost of what is open gives the colour; a meeting's line runs on below it.
  private func look(of open: [Mark]) -> [TerminalStyle.Reason] {
    let isContact = open.contains { $0.reason == .contact }
    let colour = open.last { $0.reason != .contact }?.reason
    return [colour, isContact ? .contact : nil].compactMap(\.self)
  }
}
