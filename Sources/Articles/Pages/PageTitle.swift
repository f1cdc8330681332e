import Markup

/// Finds the headline of a page.
enum PageTitle {
  /// The heading that the metadata name too, else what they say without the name of the site.
  static func best(in tree: MarkupTree, headline: String?, meta: MetaElements) -> String? {
    let site = meta.first(["og:site_name", "application-name"])
    let element = tree.descendants(named: "title").lazy.map { oneLine(tree.text(of: $0)) }
      .first { !$0.isEmpty }
    let stated = [
      headline.map(oneLine), meta.first(["og:title", "twitter:title", "dc.title"]), element,
    ].compactMap(\.self)
    let headings = ["h1", "h2"].map { name in
      tree.descendants(named: name).map { oneLine(tree.text(of: $0)) }.filter { !$0.isEmpty }
    }
    for heading in headings.joined() where heading.utf8.count >= 12 || headings[0].count == 1 {
      let letters = letters(of: heading)
      if !letters.isEmpty, stated.contains(where: { Self.letters(of: $0).starts(with: letters) }) {
        return heading
      }
    }
    if let stated = stated.first {
      let bare = withoutSite(stated, site: site)
      if headings[0].count == 1, Self.letters(of: bare).count < 12 { return headings[0][0] }
      return bare
    }
    return headings[0].first
  }

  /// Letters and digits in small, by which two headlines are compared.
  static func letters(of text: String) -> [UInt8] {
    text.smallBytes.filter {
      $0 >= 0x80 || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
  }

  /// "Talks in Vienna | The Example Times" without its last part, if that is short or the site's name.
  private static func withoutSite(_ title: String, site: String?) -> String {
    for separator in [" | ", " — ", " – ", " - ", " :: ", " • ", " · ", " « "] {
      // Looking for a byte first is much quicker than looking for words.
      guard let mark = separator.utf8.dropFirst().first, title.utf8.contains(mark) else { continue }
      let parts = title.split(separator: separator)
      guard parts.count > 1, let last = parts.last else { continue }
      let rest = parts.dropLast().joined(separator: separator)
      let isSite = site.map { letters(of: $0) == letters(of: String(last)) } ?? false
      if isSite || last.split(separator: " ").count <= 4 && rest.split(separator: " ").count >= 3 {
        return rest
      }
    }
    return title
  }
}
