import Diagnostics

/// The files below a folder, in the order of their paths, found as they are asked for.
///
/// Hidden files and folders are left out. A link to a file is followed; one to a folder is not, so that no walk
/// goes round in circles. Only the names of the folders on the way down are held in memory.
public struct FileTree: Sequence, IteratorProtocol {
  private struct Level {
    let folder: String
    var names: ArraySlice<String>
  }

  private var levels: [Level] = []
  private var failure: FoundFile?

  /// A walk through `folder`.
  public init(_ folder: String) { enter(folder) }

  /// The next file, or what can't be looked at; nil at the end.
  public mutating func next() -> FoundFile? {
    while true {
      if let failure {
        self.failure = nil
        return failure
      }
      guard let name = levels.last?.names.first, let folder = levels.last?.folder else {
        if levels.popLast() == nil { return nil }
        continue
      }
      levels[levels.count - 1].names.removeFirst()
      guard !name.hasPrefix(".") else { continue }
      let path = FileSystem.join(folder, name)
      switch FileSystem.kind(of: path) {
      case .file(let byteCount): return .file(path: path, byteCount: byteCount)
      case .folder:
        if FileSystem.kind(of: path, followsLinks: false) == .folder { enter(path) }
      case .special: continue
      // It was there when the folder was listed.
      case .missing:
        return .failure(
          path: path,
          Diagnostic(
            "no such file: \(path)", notes: ["it was there when its folder was listed"],
            help: ["if it was renamed or written anew meanwhile, run the command again"]))
      case .unreadable(let reason):
        return .failure(path: path, Diagnostic("\(path) can't be read: \(reason)"))
      }
    }
  }

  private mutating func enter(_ folder: String) {
    do {
      levels.append(Level(folder: folder, names: try FileSystem.names(in: folder)[...]))
    } catch {
      failure = .failure(path: folder, error)
    }
  }
}
