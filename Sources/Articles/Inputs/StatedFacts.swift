import Diplomacy

/// What came with an article's text: fields of its record, headers of its mail, the feed's entry, the
/// address that it was fetched from, the name of its file.
struct StatedFacts: Sendable {
  var id: String?
  var title: String?
  var url: String?
  var publisher: String?
  var author: String?
  /// The day that a field states.
  var published: PartialDate?
  /// The day that the name of the file or its folder states.
  var fileDate: PartialDate?
  /// The character set and kind that a server or mail states: `text/html; charset=…`.
  var mediaType: String?
  var metadata: [String: String] = [:]

  /// The character set of the media type.
  var charset: String? {
    guard let type = mediaType?.lowercased(), let range = type.firstRange(of: "charset=") else {
      return nil
    }
    let name = type[range.upperBound...].prefix { !"; ,".contains($0) }.filter { $0 != "\"" }
    return name.isEmpty ? nil : name
  }
}

/// The day of publication by the best source that tells one.
struct PublicationChoice {
  /// What the user stated.
  var option: CalendarDate?
  /// A field of the record, of the page's metadata or its markup.
  var metadata: PartialDate?
  /// A line of the text.
  var text: PartialDate?
  var dateline: PartialDate?
  var url: String?
  var file: PartialDate?

  /// A whole day of any source comes before a month or a year of any other.
  ///
  /// When the file was written is never asked: that is when it was saved, copied or unpacked.
  var best: Article.Publication? {
    if let option { return Article.Publication(option, from: .option) }
    let address = url.flatMap(WrittenDate.inAddress)
    let candidates: [(PartialDate?, Article.Publication.Source)] = [
      (metadata, .metadata), (text, .text), (dateline, .dateline), (address, .url), (file, .file),
    ]
    let told = candidates.compactMap { date, source in
      date.map { Article.Publication($0, from: source) }
    }
    return told.first { $0.date != nil } ?? told.first { $0.when.precision == .month }
      ?? told.first
  }
}
