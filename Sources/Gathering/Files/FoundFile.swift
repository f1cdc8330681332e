public import Diagnostics

/// What a walk over files comes upon.
public enum FoundFile: Hashable, Sendable {
  /// A file to read.
  case file(path: String, byteCount: Int)
  /// A folder or file that can't be looked at, and why.
  case failure(path: String, Diagnostic)
}
