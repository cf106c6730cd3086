import Diagnostics
import Meetings

/// How much of a site a package holds (ARCHIVE §1).
public enum ArchiveScope: Hashable, Sendable {
    case whole
    case year(Int)
    case meeting(MeetingID)
}

extension ArchiveScope {
    /// As it stands on the command line; nothing for the whole site.
    public var written: String {
        switch self {
        case .whole: ""
        case .year(let year): String(year)
        case .meeting(let meeting): meeting.slug
        }
    }

    /// "2026", "FS 2026-11-06", "hela webbplatsen"
    public func name(in language: MessageLanguage) -> String {
        switch self {
        case .whole: language == .swedish ? "hela webbplatsen" : "the whole site"
        case .year(let year): String(year)
        case .meeting(let meeting): meeting.description
        }
    }
}
