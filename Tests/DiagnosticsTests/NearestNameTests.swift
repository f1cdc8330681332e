import Diagnostics
import Testing

struct `The nearest name` {
  static let names = ["ingest", "extract", "who-met", "meetings", "why"]

  @Test(arguments: [
    ("ingets", "ingest"), ("INGEST", "ingest"), ("whomet", "who-met"), ("meeting", "meetings"),
    ("hwy", "why"), ("exract", "extract"),
  ])
  func `mends a slip of the fingers`(_ typed: String, _ meant: String) {
    #expect(nearestName(to: typed, in: Self.names) == meant)
  }

  @Test(arguments: ["", "dance", "xyz", String(repeating: "e", count: 1000)])
  func `is none where nothing is near`(_ typed: String) {
    #expect(nearestName(to: typed, in: Self.names) == nil)
  }

  @Test func `is the first of equally near ones`() {
    #expect(nearestName(to: "cat", in: ["car", "cab"]) == "car")
  }
}
