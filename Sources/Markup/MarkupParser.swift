import CLibXML2

extension MarkupTree {
  /// The largest document that is parsed, in bytes; positions are kept in 32 bits.
  public static let sizeLimit = 256 << 20

  /// The tree of a page in HTML, however broken. `bytes` must be UTF-8.
  public init(html bytes: [UInt8]) { self = Self.parse(bytes, as: .html) }

  /// The tree of an XML document. `bytes` must be UTF-8.
  ///
  /// Nothing is fetched, no DTD is read and no entity is expanded. Of a document that breaks the rules
  /// the tree holds what could be read, and `fault` says what is wrong.
  public init(xml bytes: [UInt8]) { self = Self.parse(bytes, as: .xml) }

  private enum Language { case html, xml }

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private static func parse(_ bytes: [UInt8], as language: Language) -> MarkupTree {
    let builder = MarkupBuilder(size: bytes.count)
    guard isReady, !bytes.isEmpty, bytes.count <= sizeLimit else { return builder.finish() }
    guard let context = language == .html ? htmlNewParserCtxt() : xmlNewParserCtxt() else {
      builder.fail("no memory")
      return builder.finish()
    }
    defer { xmlFreeParserCtxt(context) }
    withExtendedLifetime(builder) {
      var calls = calls
      memcon_xml_listen(context, &calls, Unmanaged.passUnretained(builder).toOpaque())
      bytes.withUnsafeBytes { buffer in
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        let size = Int32(buffer.count)
        switch language {
        case .html:
          let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
          xmlFreeDoc(htmlCtxtReadMemory(context, start, size, nil, "UTF-8", Int32(options)))
        case .xml:
          let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_SAX1.rawValue
          xmlFreeDoc(xmlCtxtReadMemory(context, start, size, nil, "UTF-8", Int32(options)))
          if context.pointee.wellFormed == 0 { builder.fail(fault(of: context)) }
        }
      }
    }
    return builder.finish()
  }

  private static func fault(of context: xmlParserCtxtPtr) -> String {
    let error = context.pointee.lastError
    guard let message = error.message else { return "it is not well-formed" }
    let words = String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
    return "line \(error.line): \(words)"
  }

  /// What libxml2 calls while it reads. Whatever is not listed here does not happen: no DTD is
  /// loaded, no entity resolved, nothing printed.
  private static var calls: xmlSAXHandler {
    var calls = xmlSAXHandler()
    calls.startElement = { data, name, values in
      guard let builder = MarkupBuilder.at(data), let name else { return }
      builder.start(name, values)
    }
    calls.endElement = { data, name in
      guard let builder = MarkupBuilder.at(data), let name else { return }
      builder.end(name)
    }
    calls.characters = { data, characters, count in
      guard let builder = MarkupBuilder.at(data), let characters else { return }
      builder.text(characters, count)
    }
    calls.ignorableWhitespace = calls.characters
    calls.cdataBlock = calls.characters
    calls.entityDecl = { data, name, _, _, _, _ in
      guard let builder = MarkupBuilder.at(data), let name else { return }
      builder.declare(name)
    }
    calls.getEntity = { data, name in
      guard let builder = MarkupBuilder.at(data), let name else { return nil }
      builder.refer(to: name)
      return nil
    }
    return calls
  }
}

extension MarkupBuilder {
  fileprivate static func at(_ data: UnsafeMutableRawPointer?) -> MarkupBuilder? {
    data.map { Unmanaged<MarkupBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}
