/// A verb without "-ed" or "-ing", of which a final "e" or the half of a double consonant may have to
/// be told: "announc" → "announce", "plann" → "plan", "visit" → "visit".
struct VerbStem {
  private let letters: [UInt8]

  init(_ letters: [UInt8]) { self.letters = letters }

  /// The base form.
  var base: String {
    let word = String(decoding: letters, as: UTF8.self)
    if isDoubled { return keepsDouble(word) ? word : String(word.dropLast()) }
    if Self.withE.contains(word) { return word + "e" }
    if Self.withoutE.contains(word) { return word }
    return takesE ? word + "e" : word
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  private var isDoubled: Bool {
    let count = letters.count
    return count > 2 && letters[count - 1] == letters[count - 2]
      && !Self.isVowel(letters[count - 1])
  }

  private func keepsDouble(_ word: String) -> Bool {
    switch letters.last {
    case UInt8(ascii: "l"): !Self.doubledL.contains(word)
    case UInt8(ascii: "s"), UInt8(ascii: "f"), UInt8(ascii: "z"): true
    default: false
    }
  }

  /// Whether the ending asks for an "e" after the rules of spelling, where no list knows better.
  private var takesE: Bool {
    let count = letters.count
    guard count >= 2, let last = letters.last else { return false }
    let before = letters[count - 2]
    let third = count > 2 ? letters[count - 3] : 0
    let vowelPair = Self.isVowel(before) && Self.isVowel(third)
    switch last {
    case UInt8(ascii: "c"), UInt8(ascii: "v"), UInt8(ascii: "u"): return true
    case UInt8(ascii: "s"), UInt8(ascii: "z"): return true
    case UInt8(ascii: "g"): return before != UInt8(ascii: "n") || third != UInt8(ascii: "i")
    case UInt8(ascii: "l"):
      if "bcdfgkptz".utf8.contains(before) { return true }
      return !vowelPair && "iou".utf8.contains(before)
    case UInt8(ascii: "t"):
      if before == UInt8(ascii: "a") { return !(Self.isVowel(third) && third != UInt8(ascii: "i")) }
      return !vowelPair && "ou".utf8.contains(before)
    case UInt8(ascii: "d"):
      return !vowelPair && "aiou".utf8.contains(before) || letters.ends("ced")
    case UInt8(ascii: "r"): return !vowelPair && "aiou".utf8.contains(before)
    case UInt8(ascii: "n"):
      return letters.ends("ven") || (!vowelPair && "iu".utf8.contains(before))
    case UInt8(ascii: "m"): return !vowelPair && "aiu".utf8.contains(before)
    case UInt8(ascii: "k"): return !vowelPair && "aio".utf8.contains(before)
    case UInt8(ascii: "p"): return !vowelPair && "aiou".utf8.contains(before)
    case UInt8(ascii: "b"): return !vowelPair && "io".utf8.contains(before)
    default: return false
    }
  }

  /// Stems in "-ll" of verbs that end in one "l".
  private static let doubledL: Set<String> = [
    "controll", "travell", "cancell", "compell", "expell", "propell", "patroll", "rebell", "excell",
    "dispell", "labell", "modell", "levell", "signall", "channell", "counsell", "fuell", "refuell",
    "quarrell", "rivall", "totall", "marvell", "tunnell", "shovell", "equall", "dialled", "diall",
    "initiall", "repell", "impell", "annull", "distill", "instill", "enroll", "extoll", "unravell",
    "grovell", "pencill", "stencill", "funnell", "impanell", "panell", "pedall", "spirall",
  ]

  /// Stems that take an "e" against the rules.
  private static let withE: Set<String> = [
    "creat", "recreat", "procreat", "unit", "reunit", "invit", "cit", "excit", "incit", "recit",
    "ignit", "expedit", "complet", "compet", "delet", "adher", "interfer", "persever", "rever",
    "coher", "postpon", "condon", "phon", "telephon", "dethron", "ston", "clon", "aton", "hon",
    "bath", "breath", "loath", "cloth", "sooth", "seeth", "tast", "wast", "past", "scal", "inhal",
    "exhal", "imped", "reced", "welcom", "becom", "overcom", "com", "handl", "schem", "probl",
    "prob", "brib", "typ", "styl", "analys", "paralys", "ow", "aw", "forg", "sever_", "interced",
    "stampede", "extrem", "chok", "fum", "rul", "pal", "hop", "lik", "writ", "rewrit", "bit",
    "spit_",
    "convok", "rebuk", "nuk", "duk", "puk", "mak", "tak", "wak", "shak", "los", "choos", "ris",
    "aris", "us", "giv", "liv", "arriv", "hav", "leav", "bor", "tir", "wir", "bar_", "lun", "dat",
    "gat", "rat", "hat", "stat", "restat", "baptiz", "requit", "polit", "ey", "mov", "prov", "shov",
    "evad", "ag", "mil", "exil", "evok", "invok", "provok", "revok", "intervien", "serv",
    "sacrific",
  ]

  /// Stems that take none against the rules.
  private static let withoutE: Set<String> = [
    "develop", "gallop", "envelop", "redevelop", "pilot", "pivot", "riot", "ballot", "belong",
    "long",
    "hang", "prolong", "throng", "wrong", "overhang", "favor", "honor", "monitor", "labor",
    "author",
    "anchor", "sponsor", "harbor", "mentor", "tutor", "abhor", "censor", "tailor", "color", "humor",
    "rumor", "armor", "mirror", "murmur", "sulfur", "focus", "bias", "canvas", "gas", "chorus",
    "begin", "cabin", "margin", "origin", "ruin", "toughen", "raven", "even", "combat", "format",
    "float", "blossom", "ransom", "waltz", "quartz", "wad", "visit", "quiz", "anvil", "stencil",
    "pencil", "council", "fulfil", "instil", "distil", "evil", "gambol", "patrol", "control",
    "symbol", "consul", "annul", "program", "diagram", "spoil", "victim", "bargain", "interpret",
    "solicit", "gossip", "worship", "kidnap", "recap", "handicap", "overlap", "equip", "develop",
    "pyramid", "humid", "guid_", "husband", "method", "period", "nomad", "ballad", "plead", "sign",
    "assign", "resign", "design", "campaign", "align", "malign", "reign", "foreign", "feign",
    "bias",
    "inherit", "catalog", "dialog", "bring", "sing", "ring", "cling", "fling", "swing", "sting",
    "string", "spring", "wing", "ping", "debut", "input", "output", "gun", "bicker", "vex",
  ]
}
