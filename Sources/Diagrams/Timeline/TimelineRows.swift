/// Where each event's marks lie: in each lane in a row of its own where two would overlap.
struct TimelineRows {
  /// How many rows the fullest lane has.
  private(set) var mostInLane = 1
  /// Whether marks lie on each other, since there was no row left.
  private(set) var isCrowded = false
  private var places: [[(lane: Int, row: Int)]] = []
  private var spans: [(x: Double, width: Double)] = []
  private var rowCounts: [Int]
  private var tops: [Double] = []

  /// How large marks are. Among many they are small and stand on the foot of their lane, so that the pile
  /// shows how much happened when.
  let scale: TimelineMark.Scale
  private var rowHeight: Double { scale == .many ? 6 : 15 }
  /// More rows would make a lane as high as a page.
  private var mostRows: Int { scale == .many ? 24 : 10 }
  /// What is kept free between two marks.
  private var gap: Double { scale == .many ? 1 : 4 }
  private static let leastHeight = 42.0
  /// A mark farther from its day than this would tell another.
  private static let mostShift = 18.0

  /// `events` come in the order of time.
  init(of events: [TimelineDiagram.Event], lanes: [String: Int], on axis: TimeAxis) {
    let count = lanes.count
    scale = events.count > TimelineMark.mostLarge ? .many : .few
    rowCounts = Array(repeating: 1, count: count)
    var ends = Array(repeating: [Double](), count: count)
    var lastConnector = -Double.infinity
    for event in events {
      var x = axis.x(of: event.first)
      var width = scale.size
      if event.precision != .day {
        width = max(Double(event.last - event.first + 1) * axis.dayWidth, scale.size)
        x = axis.edge(of: event.first) + width / 2
      }
      let numbers = Set(event.lanes.compactMap { lanes[$0] }).sorted()
      if numbers.count > 1, scale == .few {
        // Two lines between lanes at one place could not be told apart.
        let free = lastConnector + 6 - (width - scale.size) / 2
        if x + width / 2 - lastConnector < 6, x + width / 2 > lastConnector - 6,
          free - x <= TimelineRows.mostShift
        {
          x = free
        }
        lastConnector = max(lastConnector, x)
      }
      var place: [(lane: Int, row: Int)] = []
      for lane in numbers {
        let start = x - width / 2
        let row = row(in: ends[lane], from: start)
        if row == ends[lane].count {
          ends[lane].append(0)
        } else if ends[lane][row] > start {
          isCrowded = true
        }
        ends[lane][row] = x + width / 2
        place.append((lane, row))
      }
      places.append(place)
      spans.append((x, width))
    }
    var top = 0.0
    for lane in 0..<count {
      rowCounts[lane] = max(ends[lane].count, 1)
      mostInLane = max(mostInLane, rowCounts[lane])
      tops.append(top)
      top += height(of: lane)
    }
    tops.append(top)
  }

  /// The first row that is free from a place on, a new one, or the one that is free soonest.
  private func row(in ends: [Double], from start: Double) -> Int {
    if let free = ends.firstIndex(where: { $0 + gap <= start }) { return free }
    guard ends.count == mostRows else { return ends.count }
    return ends.indices.min { (ends[$0], $0) < (ends[$1], $1) } ?? 0
  }

  var bottom: Double { tops.last ?? 0 }

  func top(of lane: Int) -> Double { tops[lane] }

  func height(of lane: Int) -> Double {
    max(TimelineRows.leastHeight, Double(rowCounts[lane]) * rowHeight + 16)
  }

  /// The box of an event's mark in each of its lanes, from top to bottom.
  func marks(of event: Int) -> [(lane: Int, box: Box)] {
    places[event].map { lane, row in
      let middle = tops[lane] + height(of: lane) / 2
      let y =
        scale == .many
        ? tops[lane + 1] - 8 - (Double(row) + 0.5) * rowHeight
        : middle + (Double(row) - Double(rowCounts[lane] - 1) / 2) * rowHeight
      return (
        lane, Box(center: Point(spans[event].x, y), width: spans[event].width, height: scale.size)
      )
    }
  }

  /// The points from the uppermost mark of an event to the lowest, a few points apart.
  func connector(of event: Int) -> [Point] {
    let marks = marks(of: event)
    guard marks.count > 1, let top = marks.first?.box.center, let end = marks.last?.box.center
    else { return marks.first.map { [$0.box.center] } ?? [] }
    let steps = max(Int((end.y - top.y) / 5), 1)
    return (0...steps).map { between(top, end, Double($0) / Double(steps)) }
  }

  /// The boxes of all marks.
  var boxes: [Box] { places.indices.flatMap { marks(of: $0).map { $0.box.grown(by: 1) } } }
}
