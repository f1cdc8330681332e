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
  private var names: ArraySlice<String>
  private var files: NamedFiles?
  private var folder: String?
  private var parts: ArticleParts?

  /// The parts of the inputs called `names`; `input` is what - stands for.
  init(_ names: [String], reader: ArticleReader, input: ByteSource) {
    self.names = names[...]
    self.reader = reader
    self.input = input
  }

  /// The next part; nil at the end.
  mutating func next() -> GatheredPart? {
    while true {
      if let part = parts?.next() { return .part(part) }
      parts = nil
      if let found = files?.next() {
        folder = nil
        switch found {
        case .file(let path, _): parts = reader.parts(of: ArticleInput(path: path))
        case .failure(let path, let diagnostic):
          return .refusal(place: path, Refusal(.unreadable, diagnostic))
        }
        continue
      }
      files = nil
      if let folder {
        self.folder = nil
        return .refusal(
          place: folder, Refusal(.empty, Diagnostic("there is no file in the folder \(folder)")))
      }
      guard let name = names.popFirst() else { return nil }
      if name == "-" {
        let input = input
        parts = reader.parts(ofStream: "<standard input>") { try input.read(1 << 16) }
      } else {
        files = NamedFiles(name)
        folder = name
      }
    }
  }
}
