public import Synchronization

/// Things that are costly to make and of use to one text after the other, lent to one at a time: as many
/// are made as are in use at once.
public final class Pool<Item: Sendable>: Sendable {
  @usableFromInline let idle = Mutex<[Item]>([])
  @usableFromInline let make: @Sendable () -> Item

  /// A pool of things that `make` makes; none yet.
  public init(_ make: @escaping @Sendable () -> Item) { self.make = make }

  /// What `body` makes with a thing lent to it.
  @inlinable
  public func lend<Result>(_ body: (Item) -> Result) -> Result {
    let item = idle.withLock { $0.popLast() } ?? make()
    defer { idle.withLock { $0.append(item) } }
    return body(item)
  }
}
