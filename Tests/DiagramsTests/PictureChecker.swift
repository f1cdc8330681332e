@testable import Diagrams

/// Reads a picture in SVG as a strict reader would, and names everything that is wrong with it.
struct PictureChecker {
  let picture: XMLReader
  private(set) var faults: [String] = []
  private let page: (width: Double, height: Double)
  /// How texts of a kind look that have no classes of their own.
  private var usual: [String: (size: Double, anchor: String, fill: String)] = [:]

  init(_ svg: String) throws {
    picture = try XMLReader(svg)
    let root = picture.elements.first?.attributes ?? [:]
    page = (number(root["width"]), number(root["height"]))
    readUsualTexts()
    checkIdentifiers()
    checkLabels()
    checkCanvas()
    for theme in ["light", "dark"] { checkContrast(theme) }
  }

  /// The ids of the parts of a kind, in the order they are drawn.
  func ids(_ kind: String) -> [String] {
    picture.all("g", class: kind).compactMap { $0.attributes["data-id"] }
  }

  /// Reads `.memcon .label,.memcon .note .q{font-size:10px;fill:#1b1e23;fill:var(--memcon-ink,#1b1e23);text-anchor:start}`.
  private mutating func readUsualTexts() {
    for rule in (picture.all("style").first?.text ?? "").split(separator: "\n") {
      let parts = rule.split(separator: "{").map(String.init)
      guard parts.count == 2,
        let size = rule.split(separator: "font-size:").dropFirst().first?.split(separator: "px")
          .first,
        let tone = rule.split(separator: "--memcon-").last?.split(separator: ",").first,
        let anchor = rule.split(separator: "text-anchor:").last?.dropLast()
      else { continue }
      for selector in parts[0].split(separator: ",") {
        let classes = selector.split(separator: " ").map { String($0.dropFirst()) }.dropFirst()
        usual[classes.joined(separator: ".")] = (
          number(String(size)), String(anchor), String(tone)
        )
      }
    }
  }

  /// What is usual for a text where it stands.
  private func usual(
    _ element: XMLReader.Element
  ) -> (size: Double, anchor: String, fill: String)? {
    element.parents.last { picture.elements[$0].name == "g" }
      .flatMap { picture.elements[$0].attributes["class"] }
      .flatMap { kind in
        let own = element.attributes["class"].map { "\(kind).\($0)" } ?? kind
        return usual[own] ?? usual[kind]
      }
  }

  private mutating func checkIdentifiers() {
    var seen: Set<String> = []
    for id in picture.elements.compactMap({ $0.attributes["id"] }) where !seen.insert(id).inserted {
      faults.append("the id \(id) is there twice")
    }
    for link in picture.all("a").compactMap({ $0.attributes["href"] })
    where link.hasPrefix("#note-") && !seen.contains(String(link.dropFirst())) {
      faults.append("\(link) leads nowhere")
    }
  }

  /// No label lies on another, on a card or on a mark, and what is printed in a box fits into it.
  private mutating func checkLabels() {
    let labels = picture.all("rect", within: "label").map(Rectangle.init)
    let nodes = picture.all("rect", within: "node").map(Rectangle.init)
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] + nodes where label.overlaps(other) {
        faults.append("a label at \(label) lies on \(other)")
      }
    }
    for kind in ["label", "node"] {
      for text in picture.all("text", within: kind) {
        guard let parent = text.parents.last(where: { picture.elements[$0].name == "g" }),
          let box = picture.elements.first(where: {
            $0.name == "rect" && $0.parents.contains(parent)
          }).map(Rectangle.init)
        else { continue }
        let line = textBox(text)
        if line.x < box.x - 1 || line.maxX > box.maxX + 1 || line.maxY > box.maxY + 1 {
          faults.append("“\(text.text.prefix(40))” does not fit into its box")
        }
      }
    }
  }

  private mutating func checkCanvas() {
    for rect in picture.all("rect").map(Rectangle.init) where !isOnPage(rect) {
      faults.append("a box at \(rect) leaves the page")
    }
    for text in picture.all("text") where !isOnPage(textBox(text)) {
      faults.append("“\(text.text.prefix(40))” leaves the page")
    }
    for path in picture.all("path") {
      let numbers = (path.attributes["d"] ?? "")
        .split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
      for (index, value) in numbers.enumerated() {
        let most = index % 2 == 0 ? page.width : page.height
        if value < -1 || value > most + 1 { faults.append("a line leaves the page at \(value)") }
      }
    }
  }

  /// WCAG 2 asks for 4.5 : 1 between a text and what is drawn behind it.
  private mutating func checkContrast(_ theme: String) {
    let colors = colors(theme)
    var behind: [(box: Rectangle, color: String)] = []
    for element in picture.elements {
      let fill = (element.attributes["class"] ?? "").split(separator: " ")
        .first { $0.hasPrefix("f-") }.map { String($0.dropFirst(2)) }
      guard
        let fill = fill
          ?? (element.name == "text"
            ? usual(element)?.fill : element.name == "rect" ? "paper" : nil),
        fill != "none"
      else { continue }
      guard let color = colors[fill] ?? (element.name == "rect" ? "#ffffff" : nil) else {
        faults.append("\(fill) has no colour")
        continue
      }
      if element.name == "rect" { behind.append((Rectangle(element), color)) }
      guard element.name == "text" else { continue }
      let line = textBox(element)
      let back = behind.last { $0.box.contains(line) }?.color ?? "#ffffff"
      let ratio = contrast(color, back)
      if ratio < 4.5 { faults.append("“\(element.text.prefix(30))” has \(ratio) : 1, \(theme)") }
    }
  }

  /// The colours of a theme by their names: `ink` is `#1b1e23`.
  private func colors(_ theme: String) -> [String: String] {
    let style = picture.all("style").first?.text ?? ""
    var result: [String: String] = [:]
    if theme == "light" {
      for rule in style.split(separator: ".memcon .f-").dropFirst() {
        guard let name = rule.split(separator: "{").first,
          let start = rule.firstRange(of: "fill:#")
        else { continue }
        result[String(name)] = "#" + rule[start.upperBound...].prefix(6)
      }
      for color in style.split(separator: "var(--memcon-").dropFirst() {
        let parts = color.split { ",)".contains($0) }
        if parts.count > 1 { result[String(parts[0])] = String(parts[1]) }
      }
    } else {
      let dark = style.split(separator: "prefers-color-scheme:dark").dropFirst().first ?? ""
      for rule in (dark.split(separator: "@media").first ?? "").split(separator: "--memcon-") {
        let parts = rule.split { ":;}".contains($0) }
        if parts.count > 1 { result[String(parts[0])] = String(parts[1]) }
      }
    }
    return result
  }

  private func isOnPage(_ box: Rectangle) -> Bool {
    box.x >= -0.5 && box.y >= -0.5 && box.maxX <= page.width + 0.5 && box.maxY <= page.height + 0.5
  }

  /// The box of a line of text, with the widths that layouts are reckoned with.
  private func textBox(_ element: XMLReader.Element) -> Rectangle {
    let classes = (element.attributes["class"] ?? "").split(separator: " ")
    let size =
      classes.first { $0.hasPrefix("t") }
      .flatMap { Double($0.dropFirst().replacing("_", with: ".")) } ?? usual(element)?.size ?? 0
    let style = TextStyle(size: size, isBold: classes.contains("b") || classes.contains("n"))
    let width = style.width(of: element.text)
    let x = number(element.attributes["x"])
    let anchors = ["l": "start", "m": "middle", "e": "end"]
    let anchor =
      classes.lazy.compactMap { anchors[String($0)] }.first ?? usual(element)?.anchor ?? "start"
    let left = anchor == "middle" ? x - width / 2 : anchor == "end" ? x - width : x
    let baseline = number(element.attributes["y"])
    return Rectangle(
      x: left, y: baseline - size * 0.75, maxX: left + width, maxY: baseline + size * 0.2)
  }
}

struct Rectangle {
  let x, y, maxX, maxY: Double

  init(x: Double, y: Double, maxX: Double, maxY: Double) {
    (self.x, self.y, self.maxX, self.maxY) = (x, y, maxX, maxY)
  }

  init(_ element: XMLReader.Element) {
    x = number(element.attributes["x"] ?? "0")
    y = number(element.attributes["y"] ?? "0")
    maxX = x + number(element.attributes["width"])
    maxY = y + number(element.attributes["height"])
  }

  func overlaps(_ other: Rectangle) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  func contains(_ other: Rectangle) -> Bool {
    other.x > x - 1 && other.maxX < maxX + 1 && other.y > y - 2 && other.maxY < maxY + 2
  }
}

func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? .nan }
