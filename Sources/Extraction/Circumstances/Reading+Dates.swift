import Diplomacy
import Language

extension Reading {
  /// The indices of the dates that start in `tokens`, found by halving.
  func dateIndices(in tokens: Range<Int>) -> Range<Int> {
    firstDate(from: tokens.lowerBound)..<firstDate(from: tokens.upperBound)
  }

  private func firstDate(from token: Int) -> Int {
    let low = (0..<dates.count).partitioningIndex { dates[$0].tokens.lowerBound >= token }
    return low
  }

  /// The date that starts at `token`.
  func date(startingAt token: Int) -> DateExpression? {
    let index = firstDate(from: token)
    guard index < dates.count, dates[index].tokens.lowerBound == token else { return nil }
    return dates[index]
  }

  /// Whether `token` belongs to a date.
  func isDate(_ token: Int) -> Bool {
    let index = firstDate(from: token + 1)
    return index > 0 && dates[index - 1].tokens.contains(token)
  }
}
