import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files beside the tests.
enum Fixtures {
  /// Whether expected parts are to be written anew instead of compared.
  static let isRecording = getenv("RECORD_SNAPSHOTS") != nil

  static func path(_ name: String) -> String {
    "\(#filePath.dropLast("Fixtures.swift".count))Fixtures/\(name)"
  }

  /// The file called `name`, or one of the project at a path from its top.
  static func text(_ name: String) throws -> String { try read(path(name)) }

  static func projectText(_ name: String) throws -> String { try read(projectPath(name)) }

  static func writeProject(_ text: String, to name: String) throws {
    try write(text, toPath: projectPath(name))
  }

  private static func projectPath(_ name: String) -> String {
    "\(#filePath.dropLast("Tests/CypherTests/Fixtures.swift".count))\(name)"
  }

  private static func read(_ path: String) throws -> String {
    let file = try #require(fopen(path, "r"), "no file \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ text: String, to name: String) throws {
    try write(text, toPath: path(name))
  }

  private static func write(_ text: String, toPath path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    var bytes = Array(text.utf8)
    fwrite(&bytes, 1, bytes.count, file)
  }
}

/// A query in a fixture file with what is expected of it.
///
///     === two people met
///     MATCH …
///     --- sql
///     SELECT …
///     --- rows
///     'Marco Rubio' | 2
struct FixtureCase: Sendable, CustomTestStringConvertible {
  var title: String
  var query: String
  /// The expected parts by name, in the order of the file.
  var parts: [Part] = []

  struct Part: Sendable {
    var name: String
    var text: String
  }

  var testDescription: String { title }

  static func cases(in name: String) -> [FixtureCase] {
    guard let text = try? Fixtures.text(name) else { return [] }
    var cases: [FixtureCase] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        cases.append(FixtureCase(title: String(line.dropFirst(4)), query: ""))
      } else if let last = cases.indices.last {
        cases[last].add(line)
      }
    }
    return cases.map(\.trimmed)
  }

  private mutating func add(_ line: Substring) {
    if line.hasPrefix("--- ") {
      parts.append(Part(name: String(line.dropFirst(4)), text: ""))
    } else if let last = parts.indices.last {
      parts[last].text += "\(line)\n"
    } else {
      query += "\(line)\n"
    }
  }

  private var trimmed: FixtureCase {
    FixtureCase(
      title: title, query: query.trimmingLineBreaks,
      parts: parts.map { Part(name: $0.name, text: $0.text.trimmingLineBreaks) })
  }

  func part(_ name: String) -> String? { parts.first { $0.name == name }?.text }

  /// Writes the cases of a file with the parts that `expected` gives.
  static func record(
    _ name: String, _ expected: (FixtureCase) throws -> [(name: String, text: String)]
  ) throws {
    var text = ""
    for fixture in cases(in: name) {
      text += "=== \(fixture.title)\n\(fixture.query)\n"
      for part in try expected(fixture) { text += "--- \(part.name)\n\(part.text)\n" }
      text += "\n"
    }
    try Fixtures.write(text.trimmingLineBreaks + "\n", to: name)
  }
}

extension String {
  var trimmingLineBreaks: String {
    var text = self[...]
    while text.hasSuffix("\n") { text = text.dropLast() }
    while text.hasPrefix("\n") { text = text.dropFirst() }
    return String(text)
  }
}
