import Commands
import FoundationEssentials
import JSON
import Synchronization
import TestSupport
import Testing

struct `memcon watch` {
  /// Lets so many looks pass.
  private func looks(_ count: Int, _ between: @escaping @Sendable (Int) -> Void = { _ in })
    -> Interruption
  {
    let asked = Mutex(0)
    return Interruption {
      let number = asked.withLock {
        $0 += 1
        return $0
      }
      between(number)
      return number > count
    }
  }

  @Test func `reads what is put into a folder, and prints each meeting once`() throws {
    let archive = try Archive(articles: 2)
    let later = archive.folder.path("later.txt")
    let run = Run(
      [
        "--graph", archive.graph, "watch", archive.folder.path(""), "--every", "0", "--format",
        "jsonl", "--threads", "1",
      ],
      interruption: looks(40) { number in
        if number == 12 { try? Data(Archive.article(2).utf8).write(to: URL(filePath: later)) }
      })
    #expect(run.status == .done)
    #expect(run.error.hasSuffix("3 read, 3 new meetings\n"), "\(run.error)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(Set(lines).count == 3)
    let again = Run(
      ["--graph", archive.graph, "watch", archive.folder.path(""), "--every", "0"],
      interruption: looks(20))
    #expect(again.output.isEmpty)
    #expect(again.error.hasSuffix("0 read, 0 new meetings\n"), "\(again.error)")
  }

  @Test func `reads a feed again and again, fetches each page once, and prints what is new`() throws
  {
    let server = try FeedServer()
    let archive = try Archive(articles: 0)
    let words = [
      "--graph", archive.graph, "watch", server.feed, "--every", "0", "--pause", "0", "--format",
      "jsonl", "--threads", "1", "--allow-addresses", "127.0.0.1",
    ]
    let run = Run(words, interruption: Interruption { server.looks > 4 })
    #expect(run.status == .done)
    #expect(run.error.contains("3 read, 3 new meetings\n"), "\(run.error)")
    let titles = try run.output.split(separator: "\n").map {
      try JSONValue(parsing: $0.utf8)["title"]?.stringValue
    }
    #expect(titles.count == 3 && Set(titles).count == 3)
    #expect(server.requests("/1") == 1 && server.requests("/2") == 1)
    #expect(server.requests("/private") == 0)
    #expect(run.error.contains("/private may not be fetched"), "\(run.error)")
    // Another watch begins where this one ended.
    let again = Run(words, interruption: Interruption { server.looks > 8 })
    #expect(again.output.isEmpty, "\(again.output)")
    #expect(again.error.contains("0 read, 0 new meetings\n"), "\(again.error)")
    #expect(server.requests("/1") == 1 && server.requests("/2") == 1)
  }

  @Test func `of a feed that fails at times goes on`() throws {
    let server = try FeedServer(failsFirst: true)
    let archive = try Archive(articles: 0)
    let run = Run(
      [
        "--graph", archive.graph, "watch", server.feed, "--every", "0", "--pause", "0",
        "--allow-addresses", "127.0.0.1",
      ], interruption: Interruption { server.looks > 4 })
    #expect(run.status == .done)
    #expect(run.error.contains("the server answers 500"), "\(run.error)")
    #expect(run.error.contains("3 read, 3 new meetings\n"), "\(run.error)")
  }

  @Test func `of a file says what to do instead`() throws {
    let archive = try Archive(articles: 1)
    let run = Run("--graph", archive.graph, "watch", archive.folder.path("article-1000.txt"))
    #expect(run.status == .failed)
    #expect(run.error.contains("is no folder"))
  }
}

/// A feed on loopback: an entry with its text, one with only a link, one that the site lets nobody fetch, and, from the
/// third look on, one more link.
private struct FeedServer {
  private let server: LoopbackServer
  var feed: String { server.origin + "/feed.xml" }

  init(failsFirst: Bool = false) throws {
    let looks = Mutex(0)
    server = try LoopbackServer { target in
      switch target {
      case "/robots.txt": .page("User-agent: *\nDisallow: /private\n")
      case "/1": .page(Self.page(1))
      case "/2": .page(Self.page(2))
      case "/feed.xml":
        looks.withLock { count in
          count += 1
          if failsFirst, count == 1 { return .init("500 Internal Server Error") }
          return .page(Self.entries(count < 3 ? ["/1", "/private"] : ["/2", "/1", "/private"]))
        }
      default: nil
      }
    }
  }

  /// How often the feed was asked for.
  var looks: Int { requests("/feed.xml") }

  func requests(_ target: String) -> Int { server.requests.count { $0 == target } }

  private static func page(_ number: Int) -> String {
    let lines = Archive.article(number).split(separator: "\n\n")
    return "<html><head><title>\(lines[0])</title></head><body><h1>\(lines[0])</h1>"
      + "<p>\(lines[1])</p></body></html>"
  }

  private static func entries(_ links: [String]) -> String {
    let text =
      Archive.article(3) + " Neither of them took questions, and a statement that had been drafted "
      + "by their staff was held back until the next morning for want of a translation."
    return """
      <rss version="2.0"><channel><title>Wire</title><item><title>Talks number 3</title>
      <link>https://wire.example/3</link><description>\(text)</description></item>
      \(links.map { "<item><title>x</title><link>\($0)</link></item>" }.joined())
      </channel></rss>
      """
  }
}

struct `An address as input` {
  @Test func `is fetched, and read as what it is`() throws {
    let server = try LoopbackServer { target in
      target == "/talks.txt"
        ? .init(headers: ["Content-Type: text/plain"], body: Array(Archive.article(3).utf8)) : nil
    }
    let folder = try TemporaryFolder()
    let graph = folder.path("graph.sqlite")
    let run = Run(
      "--graph", graph, "ingest", server.origin + "/talks.txt", "--allow-addresses", "127.0.0.1")
    #expect(run.error.hasPrefix("1 read, 1 meeting"), "\(run.error)")
    let refused = Run("--graph", graph, "ingest", server.origin + "/talks.txt")
    #expect(refused.status == .failed)
    #expect(refused.error.contains("127.0.0.1, which is no public address"))
    #expect(refused.error.contains("--allow-addresses 127.0.0.1"))
  }
}
