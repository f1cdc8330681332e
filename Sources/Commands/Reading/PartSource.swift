import Articles
import Diagnostics
import Gathering

/// What came of an input, with its place: the bytes of an article, or why there are none.
enum GatheredPart: Sendable {
  case part(ArticleParts.Element)
  case refusal(place: String, Refusal)

  /// How many bytes it holds.
  var byteCount: Int {
    guard case .part(let element) = self, case .success(let part) = element.result else { return 0 }
    return part.byteCount
  }
}

/// The parts of all inputs that a command line names, one after the other, each when it is asked for.
struct PartSource {
  private let reader: ArticleReader
  private let input: ByteSource
  private let fetcher: Fetcher
  private var names: ArraySlice<String>
  private var files: NamedFiles?
  private var folder: String?
  private var parts: ArticleParts?
  /// Whether the parts come from an address, so that links in them may be followed.
  private var isFetched = false
  private let links: FeedLinks

  /// The parts of the inputs called `names`; `input` is what - stands for.
  init(
    _ names: [String], reader: ArticleReader, input: ByteSource, fetcher: Fetcher, links: FeedLinks
  ) {
    self.links = links
    self.names = names[...]
    self.reader = reader
    self.input = input
    self.fetcher = fetcher
  }

  /// The next part; nil at the end.
  mutating func next() -> GatheredPart? {
    while true {
      if let part = parts?.next() {
        if isFetched, links.take(part) { continue }
        return .part(part)
      }
      parts = nil
      if let link = links.next() {
        if let refusal = fetch(link) { return refusal }
        isFetched = false
      } else if let found = files?.next() {
        folder = nil
        switch found {
        case .file(let path, _): parts = reader.parts(of: ArticleInput(path: path))
        case .failure(let path, let diagnostic):
          return .refusal(place: path, Refusal(.unreadable, diagnostic))
        }
      } else if let folder {
        self.folder = nil
        return .refusal(
          place: folder, Refusal(.empty, Diagnostic("there is no file in the folder \(folder)")))
      } else if let name = names.popFirst() {
        files = nil
        isFetched = false
        if let refusal = open(name) { return refusal }
      } else {
        return nil
      }
    }
  }

  private mutating func open(_ name: String) -> GatheredPart? {
    if name == "-" {
      let input = input
      parts = reader.parts(ofStream: "<standard input>") { try input.read(1 << 16) }
    } else if isAddress(name) {
      isFetched = true
      return fetch(name)
    } else {
      files = NamedFiles(name)
      folder = name
    }
    return nil
  }

  private mutating func fetch(_ address: String) -> GatheredPart? {
    do throws(FetchFailure) {
      parts = reader.parts(of: ArticleInput(try fetcher.fetch(address)))
      return nil
    } catch {
      return .refusal(place: address, Refusal(error))
    }
  }
}
