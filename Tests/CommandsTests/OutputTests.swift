import JSON
import Testing

@testable import Commands

/// Rows with everything that formats must escape.
private let hostile = Rows(
  columns: ["name", "count"],
  rows: [
    ["王毅", 2],
    ["a,\"b\"\nc|d\te\\f", -3],
    ["=HYPERLINK(\"x\")", nil],
    ["\u{1B}[31mred\u{202E}", 0.5],
    ["<b>*bold*</b> &amp;", ["one", "two"]],
  ])

private let plain = TerminalStyle(isOn: false)

struct `A table` {
  @Test func `aligns wide characters and shows control characters`() {
    #expect(
      tableText(of: hostile, width: nil, style: plain) == """
        name                   count
        ---------------------  --------
        王毅                          2
        a,"b" c|d e\\f                -3
        =HYPERLINK("x")
        \\u{1B}[31mred\\u{202E}       0.5
        <b>*bold*</b> &amp;    one; two

        """)
  }

  @Test(arguments: [20, 30, 40, 79, 80])
  func `fits the terminal, cell by cell over several lines`(_ width: Int) {
    let text = String(repeating: "Winston Peters met 王毅 in Wellington. ", count: 5)
    let rows = Rows(columns: ["quote", "date"], rows: [[.string(text), "2025-03-20"]])
    let lines = tableText(of: rows, width: width, style: plain).split(separator: "\n")
    #expect(lines.allSatisfy { line in line.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } <= width })
    #expect(lines.joined().count { $0 == "王" } == 5)
  }

  @Test func `emphasises its heading where asked`() {
    let text = tableText(of: Rows(columns: ["a"]), width: nil, style: TerminalStyle(isOn: true))
    #expect(text == "\u{1B}[1ma\u{1B}[0m\n-\n")
  }

  @Test func `without columns is nothing`() {
    #expect(tableText(of: Rows(columns: []), width: 80, style: plain).isEmpty)
  }
}

struct `Comma-separated values` {
  @Test func `quote what needs it and never start a formula`() {
    #expect(
      csvText(of: hostile)
        == [
          "name,count", "王毅,2", "\"a,\"\"b\"\"\nc|d\te\\f\",-3", "\"'=HYPERLINK(\"\"x\"\")\",",
          "\u{1B}[31mred\u{202E},0.5", "<b>*bold*</b> &amp;,one; two", "",
        ].joined(separator: "\r\n"))
  }

  @Test(arguments: ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
  func `take a text for a text`(_ text: String) {
    let csv = csvText(of: Rows(columns: ["a"], rows: [[.string(text)]]))
    #expect(csv.contains("'" + text))
  }

  @Test func `leave negative numbers numbers`() {
    #expect(csvText(of: Rows(columns: ["a"], rows: [[-1], [-1.5]])) == "a\r\n-1\r\n-1.5\r\n")
  }
}

struct `Tab-separated values` {
  @Test func `have one line a row and one tab a column, whatever the cells`() {
    let text = tsvText(of: hostile)
    let lines = text.unicodeScalars.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { line in line.count { $0 == "\t" } == 1 })
    #expect(text.contains("a,\"b\"\\nc|d\\te\\\\f\t-3\n"))
    #expect(text.contains("'=HYPERLINK"))
  }
}

struct `Markdown` {
  @Test func `shows marks instead of obeying them`() {
    #expect(
      markdownText(of: hostile) == """
        | name | count |
        | --- | --- |
        | 王毅 | 2 |
        | a,"b" c\\|d e\\\\f | -3 |
        | =HYPERLINK("x") |  |
        | \\\\u{1B}\\[31mred\\\\u{202E} | 0.5 |
        | &lt;b&gt;\\*bold\\*&lt;/b&gt; &amp;amp; | one; two |

        """)
  }
}

struct `Rows as JSON` {
  @Test func `are one object each, keyed by column`() throws {
    let object = try #require(hostile.objects.first)
    #expect(object.text == #"{"name":"王毅","count":2}"#)
  }
}
