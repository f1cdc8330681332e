import Language
import Testing

struct `A lemmatizer` {
  @Test(arguments: [
    ("met", "meet"), ("held", "hold"), ("meeting", "meet"), ("meets", "meet"), ("said", "say"),
    ("announced", "announce"), ("received", "receive"), ("hosted", "host"), ("visited", "visit"),
    ("invited", "invite"), ("planned", "plan"), ("called", "call"), ("discussed", "discuss"),
    ("discusses", "discuss"), ("controlled", "control"), ("agreed", "agree"), ("told", "tell"),
    ("conferred", "confer"), ("offered", "offer"), ("entered", "enter"), ("declared", "declare"),
    ("negotiated", "negotiate"), ("treated", "treat"), ("created", "create"), ("urged", "urge"),
    ("pledged", "pledge"), ("changed", "change"), ("signed", "sign"), ("joined", "join"),
    ("dined", "dine"), ("postponed", "postpone"), ("cancelled", "cancel"), ("welcomed", "welcome"),
    ("convened", "convene"), ("opened", "open"), ("carries", "carry"), ("tried", "try"),
    ("flew", "fly"), ("spoke", "speak"), ("rang", "ring"), ("goes", "go"), ("reached", "reach"),
    ("shook", "shake"), ("arriving", "arrive"), ("talking", "talk"), ("hoping", "hope"),
    ("making", "make"), ("sitting", "sit"), ("phoned", "phone"), ("travelled", "travel"),
    ("headed", "head"), ("decided", "decide"), ("voted", "vote"), ("disputed", "dispute"),
    ("greeted", "greet"), ("toured", "tour"), ("secured", "secure"), ("hired", "hire"),
    ("repaired", "repair"), ("ruled", "rule"), ("settled", "settle"), ("looked", "look"),
    ("leaked", "leak"), ("developed", "develop"), ("stopped", "stop"), ("favored", "favor"),
    ("resigned", "resign"), ("was", "be"), ("has", "have"), ("sing", "sing"), ("paid", "pay"),
    ("withdrew", "withdraw"), ("accompanied", "accompany"), ("used", "use"), ("closes", "close"),
    ("proposed", "propose"), ("pursuing", "pursue"), ("argued", "argue"), ("named", "name"),
  ])
  func `finds the base form of a verb`(_ form: String, _ base: String) {
    #expect(Lemmatizer.verb(form) == base)
  }

  @Test(arguments: [
    ("talks", "talk"), ("countries", "country"), ("spokesmen", "spokesman"), ("crises", "crisis"),
    ("news", "news"), ("politics", "politics"), ("churches", "church"), ("businesses", "business"),
    ("houses", "house"), ("wives", "wife"), ("children", "child"), ("boss", "boss"),
    ("status", "status"), ("envoys", "envoy"), ("embassies", "embassy"), ("leaders", "leader"),
  ])
  func `finds the singular of a noun`(_ form: String, _ base: String) {
    #expect(Lemmatizer.noun(form) == base)
  }

  @Test func `goes by the tag`() {
    #expect(Lemmatizer.lemma(of: "talks", Language.Tag(.noun, .nns)) == "talk")
    #expect(Lemmatizer.lemma(of: "met", Language.Tag(.verb, .vbd)) == "meet")
    #expect(Lemmatizer.lemma(of: "united", Language.Tag(.properNoun, .nnp)) == "united")
  }
}
