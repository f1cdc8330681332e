import Diplomacy

/// One telling of a contact.
struct ContactDraft {
  var actors: [Actor]
  /// The verb or noun that tells it.
  var trigger: Int
  /// nil where the words leave the form open: "discussed".
  var kind: MeetingKind?
  var kindTokens: Range<Int>
  var status: MeetingStatus
  var statusTokens: Range<Int>
  /// From the first actor to the last word that belongs to the telling.
  var tokens: Range<Int>
  var sentence: Range<Int>
  var block: Int
  /// Only a visit to a country, of which no meeting is told.
  var isBareVisit = false
  /// Told as taking part in what was told before: "joined the meeting".
  var joinsPrevious = false
  /// Told so loosely ("made the trip") that only what the same paragraph or the one before tells of can be meant.
  var isNear = false
  /// Tells who those were whom the occasion told before calls several: "They were".
  var isMembers = false
  /// The word by which a telling that adds people names the occasion: "the dinner".
  var event: Int?
  /// Those at whose side the people added were: "Modi was accompanied by".
  var companions: [Int] = []
  /// Tells who was of one side, before or after the occasion itself: "the delegation was led by".
  var isTeam = false
  /// Told of the team that the verb before told of: "was led by Vance and included Witkoff".
  var isSameTeam = false
  /// Its place among the tellings, by which others refer to it.
  var number = 0
  /// The number of the first telling of the occasion that this one adds people to.
  var addsTo: Int?
  /// Only named as what was to come: "ahead of talks with".
  var isPreview = false
  /// Told as something before: "had last met".
  var isRecalled = false
  /// Told by "spoke", which may be by telephone or face to face.
  var isSpoken = false
  /// Told only by "again": "on Monday and again the next day".
  var isRepeat = false
  /// Told as an occasion of its own: "separately".
  var isSeparate = false
  /// When and where it was and about what, where that is told; one reference, since tellings are copied
  /// again and again before anything of it is known.
  private(set) var circumstances: Circumstances.Kept?

  /// When and where a telling says that it was, and about what.
  struct Circumstances {
    var date: Attested<PartialDate>?
    var place: Attested<PlaceName>?
    var topics: [Attested<String>] = []
    var inheritedDate: Attested<PartialDate>?
    var inheritedPlace: Attested<PlaceName>?

    final class Kept {
      var value: Circumstances

      init(_ value: Circumstances) { self.value = value }
    }
  }

  /// The people who took part, without repetition, in order.
  var people: [Int] {
    var seen: [Int] = []
    seen.reserveCapacity(actors.count)
    for actor in actors {
      if case .person(let person) = actor.identity, !seen.contains(person) { seen.append(person) }
    }
    return seen
  }
}

extension ContactDraft {
  var date: Attested<PartialDate>? {
    get { circumstances?.value.date }
    set { change { $0.date = newValue } }
  }

  var place: Attested<PlaceName>? {
    get { circumstances?.value.place }
    set { change { $0.place = newValue } }
  }

  var topics: [Attested<String>] {
    get { circumstances?.value.topics ?? [] }
    set { change { $0.topics = newValue } }
  }

  /// The date that the text around gives a telling without any of its own; it decides nothing when
  /// tellings are joined.
  var inheritedDate: Attested<PartialDate>? {
    get { circumstances?.value.inheritedDate }
    set { change { $0.inheritedDate = newValue } }
  }

  /// The place that the text around gives, likewise.
  var inheritedPlace: Attested<PlaceName>? {
    get { circumstances?.value.inheritedPlace }
    set { change { $0.inheritedPlace = newValue } }
  }

  private mutating func change(_ change: (inout Circumstances) -> Void) {
    if isKnownUniquelyReferenced(&circumstances) {
      if let kept = circumstances { change(&kept.value) }
      return
    }
    let kept = Circumstances.Kept(circumstances?.value ?? Circumstances())
    change(&kept.value)
    circumstances = kept
  }
}
