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
  static let stages: KeyValuePairs<String, @Sendable (inout Reading) -> Void> = [
    "entities": EntityStage(gazetteer: Gazetteer()).run,
    "names": NameStage(words: .shared).run,
    "dates": DateStage().run,
    "roles": RoleStage(words: .shared).run,
    "people": PeopleStage(words: .shared).run,
    "setting": SettingStage().run,
    "role attachment": RoleAttachmentStage(words: .shared).run,
    "reference": ReferenceStage(words: .shared).run,
    "layouts": LayoutStage().run,
    "syntax": SyntaxStage(words: .shared, contactWords: .shared).run,
    "contacts": ContactStage(words: .shared, contactWords: .shared).run,
    "circumstances": CircumstanceStage().run,
  ]

  /// All that `article` says.
  public func reports(from article: Article) -> Reports { reports(from: article) { _ in } }

  /// All that `article` says; `watch` is told the name of each stage as it ends, for measuring.
  package func reports(from article: Article, watch: (_ stage: String) -> Void) -> Reports {
    var reading = Reading(article)
    watch("document")
    for (name, stage) in Extractor.stages {
      stage(&reading)
      watch(name)
    }
    let reports = ReportBuilder(reading: reading).reports()
    watch("reports")
    return reports
  }
}
