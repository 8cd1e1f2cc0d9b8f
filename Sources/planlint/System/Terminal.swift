import Glibc

/// When colours and excerpts are wanted.
enum Terminal {
  enum ColorChoice: String, CaseIterable {
    case auto, always, never
  }

  /// Whether standard output is a terminal for people: Emacs runs compilers on one that calls itself `dumb`.
  static var isForPeople: Bool {
    guard isatty(STDOUT_FILENO) == 1, let kind = variable("TERM") else { return false }
    return !kind.isEmpty && kind != "dumb"
  }

  /// Whether to colour: the option decides, then NO_COLOR, then CLICOLOR_FORCE, then the terminal (no-color.org).
  static func wantsColor(_ choice: ColorChoice, isForPeople: Bool) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = variable("NO_COLOR"), !value.isEmpty { return false }
    if let value = variable("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
    return isForPeople
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
