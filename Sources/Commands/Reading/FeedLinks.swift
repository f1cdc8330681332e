import Articles
import Diagnostics
import Diplomacy
import Gathering

/// The links of feeds whose entries have no text of their own: each is fetched once, after the feed is read.
///
/// One thread at a time uses it: the one whose turn it is at the source.
final class FeedLinks {
  private var pending: [String] = []
  private var known: Set<String> = []

  /// Whether `part` is only a link, and is kept here.
  func take(_ part: ArticleParts.Element) -> Bool {
    guard case .failure(let refusal) = part.result, refusal.reason == .onlyLink,
      let url = refusal.url, let key = WebAddress(url)?.key
    else { return false }
    if known.insert(key).inserted { pending.append(url) }
    return true
  }

  /// Leaves pages out whose addresses have these keys.
  func leaveOut(_ keys: Set<String>) { known.formUnion(keys) }

  /// The next link to fetch.
  func next() -> String? { pending.isEmpty ? nil : pending.removeFirst() }
}

/// Whether `name` is to be fetched: `https://…`.
func isAddress(_ name: String) -> Bool {
  ["http://", "https://"].contains { name.lowercased().hasPrefix($0) }
}

extension ArticleInput {
  /// What was fetched.
  init(_ page: FetchedPage) {
    self.init(name: page.url, bytes: page.bytes, url: page.url, mediaType: page.mediaType)
  }
}

extension Refusal {
  /// Why nothing could be fetched.
  init(_ failure: FetchFailure) {
    self.init(failure.isForbidden ? .forbidden : .unreadable, failure.diagnostic)
  }
}
