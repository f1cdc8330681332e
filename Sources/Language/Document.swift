/// A text cut into sentences and tokens, with offsets into the text.
///
///     let document = Document("Merkel rang Putin. He listened.")
///     document.sentences.count   // 2
public struct Document: Sendable {
  /// The text's Unicode scalars: every offset counts these.
  public let scalars: [Unicode.Scalar]
  /// All tokens in text order.
  public let tokens: [Token]
  /// All sentences in text order.
  public let sentences: [Sentence]

  /// A stretch of the text that is read by itself: no sentence crosses its ends.
  public struct Segment: Hashable, Sendable {
    /// The scalars it covers.
    public var range: Range<Int>
    /// What kind of text it is, for the caller's use: the index of the part it was made from.
    public var origin: Int

    /// A segment of the scalars in `range`, made from the part with index `origin`.
    public init(range: Range<Int>, origin: Int) {
      self.range = range
      self.origin = origin
    }
  }

  /// A sentence: its tokens and the segment it stands in.
  public struct Sentence: Hashable, Sendable {
    /// Indices into `tokens`.
    public var tokens: Range<Int>
    /// The `origin` of the segment it stands in.
    public var origin: Int
  }

  /// Reads `text`, all of it or only `segments` of it.
  public init(_ text: String, segments: [Segment]? = nil) {
    scalars = Array(scalarsOf: text)
    var tokens: [Token] = []
    // A word of English has some five letters and a space.
    tokens.reserveCapacity(scalars.count / 5)
    var sentences: [Sentence] = []
    for segment in segments ?? [Segment(range: 0..<scalars.count, origin: 0)] {
      let first = tokens.count
      scalars.withUnsafeBufferPointer {
        Tokenizer(scalars: $0).tokenize(segment.range, into: &tokens)
      }
      Insertions().open(&tokens, from: first)
      for range in SentenceSplitter().split(tokens, first..<tokens.count) {
        sentences.append(Sentence(tokens: range, origin: segment.origin))
      }
    }
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The words of the text from the start of the first to the end of the last of these tokens.
  public func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return text(from: tokens[first].start, to: tokens[last].end)
  }

  /// The words of the text between two scalar offsets.
  public func text(from start: Int, to end: Int) -> String {
    String(scalars[start..<end])
  }
}

extension [Unicode.Scalar] {
  /// The scalars of `text`, eight at a step where all are of ASCII.
  init(scalarsOf text: String) {
    var text = text
    self = text.withUTF8 { bytes in
      Self(unsafeUninitializedCapacity: bytes.count) { scalars, count in
        var index = 0
        while index < bytes.count {
          if index + 8 <= bytes.count {
            let eight = UnsafeRawBufferPointer(bytes)
              .loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if eight & 0x8080_8080_8080_8080 == 0 {
              for offset in 0..<8 {
                scalars.initializeElement(
                  at: count + offset, to: Unicode.Scalar(bytes[index + offset]))
              }
              index += 8
              count += 8
              continue
            }
          }
          if bytes[index] < 0x80 {
            scalars.initializeElement(at: count, to: Unicode.Scalar(bytes[index]))
            index += 1
          } else {
            // The lead byte tells how many follow with six bits each; strings are always valid.
            let length = (~bytes[index]).leadingZeroBitCount
            var value = UInt32(bytes[index]) & 0x7F >> UInt32(length)
            for byte in bytes[(index + 1)..<(index + length)] {
              value = value << 6 | UInt32(byte & 0x3F)
            }
            scalars.initializeElement(at: count, to: Unicode.Scalar(value) ?? "\u{FFFD}")
            index += length
          }
          count += 1
        }
      }
    }
  }
}

extension String {
  /// The text made of `scalars`, encoded in place.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self = scalars.withUnsafeBufferPointer { scalars in
      var all: UInt32 = 0
      for scalar in scalars { all |= scalar.value }
      if all < 0x80 {
        if scalars.count <= 15 { return Word(short: scalars).shortText }
        return String(unsafeUninitializedCapacity: scalars.count) { bytes in
          for index in 0..<scalars.count {
            bytes[index] = UInt8(truncatingIfNeeded: scalars[index].value)
          }
          return scalars.count
        }
      }
      let size = scalars.reduce(0) { $0 + UTF8.width($1) }
      return String(unsafeUninitializedCapacity: size) { bytes in
        var count = 0
        for scalar in scalars {
          for byte in scalar.utf8 {
            bytes[count] = byte
            count += 1
          }
        }
        return count
      }
    }
  }
}
