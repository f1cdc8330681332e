// How to say what functions of other languages do.

enum FunctionHelp {
  /// What to write instead of a function that Cypher or memcon lacks; nil where nothing is known of it.
  static func advice(for name: String) -> String? {
    let name = name.lowercased()
    if let known = advice[name] { return known }
    guard name.hasPrefix("apoc.") || name.hasPrefix("gds.") else { return nil }
    return
      "apoc and gds are extensions of Neo4j; list comprehensions, reduce, pattern comprehensions and "
      + "CALL { … } say most of what they do"
  }

  private static let parts =
    "the parts of a date are properties: m.date.year, m.date.month, m.date.day"
  private static let size = "write size(x)"
  private static let coalesce = "write coalesce(x, other)"
  private static let gathered =
    "write reduce(text = '', x IN collect(p.name) | text + x + ', ')"
  private static let first = "write head(collect(x))"
  private static let convert =
    "write toString(x), toInteger(x), toFloat(x), toBoolean(x) or date(x)"
  private static let regex = "write x =~ 'regular expression', which has to match the whole text"

  private static let advice: [String: String] = [
    "year": parts, "month": parts, "day": parts, "extract": parts, "date_part": parts,
    "strftime": parts, "datediff": "write duration.inDays(from, to).days",
    "now": "write datetime() or date()", "current_timestamp": "write datetime()",
    "getdate": "write date()", "today": "write date()", "curdate": "write date()",
    "len": size, "strlen": size, "cardinality": size, "array_length": size,
    "substr": "write substring(text, start, length), which counts from 0",
    "ifnull": coalesce, "isnull": "write x IS NULL", "nvl": coalesce, "if": "write CASE WHEN",
    "iif": "write CASE WHEN condition THEN value ELSE other END",
    "concat": "write a + b", "concat_ws": "write a + ' ' + b", "join": gathered,
    "group_concat": gathered, "string_agg": gathered, "listagg": gathered,
    "string_join": gathered, "array_agg": "write collect(x)", "any_value": first,
    "count_distinct": "write count(DISTINCT x)", "median": "write percentileCont(x, 0.5)",
    "average": "write avg(x)", "mean": "write avg(x)", "variance": "write stDev(x) ^ 2",
    "cast": convert, "convert": convert, "str": "write toString(x)", "int": "write toInteger(x)",
    "lcase": "write toLower(x)", "ucase": "write toUpper(x)", "power": "write x ^ y",
    "pow": "write x ^ y", "mod": "write x % y", "instr": "write x CONTAINS y",
    "position": "write x CONTAINS y", "indexof": "write x CONTAINS y",
    "contains": "write x CONTAINS y", "startswith": "write x STARTS WITH y",
    "endswith": "write x ENDS WITH y", "regexp": regex, "regexp_like": regex, "matches": regex,
    "like": "write x CONTAINS 'part'", "unnest": "write UNWIND list AS x",
    "row_number": "order the rows and take them with SKIP and LIMIT",
    "point": "places have lat and lon as properties",
    "distance": "places have lat and lon as properties",
  ]
}
