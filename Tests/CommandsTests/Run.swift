import Commands

/// One run of memcon in this process, with everything it wrote.
struct Run {
  let status: ExitStatus
  let output: String
  let error: String

  /// Runs memcon with `arguments`; `input` is what standard input gives.
  ///
  /// `columns` makes standard output a terminal of that width.
  init(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:],
    columns: Int? = nil
  ) {
    self.init(arguments, input: input, environment: environment, columns: columns)
  }

  init(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    columns: Int? = nil, interruption: Interruption = Interruption { false }
  ) {
    var rest = input[...]
    var output: [UInt8] = []
    var error: [UInt8] = []
    status = Commands.run(
      arguments: arguments, environment: environment, executable: Self.executable,
      interruption: interruption,
      input: ByteSource { limit in
        defer { rest = rest.dropFirst(limit) }
        return Array(rest.prefix(limit))
      },
      output: ByteSink(columns: columns) { output += $0 },
      error: ByteSink { error += $0 })
    self.output = String(decoding: output, as: UTF8.self)
    self.error = String(decoding: error, as: UTF8.self)
  }

  /// The program beside the tests, for pictures.
  static let executable =
    CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/") + "/memcon"
}
