import Articles
@testable import Commands
import FoundationEssentials
import Gathering
import Synchronization
import TestSupport
import Testing

struct `Progress` {
  @Test func `tells rate and time left by the share of the files that was read`() {
    var pace = Pace(byteCount: 1_000_000)
    for number in 1...50 { _ = pace.add(position: number * 5_000) }
    #expect(pace.text(after: .seconds(10)) == "5.0 articles/s, 0:30 left")
    #expect(pace.text(after: .seconds(3_600)) == "0.0 articles/s, 3:00:00 left")
    for _ in 0..<950 { _ = pace.add(position: 1_000_000) }
    #expect(pace.text(after: .seconds(10)) == "100 articles/s, 0:00 left")
  }

  @Test func `tells the rate alone where nothing is known of the end, and nothing at first`() {
    var pace = Pace(byteCount: nil)
    #expect(pace.text(after: .seconds(10)) == nil)
    _ = pace.add(position: 0)
    #expect(pace.text(after: .seconds(10)) == "0.1 articles/s")
    #expect(pace.text(after: .milliseconds(400)) == nil)
  }

  /// What a packed file unpacks to is more than it holds, so its own bytes must count.
  @Test func `of a packed archive counts the bytes that it holds`() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<400).map { number in
      "{\"text\": \"\(Archive.article(number).replacing("\n", with: "\\n"))\"}\n"
    }
    let packed = PackedBytes.gzip(Array(lines.joined().utf8))
    let path = folder.path("archive.jsonl.gz")
    try Data(packed).write(to: URL(filePath: path))
    var source = PartSource(
      [path, path], reader: .init(), input: ByteSource { _ in [] }, fetcher: .init(),
      links: FeedLinks())
    var positions: [Int] = []
    while let part = source.next() { positions.append(part.position) }
    #expect(positions.count == 800)
    #expect(positions == positions.sorted())
    #expect(positions.first.map { $0 > 0 && $0 <= packed.count } == true)
    #expect(positions[400] > packed.count)
    #expect(positions.last == 2 * packed.count)
  }
}
