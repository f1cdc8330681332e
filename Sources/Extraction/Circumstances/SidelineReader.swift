import Diplomacy
import Language

/// Finds the bigger occasion on whose margins another took place: "on the sidelines of the G7 summit",
/// where the text tells that summit as an occasion too.
struct SidelineReader {
  let reading: Reading

  /// For each occasion, given as indices into `reading.contacts`, the index of the one it belongs to.
  func parents(of occasions: [[Int]]) -> [Int?] {
    let events = occasions.map(event)
    let hosts = occasions.indices.filter { index in
      events[index] == nil && occasions[index].contains { isConference(reading.contacts[$0]) }
    }
    guard !hosts.isEmpty else { return occasions.map { _ in nil } }
    return occasions.indices.map { index in
      guard let event = events[index] else { return nil }
      // The nearest that was told before, else the first told after.
      let near = nearest(hosts, to: index)
      return near.first { other in
        occasions[other].prefix(8).contains { names(event, reading.contacts[$0]) }
      }
    }
  }

  /// Up to twelve before, the nearest first, then up to four after.
  private func nearest(_ hosts: [Int], to index: Int) -> [Int] {
    let low = (0..<hosts.count).partitioningIndex { hosts[$0] >= index }
    return hosts[..<low].suffix(12).reversed() + hosts[low...].prefix(4)
  }

  private func isConference(_ contact: ContactDraft) -> Bool {
    contact.kind == .summit
      || SidelineReader.events.contains(reading.word(contact.trigger))
  }

  /// The words of the event on whose margins a telling of the occasion stands.
  private func event(of occasion: [Int]) -> Range<Int>? {
    for index in occasion.prefix(8) {
      let contact = reading.contacts[index]
      for token in contact.window where SidelineReader.margins.contains(reading.word(token)) {
        guard reading.word(token + 1) == "of", abs(token - contact.trigger) < 30 else { continue }
        var start = token + 2
        if ["the", "a", "an", "this", "last"].contains(reading.word(start)) { start += 1 }
        let limit = contact.sentence.upperBound
        // A sentence may be cut off behind the "of".
        guard start < limit else { continue }
        let end = (start..<limit).first { isStop($0) } ?? limit
        if start < end { return start..<end }
      }
    }
    return nil
  }

  private func isStop(_ index: Int) -> Bool {
    reading.tokens[index].isMark || reading.isDate(index)
      || ["in", "at", "on", "with", "where", "which", "and", "hosted", "to"]
        .contains(reading.word(index))
  }

  /// Whether a telling names the event: by all its names and figures, or, where it has none, by its
  /// noun.
  private func names(_ event: Range<Int>, _ contact: ContactDraft) -> Bool {
    let proper = event.filter {
      reading.tokens[$0].isCapitalized || reading.tokens[$0].shape.contains(.number)
    }
    let wanted = proper.isEmpty ? [event.upperBound - 1] : proper
    let told = Set(contact.window.map { reading.word($0) })
    return wanted.allSatisfy { told.contains(reading.word($0)) }
  }

  static let margins: WordSet = ["sidelines", "sideline", "margins", "fringes"]
  private static let events: WordSet = [
    "summit", "conference", "forum", "retreat", "assembly", "session",
  ]
}
