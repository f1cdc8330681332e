/// How fast a batch is, and how long it will take: `512 articles/s, 1:40 left`.
struct Pace {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant?
  /// How many bytes there are in all; nil where that can't be told.
  private let byteCount: Int?
  private var position = 0
  private var items = 0

  /// A batch of files that hold `byteCount` bytes, packed or not, which starts now.
  init(byteCount: Int?) {
    start = clock.now
    self.byteCount = byteCount
  }

  /// Counts an item, before whose end `position` bytes of the files were read.
  ///
  /// - Returns: whether it is time to show how things stand; a terminal is written to a few times a second at most.
  mutating func add(position: Int) -> Bool {
    items += 1
    self.position = position
    let now = clock.now
    if let shown, now - shown < .milliseconds(200) { return false }
    shown = now
    return true
  }

  /// What to show after `elapsed`, or after the time since the start.
  func text(after elapsed: Duration? = nil) -> String? {
    let elapsed = elapsed ?? clock.now - start
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    guard seconds > 0.5, items > 0 else { return nil }
    let rate = Double(items) / seconds
    let text = "\(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))") articles/s"
    guard let byteCount, position > 0, position <= byteCount else { return text }
    let left = Int((Double(byteCount - position) / Double(position) * seconds).rounded(.up))
    return "\(text), \(clockTime(left)) left"
  }
}

/// `0:05`, `12:40`, `1:02:03`.
private func clockTime(_ seconds: Int) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
  return hours > 0
    ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
}
