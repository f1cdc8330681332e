import SQLite

/// Which articles have a band in common, asked and written for many articles together.
///
/// A band is found in the table by its number, which is as good as random: a batch that asks for its bands in their
/// order, and writes them in their order, goes over the table once and not once an article.
final class BandIndex {
  private let connection: Connection
  /// By band the place of an entry, which leads to the others of that band.
  private var places: [Int: Int] = [:]
  private var entries: [(article: Int, next: Int?)] = []
  /// Whether the entries hold all that the table has of the bands asked for.
  private var isPrepared = false
  private var added: [(band: Int, article: Int)] = []
  /// What is compared of the articles whose rows are not written yet.
  var texts: [Int: HeldText] = [:]

  /// An article as far as it is compared with others.
  struct HeldText {
    /// Those that it reports.
    let names: [String]
    let shingles: Shingles
  }

  init(_ connection: Connection) { self.connection = connection }

  /// Looks `bands` up together; only they may be asked for until `forget()`.
  func prepare(_ bands: [Int]) throws {
    isPrepared = true
    for chunk in Set(bands).sorted().chunks(of: 512) {
      let rows = try connection.prepare(
        "select band, article from articleBand where band in \(list: chunk)" as SQL)
      while try rows.step() { enter(rows.integer(at: 0), rows.integer(at: 1)) }
    }
  }

  /// The articles that have one of `bands`.
  func articles(with bands: [Int]) throws -> Set<Int> {
    var found: Set<Int> = []
    for band in bands {
      var next = places[band]
      while let place = next {
        found.insert(entries[place].article)
        next = entries[place].next
      }
    }
    guard !isPrepared else { return found }
    let rows = try connection.prepare(
      "select article from articleBand where band in \(list: bands)" as SQL)
    while try rows.step() { found.insert(rows.integer(at: 0)) }
    return found
  }

  /// Gives `article` its bands, which are written later.
  func add(_ bands: [Int], of article: Int) {
    for band in bands {
      enter(band, article)
      added.append((band, article))
    }
  }

  /// Writes the bands of the articles that were added.
  func write() throws {
    var rows = NewRows(.articleBand)
    for (band, article) in added.sorted(by: { $0 < $1 }) { rows.add(band, article) }
    try rows.write(to: connection)
    added = []
    // What is written is found in the table.
    if !isPrepared { drop() }
  }

  /// Articles are going to be taken away: from now on the table is asked.
  func forget() {
    isPrepared = false
    drop()
  }

  private func drop() {
    places = [:]
    entries = []
    texts = [:]
  }

  private func enter(_ band: Int, _ article: Int) {
    entries.append((article, places[band]))
    places[band] = entries.count - 1
  }
}
