/// A place in a picture to the whole point: half a point more or less is less than the eye sees.
func whole(_ value: Double) -> String { hundredths(value.rounded()) }

/// The place of a small mark, with at most one decimal.
func tenths(_ value: Double) -> String { hundredths((value * 10).rounded() / 10) }

/// A number of points as text with at most two decimals: equal on every machine, and short.
func hundredths(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "0" }
  let scaled = Int((value * 100).rounded())
  let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: 100)
  let sign = scaled < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// A whole number as newspapers print it: `1,240`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  let groups = stride(from: digits.count % 3, to: digits.count, by: 3).map {
    String(digits[$0..<($0 + 3)])
  }
  let first = String(digits.prefix(digits.count % 3))
  return (number < 0 ? "-" : "") + ([first] + groups).filter { !$0.isEmpty }.joined(separator: ",")
}
