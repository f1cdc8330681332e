/// The mark of an event: its form tells the status, its length the precision of the date.
struct TimelineMark {
  /// How large marks are: small among more than so many.
  enum Scale {
    case few, many

    var size: Double { self == .many ? 5 : 10 }
    var barHeight: Double { self == .many ? 4 : 8 }
    var lineWidth: Double { self == .many ? 0.6 : 1.6 }
  }

  static let mostLarge = 150

  /// The mark around `place`, as long as `length` if the date is no single day.
  static func shapes(
    _ status: NetworkDiagram.Edge.Status, _ precision: TimelineDiagram.Event.Precision,
    at place: Point, length: Double, tone: Tone, scale: Scale = .few
  ) -> [Drawing.Shape] {
    let isBar = precision != .day
    let size = scale.size
    let box = Box(
      center: place, width: isBar ? max(length, size) : size, height: isBar ? scale.barHeight : size
    )
    let ink = status == .held ? tone : NetworkDiagram.tone(of: status)
    let isVague = precision == .month || precision == .year
    let dash: Drawing.Line.Dash = isVague ? .dashed : .solid
    let line = Drawing.Line(tone: ink, width: scale.lineWidth, dash: dash)
    let radius = isBar ? scale.barHeight / 2 : status == .declined ? 0 : size / 2
    let isFilled = status == .held && !isVague
    var shapes = [
      Drawing.Shape.box(box, radius: radius, fill: isFilled ? ink : .paper, line: line)
    ]
    if status == .cancelled {
      let reach = size * 0.26
      for side in [1.0, -1] {
        let (a, b) = (
          Point(place.x - reach, place.y - reach * side),
          Point(place.x + reach, place.y + reach * side)
        )
        shapes.append(.curve([a, a, b, b], Drawing.Line(tone: ink, width: scale.lineWidth)))
      }
    }
    return shapes
  }

  /// What the marks of a timeline mean.
  static func legend(for events: [TimelineDiagram.Event]) -> [LegendEntry] {
    var entries = NetworkDiagram.Edge.Status.allCases.filter { status in
      events.contains { $0.status == status }
    }.map { status in
      LegendEntry(
        text: status == .held ? "met" : status.rawValue,
        sample: .shapes(
          shapes(status, .day, at: Point(5, 0), length: 0, tone: .held)))
    }
    if events.contains(where: { $0.precision == .span }) {
      entries.append(
        LegendEntry(
          text: "over several days",
          sample: .shapes(shapes(.held, .span, at: Point(11, 0), length: 22, tone: .held))))
    }
    if events.contains(where: { $0.precision == .month || $0.precision == .year }) {
      entries.append(
        LegendEntry(
          text: "some day in this time",
          sample: .shapes(shapes(.held, .month, at: Point(11, 0), length: 22, tone: .held))))
    }
    return entries
  }
}

extension NetworkDiagram {
  /// The colour of what came of a contact.
  static func tone(of status: Edge.Status) -> Tone {
    switch status {
    case .held: .held
    case .planned: .planned
    case .cancelled: .cancelled
    case .declined: .declined
    }
  }
}
