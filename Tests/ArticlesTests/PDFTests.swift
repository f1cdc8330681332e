import Articles
import Diplomacy
import Testing

struct `A PDF` {
  @Test func `gives its paragraphs, without running heads, and its headline`() throws {
    let pages = (1...3).map { number in
      text("Oslo Papers, No. 4", at: 760, size: 8) + text("\(number)", at: 30, size: 8)
        + (number == 1 ? text("Talks in Oslo", at: 700, size: 24) : "")
        + text("On day \(number) the ministers of Norway and Sweden met for the", at: 640, size: 11)
        + text("first time in the year, and they spoke of the inter-", at: 627, size: 11)
        + text("national railway to Narvik.", at: 614, size: 11)
    }
    let read = try article(pdf(pages), name: "talks.pdf")
    #expect(read.title == "Talks in Oslo")
    #expect(!read.text.contains("Oslo Papers"))
    #expect(
      read.text.contains(
        "met for the first time in the year, and they spoke of the international railway"))
    #expect(read.blocks.count { $0.kind == .paragraph } == 3)
  }

  @Test func `without text or with broken parts is refused`() {
    #expect(outcomes(Array(pdf([""]).utf8)).map(\.refusal?.reason) == [.noText])
    #expect(outcomes(Array("%PDF-1.4\nnothing".utf8)).map(\.refusal?.reason) == [.damaged])
  }

  private func text(_ words: String, at height: Int, size: Int) -> String {
    "BT /F1 \(size) Tf 72 \(height) Td (\(words)) Tj ET\n"
  }

  /// A PDF with a page for each stream of content.
  private func pdf(_ contents: [String]) -> String {
    let kids = contents.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(contents.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, content) in contents.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    return file
      + "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
  }
}
