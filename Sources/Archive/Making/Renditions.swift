import Ledger
import Meetings
import Packet
import Register
import System

extension ArchiveSite {
    /// What a text is as a PDF of its own: its dnr, and a mark on every page of what is not for everybody.
    func rendition(of paper: ArchivePaper) -> Rendition {
        switch paper.owner {
        case .matter(let index):
            let matter = seen.matters[index]
            let marks = [matter.diaryNumber.map { "Dnr \($0)" }, mark(paper.visibility, ground: matter.secrecyGround)]
            let day = seen.consultations[index].last?.id.date ?? seen.today
            return Rendition(
                content: paper.place.map { .attachment($0, of: index) } ?? .matter(index), title: paper.title,
                mark: marks.compactMap(\.self).joined(separator: " · "), day: day)
        case .meeting(let index):
            let isRecord = paper.objectID.hasSuffix("/protokoll")
            let strictest = isRecord ? strictestEntry(of: index, paper.visibility) : paper.visibility
            return Rendition(
                content: isRecord ? .minutes(meeting: index) : .summons(meeting: index), title: paper.title,
                mark: mark(strictest, ground: nil) ?? "", day: seen.meetings[index].meeting.id.date)
        }
    }

    private func mark(_ visibility: Visibility, ground: String?) -> String? {
        switch visibility {
        case .secret: ground.map { "SEKRETESS, \($0)" } ?? "SEKRETESS"
        case .members: "ENDAST FÖR LEDAMÖTER"
        case .draft: "UTKAST"
        case .public: nil
        }
    }

    /// A record is as secret as the most secret ärende that one of its §§ is about.
    private func strictestEntry(of meeting: MeetingIndex, _ own: Visibility) -> Visibility {
        let about = seen.minutes[meeting]?.entries.flatMap { entry -> [Visibility] in
            if case .open(_, let matters) = entry { matters.map { seen.matters[$0].writtenVisibility } } else { [] }
        }
        return (about ?? []).reduce(own) { stricter($0, $1) }
    }
}

extension LogTime {
    static func day(of moment: LogTime) -> CalendarDate { CalendarDate(dayNumber: moment.seconds / 86_400) }
}

extension PacketFailure {
    /// Why the printing failed, for a message.
    var words: String {
        switch self {
        case .noPrinter, .oldPrinter: "WeasyPrint"
        case .noMerger: "klubba-pdf"
        case .printing(let words), .merging(let words): words
        case .timedOut(let seconds): "\(seconds) s"
        case .notWritable(let path, let number): "\(path): \(SystemReason(number).swedish)"
        default: ""
        }
    }
}
