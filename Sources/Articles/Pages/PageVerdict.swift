import Markup

/// Tells pages that hold no article by what they are instead.
struct PageVerdict {
  let content: PageContent
  let page: PageFacts
  /// Words of the article.
  let words: Int
  let tree: MarkupTree

  func check(named name: String) throws(Refusal) {
    if words < 150, let title = errorTitle {
      throw Refusal(
        .errorPage, "\(name) is an error page", notes: ["it says \"\(title)\""],
        help: ["save the article's own page again"])
    }
    if words < 200, page.isFree == false || hasWall {
      throw Refusal(
        .paywall, "\(name) is only the start of an article that one has to pay for",
        help: ["save it where you have access"])
    }
    if words < 20 {
      // Chinese has no words to weigh, so its pages seem to hold no article.
      let all = PageContent.allBlocks(of: tree).map(\.text).joined(separator: "\n")
      if LanguageCheck().isForeign(all) { try LanguageCheck().check(all, named: name) }
    }
    let isMostlyLinks = content.main.linkWords * (words < 20 ? 3 : 2) > content.allWords
    if words < 60, isMostlyLinks, content.allWords > 60 {
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
}

// MARK: - Error pages

extension PageVerdict {
  /// The title or the first heading, if it says that the page is not there.
  private var errorTitle: String? {
    let heading = tree.descendants(named: "h1").first { _ in true }.map {
      oneLine(tree.text(of: $0))
    }
    return [page.title, heading].compactMap(\.self).first { title in
      // "Page not found | The Wire"
      Self.pieces(of: title.lowercased().replacing("’", with: "'")).contains { piece in
        Self.errorTitles.contains(piece) || Self.errorOpenings.contains { piece.hasPrefix($0) }
      }
    }
  }

  private static func pieces(of title: String) -> [String] {
    var pieces = [title[...]]
    for mark in [" | ", " - ", " – ", " — ", " • ", " · ", ": ", " :: "] {
      pieces = pieces.flatMap { $0.split(separator: mark) }
    }
    return pieces.map { oneLine(String($0.filter { !".!…".contains($0) })) }
  }

  /// What a piece of a title is as a whole; a headline may start so, or end.
  private static let errorTitles: Set<String> = [
    "404", "403", "410", "500", "502", "503", "error", "not found", "404 not found",
    "404 page not found", "404 error", "error 404", "403 forbidden", "error 403", "forbidden",
    "500 internal server error", "502 bad gateway", "503 service unavailable",
    "service unavailable", "internal server error", "bad gateway", "site maintenance",
    "page unavailable", "page missing", "page error", "nothing found", "security check",
    "request blocked", "gone", "410 gone",
  ]

  /// What no headline starts with.
  private static let errorOpenings = [
    "page not found", "page cannot be found", "page can't be found", "page could not be found",
    "the page you", "the requested page", "this page isn't", "this page is not available",
    "this page does not exist", "this page doesn't exist", "this page could not be found",
    "we can't find", "we couldn't find", "we could not find", "we cannot find", "sorry, we c",
    "sorry, this page", "sorry, that page", "oops", "access denied", "access to this page",
    "attention required", "just a moment", "are you a robot", "pardon our interruption",
    "checking your browser", "verify you are human", "please verify", "please enable javascript",
    "under maintenance", "error 4", "error 5", "http 4", "http 5", "http error",
  ]
}

// MARK: - Walls

extension PageVerdict {
  /// Whether a line asks for a subscription before it shows more.
  private var hasWall: Bool {
    // Walls stand in elements that hold no article, so all lines are looked at.
    let all = PageContent.allBlocks(of: tree).filter { $0.words <= 40 }
    if all.contains(where: { Self.holds($0, Self.wallWords) }) { return true }
    // Of a single paragraph the article is what holds it.
    let main = content.main.element
    let element = content.main.blocks.count == 1 ? tree.parent(of: main) : main
    let article = element..<tree.end(of: element)
    return all.filter { article.contains($0.element) }.suffix(3)
      .contains { Self.holds($0, Self.endWords) }
  }

  private static func holds(_ block: PageBlock, _ phrases: PhraseSearch) -> Bool {
    phrases.first(in: block.text.smallBytes) != nil
  }

  /// What is said only before an article that goes on.
  private static let wallWords = PhraseSearch([
    "to continue reading", "continue reading this article", "subscribe to continue",
    "subscribe to unlock", "subscribe to read the full", "subscribe to read this",
    "to read the full article", "to read the full story", "to read the rest of this",
    "this article is for subscribers", "this article is reserved for", "for subscribers only",
    "available to subscribers only", "exclusive to subscribers", "sign in to read this",
    "register to read this", "unlock this article", "limit of free articles",
    "last free article", "reached your free article", "content is for members only",
  ])

  /// What is said beside free articles, too, but not right behind their last line.
  private static let endWords = PhraseSearch([
    "subscribe to read", "subscribers only", "already a subscriber", "subscribe now to",
    "sign in to read", "register to read", "to read the full", "start your free trial",
  ])
}
