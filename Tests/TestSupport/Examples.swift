import Diplomacy

extension Telling {
  /// Talks in Washington with all that belongs to them.
  public static var washington: Telling {
    var telling = Telling(
      """
      US Secretary of State Marco Rubio and Foreign Minister Winston Peters met in Washington on \
      Wednesday. They spoke of trade. Peters then met Donald Trump's National Security Advisor \
      Mike Waltz. Morgan Ortagus, who works with Steve Witkoff, had dinner with Peters.
      """, id: "washington", published: "2025-03-20", url: "https://example.org/washington")
    let rubio = telling.person(
      "Marco Rubio", country: "US", title: "Secretary of State", office: .foreignMinister)
    let peters = telling.person(
      "Winston Peters", country: "NZ", title: "Foreign Minister", office: .foreignMinister)
    let trump = telling.person("Donald Trump", country: "US")
    let waltz = telling.person(
      "Mike Waltz", country: "US", title: "National Security Advisor",
      office: .nationalSecurityAdviser, serves: trump)
    let ortagus = telling.person("Morgan Ortagus", country: "US")
    let witkoff = telling.person("Steve Witkoff", country: "US")
    telling.meeting(
      [rubio, peters], "Marco Rubio and Foreign Minister Winston Peters met in Washington",
      date: "2025-03-19", place: PlaceName("Washington", in: CountryCode("US")),
      countries: ["US", "NZ"], topics: ["trade"])
    telling.meeting([peters, waltz], "Peters then met", date: "2025-03-19")
    telling.meeting([peters, ortagus], "had dinner with Peters", kind: .meal, date: "2025-03-19")
    telling.separate(peters, trump, .possessor, "Donald Trump's National Security Advisor")
    telling.separate(peters, witkoff, .relativeClause, "who works with Steve Witkoff")
    return telling
  }

  /// The first of them as it was announced.
  public static var announcement: Telling {
    var telling = Telling(
      "Marco Rubio will meet Winston Peters in Washington this week.", id: "announcement",
      published: "2025-03-17")
    let rubio = telling.person("Marco Rubio", country: "US")
    let peters = telling.person("Winston Peters", country: "NZ")
    telling.meeting([rubio, peters], "Marco Rubio will meet Winston Peters", status: .planned)
    return telling
  }

  /// Another article on the first of them, by family names only.
  public static var familyNames: Telling {
    var telling = Telling(
      "Rubio met Peters on Thursday, New Zealand time.", id: "family-names",
      published: "2025-03-21")
    let rubio = telling.person("Rubio", country: "US")
    let peters = telling.person("Peters")
    telling.meeting([rubio, peters], "Rubio met Peters", date: "2025-03-20")
    return telling
  }

  /// A call between others.
  public static var call: Telling {
    var telling = Telling(
      "Sergei Lavrov spoke by phone with Marco Rubio.", id: "call", published: "2025-03-19")
    let lavrov = telling.person("Sergei Lavrov", country: "RU")
    let rubio = telling.person("Marco Rubio", country: "US")
    telling.meeting([lavrov, rubio], "spoke by phone", kind: .call, date: "2025-03-18")
    return telling
  }
}
