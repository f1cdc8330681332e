import Articles
import Diplomacy
import Testing

/// A volume in the manner of Foreign Relations of the United States: what its documents hold is told in our own words.
private enum Volume {
  static let opening = """
    <?xml version="1.0" encoding="UTF-8"?>
    <?xml-model href="frus.rnc"?>
    <!-- <div type="document"> in a comment is none -->
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"
      xml:id="frus1969-76v14"><teiHeader><fileDesc><titleStmt>
    <title type="complete">Foreign Relations, 1969–1976, Volume XIV, Soviet Union</title>
    <title type="volume">Soviet Union</title></titleStmt></fileDesc></teiHeader>
    <text><front><div type="section" xml:id="preface"><head>Preface</head><p>About the series.</p></div>
    </front><body><div type="compilation" xml:id="comp1"><head>Before the summit</head>
    <div type="chapter" xml:id="ch1"><head>The secret trip</head>
    """
  static let closing =
    "</div></div></body><back><div type='index'><p>Nixon, 1</p></div></back></text></TEI>"

  static let memorandum = """
    <div type="document" subtype="historical-document" n="134" xml:id="d134"
      frus:doc-dateTime-min="1972-04-21T13:00:00+03:00" frus:doc-dateTime-max="1972-04-21T18:15:00+03:00">
    <head>134. <hi rend="strong">Memorandum of Conversation</hi><note n="1" xml:id="d134fn1">Source: National
      Archives. The meeting took place in the guest house.</note></head>
    <opener><dateline rendition="#left"><placeName>Moscow</placeName>, <date when="1972-04-21"
      notBefore="1972-04-21">April 21, 1972</date>, <time>1–6:15 p.m.</time></dateline></opener>
    <list type="participants"><head>PARTICIPANTS</head>
    <item>Soviet Side<list><item><persName corresp="#p_BLI1">Leonid I. Brezhnev</persName>, General Secretary
      of the <gloss target="#t_CPSU1">CPSU</gloss> Central Committee</item>
    <item><persName corresp="#p_GAA1">Andrei A. Gromyko</persName>, Minister of Foreign Affairs</item></list></item>
    <item>United States Side<list><item><persName corresp="#p_KHA1">Henry A. Kissinger</persName>, Assistant to
      the President for National Security Affairs</item></list></item></list>
    <list type="subject"><head>SUBJECT</head><item>Basic principles; <gloss target="#t_SALT1">SALT</gloss></item></list>
    <p rend="flushleft"><hi rend="italic">Brezhnev</hi>: I wel<choice><sic>com</sic><corr>come</corr></choice> you to
      <pb facs="0507" n="473" xml:id="pg_473"/>Moscow. We have three questions:<list><item>the treaty,</item><item>the
      principles,</item></list>and the day of the visit.<note n="2">See Document 3.</note></p>
    <frus:attachment xml:id="d134a1"><head>Attachment</head><p>A draft of the<lb/>principles.</p></frus:attachment>
    </div>
    """
  static let telegram = """
    <div type="document" subtype="historical-document" n="135" xml:id="d135">
    <head>135. Telegram From the Embassy in the Soviet Union</head>
    <opener><dateline><placeName>Moscow</placeName>, <date when="1972-04-22">April 22, 1972</date>.</dateline></opener>
    <p>1. I called on <persName>Kuznetsov</persName> today.</p><closer><signed>Beam</signed></closer></div>
    """
  static let note = """
    <div type="document" subtype="editorial-note" n="136" xml:id="d136" frus:doc-dateTime-min="1972-05-01T00:00:00Z"
      frus:doc-dateTime-max="1972-05-31T23:59:59Z"><head>136. Editorial Note</head>
    <p>In May the President met Brezhnev.</p></div>
    """

  static func bytes(_ documents: [String]) -> [UInt8] {
    Array((opening + documents.joined(separator: "\n") + closing).utf8)
  }
}

struct `A volume of documents in TEI` {
  @Test func `gives each with its headline, participants by side, and words without notes`() throws
  {
    let all = outcomes(
      Volume.bytes([Volume.memorandum, Volume.telegram, Volume.note]), name: "frus1969-76v14.xml")
    #expect(
      all.map(\.summary) == [
        "read frus1969-76v14.xml, document d134", "read frus1969-76v14.xml, document d135",
        "read frus1969-76v14.xml, document d136",
      ])
    let memorandum = try #require(all.first?.article)
    #expect(
      memorandum.text == """
        134. Memorandum of Conversation

        DATE: April 21, 1972

        PLACE: Moscow

        PARTICIPANTS:

        Soviet Side

        Leonid I. Brezhnev, General Secretary of the CPSU Central Committee

        Andrei A. Gromyko, Minister of Foreign Affairs

        United States Side

        Henry A. Kissinger, Assistant to the President for National Security Affairs

        SUBJECT:

        Basic principles; SALT

        Brezhnev: I welcome you to Moscow. We have three questions:

        the treaty,

        the principles,

        and the day of the visit.

        Attachment

        A draft of the principles.
        """)
    #expect(memorandum.id == "frus1969-76v14-d134")
    #expect(memorandum.title == "134. Memorandum of Conversation")
    #expect(memorandum.publication?.date?.description == "1972-04-21")
    #expect(memorandum.publication?.source == .metadata)
    #expect(
      memorandum.metadata["volume"] == "Foreign Relations, 1969–1976, Volume XIV, Soviet Union")
    #expect(all[1].article?.text.contains("Moscow, April 22, 1972.") == true)
    #expect(all[1].article?.publication?.date?.description == "1972-04-22")
  }

  @Test func `dates a document of which only the month is known by the month`() throws {
    let read = try #require(outcomes(Volume.bytes([Volume.note])).first?.article)
    #expect(read.publication.map { "\($0.when)" } == "1972-05")
    #expect(read.publication?.date == nil)
  }

  /// Only what is being cut may be in memory, so the stream must not be read ahead of the parts.
  @Test func `is cut as it is read, however many it has`() {
    var sent = 0
    let documents = 400
    let reader = ArticleReader()
    var parts = reader.parts(ofStream: "volume.xml") {
      defer { sent += 1 }
      switch sent {
      case 0: return Array(Volume.opening.utf8)
      case 1...documents: return Array(Volume.telegram.utf8)
      case documents + 1: return Array(Volume.closing.utf8)
      default: return []
      }
    }
    var read = 0
    while let part = parts.next() {
      #expect(reader.read(part).article != nil)
      read += 1
      // The recognizer looks at the first 64 kB.
      #expect(sent < read + 200)
    }
    #expect(read == documents)
    #expect(sent > documents)
  }

  @Test func `that breaks off gives the documents before`() {
    let whole = Volume.bytes([Volume.telegram, Volume.memorandum])
    let all = outcomes(Array(whole.prefix(whole.count - 400)), name: "volume.xml")
    #expect(all.first?.article?.title == "135. Telegram From the Embassy in the Soviet Union")
    #expect(all.last?.refusal?.reason == .damaged)
    #expect(all.last?.summary == "volume.xml ends within document 2")
  }

  @Test func `may be one document alone, or a text of another kind`() throws {
    let alone = outcomes(Array(Volume.telegram.utf8), name: "d135.xml")
    #expect(alone.map(\.article?.title) == ["135. Telegram From the Embassy in the Soviet Union"])
    let other = """
      <TEI><text><body><head>A letter</head><p>Talleyrand met Castlereagh.</p></body></text></TEI>
      """
    #expect(try article(other).text == "A letter\n\nTalleyrand met Castlereagh.")
  }

  @Test func `that uses entities of its own is refused, and reads no file`() {
    let bomb = """
      <!DOCTYPE TEI [<!ENTITY a "Talks. Talks. Talks."><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY f SYSTEM "file:///etc/passwd">]>
      """
    for entity in ["&b;", "&f;"] {
      let text =
        Volume.opening.replacing("<TEI ", with: bomb + "<TEI ")
        + Volume.telegram.replacing("today", with: entity) + Volume.closing
      let all = outcomes(Array(text.utf8), name: "bomb.xml")
      #expect(all.map(\.refusal?.reason) == [.unsupported])
      #expect(all.first?.summary.hasPrefix("bomb.xml uses an entity of its own") == true)
    }
  }

  @Test(arguments: ["UTF-16", "windows-1252"])
  func `may be in another character set`(_ name: String) {
    let text =
      Volume.opening.replacing("UTF-8", with: name)
      + Volume.telegram
      .replacing("Kuznetsov", with: "Señor Núñez") + Volume.closing
    let bytes: [UInt8] =
      name == "UTF-16"
      ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      : text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x96 }
    let all = outcomes(bytes, name: "volume.xml")
    #expect(all.map { $0.article?.text.contains("called on Señor Núñez") } == [true])
  }
}
