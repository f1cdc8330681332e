import CCMark
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension MarkupTree {
  /// The tree of a text in Markdown (CommonMark), as the HTML it stands for. `bytes` must be UTF-8.
  public init(markdown bytes: [UInt8]) {
    let html = bytes.withUnsafeBytes { buffer in
      cmark_markdown_to_html(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count,
        CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE)
    }
    guard let html else {
      self.init(html: [])
      return
    }
    defer { free(html) }
    self.init(html: Array(UnsafeRawBufferPointer(start: html, count: strlen(html))))
  }
}
