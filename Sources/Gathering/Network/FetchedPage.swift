public import Diagnostics

/// What came from an address.
public struct FetchedPage: Sendable {
  /// The address that gave it, after redirects.
  public let url: String
  /// The content, unpacked.
  public let bytes: [UInt8]
  /// What the server says that it is: `text/html; charset=utf-8`.
  public let mediaType: String?
}

/// Why nothing came.
public struct FetchFailure: Error, Sendable {
  /// Whether a rule of ours or of the site forbids it, so that trying again is of no use.
  public let isForbidden: Bool
  /// What is wrong, and how to mend it.
  public let diagnostic: Diagnostic

  init(_ summary: String, notes: [String] = [], help: [String] = [], isForbidden: Bool = false) {
    self.isForbidden = isForbidden
    diagnostic = Diagnostic(summary, notes: notes, help: help)
  }
}

/// How long and how much is fetched at most.
public struct FetchLimits: Sendable {
  /// For making a connection.
  public var connecting = Duration.seconds(15)
  /// For all of one page.
  public var whole = Duration.seconds(120)
  /// Bytes of one page, unpacked: 64 MiB.
  public var byteCount = 64 << 20
  /// Redirects from one page to the next.
  public var redirects = 8
  /// How long to wait between two requests to one host.
  public var pause = Duration.seconds(1)

  /// The usual limits.
  public init() {}
}
