import Diagnostics
import Gathering
import TestSupport
import Testing

struct `Fetching a page` {
  private func fetcher(
    allowing ranges: [String] = ["127.0.0.0/8"], _ change: (inout FetchLimits) -> Void = { _ in }
  ) -> Fetcher {
    var limits = FetchLimits()
    limits.pause = .zero
    limits.whole = .seconds(20)
    change(&limits)
    return Fetcher(
      policy: AddressPolicy(allowed: ranges.compactMap { AddressRange($0) }), limits: limits)
  }

  private func failure(_ fetcher: Fetcher, _ url: String) -> Diagnostic? {
    do throws(FetchFailure) {
      _ = try fetcher.fetch(url)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test func `gives its content, its type, and where redirects led to`() throws {
    let server = try LoopbackServer { target in
      switch target {
      case "/old": .redirect("/new?id=7")
      case "/new?id=7": .page("<p>Talks</p>")
      default: nil
      }
    }
    let page = try fetcher().fetch(server.origin + "/old")
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>Talks</p>")
    #expect(page.url == server.origin + "/new?id=7")
    #expect(page.mediaType == "text/html; charset=utf-8")
    #expect(server.requests == ["/robots.txt", "/old", "/new?id=7"])
  }

  @Test func `of loopback is refused unless it is allowed, before a byte is sent`() throws {
    let server = try LoopbackServer { _ in .page("secret") }
    for url in [server.origin, server.origin.replacing("127.0.0.1", with: "localhost")] {
      let message = failure(fetcher(allowing: []), url)
      #expect(
        message?.summary.contains("no public address") == true, "\(String(describing: message))")
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `that redirects to an address that is not allowed is refused`() throws {
    let inner = try LoopbackServer { _ in .page("secret") }
    let outer = try LoopbackServer { target in
      target == "/" ? .redirect(inner.origin.replacing("127.0.0.1", with: "127.0.0.2")) : nil
    }
    let message = failure(fetcher(allowing: ["127.0.0.1"]), outer.origin + "/")
    #expect(
      message?.summary.contains("127.0.0.2 is at 127.0.0.2, which is no public address") == true)
    #expect(inner.requests.isEmpty)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"])
  func `never leads out of the web`(_ target: String) throws {
    let server = try LoopbackServer { _ in .redirect(target) }
    let allowAll = try LoopbackServer { path in path == "/robots.txt" ? nil : .redirect(target) }
    #expect(failure(fetcher(), target)?.summary.contains("no address that can be fetched") == true)
    #expect(failure(fetcher(), allowAll.origin + "/")?.summary.contains("can't be fetched") == true)
    _ = server
  }

  @Test func `obeys the rules of the site`() throws {
    let server = try LoopbackServer { target in
      target == "/robots.txt"
        ? .page("User-agent: *\nDisallow: /private\n") : .page("open")
    }
    let fetcher = fetcher()
    let message = failure(fetcher, server.origin + "/private/page")
    #expect(message?.summary.contains("robots.txt asks programs not to") == true)
    #expect(try fetcher.fetch(server.origin + "/public").bytes.count == 4)
    #expect(server.requests == ["/robots.txt", "/public"])
  }

  @Test func `of a site that can't tell its rules is left alone`() throws {
    let server = try LoopbackServer { target in
      target == "/robots.txt" ? .init("503 Service Unavailable") : .page("open")
    }
    #expect(failure(fetcher(), server.origin + "/")?.summary.contains("robots.txt") == true)
  }

  @Test func `that is too large, even when unpacked, is refused`() throws {
    let server = try LoopbackServer { target in
      target == "/robots.txt" ? nil : .init(body: [UInt8](repeating: 65, count: 300_000))
    }
    let small = fetcher { $0.byteCount = 200_000 }
    #expect(failure(small, server.origin + "/")?.summary.hasSuffix("is larger than 195 kB") == true)
    #expect(try fetcher().fetch(server.origin + "/").bytes.count == 300_000)
  }

  @Test func `that unpacks to too much is refused`() throws {
    let bomb = PackedBytes.gzipBomb(of: 4 << 20)
    #expect(bomb.count < 40_000)
    let server = try LoopbackServer { target in
      target == "/robots.txt"
        ? nil : .init(headers: ["Content-Encoding: gzip"], body: bomb)
    }
    let small = fetcher { $0.byteCount = 1 << 20 }
    #expect(
      failure(small, server.origin + "/")?.summary.hasSuffix("is larger than 1024 kB") == true)
  }

  #if canImport(Glibc)
    /// Linux has all of 127.0.0.0/8, so that one server can be allowed and the other not.
    @Test(arguments: ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
    func `that redirects to a name or number which stands for a private address is refused`(
      _ host: String
    ) throws {
      let inner = try LoopbackServer { _ in .page("secret") }
      let outer = try LoopbackServer(at: "127.0.0.9") { target in
        target == "/" ? .redirect(inner.origin.replacing("127.0.0.1", with: host)) : nil
      }
      let message = failure(fetcher(allowing: ["127.0.0.9"]), outer.origin + "/")
      #expect(
        message?.summary.contains("no public address") == true
          || message?.summary.contains("can't be fetched") == true,
        "\(String(describing: message))")
      #expect(outer.requests.last == "/")
      #expect(inner.requests.isEmpty)
    }
  #endif

  @Test func `that goes round in a circle, fails, or never ends is told`() throws {
    let server = try LoopbackServer { target in
      switch target {
      case "/circle": .redirect("/circle")
      case "/broken": .init("500 Internal Server Error")
      case "/endless": .init(body: [65], hangs: true)
      default: nil
      }
    }
    let fetcher = fetcher { $0.whole = .milliseconds(300) }
    #expect(
      failure(fetcher, server.origin + "/circle")?.summary.contains("redirects more than") == true)
    #expect(failure(fetcher, server.origin + "/broken")?.summary.contains("answers 500") == true)
    #expect(failure(fetcher, server.origin + "/none")?.summary.contains("answers 404") == true)
    #expect(failure(fetcher, server.origin + "/endless")?.summary.contains("Timeout") == true)
  }
}

struct `The addresses to connect to` {
  @Test(arguments: [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::1",
    "2001:db8::1", "::127.0.0.1",
  ])
  func `leave out what is not public`(_ text: String) throws {
    #expect(!AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test(arguments: ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "64:ff9b::8.8.8.8"])
  func `are all that is public`(_ text: String) throws {
    #expect(AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test func `are more where ranges are allowed, bit by bit`() throws {
    let policy = AddressPolicy(
      allowed: ["10.1.128.0/17", "fd00::/8"].compactMap { AddressRange($0) })
    for (text, isPermitted) in [
      ("10.1.128.1", true), ("10.1.255.255", true), ("10.1.127.255", false), ("fd12::1", true),
      ("fe80::1", false), ("::ffff:10.1.200.1", true),
    ] {
      #expect(policy.permits(try #require(IPAddress(text))) == isPermitted, "\(text)")
    }
    for text in ["10.0.0.0/33", "10.0.0", "x/8", "", "10.0.0.0/"] {
      #expect(AddressRange(text) == nil)
    }
  }
}

struct `The rules of a site` {
  static let rules = RobotsRules(
    """
    # A comment
    User-agent: other
    Disallow: /

    User-agent: *
    User-agent: another
    Disallow: /private   # for members
    Allow: /private/open
    Disallow: /*.pdf$
    Disallow: /a%3cd
    Disallow:
    Crawl-delay: 10
    """)

  @Test(arguments: [
    ("/", true), ("/private", false), ("/privately", false), ("/private/open/page", true),
    ("/x/y.pdf", false), ("/x/y.pdf?page=2", true), ("/a%3Cd", false), ("/robots.txt", true),
  ])
  func `are read as the standard says`(_ target: String, _ isAllowed: Bool) {
    #expect(Self.rules.allows(target) == isAllowed)
  }

  @Test func `for memcon go before those for all`() {
    let rules = RobotsRules("user-agent: *\ndisallow: /\n\nUser-Agent: MemCon\nDisallow: /x\n")
    #expect(rules.allows("/page"))
    #expect(!rules.allows("/x/page"))
  }

  @Test func `with many stars take no time`() {
    let rules = RobotsRules("user-agent: *\ndisallow: /\(String(repeating: "*a", count: 200))b")
    #expect(rules.allows("/" + String(repeating: "a", count: 5_000)))
  }
}
