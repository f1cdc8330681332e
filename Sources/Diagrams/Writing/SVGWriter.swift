/// A drawing as SVG that needs nothing beside itself: colours for light, dark and print, links,
/// tooltips, and its whole content in words for a screen reader.
struct SVGWriter {
  private var out = ""
  private let usual: UsualTexts

  /// The picture as a document, ending in a newline.
  static func document(of drawing: Drawing, theme: DiagramLook.Theme = .auto) -> String {
    var writer = SVGWriter(usual: UsualTexts(of: drawing))
    writer.addHead(of: drawing, theme)
    for element in drawing.elements { writer.add(element) }
    return writer.out + "</svg>\n"
  }

  /// The one way from any text to XML: as content, and as a value in double quotes.
  static func escaped(_ text: String) -> String {
    let shown = displayable(text)
    guard shown.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return shown }
    return shown.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}

// MARK: - Head

extension SVGWriter {
  private mutating func addHead(of drawing: Drawing, _ theme: DiagramLook.Theme) {
    let (width, height) = (hundredths(drawing.width), hundredths(drawing.height))
    out += """
      <svg xmlns="http://www.w3.org/2000/svg" class="memcon" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" stroke-width="\(hundredths(SVGWriter.usualWidth))" \
      role="img" aria-labelledby="memcon-title memcon-desc">
      <title id="memcon-title">\(SVGWriter.escaped(drawing.title))</title>
      <desc id="memcon-desc">\(SVGWriter.escaped(drawing.description))</desc>
      <style>
      \(StyleSheet.text(for: drawing, theme: theme))</style>
      <rect class="f-paper" width="\(width)" height="\(height)"/>

      """
  }
}

// MARK: - Elements

extension SVGWriter {
  private mutating func add(_ element: Drawing.Element) {
    out += "<g class=\"\(element.kind.rawValue)\""
    if let id = element.id { out += " id=\"\(SVGWriter.escaped(id))\"" }
    for attribute in element.data where !attribute.isTold(by: element) {
      out += " data-\(attribute.name)=\"\(SVGWriter.escaped(attribute.value))\""
    }
    out += ">"
    if let tooltip = element.tooltip { out += "<title>\(SVGWriter.escaped(tooltip))</title>" }
    let link = element.address.flatMap(webAddress) ?? element.link.map { "#" + percentEncoded($0) }
    if let link { out += "<a href=\"\(SVGWriter.escaped(link))\">" }
    for shape in element.shapes { add(shape, element.kind) }
    out += link == nil ? "</g>\n" : "</a></g>\n"
  }

  private mutating func add(_ shape: Drawing.Shape, _ kind: Drawing.Element.Kind) {
    switch shape {
    case .box(let box, let radius, let fill, let line):
      addFrame(of: box)
      if radius > 0 { out += " rx=\"\(hundredths(radius))\"" }
      let filled = fill == .paper ? [] : ["f-\(fill?.name ?? "none")"]
      addClasses(filled + (line.map { ["s-\($0.tone.name)"] } ?? []))
      out += (line.map(stroke) ?? "") + "/>"
    case .curve(let points, let line):
      guard let start = points.first else { return }
      let isStraight = points.count == 4 && points[1] == start && points[2] == points[3]
      let rest = points.dropFirst(isStraight ? 3 : 1).map(pair).joined(separator: " ")
      out += "<path d=\"M\(pair(start))\(isStraight ? "L" : "C")\(rest)\""
      addClasses(line.tone == .held ? [] : ["s-\(line.tone.name)"])
      out += "\(stroke(line))/>"
    case .polygon(let points, let fill):
      let corners = points.map { "\(tenths($0.x)),\(tenths($0.y))" }.joined(separator: " ")
      out += "<polygon points=\"\(corners)\""
      out += " class=\"f-\(fill.name)\"/>"
    case .text(let text, let place, let anchor, let style, let tone):
      out += "<text x=\"\(whole(place.x))\" y=\"\(whole(place.y))\""
      addClasses(usual.classes(of: kind, style, tone, anchor))
      out += ">\(SVGWriter.escaped(text))</text>"
    }
  }

  /// A box to the whole point, but a mark to the tenth: it would lose its shape.
  private mutating func addFrame(of box: Box) {
    let isMark = min(box.width, box.height) < 16
    let (x, y) = isMark ? (box.x, box.y) : (box.x.rounded(), box.y.rounded())
    let width = isMark ? box.width : (box.x + box.width).rounded() - x
    let height = isMark ? box.height : (box.y + box.height).rounded() - y
    out += "<rect x=\"\(tenths(x))\" y=\"\(tenths(y))\""
    out += " width=\"\(tenths(width))\" height=\"\(tenths(height))\""
  }

  /// The width that lines inherit, since most have it. In the style sheet it would overrule the
  /// attributes of the others.
  private static let usualWidth = 1.4

  /// What differs from the usual, which the style sheet says.
  private mutating func addClasses(_ names: [String]) {
    if !names.isEmpty { out += " class=\"\(names.joined(separator: " "))\"" }
  }

  private func stroke(_ line: Drawing.Line) -> String {
    let dash =
      switch line.dash {
      case .solid: ""
      case .dashed: " stroke-dasharray=\"6 6\""
      case .dotted: " stroke-dasharray=\"2 6\""
      }
    let width =
      line.width == SVGWriter.usualWidth ? "" : " stroke-width=\"\(hundredths(line.width))\""
    return width + dash
  }

  private func pair(_ point: Point) -> String { "\(whole(point.x)),\(whole(point.y))" }
}

extension Drawing.DataAttribute {
  /// Whether the `id` of the element says the same: `edge-ID` of a plain `ID`.
  fileprivate func isTold(by element: Drawing.Element) -> Bool {
    name == "id" && element.id == "\(element.kind.rawValue)-\(value)"
  }
}
