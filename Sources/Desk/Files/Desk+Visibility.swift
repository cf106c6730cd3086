import Content
import Editing
import Meetings
import Register

extension Desk {
    /// Who may see a file of the site's, and no more than may see what it belongs to. Nil where its head cannot be read:
    /// nobody knows.
    func visibility(of path: String) -> Visibility? {
        if let written = writtenVisibility(of: path) { return written }
        guard path.lowercased().hasSuffix(".md") else {
            // A file that no ärende and no meeting has is published by none.
            return path.hasPrefix("content/arenden/") || path.hasPrefix("content/moten/") ? nil : .public
        }
        guard let bytes = texts[path]?.bytes ?? (try? read(sitePath(path))) else { return nil }
        do throws(EditFault) {
            guard let value = try editor.value(of: "synlighet", in: bytes) else { return .public }
            // A word that is none holds a text back (FORMAT §8).
            guard case .text(let word) = value else { return .secret }
            let folded = FieldKey.fold(word)
            return Visibility.allCases.first { FieldKey.fold($0.rawValue) == folded } ?? .secret
        } catch {
            return nil
        }
    }

    /// As the site has read it; nil for what it has not read.
    private func writtenVisibility(of path: String) -> Visibility? {
        let seen = reading.seen
        for matter in seen.matters {
            let own = matter.shownVisibility
            if matter.file == path { return own }
            if let paper = matter.attachments.first(where: { $0.file == path }) {
                return max(own, paper.shownVisibility)
            }
        }
        for index in seen.meetings.indices {
            let meeting = seen.meetings[index].meeting
            if meeting.file == path { return meeting.shownVisibility }
            if let paper = meeting.papers.first(where: { $0.file == path }) {
                return max(meeting.shownVisibility, paper.visibility)
            }
            if let record = seen.minutes[index]?.minutes, record.file == path { return meeting.shownVisibility }
        }
        return (seen.pages + [seen.front].compactMap(\.self)).first { $0.file == path }.map {
            Visibility(shown: $0.visibility, $0.holding)
        }
    }
}

extension Attachment {
    var shownVisibility: Visibility { Visibility(shown: visibility, holding) }
}

extension Matter {
    var shownVisibility: Visibility { Visibility(shown: visibility, holding) }
}

extension Meeting {
    var shownVisibility: Visibility { Visibility(shown: visibility, holding) }
}

extension Visibility {
    /// The preview lays a draft open as what it may become; the desk says that it is one.
    fileprivate init(shown visibility: Visibility, _ holding: Holding?) {
        self = holding == .draft ? .draft : visibility
    }
}
