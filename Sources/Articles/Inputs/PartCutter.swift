import Diagnostics

/// Cuts an input into the bytes of single articles.
struct PartCutter {
  let reader: ArticleReader

  func cut(_ input: ArticleInput) -> () -> ArticleParts.Element? {
    do throws(Refusal) {
      let bytes: [UInt8]
      switch input.origin {
      case .file(let path):
        do throws(Diagnostic) {
          bytes = try InputFile(path: path).bytes
        } catch {
          throw Refusal(.unreadable, error)
        }
      case .bytes(let content): bytes = content
      }
      return cut(bytes, named: input.name)
    } catch {
      return single(.init(place: input.name, result: .failure(error)))
    }
  }

  func cut(
    named name: String, chunk: @escaping () throws -> [UInt8]
  ) -> () -> ArticleParts.Element? {
    var bytes: [UInt8] = []
    do {
      while case let next = try chunk(), !next.isEmpty {
        bytes += next
        guard bytes.count <= InputFile.sizeLimit else {
          let refusal = Refusal(
            .limit, "\(name) is larger than \(InputFile.sizeLimit >> 20) MB",
            help: ["cut it into smaller parts, such as one article each"])
          return single(.init(place: name, result: .failure(refusal)))
        }
      }
    } catch {
      let diagnostic = error as? Diagnostic ?? Diagnostic("\(name) can't be read: \(error)")
      return single(
        .init(place: name, result: .failure(Refusal(.unreadable, diagnostic))))
    }
    return cut(bytes, named: name)
  }

  private func cut(_ bytes: [UInt8], named name: String) -> () -> ArticleParts.Element? {
    switch reader.format {
    case .jsonl: lines(of: bytes, named: name)
    case .auto where looksLikeJSONLines(bytes): lines(of: bytes, named: name)
    case .auto, .text:
      single(
        .init(
          place: name, result: .success(ArticlePart(place: name, form: .text, bytes: bytes))))
    }
  }

  private func single(_ element: ArticleParts.Element) -> () -> ArticleParts.Element? {
    var rest: ArticleParts.Element? = element
    return {
      defer { rest = nil }
      return rest
    }
  }

  private func lines(of bytes: [UInt8], named name: String) -> () -> ArticleParts.Element? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    var isFirst = true
    return {
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = bytes[start..<end]
        start = end + 1
        number += 1
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        isFirst = false
        let place = "\(name), line \(number)"
        return .init(
          place: place,
          result: .success(ArticlePart(place: place, form: .jsonRecord, bytes: Array(line))))
      }
      defer { isFirst = false }
      return isFirst
        ? .init(place: name, result: .failure(Refusal(.empty, "\(name) is empty"))) : nil
    }
  }

  /// Whether the first line that is not blank is an object.
  private func looksLikeJSONLines(_ bytes: [UInt8]) -> Bool {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let line = content.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    return line.first == UInt8(ascii: "{")
      && line.last { $0 > 0x20 } == UInt8(ascii: "}")
  }
}
