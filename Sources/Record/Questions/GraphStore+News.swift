public import Diagnostics
import SQLite

extension GraphStore {
  /// The meetings of which no other article than `articles` tells: what these brought that is new.
  public func meetings(toldOnlyBy articles: [String]) throws(Diagnostic) -> [MeetingSummary] {
    var filter = MeetingFilter()
    filter.ids = try reporting {
      try connection.rows(
        """
        select distinct i.meetingId from meetingIdentity i
        where i.articleId in \(list: articles) and not exists (
          select * from meetingIdentity o
          where o.meetingId = i.meetingId and o.articleId not in \(list: articles))
        """
      ) { $0.text(at: 0) }
    }
    return try meetings(filter)
  }

  /// The pages that the graph holds, by the keys of their addresses.
  public func knownPages() throws(Diagnostic) -> Set<String> {
    try reporting {
      var keys: Set<String> = []
      let rows = try connection.prepare("select urlKey from articleSketch where urlKey is not null")
      while try rows.step() { keys.insert(rows.text(at: 0)) }
      return keys
    }
  }
}
