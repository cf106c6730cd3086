import System

/// Standard output and standard error, with colours and progress on a terminal only.
enum Console {
    static func out(_ text: String) { write(text + "\n", to: .output) }
    static func err(_ text: String) { write(text + "\n", to: .error) }

    static let isErrorTerminal = Terminal.isTerminal(.error)

    /// NO_COLOR, whatever its value, turns colours off (no-color.org).
    static let hasColours = isErrorTerminal && Environment.text("NO_COLOR") == nil && Environment["TERM"] != "dumb"

    enum Colour: Int {
        case red = 31
        case yellow = 33
        case green = 32
    }

    static func coloured(_ text: String, _ colour: Colour) -> String {
        hasColours ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    static func write(_ text: String, to stream: Terminal.Stream) { Terminal.write(text, to: stream) }
}
