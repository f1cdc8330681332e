import Articles
import Diplomacy
import TestSupport
import Testing

private let page = Array(
  "<html><title>Talks in Oslo</title><body><p>\(prose)</p></body></html>".utf8)
private let text = Array(prose.utf8)
private let lines = Array(#"{"id": "a", "text": "The ministers met."}"#.utf8 + [0x0A])

struct `A packed input` {
  @Test(arguments: [
    ("gzip", PackedBytes.gzip(text)), ("zstd", PackedBytes.zstd(text)),
    ("gzip of gzip", PackedBytes.gzip(PackedBytes.gzip(text))),
  ])
  func `is unpacked as it is read`(_ name: String, _ bytes: [UInt8]) {
    let all = outcomes(bytes, name: "talks.txt.gz")
    #expect(all.map(\.summary) == ["read talks.txt.gz"])
    #expect(all.first?.article?.text == prose)
  }

  @Test(arguments: [
    ("zip", PackedBytes.zip([("a/one.html", page), ("two.txt", text), ("three.jsonl", lines)])),
    ("tar", PackedBytes.tar([("a/one.html", page), ("two.txt", text), ("three.jsonl", lines)])),
    (
      "tar in gzip",
      PackedBytes.gzip(
        PackedBytes.tar([("a/one.html", page), ("two.txt", text), ("three.jsonl", lines)]))
    ),
  ])
  func `gives each member by its own format, with its path`(_ name: String, _ bytes: [UInt8]) {
    let all = outcomes(bytes, name: "all")
    #expect(
      all.map(\.summary) == [
        "read all › a/one.html", "read all › two.txt", "read all › three.jsonl, line 1",
      ])
    #expect(all.first?.article?.title == "Talks in Oslo")
  }

  @Test func `within another is read, too`() {
    let inner = PackedBytes.zip([("inner.txt", text)])
    let all = outcomes(PackedBytes.tar([("box.zip", inner), ("outer.txt", text)]), name: "all")
    #expect(all.map(\.summary) == ["read all › box.zip › inner.txt", "read all › outer.txt"])
  }

  @Test func `is not opened once too many lie in each other`() {
    var bytes = PackedBytes.zip([("deep.txt", text)])
    for _ in 0..<5 { bytes = PackedBytes.zip([("box.zip", bytes), ("beside.txt", text)]) }
    let all = outcomes(bytes, name: "all")
    #expect(all.count == 5)
    #expect(all.first?.refusal?.reason == .limit)
    #expect(all.dropFirst().allSatisfy { $0.article != nil })
  }

  @Test func `that ends too early tells so after what it still holds`() {
    let long = Array(Array(repeating: prose, count: 500).joined(separator: "\n\n").utf8)
    let many = (1...3).map { (path: "\($0).txt", content: $0 == 1 ? text : long) }
    let whole = PackedBytes.gzip(PackedBytes.tar(many))
    let all = outcomes(Array(whole.prefix(whole.count / 2)), name: "cut.tar.gz")
    #expect(all.first?.article?.text == prose)
    #expect(all.last?.refusal?.reason == .damaged)
    #expect(all.last?.summary.contains("cut.tar.gz") == true)
  }

  @Test func `that would fill the machine is read no further`() {
    let bomb = PackedBytes.zstdBomb(of: 0x61, blocks: 8_000)
    let all = outcomes(bomb, name: "bomb.zst")
    #expect(all.map(\.refusal?.reason) == [.limit])
    let boxed = outcomes(
      PackedBytes.tar([("bomb.jsonl.zst", PackedBytes.zstdBomb(of: 0x0A, blocks: 8_000))]),
      name: "box.tar")
    #expect(boxed.map(\.refusal?.reason) == [.limit])
    #expect(boxed.first?.summary.contains("unpacks to more than") == true)
  }

  @Test func `that would fill the machine is read no further, by gzip and zip too`() {
    let length = 200 << 20
    for (name, bytes) in [
      ("bomb.txt.gz", PackedBytes.gzipBomb(of: length)),
      ("bomb.zip", PackedBytes.zipBomb("bomb.txt", of: length)),
    ] {
      let all = outcomes(bytes, name: name)
      #expect(all.map(\.refusal?.reason) == [.limit], "\(all.map(\.summary))")
    }
    // Packed twice it is smaller still.
    let twice = PackedBytes.zstd(PackedBytes.gzipBomb(of: length))
    #expect(outcomes(twice, name: "bomb").map(\.refusal?.reason) == [.limit])
  }

  @Test func `reads no member whose path leads out of it, and no link`() {
    let link = PackedBytes.tarHeader("link.txt", size: 0, type: "2", target: "/etc/passwd")
    let bytes =
      link + PackedBytes.tar([("../../etc/cron.d/x", text), ("/root/y", text), ("z", text)])
    let all = outcomes(bytes, name: "all.tar")
    #expect(all.map(\.refusal?.reason) == [.unsafePath, .unsafePath, nil])
    #expect(all.first?.summary == "all.tar › ../../etc/cron.d/x leads out of its archive")
  }

  @Test func `without files says so`() {
    #expect(outcomes(PackedBytes.zip([]), name: "none.zip").map(\.refusal?.reason) == [.empty])
  }

  @Test func `with pictures among its pages refuses them by name`() {
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let all = outcomes(PackedBytes.zip([("a.png", picture), ("b.txt", text)]), name: "all")
    #expect(all.map(\.refusal?.reason) == [.binary, nil])
    #expect(all.first?.summary == "all › a.png is a picture (PNG)")
  }
}
