public import Diplomacy
import Language

/// Reads an article into reports: who is named, in which role, who met whom.
///
///     let reports = Extractor().reports(from: article)
///     reports.meetings.first?.evidence.first?.quote   // "Rubio … and Peters met in Washington"
///
/// The same article gives the same reports, always.
public struct Extractor: Sendable {
  /// An extractor with the lexicons of the binary.
  public init() {}

  /// The stages in their order; each reads what those before it found.
  static let stages: [@Sendable (inout Reading) -> Void] = [
    EntityStage(gazetteer: Gazetteer()).run,
    NameStage(words: .shared).run,
    DateStage().run,
    RoleStage(words: .shared).run,
    PeopleStage(words: .shared).run,
    SettingStage().run,
    RoleAttachmentStage(words: .shared).run,
    ReferenceStage(words: .shared).run,
    ContactStage(words: .shared, contactWords: .shared).run,
    CircumstanceStage().run,
  ]

  /// All that `article` says.
  public func reports(from article: Article) -> Reports {
    var reading = Reading(article)
    for stage in Extractor.stages { stage(&reading) }
    return ReportBuilder(reading: reading).reports()
  }
}
