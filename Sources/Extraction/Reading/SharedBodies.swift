import Diplomacy
import Language

/// Bodies that several states call by the same name: the House of Representatives is America's where the text
/// is about America, and Indonesia's where it is about Indonesia.
struct SharedBodies {
  /// How often the text names each country, without these bodies.
  private var mentions: [CountryCode: Int] = [:]
  /// The spans whose country their name leaves open, by their place in the list.
  private var open: [Int] = []

  init(_ reading: Reading) {
    open = reading.entities.indices.filter { SharedBodies.isShared(reading.entities[$0], reading) }
    guard !open.isEmpty else { return }
    for span in reading.entities where !SharedBodies.isShared(span, reading) {
      if let code = span.entity.code, Countries[code]?.kind != .body {
        mentions[code, default: 0] += 1
      }
    }
  }

  private static func isShared(_ span: EntitySpan, _ reading: Reading) -> Bool {
    names.contains(reading.word(span.tokens.upperBound - 1))
      && phrases.contains(reading.document.text(of: span.tokens).lowercased())
  }

  /// Leaves those open that are not of the country which their name is used for most.
  func settle(_ reading: inout Reading) {
    guard !open.isEmpty else { return }
    let most = mentions.values.max() ?? 0
    var dropped: Set<Int> = []
    for index in open {
      let span = reading.entities[index]
      guard let code = span.entity.code, !isOf(code, most, span, reading) else { continue }
      dropped.insert(index)
    }
    guard !dropped.isEmpty else { return }
    var kept: [EntitySpan] = []
    for (index, span) in reading.entities.enumerated() {
      let isKept = !dropped.contains(index)
      for token in span.tokens { reading.entityOfToken[token] = isKept ? kept.count : -1 }
      if isKept { kept.append(span) }
    }
    reading.entities = kept
  }

  /// Whether a body is of the country: not behind another's name or adjective, and of a text that tells of it,
  /// or of no country at all.
  private func isOf(
    _ code: CountryCode, _ most: Int, _ span: EntitySpan, _ reading: Reading
  ) -> Bool {
    let before = span.tokens.lowerBound - 1
    if before >= 0, case let place = reading.entityOfToken[before], place >= 0,
      let other = reading.entities[place].entity.code
    {
      return other == code
    }
    return most == 0 || mentions[code, default: 0] * SharedBodies.share >= most
  }

  /// A text of which another country is told so many times as often is not about this one.
  private static let share = 5

  private static let names: WordSet = [
    "representatives", "congress", "commons", "justice", "defense", "office",
  ]
  private static let phrases: Set = [
    "house of representatives", "congress", "house of commons", "department of justice",
    "department of defense", "cabinet office",
  ]
}
