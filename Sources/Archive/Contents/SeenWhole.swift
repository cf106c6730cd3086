import Meetings
import Register

/// Whether an audience sees everything that stands in a file. A text of which it sees only a part can't be given to it as
/// it is.
extension ArchiveSite {
    func isSeenWhole(matter: MatterIndex) -> Bool {
        if isForArchive { return true }
        let own = seen.matters[matter]
        return attachmentCounts[own.file] == own.attachments.count && isWithoutNotes(own.file)
    }

    func isSeenWhole(meeting: MeetingIndex) -> Bool {
        if isForArchive { return true }
        let own = seen.meetings[meeting].meeting
        guard let whole = all.meetingIndex[own.id], let file = own.file else { return false }
        return own.agenda == all.meetings[whole].meeting.agenda && isWithoutNotes(file)
    }

    func isSeenWhole(minutes meeting: MeetingIndex) -> Bool {
        if isForArchive { return true }
        guard let linked = seen.minutes[meeting] else { return false }
        let isOpen = linked.entries.allSatisfy { if case .open = $0 { true } else { false } }
        return isOpen && isWithoutNotes(linked.minutes.file)
    }

    /// A comment in a text is a note that nobody means to publish.
    func isWithoutNotes(_ file: String) -> Bool {
        if isForArchive { return true }
        guard let bytes = try? PackageBytes.whole(root + "/" + file) else { return false }
        return !Excerpt.hasNotes(bytes)
    }
}
