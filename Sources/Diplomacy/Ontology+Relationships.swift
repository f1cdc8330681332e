extension Ontology {
  /// Every kind of relationship.
  public static let relationships: [RelationshipType] = [
    RelationshipType(
      "HOLDS", from: ["Person"], to: ["Role"], "who has or had a role",
      [
        Property("since", .date, "the start, where an article tells it"),
        Property("until", .date, "the end, where an article tells it"),
        Property("former", .boolean, "whether the latest article calls it past"),
        Property("firstReported", .date, "publication of the first article that says so"),
        Property("lastReported", .date, "publication of the last article that says so"),
      ]),
    RelationshipType(
      "OF", from: ["Role"], to: ["Country", "Organization"], "what a role belongs to"),
    RelationshipType("REPRESENTS", from: ["Person"], to: ["Country"], "whom a person acts for"),
    RelationshipType(
      "SERVES", from: ["Person"], to: ["Person"], "whose adviser, envoy or spokesperson somebody is"
    ),
    RelationshipType(
      "ATTENDED", from: ["Person"], to: ["Meeting"],
      "who took part, or was to take part: see the meeting's status",
      [Property("as", .string, "the title under which the person took part")]),
    RelationshipType(
      "PARTY_TO", from: ["Country", "Organization"], to: ["Meeting"],
      "for whom people took part, named or not",
      [Property("as", .string, "the group that took part where nobody was named")]),
    RelationshipType(
      "HELD_IN", from: ["Meeting"], to: ["Place", "Country"], "where the meeting took place"),
    RelationshipType("IN", from: ["Place"], to: ["Country"], "where a place lies"),
    RelationshipType("ABOUT", from: ["Meeting"], to: ["Topic"], "what was discussed"),
    RelationshipType(
      "PART_OF", from: ["Meeting"], to: ["Meeting"], "on whose margins a meeting took place"),
    RelationshipType(
      "REPORTS", from: ["Article"], to: ["Meeting"], "which article tells of a meeting",
      [
        Property("quote", .string, "the most telling words"),
        Property("start", .integer, "where they start, in Unicode scalars from zero"),
        Property("end", .integer, "where they end"),
        Property("status", .string, "what became of the meeting, as this article tells it"),
      ]),
    RelationshipType(
      "COPY_OF", from: ["Article"], to: ["Article"],
      "which article prints nearly the text of another, and so reports nothing of its own"),
    RelationshipType(
      "MENTIONS", from: ["Article"], to: ["Person", "Country", "Organization"],
      "whom and what an article speaks of",
      [Property("count", .integer, "how often")]),
    RelationshipType(
      "MET", from: ["Person"], to: ["Person"], isSymmetric: true,
      "who took part in a held meeting together",
      [
        Property("meetings", .integer, "how many"),
        Property("first", .date, "the first that has a date"),
        Property("last", .date, "the last that has a date"),
      ]),
    RelationshipType(
      "CONFERRED_WITH", from: ["Country"], to: ["Country"], isSymmetric: true,
      "who was party to held meetings together, a year each",
      [
        Property("year", .integer, "the year of the meetings; null for those without a date"),
        Property("meetings", .integer, "how many"),
      ]),
  ]
}
