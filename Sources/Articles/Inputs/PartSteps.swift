/// Cuts one part after the other out of what it reads, and may come upon a fault.
protocol PartSteps: AnyObject {
  /// The next part; nil at the end.
  ///
  /// - Throws: what is wrong; nothing can be cut after it.
  func step() throws -> ArticleParts.Element?

  /// Where a fault that `step` throws lies.
  var place: String { get }
}

/// The parts that steps give, up to their end or their first fault, and a refusal where there are none at all.
final class SteppedSource: PartSource {
  private let steps: any PartSteps
  private let place: String
  private let nothing: String
  private var isOver = false
  private var hasParts = false

  /// The parts of an input at `place`; without any it is told that it `nothing`: "holds no files".
  init(_ steps: any PartSteps, at place: String, without nothing: String) {
    self.steps = steps
    self.place = place
    self.nothing = nothing
  }

  func next() -> ArticleParts.Element? {
    guard !isOver else { return nil }
    do {
      if let part = try steps.step() {
        hasParts = true
        return part
      }
    } catch {
      isOver = true
      return .init(Refusal(error, at: steps.place), at: steps.place)
    }
    isOver = true
    return hasParts ? nil : .init(Refusal(.empty, "\(place) \(nothing)"), at: place)
  }
}
