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

  /// The package these tests belong to.
  static let shared = SourcePackage()

  private init(root: URL = Self.root) {
    let manifest =
      (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
    var order: [String] = []
    var modules: [String: [String]] = [:]
    for row in manifest.matches(of: /\.module\(\s*"(\w+)",\s*imports:\s*\[([^\]]*)\]/) {
      order.append(String(row.1))
      modules[String(row.1)] = row.2.matches(of: /"(\w+)"/).map { String($0.1) }
    }
    for row in manifest.matches(
      of: /\.executableTarget\(\s*name: "([\w-]+)", dependencies: \[([^\]]*)\]/)
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
  /// How many lines it has.
  let lineCount: Int
  /// The modules it imports, whatever stands before the word.
  let imports: [String]
  /// The types it declares.
  let types: [String]

  /// The folder it belongs to: its module.
  var module: String { String(path.prefix { $0 != "/" }) }

  init(path: String, text: String) {
    self.path = path
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    lineCount = lines.count
    let statements = lines.map { line in
      line.split(separator: UInt8(ascii: " "), maxSplits: 6).map { String($0) ?? "" }
    }
    imports = statements.compactMap { Self.word(after: ["import"], in: $0) }
    types = statements.compactMap { Self.word(after: Self.typeWords, in: $0) }
  }

  private static let typeWords: Set = ["struct", "enum", "class", "actor", "protocol", "typealias"]
  private static let modifiers: Set = [
    "public", "package", "internal", "fileprivate", "private", "final", "indirect",
    "@preconcurrency", "@testable",
  ]

  /// The name that follows one of `keywords`, where only modifiers stand before it.
  private static func word(after keywords: Set<String>, in words: [String]) -> String? {
    let rest = words.drop { modifiers.contains($0) }
    guard let keyword = rest.first, keywords.contains(keyword) else { return nil }
    let name = rest.dropFirst().first.map { typeWords.contains($0) ? words.last ?? $0 : $0 }
    return name.map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
  }

  static func all(in folder: URL) -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: folder.path) ?? .init()
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { path in
        (try? String(contentsOf: folder.appending(path: path), encoding: .utf8))
          .map { SourceFile(path: path, text: $0) }
      }
  }
}
