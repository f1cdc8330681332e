import Diagnostics
import Diplomacy
import JSON

/// A document of the corpus re3d (Dstl, 2017) with its annotation of people, as `measure re3d`
/// reads it.
struct Re3dDocument {
  let id: String
  let text: String
  /// The distinct named people.
  let people: [NamedIndividual]
  /// Pairs of `people` that the relation `CommWith` joins, the smaller index first, each once.
  let contacts: [[Int]]

  /// All documents of `folder`, in the order of its file.
  static func all(in folder: String) throws -> [Re3dDocument] {
    let entities = Dictionary(grouping: try rows(of: "\(folder)/entities.jsonl")) {
      $0["documentId"]?.stringValue ?? ""
    }
    let relations = Dictionary(grouping: try rows(of: "\(folder)/relations.jsonl")) {
      $0["documentId"]?.stringValue ?? ""
    }
    return try rows(of: "\(folder)/documents.jsonl").map { row in
      let id = row["_id"]?.stringValue ?? ""
      return Re3dDocument(
        id: id, text: row["text"]?.stringValue ?? "", entities: entities[id, default: []],
        relations: relations[id, default: []])
    }
  }

  private init(id: String, text: String, entities: [JSONValue], relations: [JSONValue]) {
    self.id = id
    self.text = text
    let spans = entities.compactMap(Re3dSpan.init)
    let named = spans.compactMap { span -> (Re3dSpan, NameKey)? in
      guard span.type == "Person", !spans.contains(where: { $0.overrides(span) }) else {
        return nil
      }
      return span.name.map { (span, NameKey($0)) }
    }
    let people = NamedIndividual.cluster(named.map(\.1))
    self.people = people
    let personOfSpan = Dictionary(
      named.map { span, key in (span.range, people.firstIndex { $0.forms.contains(key) }) },
      uniquingKeysWith: { first, _ in first })
    let pairs = relations.filter { $0["type"] == "CommWith" }.compactMap { relation -> [Int]? in
      let ends = ["source", "target"].compactMap { side -> Int? in
        guard let start = relation["\(side)Begin"]?.integerValue,
          let end = relation["\(side)End"]?.integerValue
        else { return nil }
        return personOfSpan[[start, end]] ?? nil
      }
      return ends.count == 2 && ends[0] != ends[1] ? ends.sorted() : nil
    }
    contacts = Set(pairs).sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// A stretch of text that an annotator marked.
private struct Re3dSpan {
  let range: [Int]
  let type: String
  let value: String
  let confidence: Double

  init?(_ row: JSONValue) {
    guard let begin = row["begin"]?.integerValue, let end = row["end"]?.integerValue,
      let type = row["type"]?.stringValue, let value = row["value"]?.stringValue
    else { return nil }
    range = [begin, end]
    self.type = type
    self.value = value
    switch row["confidence"] {
    case .integer(let number): confidence = Double(number)
    case .number(let number): confidence = number
    default: confidence = 0
    }
  }

  /// Entities may come twice with another type, or lie in a longer one of another type; the surer
  /// one counts: "Asad" is nobody in "Ayn al-Asad".
  func overrides(_ other: Re3dSpan) -> Bool {
    range[0] <= other.range[0] && other.range[1] <= range[1] && type != other.type
      && confidence > other.confidence
  }

  /// The name at the end of the words, without what stands before it; nil for a pronoun, a
  /// description or a group.
  ///
  /// An annotator's person includes the title ("Iraqi President Fuad Masum"), so words are taken
  /// from the end up to the first that cannot belong to a name. What is left is none if it is a
  /// place, a month, or nothing but title words.
  var name: String? {
    let words = value.split { $0.isWhitespace || $0 == "\u{200E}" || $0 == "," }
    var name: [Substring] = []
    for word in words.reversed() {
      guard let cut = Self.nameWord(word) else { break }
      name.insert(cut, at: 0)
    }
    let before = words.dropLast(name.count).suffix(2).map { folded(String($0)) }
    let isComplement = Self.prepositions.contains(
      (before.last == "the" ? before.first : before.last) ?? "")
    guard !isComplement else { return nil }
    let phrase = name.joined(separator: " ")
    guard name.contains(where: { $0.first?.isUppercase == true && $0.count > 1 }),
      Countries.lookup(phrase) == nil, Places.lookup(phrase).isEmpty
    else { return nil }
    return phrase
  }

  /// The word without a possessive ending, if it can belong to a name.
  private static func nameWord(_ word: Substring) -> Substring? {
    var word = word
    for ending in ["’s", "'s"] where word.hasSuffix(ending) { word = word.dropLast(2) }
    let key = folded(String(word.last == "." ? word.dropLast() : word))
    guard let first = word.first, !key.split(separator: " ").contains(where: isTitle) else {
      return nil
    }
    let isQuoted = first == "'" || first == "\""
    return first.isUppercase || isQuoted || particles.contains(key) || key.hasPrefix("al-")
      ? word : nil
  }

  private static func isTitle(_ word: Substring) -> Bool { titleWords.contains(String(word)) }

  /// What stands after one of these belongs to the title: "Commissioner for Refugees".
  private static let prepositions: Set = ["of", "for", "in", "at", "to"]

  private static let particles: Set = [
    "al", "el", "bin", "ibn", "abu", "de", "la", "van", "von", "der", "al-",
  ]

  /// Words of offices and ranks, and of those beginnings of sentences that are no names.
  private static let titleWords: Set = Set(
    """
    president prime minister secretary foreign defence defense deputy state special advisor adviser \
    ambassador representative high commissioner commander general gen lt lieutenant col colonel \
    staff major maj brig brigadier capt captain commodore admiral adm sgt sergeant spc specialist \
    petty officer chief senior navy army class operator warfare spokesman spokesperson mr mrs ms \
    dr sir king queen prince sheikh office fco uk us u.s un envoy acting director designate battalion \
    he she i me my her his him we they you it the a an one man of for in to central asia middle east \
    command jan january february march april may june july august september october november \
    december monday tuesday wednesday thursday friday saturday sunday plans hero myself
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension JSONValue {
  /// The integer, if this is one.
  var integerValue: Int? {
    guard case .integer(let integer) = self else { return nil }
    return integer
  }
}

/// The objects of a file of JSON Lines.
func rows(of path: String) throws -> [JSONValue] {
  try text(of: path).utf8.split(separator: UInt8(ascii: "\n")).map { try JSONValue(parsing: $0) }
}
