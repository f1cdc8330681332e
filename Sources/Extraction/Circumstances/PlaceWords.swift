/// The words around places, in lower case.
enum PlaceWords {
  /// What stands before the place where something happens.
  static let prepositions: WordSet = [
    "in", "at", "to", "inside", "outside", "near", "into", "reached", "visited", "visiting",
    "visit", "visits", "on", "around", "via", "through",
  ]

  /// What stands before a building as a place, and not as a government.
  static let atBuildings: WordSet = [
    "in", "at", "to", "inside", "outside", "into", "on", "visited",
  ]

  /// What can stand between preposition and place.
  static let adjectives: WordSet = [
    "the", "downtown", "central", "occupied", "besieged", "nearby", "neighbouring", "neighboring",
    "northern", "southern",
    "eastern", "western", "historic", "official", "old", "a", "his", "her", "their", "its",
    "presidential", "cold", "rainy", "sunny", "same",
  ]

  /// "in the resort of", "on the edge of".
  static let classes: WordSet = [
    "city", "town", "resort", "capital", "port", "village", "suburb", "island", "edge", "outskirts",
    "centre", "center", "heart", "retreat", "district", "streets", "way", "palace", "castle",
    "margins", "sidelines", "sideline", "fringes", "opening", "side",
  ]

  /// "the Omani capital Muscat", "the port city Gwadar".
  static let bareClasses: WordSet = ["capital", "city", "town", "resort", "port", "village"]

  static let leaving: WordSet = [
    "left", "leaves", "leave", "leaving", "depart", "departs", "departed", "departing", "heads",
    "headed", "heading", "bound", "flies", "sets", "set",
  ]

  static let motions: WordSet = [
    "travel", "travels", "travelled", "traveled", "travelling", "traveling", "fly", "flies", "flew",
    "flying", "head", "heads", "headed", "heading", "go", "goes", "went", "going", "return",
    "returns", "returned", "returning", "continue", "continues", "move", "moves", "moved", "came",
    "trip", "journey", "visit", "proceed", "proceeds", "on",
  ]

  /// What begins a stay where the next words lead.
  static let journeys: WordSet = [
    "arrives", "arrive", "arrived", "lands", "landed", "begins", "began", "starts", "started",
    "opens", "visit", "travels", "travelled", "traveled", "flies", "flew", "heads", "goes", "went",
  ]

  /// Words by which somebody is said to be where the next words lead.
  static let arrivals: WordSet = [
    "visit", "trip", "tour", "arrived", "landed", "visiting", "stay", "stopover", "touring",
    "attending", "stop", "arriving", "arrival", "landing", "came", "reaching", "travelled",
    "traveled", "flew",
  ]

  /// Words by which somebody was there at another time.
  static let otherwise: WordSet = [
    "will", "would", "plans", "planned", "next", "last", "previous", "since", "after", "cancelled",
    "canceled", "postponed", "before", "first", "had", "ahead",
  ]

  /// Words after which "in Moscow" tells where somebody or something belongs.
  static let elsewhere: WordSet = [
    "embassy", "ambassador", "ambassadors", "government", "officials", "authorities", "regime",
    "war", "situation", "crisis", "fighting", "conflict", "unrest", "violence", "protests",
    "ceasefire", "power", "troops", "born", "headquartered", "based", "correspondent", "bureau",
    "writers", "writer", "attack", "attacks", "rulers", "envoy", "consulate", "diplomats",
    "ties", "message", "response", "according", "aid", "threat", "analyst", "elections",
    "election", "people", "lives", "living", "reporting", "offensive", "coup", "relations",
    "bombing", "bombings", "blast", "blasts", "explosion", "explosions", "strike", "strikes",
    "airstrike", "airstrikes", "raid", "raids", "killing", "killings", "shooting", "massacre",
    "siege", "battle", "bloodshed", "earthquake", "flood", "floods", "crash", "genocide", "famine",
    "uprising", "revolution", "riots", "rally", "protest", "demonstrations", "peace", "stability",
    "civilians", "forces", "soldiers", "prisoners", "hostages", "refugees", "base", "bases",
    "abuses", "democracy", "investment", "investments", "interests", "influence", "wars",
    "interference", "intervention", "involvement", "allies", "partners", "rebels", "insurgents",
    "militants", "companies", "workers", "students", "markets", "economy", "negotiators",
  ]

  /// "a Geneva hotel".
  static let lodgings: WordSet = [
    "hotel", "restaurant", "suburb", "airport", "villa", "mansion", "guesthouse", "residence",
  ]

  /// "the Helsinki summit".
  static let occasions: WordSet = [
    "summit", "meeting", "talks", "conference", "session", "visit", "trip", "dinner", "lunch",
    "encounter", "gathering", "forum",
  ]

  /// The last word of a named building.
  static let buildings: WordSet = [
    "palace", "house", "hotel", "castle", "airport", "office", "ministry", "building", "centre",
    "center", "hall", "villa", "residence", "base", "headquarters", "embassy", "complex",
    "pavilion", "club", "resort", "lodge", "guesthouse", "airbase", "airfield", "mansion", "fort",
    "barracks", "monastery", "chancellery", "buildings", "lounge", "stadium", "road", "street",
    "avenue", "cosmodrome", "basilica", "cathedral", "church", "mosque", "temple", "chateau",
    "château", "tower", "museum", "university", "academy", "theatre", "camp", "shrine", "abbey",
    "estate", "manor", "shipyard",
  ]

  /// The first word of a named building or ship: "the Chateau de Benouville", "the USS Nimitz".
  static let buildingLeads: WordSet = [
    "chateau", "château", "camp", "villa", "palazzo", "palais", "schloss", "casa", "fort", "hotel",
    "uss", "hms", "castel",
  ]

  /// What a building's name may leave to a word in small letters: "the Capella hotel".
  static let namedBuildings: WordSet = [
    "palace", "hotel", "castle", "airport", "villa", "mansion", "estate", "resort", "compound",
    "ranch", "monastery", "guesthouse", "residence", "fortress", "manor",
  ]

  /// Capitalised words that are no places after "in".
  static let noPlaces: WordSet = [
    "english", "parliament", "congress", "christmas", "easter", "ramadan", "islam", "arabic",
    "french", "mr", "mr.", "mrs.", "ms", "i", "twitter", "x", "facebook", "instagram", "god",
    "council", "assembly", "committee", "party", "commission", "agreement", "cabinet", "senate",
    "house", "state", "president", "prime", "minister", "security", "foreign", "general",
    "operation", "article", "chapter", "phase", "group", "world", "cold", "treaty", "summit",
    "asia", "europe", "africa", "america", "americas", "pacific", "atlantic", "mediterranean",
    "summary", "brief", "pictures", "focus", "depth", "numbers", "photos", "context",
    "eurasia", "west", "east", "north", "south", "arab", "gulf", "latin",
  ]

  /// Whether a building's name says only what it is: "Foreign Ministry", "Presidential Palace".
  static func isGeneric(_ name: String) -> Bool {
    name.split(separator: " ").allSatisfy { generic.contains($0.lowercased()) }
  }

  private static let generic: WordSet = [
    "foreign", "ministry", "office", "presidential", "palace", "government", "state", "national",
    "royal", "guest", "guesthouse", "residence", "airport", "international", "hotel", "hall",
    "headquarters", "prime", "minister", "'s", "ministers", "president", "defence", "defense",
    "building", "embassy", "the", "conference", "centre", "center", "convention",
  ]
}
