import CSQLite

/// Compiled statements by their text, so that each is compiled once.
///
/// A text is looked for by its length and a few of its bytes, and compared as a whole only then:
/// hashing all of it would cost more than running many a statement.
struct StatementCache {
  /// A compiled statement, and whether somebody steps through it at present.
  final class Entry {
    let handle: OpaquePointer
    var isBusy = true

    init(_ handle: OpaquePointer) {
      self.handle = handle
    }
  }

  private struct Key: Hashable {
    let text: String

    static func == (a: Key, b: Key) -> Bool { a.text == b.text }

    func hash(into hasher: inout Hasher) {
      var text = text
      // Statements differ in their verb and table, which come first, and in what they end with.
      let digest = text.withUTF8 { bytes in
        var digest = UInt(bytes.count)
        for offset in [7, 12, 14, 16, 18, 21, 25] where offset < bytes.count {
          digest = digest &* 31 &+ UInt(bytes[offset])
          digest = digest &* 31 &+ UInt(bytes[bytes.count - offset])
        }
        return digest
      }
      hasher.combine(digest)
    }
  }

  /// At most this many compiled statements are kept.
  private static let limit = 512

  private var entries: [Key: Entry] = [:]

  /// The statement of this text, if there is one that nobody uses; it counts as used from now on.
  func take(_ text: String) -> Entry? {
    guard let entry = entries[Key(text: text)], !entry.isBusy else { return nil }
    entry.isBusy = true
    return entry
  }

  /// Keeps a statement for the next who asks for this text.
  ///
  /// - Returns: nil if there is one, or no room.
  mutating func keep(_ handle: OpaquePointer, for text: String) -> Entry? {
    guard entries.count < StatementCache.limit, entries[Key(text: text)] == nil else { return nil }
    let entry = Entry(handle)
    entries[Key(text: text)] = entry
    return entry
  }

  /// Frees all statements.
  func close() {
    for entry in entries.values { sqlite3_finalize(entry.handle) }
  }
}
