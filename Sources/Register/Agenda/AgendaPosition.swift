import Meetings

/// The number that an agenda's line is printed with: 3 for a point, 3 a for what stands below it.
public struct AgendaPosition: Hashable, Sendable {
    /// From 1.
    public let point: Int
    /// Of a sub-point.
    public let letter: String?
}

extension AgendaPosition {
    /// `3`, `3 a`
    public var text: String { letter.map { "\(point) \($0)" } ?? String(point) }

    /// `3.`, `3 a)`
    public var marked: String { letter == nil ? text + "." : text + ")" }

    /// Each line with its number. They are counted from what is shown and from nothing else.
    public static func all(_ agenda: [AgendaItem]) -> [(position: AgendaPosition, item: AgendaItem)] {
        var (point, below) = (0, 0)
        return agenda.map { item in
            switch item.level {
            case .point:
                (point, below) = (point + 1, 0)
                return (AgendaPosition(point: point, letter: nil), item)
            case .subpoint:
                below += 1
                return (AgendaPosition(point: max(point, 1), letter: letter(below)), item)
            }
        }
    }

    /// a … z, aa …
    private static func letter(_ number: Int) -> String {
        var text = ""
        var left = number
        while left > 0 {
            left -= 1
            text = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(left % 26))) + text
            left /= 26
        }
        return text
    }
}
