import Foundation
import Testing

/// Compares `text` with the file at `path` below the package's folder.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written instead; look at the
/// difference before committing it. A missing file fails.
func expectSnapshot(
  _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = packageFolder.appending(path: path)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "there is no \(path): run the tests with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  #expect(
    text == recorded, "\(path) differs: if it should, run with RECORD_SNAPSHOTS=1",
    sourceLocation: sourceLocation)
}

private let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
