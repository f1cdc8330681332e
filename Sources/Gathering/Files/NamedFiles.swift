import Diagnostics

/// The files that a path on the command line stands for: itself, all below a folder, or the matches of a pattern.
public struct NamedFiles: Sequence, IteratorProtocol {
  private var pending: ArraySlice<String>
  private var tree: FileTree?
  private var failure: FoundFile?

  /// The files of `path`. What is there counts before what a pattern would match, so a file called `a[1].txt` is
  /// found.
  public init(_ path: String) {
    pending = [path]
    guard FileSystem.kind(of: path) == .missing, let pattern = PathPattern(path) else { return }
    pending = pattern.matches[...]
    if pending.isEmpty {
      failure = .failure(
        path: path,
        Diagnostic(
          "no file matches \(path)", help: ["check the pattern; ** stands for any folders"]))
    }
  }

  /// The next file, or what can't be looked at; nil at the end.
  public mutating func next() -> FoundFile? {
    if let failure {
      self.failure = nil
      return failure
    }
    while true {
      if let found = tree?.next() { return found }
      tree = nil
      guard let path = pending.popFirst() else { return nil }
      switch FileSystem.kind(of: path) {
      case .folder: tree = FileTree(path)
      case .file(let byteCount): return .file(path: path, byteCount: byteCount)
      case .special: return .file(path: path, byteCount: 0)
      case .missing:
        return .failure(
          path: path,
          Diagnostic(
            "no such file: \(path)", help: ["check the path, or give - for standard input"]))
      case .unreadable(let reason):
        return .failure(path: path, Diagnostic("\(path) can't be read: \(reason)"))
      }
    }
  }
}
