/// Works on the items of a source on several threads, and hands over the results in the order of the items.
///
/// Threads take turns in asking the source for its next item, so the source needs no lock of its own. What
/// waits to be taken over is bounded in number and in bytes, so memory does not grow with the source.
///
///     let work = OrderedWork(threads: 4, next: { lines.next() }, weight: \.count, work: parse)
///     while let result = work.next() { … }
final class OrderedWork<Item, Product>: @unchecked Sendable {
  /// At most so many items are under way.
  private static var itemLimit: Int { 64 }
  /// And at most so many bytes, unless a single item has more.
  private static var weightLimit: Int { 24 << 20 }

  private struct Queue {
    var results: [Int: (product: Product, weight: Int)] = [:]
    var begun = 0
    var taken = 0
    var weight = 0
    var isAtEnd = false

    var hasRoom: Bool {
      isAtEnd || begun == taken || begun - taken < itemLimit && weight < weightLimit
    }
  }

  private let queue = Monitor(Queue())
  /// Held by the thread that asks the source; what it guards is `source`.
  private let turn = Monitor(())
  private let source: () -> Item?
  private let weight: (Item) -> Int
  private let work: (Item) -> Product
  private var workers: [Worker] = []

  /// Starts work on `threads` threads; with none of them `next()` does it when it is asked.
  ///
  /// `next` gives the items, nil at the end; `weight` says how many bytes an item holds. `work` runs on any thread.
  init(
    threads: Int, next: @escaping () -> Item?, weight: @escaping (Item) -> Int,
    work: @escaping @Sendable (Item) -> Product
  ) {
    source = next
    self.weight = weight
    self.work = work
    // The same goes where there is no thread to be had.
    workers = (0..<threads).compactMap { _ in
      Worker { [self] in while step() {} }
    }
  }

  /// The result for the next item in order; nil after the last.
  func next() -> Product? {
    if workers.isEmpty, !step() { return nil }
    let next = queue.when({ $0.results[$0.taken] != nil || $0.isAtEnd && $0.taken == $0.begun }) {
      queue -> Product? in
      guard let result = queue.results.removeValue(forKey: queue.taken) else { return nil }
      queue.taken += 1
      queue.weight -= result.weight
      return result.product
    }
    if next == nil { finish() }
    return next
  }

  /// Begins no further item, and waits for those that were begun.
  func stop() {
    queue.when { $0.isAtEnd = true }
    finish()
  }

  private func finish() {
    for worker in workers { worker.join() }
    workers = []
  }

  /// Works on one item.
  ///
  /// - Returns: whether there was one.
  private func step() -> Bool {
    let begun = turn.when { _ -> (index: Int, item: Item, weight: Int)? in
      guard queue.when(\.hasRoom, { !$0.isAtEnd }) else { return nil }
      guard let item = source() else {
        queue.when { $0.isAtEnd = true }
        return nil
      }
      let weight = weight(item)
      return queue.when { queue in
        queue.weight += weight
        queue.begun += 1
        return (queue.begun - 1, item, weight)
      }
    }
    guard let begun else { return false }
    let product = work(begun.item)
    queue.when { $0.results[begun.index] = (product, begun.weight) }
    return true
  }
}
