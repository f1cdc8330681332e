import Language

/// Finds the dates of the text.
struct DateStage {
  func run(_ reading: inout Reading) {
    var dates: [DateExpression] = []
    for sentence in reading.document.sentences {
      let parser = DateParser(reading: reading, limit: sentence.tokens.upperBound)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if let expression = parser.parse(at: index) {
          dates.append(expression)
          index = expression.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    reading.dates = dates
  }
}
