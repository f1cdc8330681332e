import Diplomacy
import Language

/// What a reading refers to: the text and what the stages found in it.
///
/// `Reading.own` makes sure that nobody else sees a change, so that accesses need no checks of their own.
final class Findings {
  let source: Source
  @exclusivity(unchecked) var tokens: [Token]
  @exclusivity(unchecked) var entities: [EntitySpan] = []
  @exclusivity(unchecked) var entityOfToken: [Int]
  @exclusivity(unchecked) var names: [NameSpan] = []
  @exclusivity(unchecked) var nameOfToken: [Int]
  @exclusivity(unchecked) var wordTraits: [WordTraits] = []
  @exclusivity(unchecked) var roles: [RolePhrase] = []
  @exclusivity(unchecked) var people: [PersonDraft] = []
  @exclusivity(unchecked) var mentions: [PersonMention] = []
  @exclusivity(unchecked) var groups: [GroupReference] = []
  @exclusivity(unchecked) var speakerOfToken: [Int32] = []
  @exclusivity(unchecked) var topicOfSentence: [Int32] = []
  @exclusivity(unchecked) var dates: [DateExpression] = []
  @exclusivity(unchecked) var graphs: [ClauseGraph] = []
  @exclusivity(unchecked) var handledTokens: [Range<Int>] = []
  @exclusivity(unchecked) var contacts: [ContactDraft] = []
  @exclusivity(unchecked) var setting: Setting = Setting()

  init(article: Article, _ document: Document) {
    source = Source(article: article, document: document)
    tokens = document.tokens
    entityOfToken = Array(repeating: -1, count: document.tokens.count)
    nameOfToken = entityOfToken
  }

  init(_ other: Findings) {
    source = other.source
    tokens = other.tokens
    entities = other.entities
    entityOfToken = other.entityOfToken
    names = other.names
    nameOfToken = other.nameOfToken
    wordTraits = other.wordTraits
    roles = other.roles
    people = other.people
    mentions = other.mentions
    groups = other.groups
    speakerOfToken = other.speakerOfToken
    topicOfSentence = other.topicOfSentence
    dates = other.dates
    graphs = other.graphs
    handledTokens = other.handledTokens
    contacts = other.contacts
    setting = other.setting
  }

  final class Source {
    let article: Article
    let document: Document

    init(article: Article, document: Document) {
      self.article = article
      self.document = document
    }
  }
}

extension Reading {
  /// Countries, places, organisations and metonyms, in text order.
  var entities: [EntitySpan] {
    get { found.entities }
    _modify {
      own()
      yield &found.entities
    }
  }

  /// For each token the index of the entity it belongs to, or -1.
  var entityOfToken: [Int] {
    get { found.entityOfToken }
    _modify {
      own()
      yield &found.entityOfToken
    }
  }

  /// Stretches of tokens that name a person, in text order.
  var names: [NameSpan] {
    get { found.names }
    _modify {
      own()
      yield &found.names
    }
  }

  /// For each token the index of the name it belongs to, or -1.
  var nameOfToken: [Int] {
    get { found.nameOfToken }
    _modify {
      own()
      yield &found.nameOfToken
    }
  }

  /// For each token what the word lists know of it; set by `NameStage`.
  var wordTraits: [WordTraits] {
    get { found.wordTraits }
    _modify {
      own()
      yield &found.wordTraits
    }
  }

  /// Titles with what they belong to, in text order.
  var roles: [RolePhrase] {
    get { found.roles }
    _modify {
      own()
      yield &found.roles
    }
  }

  /// People, in order of first mention.
  var people: [PersonDraft] {
    get { found.people }
    _modify {
      own()
      yield &found.people
    }
  }

  /// Everything that stands for a person, in text order.
  var mentions: [PersonMention] {
    get { found.mentions }
    _modify {
      own()
      yield &found.mentions
    }
  }

  /// Words that stand for several people, in text order; see `group(startingAt:)`.
  var groups: [GroupReference] {
    get { found.groups }
    _modify {
      own()
      yield &found.groups
    }
  }

  /// For each sentence the person whom the text is about at its end, or -1; set by `ReferenceStage`.
  var topicOfSentence: [Int32] {
    get { found.topicOfSentence }
    _modify {
      own()
      yield &found.topicOfSentence
    }
  }

  /// For each token the person who speaks it, in quotation marks or a turn, or -1; set by `ReferenceStage`.
  var speakerOfToken: [Int32] {
    get { found.speakerOfToken }
    _modify {
      own()
      yield &found.speakerOfToken
    }
  }

  /// Dates told, in text order.
  var dates: [DateExpression] {
    get { found.dates }
    _modify {
      own()
      yield &found.dates
    }
  }

  /// The trees of the sentences that can tell of a contact, in text order.
  var graphs: [ClauseGraph] {
    get { found.graphs }
    _modify {
      own()
      yield &found.graphs
    }
  }

  /// Tokens that a layout has read, so that their sentences are not read again as prose.
  var handledTokens: [Range<Int>] {
    get { found.handledTokens }
    _modify {
      own()
      yield &found.handledTokens
    }
  }

  /// Contacts told, one each time they are told.
  var contacts: [ContactDraft] {
    get { found.contacts }
    _modify {
      own()
      yield &found.contacts
    }
  }

  /// What a record's first line or a dateline says of the whole text.
  var setting: Setting {
    get { found.setting }
    _modify {
      own()
      yield &found.setting
    }
  }
}
