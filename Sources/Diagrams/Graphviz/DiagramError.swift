/// Why a diagram could not be drawn.
public enum DiagramError: Error, Hashable, Sendable {
  /// Graphviz read the description of the graph and refused it, in its words.
  case refused(String)
  /// No such layout, or a Graphviz without it.
  case layoutFailed(engine: String, String)
  /// Graphviz could not write the format: most often a plugin is not installed.
  case formatFailed(format: String, String)
  /// The process that lays out could not be started.
  case notStarted(path: String, reason: String)
  /// The process took longer than the deadline, in seconds, and was ended.
  case deadlineExceeded(seconds: Double)
  /// The process died of a signal, with the last words it wrote.
  case crashed(signal: Int32, String)
  /// The process ended with an error, with the last words it wrote.
  case failed(status: Int32, String)
  /// The process wrote more bytes than any picture has.
  case tooLarge(limit: Int)
  /// The process wrote something that is no layout of this diagram.
  case unreadableLayout(String)
  /// DOT is asked for of a diagram that is no graph.
  case noGraph
}

extension DiagramError: CustomStringConvertible {
  /// What went wrong, in one line without a full stop.
  public var description: String {
    switch self {
    case .refused(let words): "Graphviz can't read the graph\(said(words))"
    case .layoutFailed(let engine, let words): "the layout \(engine) failed\(said(words))"
    case .formatFailed(let format, let words): "Graphviz can't write \(format)\(said(words))"
    case .notStarted(let path, let reason): "can't start \(path) to lay out the graph: \(reason)"
    case .deadlineExceeded(let seconds): "the layout took longer than \(seconds) seconds"
    case .crashed(let signal, let words): "the layout died of signal \(signal)\(said(words))"
    case .failed(let status, let words): "the layout ended with status \(status)\(said(words))"
    case .tooLarge(let limit): "the picture is larger than \(limit / 1_000_000) MB"
    case .noGraph: "a timeline and a card of a meeting can't be written as DOT"
    case .unreadableLayout(let what): "the layout can't be read: \(what)"
    }
  }

  /// How to mend it, if something can be done.
  public var help: String? {
    switch self {
    case .deadlineExceeded, .crashed, .tooLarge:
      "draw fewer people, or take a layout for large graphs: sfdp"
    case .formatFailed(format: "png", _), .formatFailed(format: "pdf", _):
      "install Graphviz with its cairo plugin (Debian: libgvc6)"
    case .noGraph: "write svg, png, pdf or json"
    case .layoutFailed: "take another layout, such as dot or fdp"
    default: nil
    }
  }

  private func said(_ words: String) -> String { words.isEmpty ? "" : ": \(words)" }
}
