import Articles
import Diplomacy
import Language
import Testing

@testable import Extraction

/// The meanings of the dates in `text`, published on `published`, told as past or as to come.
private func dates(
  _ text: String, published: String = "2025-03-20", isFuture: Bool = false, told: String? = nil
) throws -> [String?] {
  let reader = ArticleReader(published: CalendarDate(iso: published), format: .text)
  let file = InputFile(name: "text", bytes: Array((text + " for the talks of the day.").utf8))
  var reading = Reading(try #require(reader.read(file).first).get())
  DateStage().run(&reading)
  let origin = DateExpression.Origin(
    today: CalendarDate(iso: published), isFuture: isFuture,
    told: told.flatMap { PartialDate(iso: $0) })
  return reading.dates.map { $0.date(from: origin)?.description }
}

// 2025-03-20 is a Thursday.

struct `A date told as past` {
  @Test(arguments: [
    ("They met on Wednesday", "2025-03-19"), ("They met on Thursday", "2025-03-20"),
    ("They met on Friday", "2025-03-14"), ("They met last Thursday", "2025-03-13"),
    ("They met early Saturday", "2025-03-15"), ("They met yesterday evening", "2025-03-19"),
    ("They met this morning", "2025-03-20"), ("They met last night", "2025-03-19"),
    ("They met earlier today", "2025-03-20"), ("They met three days ago", "2025-03-17"),
    ("They met a week ago", "2025-03-13"), ("They met on March 3", "2025-03-03"),
    ("They met on 3 April", "2024-04-03"), ("They met on Dec. 30", "2024-12-30"),
    ("They met on the 5th of March", "2025-03-05"), ("They met on the 17th,", "2025-03-17"),
    ("They met on the 25th,", "2025-02-25"), ("They met on the first of October", "2024-10-01"),
    ("They met on November 7 last year", "2024-11-07"), ("They met in November", "2024-11"),
    ("They met last November", "2024-11"), ("They met in early March", "2025-03"),
    ("They met in February last year", "2024-02"), ("They met last month", "2025-02"),
    ("They met earlier this month", "2025-03"), ("They met two months ago", "2025-01"),
    ("They met last year", "2024"), ("They met in 2019", "2019"),
    ("They met in May 2024", "2024-05"), ("They met last week", "2025-03-10/2025-03-16"),
    ("They met over the weekend", "2025-03-15/2025-03-16"),
    ("They met from Monday to Wednesday", "2025-03-17/2025-03-19"),
    ("They met on March 4 and 5", "2025-03-04/2025-03-05"),
    ("They met from 3 to 9 March", "2025-03-03/2025-03-09"),
    ("They met on 3–9 April 2021", "2021-04-03/2021-04-09"),
    ("They met from Oct. 25 to Nov. 2", "2024-10-25/2024-11-02"),
    ("They met on Tuesday, 18 March 2025,", "2025-03-18"),
    ("They met on Sat. 3 August 2024", "2024-08-03"), ("They met on 19.04.2024", "2024-04-19"),
    ("They met on 2024-04-19", "2024-04-19"), ("They met on 10/15/85", "1985-10-15"),
  ])
  func `is the nearest that lies before`(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == [expected])
  }

  @Test func `keeps a year that was told long before`() throws {
    #expect(try dates("On 1 June they met", told: "1989-12-05") == ["1989-06-01"])
    #expect(try dates("On 1 June they met", told: "2025-03-18") == ["2024-06-01"])
  }
}

struct `A date told as to come` {
  @Test(arguments: [
    ("They will meet on Friday", "2025-03-21"), ("They will meet on Thursday", "2025-03-20"),
    ("They will meet on Monday", "2025-03-24"), ("They will meet next Thursday", "2025-03-27"),
    ("They will meet tomorrow", "2025-03-21"), ("They will meet on April 3", "2025-04-03"),
    ("They will meet on 3 January", "2026-01-03"), ("They will meet in May", "2025-05"),
    ("They will meet in January", "2026-01"), ("They will meet next month", "2025-04"),
    ("They will meet next week", "2025-03-24/2025-03-30"),
    ("They will meet this weekend", "2025-03-22/2025-03-23"),
    ("They will meet on the 5th,", "2025-04-05"),
    ("They will meet on the 13th of next month", "2025-04-13"),
    ("They will meet in mid-June", "2025-06"), ("They will meet later this year", "2025"),
    ("They will meet by the end of the month", "2025-03"),
    ("They will meet the day after tomorrow", "2025-03-22"),
    ("They gather on Tuesday and Wednesday", "2025-03-25/2025-03-26"),
  ])
  func `is the nearest that lies ahead`(_ text: String, _ expected: String) throws {
    #expect(try dates(text, isFuture: true) == [expected])
  }
}

struct `A date counted from one told before` {
  @Test(arguments: [
    ("The same day they met", "2025-03-10"), ("That evening they met", "2025-03-10"),
    ("Later that day they met", "2025-03-10"), ("The next day they met", "2025-03-11"),
    ("They met the following day", "2025-03-11"), ("Two days later they met", "2025-03-12"),
    ("They met a day later", "2025-03-11"), ("They met the day before,", "2025-03-09"),
    ("They had met two nights earlier", "2025-03-08"), ("A week earlier they met", "2025-03-03"),
    ("On the Friday, they met", "2025-03-14"), ("They met the following month", "2025-04"),
  ])
  func `follows it`(_ text: String, _ expected: String) throws {
    #expect(try dates(text, told: "2025-03-10") == [expected])
  }

  @Test func `means nothing without it`() throws {
    #expect(try dates("The next day they met") == [nil])
  }
}

struct `Words that look like dates` {
  @Test(arguments: [
    "They may meet", "The march on the capital", "She won 5 to 4", "Sun Weidong met him",
    "The second round", "A day of talks", "They met the next president", "April Glaspie met him",
    "The next of the talks", "They spent a day and a night", "He is 19", "At 11 a.m. they met",
  ])
  func `are none`(_ text: String) throws {
    #expect(try dates(text) == [])
  }
}
