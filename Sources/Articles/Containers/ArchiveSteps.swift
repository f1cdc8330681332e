import Archives

/// The parts of an archive's members, one member after the other.
final class ArchiveSteps: PartSteps {
  private let archive: Archive
  private let envelope: PartCutter.Envelope
  private let unpacking: Unpacking
  private let cutter: PartCutter
  /// The parts of the member at hand.
  private var member: (any PartSource)?

  /// - Throws: a failure for bytes that are no archive.
  init(
    _ stream: PeekedStream, _ envelope: PartCutter.Envelope, cutter: PartCutter
  ) throws {
    let archive = try Archive(stream)
    self.archive = archive
    self.cutter = cutter
    unpacking = envelope.unpacking ?? Unpacking { archive.packedBytes }
    var inner = envelope
    inner.depth += 1
    inner.unpacking = unpacking
    // A page that is packed for its way tells nothing of what is in it.
    inner.facts.mediaType = nil
    self.envelope = inner
  }

  var place: String { envelope.place }

  func step() throws -> ArticleParts.Element? {
    while true {
      if let part = member?.next() { return part }
      member = nil
      guard let next = try archive.next() else { return nil }
      if let refusal = try open(next) { return refusal }
    }
  }

  /// Begins a member; gives what is wrong with it at once.
  ///
  /// - Throws: what is wrong with the archive as a whole.
  private func open(_ next: Archive.Member) throws(Refusal) -> ArticleParts.Element? {
    guard let path = next.path else {
      member = cutter.cut(
        MemberStream(archive, unpacking, named: envelope.place), inner(named: unpackedName))
      return nil
    }
    let place = "\(envelope.place) › \(path)"
    guard next.kind == .file, !Self.isLitter(path) else { return nil }
    if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
      return .init(
        Refusal(
          .unsafePath, "\(place) leads out of its archive",
          notes: ["memcon writes no member to disk, and reads none that tries to escape"],
          help: ["unpack it by hand if you trust it, and name the file"]), at: place)
    }
    if next.isEncrypted {
      return .init(
        Refusal(.unsupported, "\(place) is encrypted", help: ["unpack it with its password"]),
        at: place)
    }
    if path == "[Content_Types].xml" || path.hasPrefix("word/") || path == "META-INF/manifest.xml" {
      throw Refusal(
        .unsupported, "\(envelope.place) is an Office document",
        help: ["save it as text, HTML or PDF"])
    }
    var inner = inner(named: path)
    inner.place = place
    member = cutter.cut(MemberStream(archive, unpacking, named: place), inner)
    return nil
  }

  private func inner(named name: String) -> PartCutter.Envelope {
    var inner = envelope
    inner.name = name
    return inner
  }

  /// The name without the ending of the packer: `talks.html` of `talks.html.gz`.
  private var unpackedName: String {
    for ending in [".gz", ".zst", ".xz", ".bz2", ".lz4", ".Z"] where envelope.name.hasSuffix(ending)
    {
      return String(envelope.name.dropLast(ending.utf8.count))
    }
    return envelope.name
  }

  /// What systems put into archives unasked.
  private static func isLitter(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.contains("__MACOSX") || parts.last == ".DS_Store" || parts.last == "Thumbs.db"
  }
}
