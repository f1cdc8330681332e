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

  @Test func `of a file says what to do instead`() throws {
    let archive = try Archive(articles: 1)
    let run = Run("--graph", archive.graph, "watch", archive.folder.path("article-1000.txt"))
    #expect(run.status == .failed)
    #expect(run.error.contains("is no folder"))
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
