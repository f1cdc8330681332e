import Foundation

/// The package as text: the manifest's table and every Swift file.
struct SourcePackage {
  /// The modules' names, top of the table first, `memcon` last.
  let order: [String]
  /// What each module may import of the package, by the table.
  let modules: [String: [String]]
  /// Every name that stands in the table, C libraries included.
  let known: Set<String>
  /// The folders of `Sources` that hold Swift files.
  let folders: Set<String>
  /// The files of `Sources`.
  let files: [SourceFile]
  /// The files of `Tests`.
  let testFiles: [SourceFile]

  init(root: URL = Self.root) {
    let manifest =
      (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
    var order: [String] = []
    var modules: [String: [String]] = [:]
    for row in manifest.matches(of: /\.module\(\s*"(\w+)",\s*imports:\s*\[([^\]]*)\]/) {
      order.append(String(row.1))
      modules[String(row.1)] = row.2.matches(of: /"(\w+)"/).map { String($0.1) }
    }
    for row in manifest.matches(
      of: /\.executableTarget\(\s*name: "(\w+)", dependencies: \[([^\]]*)\]/)
    {
      order.append(String(row.1))
      modules[String(row.1)] = row.2.matches(of: /"(\w+)"/).map { String($0.1) }
    }
    self.order = order
    self.modules = modules
    known = Set(order).union(modules.values.joined())
    files = SourceFile.all(in: root.appending(path: "Sources"))
    testFiles = SourceFile.all(in: root.appending(path: "Tests"))
    folders = Set(files.map(\.module))
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// One Swift file, read line by line.
struct SourceFile {
  /// The path below `Sources` or `Tests`.
  let path: String
  let lines: ArraySlice<Substring>

  /// The folder it belongs to: its module.
  var module: String { String(path.prefix { $0 != "/" }) }

  /// The modules it imports, whatever stands before the word.
  var imports: [String] {
    lines.compactMap { line in
      line.firstMatch(
        of:
          /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:public |package |internal |private )?import (?:struct |enum |class |func )?(\w+)/
      )
      .map { String($0.1) }
    }
  }

  /// The types it declares.
  var types: [String] {
    lines.compactMap { line in
      line.firstMatch(of: /^\s*(?:\w+ )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/)
        .map { String($0.1) }
    }
  }

  static func all(in folder: URL) -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: folder.path) ?? .init()
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { path in
        guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
        else {
          return nil
        }
        return SourceFile(
          path: path,
          lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
      }
  }
}
