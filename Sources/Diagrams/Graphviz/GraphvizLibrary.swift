import CGraphviz
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Graphviz in this process.
///
/// libgvc is not safe for threads, not even with a context for each, since the attributes that a new
/// context declares are those of all graphs: callers wait for each other, whichever of these they
/// hold. A layout can't be stopped and a crash is the process's, so that only a process of its own
/// (`RenderProcess`) is for graphs of unknown size.
public final class GraphvizLibrary: Graphviz {
  /// By the engine they lay out with; the one with all plugins under an empty name.
  private var contexts: [String: OpaquePointer] = [:]

  /// Graphviz, which loads its plugins as they are needed.
  public init() {
    oneAtATime.withLock { _ in
      _ = agseterrf { words in
        if let words { spokenWords.withLock { $0 += String(cString: words) } }
        return 0
      }
    }
  }

  deinit {
    oneAtATime.withLock { _ in
      for context in contexts.values { gvFreeContext(context) }
    }
  }

  /// The version of Graphviz, such as `2.43.0`: layouts differ from one to the next.
  public var version: String {
    oneAtATime.withLock { _ in
      context(with: "", gvContext).flatMap { gvcVersion($0) }.map { String(cString: $0) } ?? ""
    }
  }

  /// Lays out a graph in DOT and writes it in `format`, one of Graphviz's or `positions`.
  ///
  /// - Throws: `DiagramError.refused`, `layoutFailed` or `formatFailed` with Graphviz's words.
  public func run(
    dot: String, engine: String, format: String
  ) throws(DiagramError) -> [UInt8] {
    try oneAtATime.withLock { _ throws(DiagramError) in
      try draw(dot: dot, engine: engine, format: format)
    }
  }

  private func draw(
    dot: String, engine: String, format: String
  ) throws(DiagramError) -> [UInt8] {
    let arePlaces = format == Placement.format
    let own = arePlaces ? context(with: engine) { LayoutContext.make(for: engine) } : nil
    guard let context = own ?? context(with: "", gvContext) else {
      throw .layoutFailed(engine: engine, "no memory")
    }
    spokenWords.withLock { $0 = "" }
    // Some engines draw lots without a seed of their own: each call shall draw the same.
    srand(1)
    srand48(1)
    guard let graph = agmemread(dot) else { throw .refused(words) }
    defer { agclose(graph) }
    guard gvLayout(context, graph, engine) == 0 else { throw .layoutFailed(engine: engine, words) }
    defer { gvFreeLayout(context, graph) }
    if arePlaces { return Array(PlacementText(of: graph).text.utf8) }

    var bytes: UnsafeMutablePointer<CChar>?
    var count: UInt32 = 0
    guard gvRenderData(context, graph, format, &bytes, &count) == 0, let bytes else {
      throw .formatFailed(format: format, words)
    }
    defer { gvFreeRenderData(bytes) }
    let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    return Array(raw)
  }

  private func context(with name: String, _ make: () -> OpaquePointer?) -> OpaquePointer? {
    if let context = contexts[name] { return context }
    contexts[name] = make()
    return contexts[name]
  }

  /// What Graphviz said since the last call, on one line.
  private var words: String { oneLine(spokenWords.withLock { $0 }) }
}

/// Held by whoever is in Graphviz.
private let oneAtATime = Mutex(())

/// The messages of Graphviz, which hands them to a C function without a context.
private let spokenWords = Mutex("")

/// The last words of a program on one line, as they may be shown.
func oneLine(_ words: String) -> String { displayable(String(words.suffix(400))) }
