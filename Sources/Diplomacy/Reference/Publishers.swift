import Lexicons

/// For the readers of which country a newspaper, broadcaster or agency writes, told from its address.
///
/// A newspaper names its own country's ministers without the country: "Minister for Finance Michael
/// Noonan" of an Irish one is Ireland's.
///
///     Publishers.home(ofAddress: "https://www.rte.ie/news/1")   // IE
public enum Publishers {
  /// The country of the publisher at `address`, a page's address or a host; nil where nothing tells it.
  ///
  /// The longest known domain tells, else the ending of a country (`.ie`); endings that are sold to
  /// everybody (`.tv`, `.io`) tell nothing.
  public static func home(ofAddress address: String) -> CountryCode? {
    known.answer(to: host(of: address)) { home(ofHost: $0) }
  }

  /// The country of the national news agency that datelines print as `name` ("KUNA", "Bernama"); nil for any other
  /// name, and for agencies that write for everybody.
  public static func home(ofAgency name: String) -> CountryCode? {
    guard let row = LexiconTable(named: "news_agencies")?.rows(for: name).first, row.count > 1
    else {
      return nil
    }
    return CountryCode(row[1])
  }

  private static let known = Memo<CountryCode?>()

  private static func host(of address: String) -> String {
    if let page = WebAddress(address) { return page.host }
    return String(address.prefix { $0 != "/" && $0 != ":" }).lowercased()
  }

  private static func home(ofHost host: String) -> CountryCode? {
    var domain = host[...]
    while domain.contains(".") {
      if let row = LexiconTable(named: "publishers")?.rows(for: String(domain)).first, row.count > 1
      {
        return CountryCode(row[1])
      }
      domain = domain.drop { $0 != "." }.dropFirst()
    }
    guard host.contains("."), domain.utf8.count == 2, !sold.contains(String(domain)) else {
      return nil
    }
    let code = CountryCode(domain == "uk" ? "GB" : domain.uppercased())
    return Countries[code] == nil ? nil : code
  }

  /// Endings of countries that pages of all countries have.
  private static let sold: Set<String> = [
    "ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "nu", "sh", "st", "to", "tv", "vc", "ws",
  ]
}
