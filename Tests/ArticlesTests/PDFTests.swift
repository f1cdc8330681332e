import Articles
import Diplomacy
import TestSupport
import Testing

struct `A PDF` {
  @Test func `gives its paragraphs, without running heads, and its headline`() throws {
    let pages = (1...3).map { number in
      PDFBytes.line("Oslo Papers, No. 4", at: 760, size: 8)
        + PDFBytes.line("\(number)", at: 30, size: 8)
        + (number == 1 ? PDFBytes.line("Talks in Oslo", at: 700, size: 24) : "")
        + PDFBytes.line(
          "On day \(number) the ministers of Norway and Sweden met for the", at: 640, size: 11)
        + PDFBytes.line("first time in the year, and they spoke of the inter-", at: 627, size: 11)
        + PDFBytes.line("national railway to Narvik.", at: 614, size: 11)
    }
    let read = try article(PDFBytes.pages(pages), name: "talks.pdf")
    #expect(read.title == "Talks in Oslo")
    #expect(!read.text.contains("Oslo Papers"))
    #expect(
      read.text.contains(
        "met for the first time in the year, and they spoke of the international railway"))
    #expect(read.blocks.count { $0.kind == .paragraph } == 3)
  }

  @Test func `without text or with broken parts is refused`() {
    #expect(outcomes(Array(PDFBytes.pages([""]).utf8)).map(\.refusal?.reason) == [.noText])
    #expect(outcomes(Array("%PDF-1.4\nnothing".utf8)).map(\.refusal?.reason) == [.damaged])
  }
}
