/// The day before which something is in no edition (FORMAT §3).
public enum Embargo: Hashable, Sendable {
    case until(CalendarDate)
    /// Its day could not be read: it is held back until it can.
    case unreadable
}

extension Embargo {
    public func holds(on today: CalendarDate) -> Bool {
        switch self {
        case .until(let date): today < date
        case .unreadable: true
        }
    }
}

/// Why something is in no edition: it is being written, or its day has not come.
public enum Holding: Hashable, Sendable {
    case draft
    /// Who may see it then.
    case embargo(Embargo, Visibility)
}

extension Holding {
    /// Nil for what is in an edition as its visibility says.
    public init?(_ visibility: Visibility, _ embargo: Embargo?, today: CalendarDate) {
        if visibility == .draft {
            self = .draft
        } else if let embargo, embargo.holds(on: today) {
            self = .embargo(embargo, visibility)
        } else {
            return nil
        }
    }

    /// What its head says, whatever the day.
    public var written: Visibility {
        switch self {
        case .draft: .draft
        case .embargo(_, let visibility): visibility
        }
    }
}

extension Matter {
    /// As its head says, whatever the day: what a seal records.
    public var writtenVisibility: Visibility { holding?.written ?? visibility }
}

extension Attachment {
    public var writtenVisibility: Visibility { holding?.written ?? visibility }
}

extension Meeting {
    public var writtenVisibility: Visibility { holding?.written ?? visibility }
}
