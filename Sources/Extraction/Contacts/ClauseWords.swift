import Language

/// Small closed classes of words by which clauses are cut.
enum ClauseWords {
  static let prepositions: WordSet = [
    "with", "of", "for", "by", "from", "to", "between", "under", "alongside", "after", "before",
    "on", "about", "at", "in", "against", "over", "than", "like", "without", "towards", "toward",
    "including", "despite", "since", "as", "among", "behind", "beside", "via", "near", "into",
  ]

  /// Words at which a subject is no longer looked for.
  static let breaks: WordSet = [
    ";", ":", "but", "while", "whereas", "that", "when", "where", "because", "although", "though",
    "if", "so", ".", "?", "!", "which", "—", "–",
  ]

  static let pairNouns: WordSet = [
    "sides", "parties", "men", "women", "leaders", "ministers", "presidents", "officials",
    "diplomats", "delegations", "countries", "governments", "chancellors", "premiers", "nations",
    "states", "neighbours", "neighbors",
  ]

  /// Others that point back only behind "the two".
  static let definitePairNouns: WordSet = [
    "negotiators", "heads", "statesmen", "envoys", "politicians", "generals", "principals",
    "counterparts", "ambassadors", "commanders", "princes", "kings",
  ]

  /// Words that may stand between a verb and what belongs to it.
  static let adverbs: WordSet = [
    "separately", "briefly", "also", "again", "privately", "first", "then", "later", "earlier",
    "together", "directly", "already", "recently", "personally", "afterwards", "once", "twice",
    "now", "just", "only", "publicly", "even", "finally", "both", "jointly", "meanwhile", "here",
    "there", "one-on-one", "face-to-face", "face", "informally", "repeatedly", "up", "down", "back",
    "morning", "evening", "afternoon", "night", "himself", "herself", "soon", "never", "not", "n't",
  ]

  static let auxiliaries: WordSet = [
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would",
    "shall", "should", "may", "might", "can", "could", "must", "did", "does", "do", "'ll", "'d",
    "'s", "'ve", "'re",
  ]

  /// Verbs of holding an occasion: "held talks", "had dinner".
  static let lightVerbs: WordSet = [
    "hold", "holds", "held", "holding", "have", "has", "had", "having", "conduct", "conducted",
    "begin", "began", "begun", "open", "opened", "conclude", "concluded", "ended", "resumed",
    "resume", "started", "start", "finished", "exchanged", "shared", "shares", "shake", "shook",
    "shakes", "shaken", "took", "take", "takes", "attended", "attend", "finish", "completed",
    "continued", "spent", "make", "made", "makes", "placed", "enjoyed",
  ]

  private static let commonVerbs: WordSet = [
    "said", "says", "say", "told", "tells", "met", "meets", "meet", "spoke", "speaks", "went",
    "came", "left", "took", "gave", "made", "held", "saw", "sat", "flew", "led", "put", "became",
    "sent", "kept", "got", "found", "thought", "knew", "brought", "began", "ran", "stood", "wrote",
    "wants", "wanted", "hopes", "plans", "goes", "comes", "leads", "looks", "heard", "set", "rang",
    "shakes", "shook", "walks", "joined", "hosts", "greets", "talks", "discuss", "agree",
  ]

  static func isFinite(_ word: Word) -> Bool {
    auxiliaries.contains(word) || commonVerbs.contains(word) || lightVerbs.contains(word)
      || (word.hasSuffix("ed") && word.byteCount > 4)
  }

  static func isVerbLike(_ word: Word) -> Bool {
    commonVerbs.contains(word) || (word.hasSuffix("ed") && word.byteCount > 4)
      || (word.hasSuffix("ing") && word.byteCount > 5 && !notVerbs.contains(word))
  }

  private static let notVerbs: WordSet = [
    "morning", "evening", "during", "following", "including", "according", "regarding", "nothing",
    "something", "everything", "beijing",
  ]
}
