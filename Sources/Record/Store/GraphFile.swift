#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Diagnostics
import Schema

/// What lies at a path, told from the first bytes of the file.
///
/// SQLite is not asked, because it would complete or clear away what another program left unfinished
/// in its own database.
enum GraphFile: Equatable {
  /// Nothing, or a file without content: a new graph can be made here.
  case missing
  case empty
  case folder
  /// It can't be read, for the reason given.
  case unreadable(String)
  /// It is no SQLite database.
  case otherContent
  /// It is a database of some other program.
  case otherDatabase
  /// It is a graph with the schema of this number.
  case graph(version: Int)

  /// `mcon` in ASCII: the `application_id` by which a graph is known.
  static let applicationID = 0x6D63_6F6E

  /// The number of the newest migration.
  static var newestVersion: Int { Int(schemaMigrationCount()) }

  init(at path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      self = errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
      return
    }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(file, &header, header.count)
    guard count >= 0 else {
      self = errno == EISDIR ? .folder : .unreadable(String(cString: strerror(errno)))
      return
    }
    self.init(header: header.prefix(count))
  }

  /// The header of a SQLite file: 16 bytes that name the format, the user version at 60, the
  /// application id at 68, both with the high byte first.
  private init(header: ArraySlice<UInt8>) {
    guard !header.isEmpty else {
      self = .empty
      return
    }
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      self = .otherContent
      return
    }
    func number(at offset: Int) -> Int {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    self =
      number(at: 68) == GraphFile.applicationID
      ? .graph(version: number(at: 60)) : .otherDatabase
  }
}

// MARK: - Refusals

extension GraphFile {
  /// Why this can't be opened as a graph; nil if it can.
  func refusal(path: String, canCreate: Bool) -> Diagnostic? {
    switch self {
    case .missing, .empty:
      canCreate
        ? nil
        : Diagnostic(
          self == .missing ? "there is no graph at \(path)" : "the graph at \(path) is empty",
          help: [
            "make one with `memcon ingest ARTICLE`, or name another with --graph or MEMCON_GRAPH"
          ])
    case .folder:
      Diagnostic("\(path) is a folder", help: ["name a file, such as \(path)/memcon.sqlite"])
    case .unreadable(let reason):
      Diagnostic("can't read \(path): \(reason)", help: ["check its name and permissions"])
    case .otherContent:
      Diagnostic(
        "\(path) is not a database", notes: ["the file was left as it is"],
        help: ["name a graph with --graph or MEMCON_GRAPH"])
    case .otherDatabase:
      Diagnostic(
        "\(path) is a database of another program, not a memcon graph",
        notes: ["the file was left as it is"], help: ["name another file with --graph"])
    case .graph(let version) where version > GraphFile.newestVersion:
      Diagnostic(
        "\(path) was made by a newer memcon",
        notes: [
          "its schema is number \(version), this memcon knows up to \(GraphFile.newestVersion)"
        ],
        help: ["install the newer memcon"])
    case .graph: nil
    }
  }
}
