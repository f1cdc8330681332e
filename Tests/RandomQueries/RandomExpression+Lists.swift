import TestSupport

// Strings and lists.

extension ExpressionMaker {
  mutating func string(_ depth: Int) -> Made {
    switch choice(3) {
    case 0:
      let number = part(.integer, depth)
      return Made(text: "toString(\(number.text))", kind: .string) {
        NaiveValue(number.value($0).number.map { "\($0)" })
      }
    case 1:
      let text = part(.string, depth)
      return Made(text: "toUpper(\(text.text))", kind: .string) {
        NaiveValue(text.value($0).text?.uppercased())
      }
    default:
      let (a, b) = (part(.string, depth), part(.string, depth))
      return Made(text: "(\(a.text) + \(b.text))", kind: .string) {
        guard let x = a.value($0).text, let y = b.value($0).text else { return .null }
        return .string(x + y)
      }
    }
  }

  mutating func list(_ depth: Int) -> Made {
    let list = part(.list, depth)
    switch choice(4) {
    case 0:
      let other = part(.list, depth)
      return Made(text: "(\(list.text) + \(other.text))", kind: .list) {
        guard let x = list.value($0).elements, let y = other.value($0).elements else {
          return .null
        }
        return .list(x + y)
      }
    case 1:
      let limit = part(.integer, depth)
      return Made(text: "[x IN \(list.text) WHERE x > \(limit.text) | x + 1]", kind: .list) { row in
        guard let elements = list.value(row).elements else { return .null }
        let kept = elements.compactMap { element -> Int64? in
          guard let x = element.number, let y = limit.value(row).number, x > y else { return nil }
          return x + 1
        }
        return .list(kept.map { .integer($0) })
      }
    case 2:
      return Made(text: "tail(\(list.text))", kind: .list) {
        NaiveValue(list.value($0).elements.map { Array($0.dropFirst()) })
      }
    default:
      let (first, last) = (choice(3), choice(4))
      return Made(text: "\(list.text)[\(first)..\(last)]", kind: .list) {
        NaiveValue(
          list.value($0).elements.map { Array($0.prefix(last).dropFirst(first)) })
      }
    }
  }
}
