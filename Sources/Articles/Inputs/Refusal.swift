public import Diagnostics

/// Why an input, or a part of one, gave no article.
public struct Refusal: Error, Hashable, Sendable {
  /// What kind of trouble it is; the raw values stand in reports.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// It is missing, or can't be read.
    case unreadable
    /// The site asks not to be read by programs, or is at an address that is not allowed.
    case forbidden = "not allowed"
    /// It holds nothing.
    case empty
    /// It is a picture, a program or other bytes that are no text.
    case binary = "not text"
    /// Its characters can't be told.
    case encoding
    /// It ends too early or breaks its format's rules.
    case damaged
    /// It is too long, too deeply nested, or unpacks to too much.
    case limit
    /// It is encrypted, or in a format that memcon does not read.
    case unsupported
    /// A member of an archive whose path leads out of the archive.
    case unsafePath = "unsafe path"
    /// A record without the key or column that holds the text.
    case noText = "no text"
    /// A day of publication that is none.
    case date = "bad date"
    /// It is not in English.
    case language
    /// It has words, and no running text.
    case notProse = "not prose"
    /// A page that only shows links to articles.
    case linkList = "list of links"
    /// A page whose text is put in by a script that memcon does not run.
    case appShell = "needs a browser"
    /// The first lines of an article that one has to pay for.
    case paywall
    /// "Page not found" and its like.
    case errorPage = "error page"
    /// A program or a style sheet.
    case script
    /// An entry of a feed that has no text, only the address of one.
    case onlyLink = "only a link"

    /// Whether something is wrong with the input, and not only that it is no article for memcon.
    public var isFault: Bool {
      switch self {
      case .unreadable, .forbidden, .empty, .binary, .encoding, .damaged, .limit, .unsupported,
        .unsafePath,
        .noText, .date:
        true
      case .language, .notProse, .linkList, .appShell, .paywall, .errorPage, .script, .onlyLink:
        false
      }
    }
  }

  /// What kind of trouble it is.
  public var reason: Reason
  /// What is wrong, where, and how to mend it.
  public var diagnostic: Diagnostic
  /// Where the text can be fetched, of `onlyLink`.
  public var url: String?

  /// A refusal for `reason`.
  public init(_ reason: Reason, _ diagnostic: Diagnostic, url: String? = nil) {
    self.reason = reason
    self.diagnostic = diagnostic
    self.url = url
  }

  /// A refusal for `reason` with the words of its message.
  init(
    _ reason: Reason, _ summary: String, notes: [String] = [], help: [String] = [],
    url: String? = nil
  ) {
    self.init(reason, Diagnostic(summary, notes: notes, help: help), url: url)
  }
}
