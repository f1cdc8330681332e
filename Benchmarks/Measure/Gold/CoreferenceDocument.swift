import Diagnostics

/// A document of a treebank whose words carry the mentions of people and which of them are one, as
/// GUM has them in the column MISC (format in its `# global.Entity`).
struct CoreferenceDocument {
  let id: String
  let genre: String
  /// The sentences, paragraphs set apart by an empty line.
  private(set) var text = ""
  /// Mentions of people, those that end first before others.
  private(set) var mentions: [Mention] = []

  /// One mention of the entity with number `entity`. Ranges count Unicode scalars of the text.
  struct Mention {
    var entity: String
    var range: Range<Int>
    var words: [String]
  }

  /// The documents of the CoNLL-U file at `path`, in its order.
  static func all(at path: String) throws(Diagnostic) -> [CoreferenceDocument] {
    var documents: [CoreferenceDocument] = []
    var builder: Builder?
    for line in try measure.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("# newdoc id = ") {
        if let builder { documents.append(builder.document) }
        builder = Builder(id: String(line.dropFirst("# newdoc id = ".count)))
      } else if line.hasPrefix("# newpar") {
        builder?.breakParagraph()
      } else if line.hasPrefix("#") {
        continue
      } else if line.isEmpty {
        builder?.endSentence()
      } else {
        builder?.add(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
      }
    }
    if let builder { documents.append(builder.document) }
    return documents
  }

  private init(id: String) {
    self.id = id
    genre = String(id.split(separator: "_").dropFirst().first ?? "")
  }

  /// Puts a document together from its lines.
  private struct Builder {
    var document: CoreferenceDocument
    private var length = 0
    private var open: [(entity: String, isPerson: Bool, start: Int, words: [String])] = []
    private var isGlued = true

    init(id: String) { document = CoreferenceDocument(id: id) }

    mutating func breakParagraph() {
      if length > 0 { append("\n\n") }
      isGlued = true
    }

    mutating func endSentence() { open = [] }

    mutating func add(_ columns: [String]) {
      guard columns.count == 10 else { return }
      if columns[0].contains("-") {
        return
      }
      if !isGlued { append(" ") }
      let start = length
      append(columns[1])
      let attributes = columns[9].split(separator: "|")
      isGlued = attributes.contains("SpaceAfter=No")
      let marks = attributes.first { $0.hasPrefix("Entity=") }?.dropFirst("Entity=".count) ?? ""
      for index in open.indices { open[index].words.append(columns[1]) }
      read(marks, of: columns[1], at: start)
    }

    /// Reads `(1-person-new(2-place-…)1)`: mentions that open and close at a word.
    private mutating func read(_ marks: Substring, of word: String, at start: Int) {
      var rest = marks
      while let first = rest.first {
        if first == "(" {
          rest = rest.dropFirst()
          let body = rest.prefix { $0 != "(" && $0 != ")" }
          rest = rest.dropFirst(body.count)
          let fields = body.split(separator: "-")
          let entity = String(fields.first ?? "")
          open.append((entity, fields.dropFirst().first == "person", start, [word]))
          if rest.first == ")" {
            rest = rest.dropFirst()
            close(entity)
          }
        } else {
          let entity = rest.prefix { $0 != ")" && $0 != "(" }
          rest = rest.dropFirst(entity.count)
          if rest.first == ")" { rest = rest.dropFirst() }
          close(String(entity))
        }
      }
    }

    private mutating func close(_ entity: String) {
      guard let index = open.lastIndex(where: { $0.entity == entity }) else { return }
      let mention = open.remove(at: index)
      guard mention.isPerson else { return }
      document.mentions.append(
        Mention(entity: entity, range: mention.start..<length, words: mention.words))
    }

    private mutating func append(_ piece: String) {
      document.text += piece
      length += piece.unicodeScalars.count
    }
  }
}
