#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A pattern of paths such as `archive/2025-*/**/*.html`.
///
/// `*`, `?` and `[…]` stand for what they do in a shell, within one part of the path; a part `**` stands for
/// any number of folders. Hidden names match only a part that starts with a dot.
public struct PathPattern {
  private let parts: [String]
  private let isAbsolute: Bool
  /// Whether there is a part `**`. Folders then match no last part, since what is in them matches by itself.
  private var isDeep: Bool { parts.contains("**") }

  /// A pattern; nil where `text` has nothing in it that stands for something else.
  public init?(_ text: String) {
    guard text.contains(where: { "*?[".contains($0) }) else { return nil }
    isAbsolute = text.hasPrefix("/")
    parts = text.split(separator: "/").map(String.init)
  }

  /// The files and folders that match, in the order of their paths.
  ///
  /// Folders that can't be read match nothing, as in a shell.
  public var matches: [String] {
    var found: [String] = []
    collect(in: isAbsolute ? "/" : "", parts[...], &found)
    // Two folders `**` lead to one file in several ways.
    return Set(found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func collect(in folder: String, _ rest: ArraySlice<String>, _ found: inout [String]) {
    guard let part = rest.first else { return }
    let after = rest.dropFirst()
    func step(to name: String) {
      let path = FileSystem.join(folder, name)
      if !after.isEmpty {
        collect(in: path, after, &found)
      } else if !isDeep || FileSystem.kind(of: path) != .folder,
        FileSystem.kind(of: path) != .missing
      {
        found.append(path)
      }
    }
    guard part.contains(where: { "*?[".contains($0) }) else { return step(to: part) }
    let names = (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? []
    if part == "**" {
      if after.isEmpty { return found.append(folder.isEmpty ? "." : folder) }
      collect(in: folder, after, &found)
      for name in names where !name.hasPrefix(".") {
        let path = FileSystem.join(folder, name)
        // Links are left out, so that none leads round in a circle.
        if FileSystem.kind(of: path, followsLinks: false) == .folder {
          collect(in: path, rest, &found)
        }
      }
      return
    }
    for name in names where fnmatch(part, name, FNM_PERIOD) == 0 { step(to: name) }
  }
}
