import JSON

/// A drawing for designers and programs: what is drawn, with its data, and where.
enum JSONWriter {
  /// The drawing as one object, ending in a newline. Lengths are points from the upper left corner.
  static func document(of drawing: Drawing) -> String {
    func all(_ kind: Drawing.Element.Kind) -> JSONValue {
      .array(drawing.elements.filter { $0.kind == kind }.map(object))
    }
    let value: JSONValue = [
      "title": .string(displayable(drawing.title)),
      "description": .string(displayable(drawing.description)),
      "width": number(drawing.width), "height": number(drawing.height),
      "groups": all(.group), "lanes": all(.lane), "nodes": all(.node), "edges": all(.edge),
      "labels": all(.label), "notes": all(.note),
      "caption": .array(
        drawing.elements.filter { $0.kind == .caption }.flatMap { texts(of: $0) }
          .map(JSONValue.string)),
    ]
    return value.indentedText + "\n"
  }

  private static func object(_ element: Drawing.Element) -> JSONValue {
    var members = element.data.map { JSONValue.Member($0.name, value(of: $0)) }
    if let box = element.shapes.lazy.compactMap({ shape -> Box? in
      if case .box(let box, radius: _, fill: _, line: _) = shape { box } else { nil }
    }).first {
      members += [
        .init("x", number(box.x)), .init("y", number(box.y)), .init("width", number(box.width)),
        .init("height", number(box.height)),
      ]
    }
    let curves = element.shapes.compactMap { shape -> JSONValue? in
      guard case .curve(let points, _) = shape else { return nil }
      return .array(points.map { .array([number($0.x), number($0.y)]) })
    }
    if !curves.isEmpty { members.append(.init("curves", .array(curves))) }
    let texts = texts(of: element)
    if !texts.isEmpty { members.append(.init("text", .array(texts.map(JSONValue.string)))) }
    if let tooltip = element.tooltip {
      members.append(.init("tooltip", .string(displayable(tooltip))))
    }
    if let link = element.link { members.append(.init("link", .string(displayable(link)))) }
    if let address = element.address.flatMap(webAddress) {
      members.append(.init("url", .string(address)))
    }
    return .object(members)
  }

  private static func texts(of element: Drawing.Element) -> [String] {
    element.shapes.compactMap { shape in
      if case .text(let text, at: _, anchor: _, _, _) = shape { text } else { nil }
    }
  }

  /// Numbers as such, all else as text.
  private static func value(of attribute: Drawing.DataAttribute) -> JSONValue {
    if ["count", "number", "note"].contains(attribute.name), let whole = Int(attribute.value) {
      return .integer(whole)
    }
    return .string(displayable(attribute.value))
  }

  private static func number(_ value: Double) -> JSONValue {
    .number((value * 100).rounded() / 100)
  }
}
