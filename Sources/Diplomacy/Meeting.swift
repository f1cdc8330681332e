/// What form a contact took.
public enum MeetingKind: String, Hashable, Sendable, CaseIterable {
  /// Talks in one place, of two sides or of officials.
  case meeting
  /// By telephone or video.
  case call
  /// A breakfast, lunch or dinner.
  case meal
  /// Leaders or ministers of three or more countries, a conference, a forum.
  case summit
  /// A visit or reception with no talks told apart from it.
  case visit
}

/// What became of a contact, as told.
public enum MeetingStatus: String, Hashable, Sendable, CaseIterable {
  /// It took place or is taking place.
  case held
  /// Announced, expected, or invited and accepted.
  case planned
  /// Called off or postponed.
  case cancelled
  /// Refused, denied, or failed to happen.
  case declined
}

/// Why two people named close together are not joined by a meeting.
public enum SeparationReason: String, Hashable, Sendable, CaseIterable {
  /// One is named only as the other's or a third person's boss: "Trump's adviser".
  case possessor
  /// One stands in a relative clause about another person: "Ortagus, who works with Witkoff".
  case relativeClause
  /// Both took part in meetings, but in different ones.
  case separateMeetings
  /// The contact was denied or refused.
  case declined
  /// The contact was called off.
  case cancelled
  /// The contact is only planned.
  case planned
  /// One is what was talked about.
  case subjectOfTalk
  /// One is named as a former holder of an office: "his predecessor, Merkel".
  case pastHolder
  /// The contact is hoped for, demanded, offered or supposed, no more.
  case hypothetical
  /// The sentence says that there was none: "without meeting", "has never met".
  case negated
  /// Both are only named in one sentence.
  case namedTogether
}
