/// What is new in a folder since it was last looked at.
///
/// A file is new when its size or its time of change is another than it was, and ready when two looks find the same: then
/// whoever writes it has finished. Looking again and again works on every system and on network drives, which tell nobody
/// of changes.
public struct FolderWatch {
  private struct Stamp: Equatable {
    let byteCount: Int
    let changed: FileSystem.Time
    var isTaken = false
  }

  private let folder: String
  private var stamps: [String: Stamp] = [:]

  /// A watch over `folder` and all below it, which takes every file there is for new.
  public init(_ folder: String) { self.folder = folder }

  /// The files that have become ready since the last look, in the order of their paths.
  public mutating func look() -> [String] {
    var ready: [String] = []
    var present: Set<String> = []
    for case .file(let path, let byteCount) in FileTree(folder) {
      present.insert(path)
      let stamp = Stamp(byteCount: byteCount, changed: FileSystem.timeOfChange(path))
      if var known = stamps[path], known.byteCount == stamp.byteCount,
        known.changed == stamp.changed
      {
        guard !known.isTaken else { continue }
        known.isTaken = true
        stamps[path] = known
        ready.append(path)
      } else {
        stamps[path] = stamp
      }
    }
    if stamps.count > present.count { stamps = stamps.filter { present.contains($0.key) } }
    return ready
  }
}
