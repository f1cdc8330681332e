public import Diagnostics
import SQLite

/// Something in a graph that is not as it should be.
public struct VerificationFailure: Hashable, Sendable {
  /// What was tested.
  public enum Check: String, Hashable, Sendable, CaseIterable {
    /// The file's pages and indexes are whole.
    case integrity
    /// No row refers to one that is missing.
    case references
    /// Each article's text has the hash under which it came.
    case hash
    /// Each quote stands in its article where it is said to.
    case quote
    /// Each fact of the record stands on a report.
    case provenance
  }

  /// What was tested.
  public let check: Check
  /// What was found, in one line.
  public let message: String
}

extension GraphStore {
  /// Proves every fact of the graph from the articles' words.
  ///
  /// - Returns: what failed, in the order of the checks; empty for a sound graph.
  public func verify() throws(Diagnostic) -> [VerificationFailure] {
    try reporting {
      try failedIntegrity() + failedReferences() + failedHashes() + failedQuotes()
        + failedProvenance()
    }
  }

  private func failedIntegrity() throws -> [VerificationFailure] {
    try connection.rows("pragma integrity_check") { $0.text(at: 0) }
      .filter { $0 != "ok" }
      .map { VerificationFailure(check: .integrity, message: $0) }
  }

  private func failedReferences() throws -> [VerificationFailure] {
    try connection.rows("pragma foreign_key_check") {
      VerificationFailure(
        check: .references,
        message: "a row of \($0.text(at: 0)) refers to a missing \($0.text(at: 2))")
    }
  }

  private func failedHashes() throws -> [VerificationFailure] {
    try connection.rows("select id, text, hash from article order by id") { row in
      sha256(row.text(at: 1).utf8) == row.text(at: 2)
        ? nil
        : VerificationFailure(
          check: .hash, message: "the text of article \(row.text(at: 0)) was changed")
    }
    .compactMap { $0 }
  }

  private func failedQuotes() throws -> [VerificationFailure] {
    try connection.rows(
      "select articleId, claim, start, quote, found from unproven order by articleId, start, claim"
    ) { row in
      VerificationFailure(
        check: .quote,
        message: "article \(row.text(at: 0)), \(row.text(at: 1)): \"\(row.text(at: 3))\" should "
          + "be at \(row.integer(at: 2)), where \"\(row.text(at: 4))\" is")
    }
  }

  /// Each people, meeting, attendance, party and role must be backed by a report.
  private func failedProvenance() throws -> [VerificationFailure] {
    try connection.rows(
      """
      select 'person ' || id from person p
      where not exists (select * from personIdentity i where i.personId = p.id)
      union all
      select 'meeting ' || id from meeting m
      where not exists (select * from reports r where r.meetingId = m.id)
      union all
      select 'attendance of ' || a.personId || ' in ' || a.meetingId from attended a
      where not exists (
        select * from meetingIdentity m
        join participationReport r on r.articleId = m.articleId and r.meeting = m.number
        join personIdentity p on p.articleId = r.articleId and p.number = r.person
        where m.meetingId = a.meetingId and p.personId = a.personId)
        and not exists (
          select * from meetingIdentity m
          join partyIdentity h on h.articleId = m.articleId and h.meeting = m.number
          where m.meetingId = a.meetingId and h.personId = a.personId)
      union all
      select 'role ' || h.roleId || ' of ' || h.personId from holds h
      where not exists (
        select * from personIdentity p
        join roleReport r on r.articleId = p.articleId and r.person = p.number
        where p.personId = h.personId)
      union all
      select 'status of meeting ' || m.id from meeting m
      where not exists (
        select * from reports r where r.meetingId = m.id and r.status = m.status)
      """
    ) {
      VerificationFailure(
        check: .provenance, message: "\($0.text(at: 0)) stands on no report")
    }
  }
}
