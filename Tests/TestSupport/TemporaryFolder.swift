import FoundationEssentials

/// A folder of its own for one test, removed with the value.
public final class TemporaryFolder {
  private let root: String

  /// An empty folder.
  public init() throws {
    root = FileManager.default.temporaryDirectory.appending(
      path: "memcon-\(UInt64.random(in: 0 ... .max))"
    ).path()
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// The path of the file called `name`.
  public func path(_ name: String) -> String { "\(root)/\(name)" }

  /// The content of the file called `name`.
  public func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(name))))
  }

  /// Writes the file called `name`.
  public func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  /// The names of all files, sorted.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: root).sorted() }
  }
}
