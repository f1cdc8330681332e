import Gathering
import TestSupport
import Testing

struct `Watching a folder` {
  @Test func `gives a file once, when it has stopped growing, and again when it changes`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a.txt")
    var watch = FolderWatch(folder.path(""))
    #expect(watch.look().isEmpty)
    try folder.write("one and more", to: "a.txt")
    try folder.write("two", to: "b.txt")
    #expect(watch.look().isEmpty)
    #expect(watch.look() == [folder.path("a.txt"), folder.path("b.txt")])
    #expect(watch.look().isEmpty)
    try folder.write("two, corrected", to: "b.txt")
    #expect(watch.look().isEmpty)
    #expect(watch.look() == [folder.path("b.txt")])
    #expect(watch.look().isEmpty)
  }
}
