import FoundationEssentials

extension JSONValue {
  /// Reads one JSON text in UTF-8 with Foundation's parser.
  ///
  /// Foundation's decoder does not tell the order of an object's members, so they come sorted by key.
  ///
  /// - Throws: `DecodingError` for anything that is not JSON, nested deeper than 512 levels included.
  public init(parsing bytes: some Sequence<UInt8>) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }
}

extension JSONValue: Decodable {
  /// Decodes any value.
  public init(from decoder: any Decoder) throws {
    // Most are strings; each thing that a value is not costs an error that is thrown.
    if let value = try? decoder.singleValueContainer().decode(String.self) {
      self = .string(value)
      return
    }
    if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
      self = .object(
        try keyed.allKeys.sorted { $0.stringValue < $1.stringValue }
          .map { Member($0.stringValue, try keyed.decode(JSONValue.self, forKey: $0)) })
      return
    }
    if var unkeyed = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !unkeyed.isAtEnd { elements.append(try unkeyed.decode(JSONValue.self)) }
      self = .array(elements)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let value = try? single.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? single.decode(Int.self) {
      self = .integer(value)
    } else {
      self = .number(try single.decode(Double.self))
    }
  }
}

private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
