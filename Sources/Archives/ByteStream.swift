/// Bytes that are read from front to back, and in some cases from anywhere.
public protocol ByteStream: AnyObject {
  /// Puts the next bytes into `buffer` and tells how many; 0 at the end.
  ///
  /// - Throws: what went wrong in the words of whoever holds the bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

  /// How many bytes lie before the next one to be read.
  var position: Int { get }

  /// The number of bytes in all, where it is known and `move` works.
  var size: Int? { get }

  /// Goes on reading at `position`, counted from the start.
  func move(to position: Int) throws
}

extension ByteStream {
  /// Unknown, so that nobody moves.
  public var size: Int? { nil }

  /// Does nothing: a stream without a size is read from front to back.
  public func move(to position: Int) throws {}
}
