import Articles
import Diagnostics
import Gathering

/// What came of an input, with its place: the bytes of an article, or why there are none.
struct GatheredPart: Sendable {
  enum Content: Sendable {
    case part(ArticleParts.Element)
    case refusal(place: String, Refusal)
  }

  let content: Content
  /// How many bytes of the files were read when it was found, as the files hold them: packed ones count packed.
  let position: Int

  /// How many bytes it holds.
  var byteCount: Int {
    guard case .part(let element) = content, case .success(let part) = element.result else {
      return 0
    }
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
  /// The bytes of the files before the one at hand, and of that one.
  private var passed = 0
  private var fileSize = 0
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
    content().map {
      GatheredPart(content: $0, position: passed + min(fileSize, parts?.position ?? fileSize))
    }
  }

  private mutating func content() -> GatheredPart.Content? {
    while true {
      if let part = parts?.next() {
        if isFetched, links.take(part) { continue }
        return .part(part)
      }
      parts = nil
      passed += fileSize
      fileSize = 0
      if let link = links.next() {
        if let refusal = fetch(link) { return refusal }
        isFetched = false
      } else if let found = files?.next() {
        folder = nil
        switch found {
        case .file(let path, let byteCount):
          fileSize = byteCount
          parts = reader.parts(of: ArticleInput(path: path))
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

  private mutating func open(_ name: String) -> GatheredPart.Content? {
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

  private mutating func fetch(_ address: String) -> GatheredPart.Content? {
    do throws(FetchFailure) {
      parts = reader.parts(of: ArticleInput(try fetcher.fetch(address)))
      return nil
    } catch {
      return .refusal(place: address, Refusal(error))
    }
  }
}
