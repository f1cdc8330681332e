import Diagnostics
import Gathering
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct `The files that a path stands for` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["2024", "2025", "2025/march"] { #expect(mkdir(folder.path(name), 0o755) == 0) }
    for name in ["b.txt", "a.html", ".hidden", "2025/z.html", "2025/march/c.html", "2024/a.txt"] {
      try folder.write("text", to: name)
    }
  }

  private func found(_ pattern: String) -> [String] {
    NamedFiles(folder.path(pattern)).map { found in
      switch found {
      case .file(let path, _): String(path.dropFirst(folder.path("").count))
      case .failure(_, let diagnostic):
        diagnostic.summary.replacing(folder.path(""), with: "")
      }
    }
  }

  @Test func `are all below a folder, in the order of their paths, without hidden ones`() {
    #expect(found("") == ["2024/a.txt", "2025/march/c.html", "2025/z.html", "a.html", "b.txt"])
  }

  @Test(arguments: [
    ("*.txt", ["b.txt"]), ("2025/*.html", ["2025/z.html"]), ("202?/a.txt", ["2024/a.txt"]),
    ("**/*.html", ["2025/march/c.html", "2025/z.html", "a.html"]),
    ("**/a.*", ["2024/a.txt", "a.html"]), ("[a-b].*", ["a.html", "b.txt"]),
    ("2025/**", ["2025/march/c.html", "2025/z.html"]),
    ("**/*", ["2024/a.txt", "2025/march/c.html", "2025/z.html", "a.html", "b.txt"]),
    (".*", [".hidden"]),
    ("*.pdf", ["no file matches *.pdf"]), ("none.txt", ["no such file: none.txt"]),
  ])
  func `are those that a pattern matches`(_ pattern: String, _ files: [String]) {
    #expect(found(pattern) == files)
  }

  @Test func `are the file itself, though its name looks like a pattern`() throws {
    try folder.write("text", to: "a[1].txt")
    #expect(found("a[1].txt") == ["a[1].txt"])
  }

  @Test func `do not go round in a circle of links, and name a file that is gone`() {
    #expect(symlink("..", folder.path("2025/up")) == 0)
    #expect(symlink("nowhere", folder.path("2025/dangling")) == 0)
    #expect(found("2025") == ["no such file: 2025/dangling", "2025/march/c.html", "2025/z.html"])
  }

  @Test func `leave out pipes, which would never end`() {
    #expect(mkfifo(folder.path("2024/pipe"), 0o644) == 0)
    #expect(found("2024") == ["2024/a.txt"])
  }
}
