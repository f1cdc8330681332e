/// The SHA-256 of `bytes` in 64 hexadecimal digits, as `sha256sum` prints it (FIPS 180-4).
func sha256(_ bytes: some Collection<UInt8>) -> String {
  var message = Array(bytes)
  let bitCount = UInt64(message.count) * 8
  message.append(0x80)
  while message.count % 64 != 56 { message.append(0) }
  message += (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * $0)) }

  var hash = initialHash
  var schedule = [UInt32](repeating: 0, count: 64)
  // Without a check of bounds in each of the 64 rounds of each 64 bytes.
  message.withUnsafeBufferPointer { message in
    roundConstants.withUnsafeBufferPointer { constants in
      schedule.withUnsafeMutableBufferPointer { schedule in
        for start in stride(from: 0, to: message.count, by: 64) {
          compress(message, at: start, constants, schedule, into: &hash)
        }
      }
    }
  }
  return hash.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

private func compress(
  _ message: UnsafeBufferPointer<UInt8>, at start: Int,
  _ constants: UnsafeBufferPointer<UInt32>, _ schedule: UnsafeMutableBufferPointer<UInt32>,
  into hash: inout [UInt32]
) {
  for t in 0..<16 {
    let at = start + 4 * t
    schedule[t] =
      UInt32(message[at]) << 24 | UInt32(message[at + 1]) << 16 | UInt32(message[at + 2]) << 8
      | UInt32(message[at + 3])
  }
  for t in 16..<64 {
    let a = schedule[t - 15]
    let b = schedule[t - 2]
    let small0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
    let small1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
    schedule[t] = schedule[t - 16] &+ small0 &+ schedule[t - 7] &+ small1
  }
  // Eight variables rather than an array, which would be made anew in each of the 64 rounds.
  var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
  var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
  /// A round that leaves each variable where it is: the next takes them by the names they would have moved to.
  @inline(__always)
  func round(
    _ t: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32
  ) {
    let big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let first = h &+ big1 &+ (g ^ (e & (f ^ g))) &+ constants[t] &+ schedule[t]
    let big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    d = d &+ first
    h = first &+ big0 &+ ((a & b) | (c & (a | b)))
  }
  for t in stride(from: 0, to: 64, by: 8) {
    round(t, a, b, c, &d, e, f, g, &h)
    round(t + 1, h, a, b, &c, d, e, f, &g)
    round(t + 2, g, h, a, &b, c, d, e, &f)
    round(t + 3, f, g, h, &a, b, c, d, &e)
    round(t + 4, e, f, g, &h, a, b, c, &d)
    round(t + 5, d, e, f, &g, h, a, b, &c)
    round(t + 6, c, d, e, &f, g, h, a, &b)
    round(t + 7, b, c, d, &e, f, g, h, &a)
  }
  hash[0] &+= a
  hash[1] &+= b
  hash[2] &+= c
  hash[3] &+= d
  hash[4] &+= e
  hash[5] &+= f
  hash[6] &+= g
  hash[7] &+= h
}

@inline(__always)
private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word >> count | word << (32 - count)
}

private let initialHash: [UInt32] = [
  0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
  0x5be0_cd19,
]

private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
