import Markup

/// Tells pages that hold no article by what they are instead.
struct PageVerdict {
  let content: PageContent
  let page: PageFacts
  /// Words of the article.
  let words: Int
  let tree: MarkupTree

  func check(named name: String) throws(Refusal) {
    let title = (page.title ?? "").lowercased()
    if words < 150, Self.errorTitles.contains(where: { title.hasPrefix($0) || title.hasSuffix($0) })
    {
      throw Refusal(
        .errorPage, "\(name) is an error page", notes: ["its title is \"\(page.title ?? "")\""],
        help: ["save the article's own page again"])
    }
    if words < 200, page.isFree == false || endsAtWall {
      throw Refusal(
        .paywall, "\(name) is only the start of an article that one has to pay for",
        help: ["save it where you have access"])
    }
    if words < 60, content.main.linkWords * 2 > content.allWords, content.allWords > 60 {
      throw Refusal(
        .linkList, "\(name) is a list of links and no article",
        help: ["save the pages that it leads to"])
    }
    if words < 20, content.allWords < 80,
      tree.descendants(named: "script").contains(where: { _ in true })
    {
      throw Refusal(
        .appShell, "\(name) has no text of its own: a script puts it in",
        help: ["save the page from a browser, once it shows the article"])
    }
    if words < 3 {
      throw Refusal(
        .notProse, "\(name) is a page without an article", help: ["check what the page shows"])
    }
  }

  private static let errorTitles = [
    "404", "403", "page not found", "not found", "access denied", "error 4", "error 5", "forbidden",
    "attention required", "just a moment", "are you a robot", "service unavailable",
    "site maintenance", "page unavailable", "internal server error", "bad gateway",
  ]

  /// Whether the last lines ask for a subscription.
  private var endsAtWall: Bool {
    content.main.blocks.suffix(3).contains { block in
      let line = block.text.lowercased()
      return Self.wallWords.contains { line.firstRange(of: $0) != nil }
    }
  }

  private static let wallWords = [
    "subscribe to continue", "subscribe to read", "to continue reading", "subscribers only",
    "already a subscriber", "subscribe now to", "sign in to read", "register to read",
    "this article is for subscribers", "to read the full",
  ]
}
