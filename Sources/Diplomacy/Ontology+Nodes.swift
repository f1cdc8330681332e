extension Ontology {
  /// Every kind of node.
  public static let nodes: [NodeType] = [
    NodeType(
      "Person", "an individual, however often mentioned", caption: "name",
      [
        Property("name", .string, "the name as most articles spell it in full"),
        Property("country", .string, "the code of the country the person acts for"),
        Property("aliases", .list, "other names articles use"),
        Property("wikidata", .string, "the identifier in Wikidata, where a register tells it"),
      ]),
    NodeType(
      "Role", "an office or title, whoever holds it", caption: "title",
      [
        Property("title", .string, "the title in the articles' words"),
        Property("office", .string, "the class of the title, such as foreign minister"),
        Property("of", .string, "the code of the country, or the organisation, it belongs to"),
      ]),
    NodeType(
      "Country", "a state, or a body that acts as one", caption: "name",
      [
        Property("code", .string, "ISO 3166-1 alpha-2, or EU, UN, NATO, PS, XK"),
        Property("name", .string, "the English name"),
      ]),
    NodeType(
      "Organization", "any other body", caption: "name",
      [
        Property("name", .string, "the name in the articles' words"),
        Property("acronym", .string, "the name in capitals, where articles use one"),
      ]),
    NodeType(
      "Place", "a city, or a building where no city is told", caption: "name",
      [
        Property("name", .string, "the name in the articles' words"),
        Property("country", .string, "the code of the country it lies in"),
        Property("lat", .float, "degrees north"),
        Property("lon", .float, "degrees east"),
      ]),
    NodeType(
      "Meeting", "one occasion of direct contact, held or not", caption: "title",
      [
        Property("kind", .string, "meeting, call, meal, summit or visit"),
        Property("status", .string, "held, planned, cancelled or declined"),
        Property("date", .date, "the day, or the first of several"),
        Property("until", .date, "the last of several days"),
        Property("precision", .string, "how exact the date is: day, span, month or year"),
        Property("title", .string, "kind and parties in words"),
      ]),
    NodeType(
      "Topic", "what a meeting was about", caption: "name",
      [Property("name", .string, "the topic in the articles' words")]),
    NodeType(
      "Article", "one published text", caption: "title",
      [
        Property("title", .string, "the headline"),
        Property("url", .string, "where it was published"),
        Property("publisher", .string, "who published it"),
        Property("author", .string, "who wrote it"),
        Property("published", .date, "when it was published"),
        Property(
          "publishedSource", .string,
          "what told the day: metadata, text, dateline, url, file, or option"),
      ]),
  ]
}
