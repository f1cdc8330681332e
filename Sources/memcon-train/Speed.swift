import Glibc
import Language

/// How many words a second the models read, on one thread.
struct Speed: CustomStringConvertible {
  private let tagged: Int
  private let parsed: Int
  private let split: Int

  /// Measures the models on the words of these sentences.
  init(_ sentences: [GoldSentence], _ tagger: Tagger, _ parser: Parser) {
    let texts = sentences.map { $0.words.map { Array($0.unicodeScalars) } }
    let words = sentences.reduce(0) { $0 + $1.count }
    let workspace = ModelWorkspace()
    var tags: [[Tag]] = []
    let tagging = Self.seconds {
      for text in texts {
        tags.append(
          tagger.tag(
            text.map { word in word.withUnsafeBufferPointer { tagger.traits($0) } }, in: workspace))
      }
    }
    let inputs = zip(texts, tags).map { text, tags in
      ParserInput(
        words: text.map { word in
          ParserInput.Word(word.withUnsafeBufferPointer { tagger.traits($0) })
        }, tags: tags)
    }
    let parsing = Self.seconds { _ = parser.parse(inputs, in: workspace) }
    let text = sentences.map { $0.words.joined(separator: " ") }.joined(separator: " ")
    var tokens = 0
    let splitting = Self.seconds { tokens = Document(text).tokens.count }
    split = Int(Double(tokens) / splitting)
    tagged = Int(Double(words) / tagging)
    parsed = Int(Double(words) / parsing)
  }

  /// The processor's time for some work.
  private static func seconds(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return max(1e-9, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }

  var description: String {
    "tokenizer \(split) words a second, tagger \(tagged), parser \(parsed)"
  }
}
