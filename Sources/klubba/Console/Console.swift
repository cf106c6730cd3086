import Glibc

/// Standard output and standard error, with colours and progress on a terminal only.
enum Console {
    static func out(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    static func err(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// NO_COLOR, whatever its value, turns colours off (no-color.org).
    static let hasColours =
        isErrorTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
        && getenv("TERM").map { String(cString: $0) } != "dumb"

    enum Colour: Int {
        case red = 31
        case yellow = 33
        case green = 32
    }

    static func coloured(_ text: String, _ colour: Colour) -> String {
        hasColours ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count, let start = bytes.baseAddress {
                let count = Glibc.write(descriptor, start + done, bytes.count - done)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return }
                done += count
            }
        }
    }
}
