/// Puts a timeline on a page.
struct TimelineComposition {
  private let timeline: TimelineDiagram
  private let laneIndex: [String: Int]
  /// The numbers of the groups' hues by their ids.
  private let hues: [String: Int]
  private let events: [TimelineDiagram.Event]
  private let axis: TimeAxis
  private let rows: TimelineRows

  private static let name = TextStyle(size: 12, isBold: true)
  private static let detail = TextStyle(size: 10)
  private static let small = TextStyle(size: 9.5)
  private static let widestName = 170.0

  init(of timeline: TimelineDiagram) {
    let index = Dictionary(
      timeline.lanes.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.timeline = timeline
    laneIndex = index
    let ids = Set(timeline.groups.map(\.id)).sorted()
    let sizes = ids.map { id in timeline.lanes.count { $0.group == id } }
    let numbers = GroupHues.hues(ofThoseInUse: ids, sizes: sizes)
    hues = Dictionary(zip(ids, numbers), uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    events = timeline.events
      .filter { $0.lanes.contains { index[$0] != nil } && seen.insert($0.id).inserted }
      .sorted { ($0.first, $0.last, $0.id) < ($1.first, $1.last, $1.id) }
    let first = events.map(\.first).min() ?? 0
    let last = events.map(\.last).max() ?? 0
    let rest = max((last - first) / 40, 1)
    // Wider where much happened, so that marks need not be stacked high.
    var width = 720.0
    var axis = TimelineComposition.axis((first - rest)...(last + rest), width)
    var rows = TimelineRows(of: events, lanes: index, on: axis)
    while rows.mostInLane > 3, width + 240 <= 1440 {
      width += 240
      axis = TimelineComposition.axis((first - rest)...(last + rest), width)
      rows = TimelineRows(of: events, lanes: index, on: axis)
    }
    self.axis = axis
    self.rows = rows
  }

  private static func axis(_ days: ClosedRange<Int>, _ width: Double) -> TimeAxis {
    TimeAxis(days: days, left: widestName + 26, width: width)
  }

  /// The picture.
  var drawing: Drawing {
    var placer = LabelPlacer(cards: rows.boxes + names.map { $0.grown(by: 2) })
    placer.avoid(events.indices.map { rows.connector(of: $0) })
    let tickLabels = axis.ticks.map { tick in
      let box = Box(tick.x + 2, -20, TimelineComposition.small.width(of: tick.label) + 4, 13)
      return (tick, box)
    }
    for (_, box) in tickLabels { placer.block(box) }
    var body = [axisElement(tickLabels)]
    if isThreaded {
      body.append(.init(kind: .axis, shapes: events.indices.compactMap(connector)))
    }
    body += timeline.lanes.enumerated().filter { laneIndex[$0.element.id] == $0.offset }
      .map { lane($0.element, $0.offset) }
    body += events.indices.map(mark)
    let numbers = timeline.text.noteNumbers
    body += events.indices.compactMap { label(for: $0, numbers[events[$0].id], &placer) }
    var text = timeline.text
    if rows.isCrowded {
      text.caption.append("Where a lane has more meetings than room, marks lie on each other.")
    }
    return Page(
      text: text, words: words, body: body,
      legend: TimelineMark.legend(for: events)
    ).drawing
  }

  private var words: String {
    let spoken = events.prefix(100).map {
      $0.tooltip.hasSuffix(".") ? $0.tooltip : $0.tooltip + "."
    }
    let rest = events.count > 100 ? ["And \(events.count - 100) more."] : []
    return ([timeline.text.subtitle] + spoken + rest + timeline.text.caption)
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func tone(of lane: Int) -> Tone {
    timeline.lanes[lane].group.flatMap { hues[$0] }.map { .group($0) } ?? .held
  }
}

// MARK: - Parts

extension TimelineComposition {
  /// Where the names of the lanes stand.
  private var names: [Box] {
    timeline.lanes.indices.map { lane in
      Box(0, rows.top(of: lane), TimelineComposition.widestName, rows.height(of: lane))
    }
  }

  private func axisElement(_ ticks: [(TimeAxis.Tick, Box)]) -> Drawing.Element {
    var element = Drawing.Element(kind: .axis)
    for (tick, box) in ticks {
      let (top, end) = (Point(tick.x, -20), Point(tick.x, rows.bottom))
      element.shapes += [
        .curve([top, top, end, end], Drawing.Line(tone: .faint, width: 0.8)),
        .text(
          tick.label, at: Point(box.x + 2, -10), anchor: .start, TimelineComposition.small, .muted),
      ]
    }
    return element
  }

  private func lane(_ lane: NetworkDiagram.Node, _ index: Int) -> Drawing.Element {
    let (top, height) = (rows.top(of: index), rows.height(of: index))
    let middle = top + height / 2
    let (start, end) = (Point(0, top), Point(axis.left + axis.width, top))
    var shapes: [Drawing.Shape] = [
      .curve([start, start, end, end], Drawing.Line(tone: .faint, width: 0.8)),
      .box(
        Box(0, top + 7, 4, height - 14), radius: 2, fill: tone(of: index),
        line: nil),
    ]
    let width = TimelineComposition.widestName - 16
    let name = TimelineComposition.name.wrapped(displayable(lane.name), width: width, limit: 2)
    let country = timeline.groups.first { $0.id == lane.group }.map { $0.shortLabel ?? $0.label }
    let under = [lane.roles.first, lane.id == lane.group ? nil : country].compactMap { $0 }
    // A long role is cut, not the country behind it.
    let small = TimelineComposition.detail
    let rest = under.count > 1 ? ", " + displayable(under[1]) : ""
    let detail = small.wrapped(
      displayable(under.first ?? ""), width: width - small.width(of: rest), limit: 1
    ).map { $0 + rest }
    var baseline = middle - Double(detail.count + name.count - 1) * 7 + 4.5
    for line in name {
      shapes.append(
        .text(line, at: Point(12, baseline), anchor: .start, TimelineComposition.name, .ink))
      baseline += 14
    }
    for line in detail {
      shapes.append(
        .text(line, at: Point(12, baseline), anchor: .start, TimelineComposition.detail, .muted))
    }
    var data = [Drawing.DataAttribute(name: "id", value: lane.id)]
    if let group = lane.group { data.append(.init(name: "group", value: group)) }
    return Drawing.Element(
      kind: .lane, id: elementID("lane", lane.id), data: data,
      tooltip: ([lane.name] + under).joined(separator: ", "), link: lane.link,
      shapes: shapes)
  }

  /// Whether so many lines lead from lane to lane that they are drawn pale and behind all marks, which
  /// they would cover.
  private var isThreaded: Bool { rows.scale == .many }

  /// The line between the lanes of a meeting.
  private func connector(of index: Int) -> Drawing.Shape? {
    let ends = rows.connector(of: index)
    guard ends.count > 1, let top = ends.first, let end = ends.last else { return nil }
    let status = events[index].status
    let line = Drawing.Line(
      tone: isThreaded && status == .held ? .faint : NetworkDiagram.tone(of: status),
      width: isThreaded ? 0.6 : 1.4, dash: status == .held ? .solid : .dashed)
    return .curve([top, top, end, end], line)
  }

  private func mark(_ index: Int) -> Drawing.Element {
    let event = events[index]
    var shapes = isThreaded ? [] : [connector(of: index)].compactMap { $0 }
    for (lane, box) in rows.marks(of: index) {
      shapes += TimelineMark.shapes(
        event.status, event.precision, at: box.center, length: box.width, tone: tone(of: lane),
        scale: rows.scale)
    }
    let number = timeline.text.noteNumbers[event.id]
    return Drawing.Element(
      kind: .node, id: elementID("node", event.id),
      data: [
        .init(name: "id", value: event.id), .init(name: "status", value: event.status.rawValue),
        .init(name: "precision", value: event.precision.rawValue),
        .init(name: "lanes", value: event.lanes.joined(separator: " ")),
      ],
      tooltip: event.tooltip, link: number.map { "note-\($0)" } ?? event.link, shapes: shapes)
  }

  private func label(
    for index: Int, _ number: Int?, _ placer: inout LabelPlacer
  ) -> Drawing.Element? {
    let event = events[index]
    let style = TimelineComposition.small
    let words = [event.label, number.map { "[\($0)]" } ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
    guard let text = style.wrapped(displayable(words), width: 150, limit: 1).first else {
      return nil
    }
    let (width, height) = (style.width(of: text) + 5, 13.0)
    let boxes = rows.marks(of: index).flatMap { _, mark in
      [
        Box(mark.maxX + 2, mark.center.y - height / 2, width, height),
        Box(mark.x - 2 - width, mark.center.y - height / 2, width, height),
        Box(mark.center.x + 2, mark.y - height - 1, width, height),
        Box(mark.center.x + 2, mark.maxY + 1, width, height),
      ].filter { $0.maxX <= axis.left + axis.width && $0.x > axis.left - 20 }
    }
    guard let box = placer.take(boxes, besides: index) else { return nil }
    return Drawing.Element(
      kind: .label, data: [.init(name: "node", value: event.id)],
      link: number.map { "note-\($0)" } ?? event.link,
      shapes: [
        .box(box, radius: 3, fill: .paper, line: nil),
        .text(text, at: style.baseline(in: box), anchor: .middle, style, .ink),
      ])
  }
}
