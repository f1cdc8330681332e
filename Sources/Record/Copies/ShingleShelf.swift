import SQLite

/// The shingles of a text, each once and in order, so that two texts are compared in one pass.
struct SortedShingles: Sendable {
  private let numbers: [UInt64]

  init(_ shingles: Shingles) {
    let sorted = shingles.inOrder.sorted()
    var numbers: [UInt64] = []
    numbers.reserveCapacity(sorted.count)
    for number in sorted where number != numbers.last { numbers.append(number) }
    self.numbers = numbers
  }

  var count: Int { numbers.count }

  func sharedCount(with other: SortedShingles) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < numbers.count, j < other.numbers.count {
      let (a, b) = (numbers[i], other.numbers[j])
      if a == b { shared += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return shared
  }
}

/// The shingles of the articles that were compared last: of a report that a hundred newspapers print, each is asked
/// for a hundred times.
final class ShingleShelf {
  private static let limit = 4096
  private var known: [String: SortedShingles] = [:]

  /// The shingles of the article with `id`, whose text has `hash`.
  func shingles(of id: String, hash: String, _ connection: Connection) throws -> SortedShingles {
    if let known = known[hash] { return known }
    let text = try connection.first("select text from article where id = \(id)") { $0.text(at: 0) }
    return keep(try connection.shingles(of: id, text: text ?? ""), of: hash)
  }

  /// The shingles of the text with `hash`, which were told already.
  func shingles(_ told: Shingles, hash: String) -> SortedShingles {
    known[hash] ?? keep(told, of: hash)
  }

  private func keep(_ told: Shingles, of hash: String) -> SortedShingles {
    let shingles = SortedShingles(told)
    if known.count >= Self.limit { known = [:] }
    known[hash] = shingles
    return shingles
  }
}
