import Diplomacy
import Testing

struct `The address of a page` {
  @Test(arguments: [
    "http://www.example.org/news/talks", "https://example.org/news/talks/",
    "https://m.example.org:443/news/talks?utm_source=x&fbclid=1#top",
    "https://Example.org./news/talks/amp/",
    "https://www.example.org/news/talks/index.html?at_medium=rss",
    "https://example.org/news/talks?outputType=amp",
  ])
  func `has one key however it is written`(_ text: String) throws {
    #expect(try #require(WebAddress(text)).key == "example.org/news/talks")
  }

  @Test(arguments: [
    "https://example.org/news/other", "https://example.org/news/talks?page=2",
    "https://news.example.org/news/talks", "https://example.org:8080/news/talks",
    "https://example.com/news/talks", "https://example.org/news",
  ])
  func `has another key where the page is another`(_ text: String) throws {
    #expect(try #require(WebAddress(text)).key != "example.org/news/talks")
  }

  @Test func `keeps its parameters but those of tracking, whose order does not matter`() throws {
    let one = try #require(WebAddress("https://example.org/a?id=7&utm_campaign=x&lang=en"))
    let other = try #require(WebAddress("http://example.org/a?lang=en&id=7"))
    #expect(one.withoutTracking == "https://example.org/a?id=7&lang=en")
    #expect(one.key == other.key)
  }

  @Test func `may have a host that only looks like one for phones`() throws {
    #expect(try #require(WebAddress("https://m.org/a")).key == "m.org/a")
  }

  @Test(arguments: [
    "ftp://example.org/", "example.org/a", "https://", "https:///a", "https://a:b@example.org/",
    "https://example.org:0/", "https://example.org:x/", "https://exa mple.org/", "https://a\\b/",
    "file:///etc/passwd",
  ])
  func `is none where it can't be fetched`(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `may be a number, with a port`() throws {
    let address = try #require(WebAddress("http://[2001:db8::1]:8080"))
    #expect(address.host == "[2001:db8::1]" && address.port == 8080 && address.target == "/")
  }
}
