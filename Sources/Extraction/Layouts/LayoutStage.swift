import Diplomacy
import Language

/// Reads texts that tell by their layout and not by sentences: travel records, schedules, memoranda
/// of conversation, round-ups, captions, transcripts.
///
/// A layout is recognised by its structure alone. What it has read is marked as handled, so that
/// `ContactStage` does not tell it again.
struct LayoutStage {
  func run(_ reading: inout Reading) {
    let text = LayoutText(reading)
    var found = Found()
    if reading.setting.record != nil {
      RecordLayout(text: text).read(into: &found)
    } else {
      MemorandumLayout(text: text).read(into: &found)
      ScheduleLayout(text: text).read(into: &found)
      RoundupLayout(text: text).read(into: &found)
      CaptionLayout(text: text).read(into: &found)
      TranscriptLayout(text: text).read(into: &found)
    }
    reading.contacts += found.contacts
    reading.handledTokens += found.handled.sorted { $0.lowerBound < $1.lowerBound }
    reading.setting.sections += found.sections
    if let day = found.day { reading.setting.today = day }
  }

  /// What a layout tells.
  struct Found {
    var contacts: [ContactDraft] = []
    /// Tokens that are not to be read as prose.
    var handled: [Range<Int>] = []
    var sections: [SectionHeading] = []
    /// The day of the conversation that is written down.
    var day: CalendarDate?
  }
}

extension Reading {
  /// Whether a layout has read any of `tokens`.
  func isHandled(_ tokens: Range<Int>) -> Bool {
    let low = (0..<handledTokens.count).partitioningIndex {
      handledTokens[$0].upperBound > tokens.lowerBound
    }
    return low < handledTokens.count && handledTokens[low].overlaps(tokens)
  }
}
