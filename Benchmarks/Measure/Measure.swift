import Diagnostics

/// `measure`: how fast, how small and how right memcon is, printed as tables of Markdown.
///
///     swift run -c release measure speed
///
/// Run it from the root of the project: the examples are read from `Examples`, the gold texts from
/// `../shared/eval` where they lie there.
@main
enum Measure {
  private static let measurements: KeyValuePairs<String, @Sendable (ToolOptions) throws -> Void> = [
    "speed": SpeedMeasurement.run,
    "stages": StageMeasurement.run,
    "growth": GrowthMeasurement.run,
    "archive": ArchiveMeasurement.run,
    "record": RecordMeasurement.run,
    "copies": CopyMeasurement.run,
    "diagrams": DiagramMeasurement.run,
    "fuzz": FuzzMeasurement.run,
    "pages": PageMeasurement.run,
    "readers": ReaderMeasurement.run,
    "re3d": Re3dMeasurement.run,
    "plover": PloverMeasurement.run,
    "references": ReferenceMeasurement.run,
  ]

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let run = measurements.first(where: { $0.key == arguments.first })?.value else {
      fail("name what to measure: \(measurements.map(\.key).joined(separator: ", "))")
    }
    do {
      try run(ToolOptions(Array(arguments.dropFirst())))
    } catch let diagnostic as Diagnostic {
      fail(diagnostic.rendered)
    } catch {
      fail("error: \(error)")
    }
  }
}
