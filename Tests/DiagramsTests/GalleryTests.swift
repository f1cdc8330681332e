import Diagrams
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes the samples as files to look at, into the folder named by `MEMCON_GALLERY`.
struct `A gallery` {
  @Test(.enabled(if: getenv("MEMCON_GALLERY") != nil))
  func `shows each sample in each format and layout`() throws {
    let folder = try #require(getenv("MEMCON_GALLERY").map { String(cString: $0) })
    let samples = [
      "washington": SampleDiagrams.washington, "ego": SampleDiagrams.ego,
      "world": SampleDiagrams.world,
    ]
    for (name, diagram) in samples.sorted(by: { $0.key < $1.key }) {
      for format in ImageFormat.allCases.reversed() {
        let bytes = try picture(of: diagram, as: format)
        try save(bytes, to: "\(folder)/\(name).\(format.rawValue)")
      }
      for layout in Layout.allCases {
        let bytes = try picture(of: diagram, as: .svg, layout: layout)
        try save(bytes, to: "\(folder)/\(name)-\(layout.rawValue).svg")
      }
    }
  }

  private func save(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
