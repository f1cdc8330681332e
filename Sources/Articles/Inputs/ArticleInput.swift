/// Something to read articles from, with what is known of it before it is read.
///
///     ArticleInput(path: "archive/2025.zip")
///     ArticleInput(name: page.url, bytes: page.body, url: page.url, mediaType: "text/html")
public struct ArticleInput: Sendable {
  /// What messages call it: a path, an address, or `<standard input>`.
  public var name: String
  /// The address that it was fetched from; the page may know a better one.
  public var url: String?
  /// What the server said that it is: `text/html; charset=windows-1252`. It helps where the content
  /// does not tell, and names the character set.
  public var mediaType: String?
  /// Where the bytes are.
  let origin: Origin

  enum Origin: Sendable {
    case file(String)
    case bytes([UInt8])
  }

  /// The file at `path`, which is opened only when it is read.
  public init(path: String) {
    name = path
    origin = .file(path)
  }

  /// Content that is already at hand.
  public init(name: String, bytes: [UInt8], url: String? = nil, mediaType: String? = nil) {
    self.name = name
    self.url = url
    self.mediaType = mediaType
    origin = .bytes(bytes)
  }
}
