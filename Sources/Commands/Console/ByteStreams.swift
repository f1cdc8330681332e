/// Where bytes come from: standard input, or what a test makes of it.
public struct ByteSource {
  /// Whether somebody sits at the other end, so that waiting for input needs a word.
  public let isTerminal: Bool
  /// Reads up to so many bytes; an empty array is the end. Throws `ReadFailure`.
  public let read: (_ limit: Int) throws -> [UInt8]

  /// A source that is read by `read`.
  public init(isTerminal: Bool = false, read: @escaping (_ limit: Int) throws -> [UInt8]) {
    self.isTerminal = isTerminal
    self.read = read
  }
}

/// Where bytes go: standard output, standard error, or what a test makes of them.
public struct ByteSink {
  /// How many columns the terminal has; nil where the other end is no terminal.
  public let columns: Int?
  /// Writes all of the bytes. Throws `WriteFailure`.
  public let write: (_ bytes: [UInt8]) throws -> Void

  /// A sink that is written by `write`.
  public init(columns: Int? = nil, write: @escaping (_ bytes: [UInt8]) throws -> Void) {
    self.columns = columns
    self.write = write
  }
}

/// Why bytes could not be read.
public struct ReadFailure: Error {
  /// The system's words.
  public let reason: String
}

/// Why bytes could not be written.
public enum WriteFailure: Error {
  /// The reader has gone, as `head` does when it has enough: no error of the user's.
  case closed
  /// The system refuses, with these words.
  case refused(reason: String)
}
