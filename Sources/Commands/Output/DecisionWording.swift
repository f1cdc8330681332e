import Record

extension Decision {
  /// What was decided, in words: `volodymyr-zelensky is volodymyr-zelenskyy`.
  var sentence: String {
    let other = object ?? ""
    return switch kind {
    case .merge: "\(subject) is \(other)"
    case .apart: "\(subject) is not \(other)"
    case .reject: "\(subject) is set aside"
    case .split: "some articles on \(subject) are on somebody else"
    case .rename: "\(subject) is called \(detail ?? "")"
    case .register: "a register knows \(subject)"
    }
  }
}
