#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Diplomacy

/// Fetches pages and feeds, as a good guest: by the rules of `robots.txt`, one at a time, with a pause between two
/// requests to one host, and only from addresses that the policy allows.
///
/// A redirect is followed here and not in libcurl, so that the rules hold for each page on the way.
public final class Fetcher {
  private let policy: AddressPolicy
  private let limits: FetchLimits
  private let isCancelled: () -> Bool
  private var robots: [String: RobotsRules] = [:]
  private var lastRequest: [String: ContinuousClock.Instant] = [:]

  /// A fetcher; `isCancelled` is asked during a transfer, which it ends.
  public init(
    policy: AddressPolicy = AddressPolicy(), limits: FetchLimits = FetchLimits(),
    isCancelled: @escaping () -> Bool = { false }
  ) {
    self.policy = policy
    self.limits = limits
    self.isCancelled = isCancelled
  }

  /// The content at `url`.
  ///
  /// - Throws: why it can't be had: an address that is none, a host that does not answer or may not be asked, an
  ///   answer with a status other than 200, too much content, rules of the site.
  public func fetch(_ url: String) throws(FetchFailure) -> FetchedPage {
    guard let first = WebAddress(url) else {
      throw FetchFailure(
        "\(url) is no address that can be fetched",
        help: ["write it as https://host/path, without name and password"])
    }
    var address = first
    for _ in 0...limits.redirects {
      guard try rules(for: address).allows(address.target) else {
        throw FetchFailure(
          "\(address.text) may not be fetched: \(address.origin)/robots.txt asks programs not to",
          help: ["save the page with a browser, and read the file"], isForbidden: true)
      }
      let answer = try request(address, byteLimit: limits.byteCount)
      if (300..<400).contains(answer.status), let redirect = answer.redirect {
        guard let next = WebAddress(redirect) else {
          throw FetchFailure("\(address.text) redirects to \(redirect), which can't be fetched")
        }
        address = next
        continue
      }
      guard (200..<300).contains(answer.status) else {
        throw FetchFailure(
          "\(address.text) can't be fetched: the server answers \(answer.status)",
          help: answer.status == 429 || answer.status == 503
            ? ["it asks to be left alone for a while: try again later"] : [])
      }
      return FetchedPage(url: address.text, bytes: answer.bytes, mediaType: answer.mediaType)
    }
    throw FetchFailure("\(url) redirects more than \(limits.redirects) times")
  }

  /// The rules of a site, asked for once. A site without the file has none; one that fails to give it is left
  /// alone, as RFC 9309 asks.
  private func rules(for address: WebAddress) throws(FetchFailure) -> RobotsRules {
    if let known = robots[address.origin] { return known }
    var next = WebAddress(address.origin + "/robots.txt")
    var rules = RobotsRules.none
    for _ in 0..<5 {
      guard let current = next else { break }
      let answer = try request(current, byteLimit: RobotsRules.sizeLimit)
      switch answer.status {
      case 200..<300: rules = RobotsRules(String(decoding: answer.bytes, as: UTF8.self))
      case 300..<400:
        next = answer.redirect.flatMap { WebAddress($0) }
        continue
      case 500...: rules = .all
      default: break
      }
      break
    }
    robots[address.origin] = rules
    return rules
  }

  private func request(
    _ address: WebAddress, byteLimit: Int
  ) throws(FetchFailure) -> Transfer.Answer {
    waitForTurn(at: address.host)
    do throws(Transfer.Failure) {
      return try Transfer.get(
        address.text, policy: policy, limits: limits, byteLimit: byteLimit,
        isCancelled: isCancelled)
    } catch {
      throw failure(error, address, byteLimit)
    }
  }

  private func waitForTurn(at host: String) {
    // In short pieces, so that a run can be stopped between.
    while let last = lastRequest[host], ContinuousClock.now - last < limits.pause, !isCancelled() {
      let left = limits.pause - (ContinuousClock.now - last)
      let piece = max(.zero, min(left, .milliseconds(100)))
      var time = timespec(
        tv_sec: 0, tv_nsec: Int(piece.components.attoseconds / 1_000_000_000))
      nanosleep(&time, nil)
    }
    lastRequest[host] = .now
  }

  private func failure(
    _ failure: Transfer.Failure, _ address: WebAddress, _ byteLimit: Int
  ) -> FetchFailure {
    switch failure {
    case .noLibrary:
      FetchFailure(
        "\(address.text) can't be fetched: libcurl is not installed",
        help: ["install it: apt-get install libcurl4, or brew install curl"])
    case .cancelled: FetchFailure("\(address.text) was not fetched: the run was stopped")
    case .tooLarge:
      FetchFailure("\(address.text) is larger than \(byteLimit >> 10) kB")
    case .forbidden(let addresses):
      FetchFailure(
        "\(address.text) may not be fetched: \(address.host) is at \(addresses[0]), which is no public address",
        help: ["if you trust it, allow it with --allow-addresses \(addresses[0])"],
        isForbidden: true)
    case .other(let reason): FetchFailure("\(address.text) can't be fetched: \(reason)")
    }
  }
}
