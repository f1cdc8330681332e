/// What was worked out for words met lately, kept from text to text: texts say few words over and over.
///
/// A word has one place, by its hash, which the next word with the same place takes. So the memory never
/// grows, and an answer costs one look at one place. It serves one text at a time.
public final class WordMemory<Value> {
  @usableFromInline static var places: Int { 4096 }

  @usableFromInline let words: UnsafeMutablePointer<Word>
  @usableFromInline let values: UnsafeMutablePointer<Value>

  /// A memory of no words, in which `value` stands for those to come; it must hold no references.
  @inlinable
  public init(repeating value: Value) {
    words = .allocate(capacity: Self.places)
    words.initialize(repeating: "", count: Self.places)
    values = .allocate(capacity: Self.places)
    values.initialize(repeating: value, count: Self.places)
  }

  deinit {
    words.deallocate()
    values.deallocate()
  }

  /// The value of a word, which depends on nothing else; made by `make` where it is not known.
  @inlinable @inline(__always)
  public func value(of word: Word, make: () -> Value) -> Value {
    let place = Int(truncatingIfNeeded: word.tableHash >> 52)
    if words[place] != word {
      values[place] = make()
      words[place] = word
    }
    return values[place]
  }
}
