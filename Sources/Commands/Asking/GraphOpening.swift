import Record

extension Console {
  /// The graph to ask. Where its record lacks articles and cannot be completed, because the file
  /// cannot be written, a note says so: the answers are true, but not the whole truth.
  func openGraph() throws -> GraphStore {
    let store = try GraphStore(path: graphPath, mode: .read)
    if try store.needsDerivation() {
      note("note: \(graphPath) can't be written, so its newest articles are not in the answer yet")
    }
    return store
  }
}
