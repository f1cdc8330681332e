public import Synchronization

/// Answers of a pure function by the words it was asked about, so that what texts say over and over is
/// worked out once.
///
///     private static let offices = Memo<Office?>()
///     offices.answer(to: "Foreign Minister") { title in … }
///
/// It holds no more than `limit` answers, some kilobytes: when it is full, it begins anew.
public final class Memo<Answer: Sendable>: Sendable {
  @usableFromInline let answers = Mutex(PhraseTable<Answer>())
  @usableFromInline let limit: Int

  /// An empty memo for `limit` answers.
  public init(limit: Int = 4096) { self.limit = limit }

  /// The answer to `question`, which `answer` gives where it was not asked before.
  ///
  /// `answer` may be asked the same question twice, by two threads at once.
  @inlinable
  public func answer(to question: String, _ answer: (String) -> Answer) -> Answer {
    if let known = answers.withLock({ $0[question] }) { return known }
    let found = answer(question)
    answers.withLock { answers in
      if answers.count >= limit { answers.removeAll() }
      answers[question] = found
    }
    return found
  }
}
