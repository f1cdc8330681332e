/// Memory that the tagger and the parser compute in, kept from sentence to sentence and from text to text:
/// some ten kilobytes for each unit of the longest, and what the tagger has worked out for words.
///
/// It serves one text at a time.
public final class ModelWorkspace: @unchecked Sendable {
  private var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  let wordScores = WordScores()
  /// What the models see of words that tell their letters in full.
  private(set) lazy var wordTraits = WordMemory(
    repeating: WordTraits(UnsafeBufferPointer(start: nil, count: 0)))

  /// A workspace without memory so far.
  public init() {}

  deinit { room.deallocate() }

  /// The workspaces that nobody uses, handed from text to text: as many as are read at once.
  private static let idle = Pool { ModelWorkspace() }

  /// What `body` makes with a workspace lent to it.
  public static func lend<Result>(_ body: (ModelWorkspace) -> Result) -> Result { idle.lend(body) }

  /// Memory of at least `byteCount` bytes, aligned to a cache line, with any content; good until the next
  /// call.
  func memory(byteCount: Int) -> UnsafeMutableRawPointer {
    if let base = room.baseAddress, room.count >= byteCount { return base }
    room.deallocate()
    let base = UnsafeMutableRawPointer.allocate(byteCount: 2 * byteCount, alignment: 64)
    room = UnsafeMutableRawBufferPointer(start: base, count: 2 * byteCount)
    return base
  }
}
