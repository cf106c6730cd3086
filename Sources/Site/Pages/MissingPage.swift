import Meetings
import Register
import Theme

/// `/saknas/`: what isn't there, kind by kind, each with since when.
struct MissingPage: TemplateContext {
    let groups: [MissingGroup]

    static let shapeName = "det som saknas"
    static let fields: [Field<Self>] = [.flag("tom") { $0.groups.isEmpty }, .list("grupper") { $0.groups }]
}

struct MissingGroup: TemplateContext {
    let title: String
    let anchor: String
    let rows: [MissingRow]

    static let shapeName = "slag av det som saknas"
    static let fields: [Field<Self>] = [
        .text("rubrik") { $0.title },
        .text("ankare") { $0.anchor },
        .list("rader") { $0.rows },
    ]
}

struct MissingRow: TemplateContext {
    let meeting: MeetingRow?
    let matter: MatterRow?
    /// Of a paper that an ärende lists.
    let paper: String?
    let since: String
    let sinceText: String

    static let shapeName = "det som saknas, en rad"
    static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .object("arende") { $0.matter },
        .text("handling") { $0.paper },
        .text("sedan") { $0.since },
        .text("sedantext") { $0.sinceText },
    ]
}

extension MissingPage {
    init(_ edition: Edition) {
        let (words, register) = (edition.words, edition.register)
        var rows: [(word: Word, row: MissingRow)] = []
        for item in Missing(register).items {
            func row(_ meeting: MeetingIndex?, _ matter: MatterIndex?, _ paper: String? = nil) -> MissingRow {
                MissingRow(
                    meeting: meeting.map { edition.meetingRows[$0] }, matter: matter.map { edition.matterRows[$0] },
                    paper: paper, since: item.since.description, sinceText: words.date(item.since))
            }
            switch item.kind {
            case .minutes(let meeting): rows.append((.missingMinutes, row(meeting, nil)))
            case .approval(let meeting): rows.append((.missingApproval, row(meeting, nil)))
            case .notice(let meeting): rows.append((.missingNotices, row(meeting, nil)))
            case .paper(let paper, let matter):
                rows.append((.missingPapers, row(nil, matter, register.matters[matter].attachments[paper].title)))
            case .number(let matter, let meeting): rows.append((.missingNumbers, row(meeting, matter)))
            case .diaryNumber(let matter): rows.append((.missingDiaryNumbers, row(nil, matter)))
            }
        }
        groups = Word.missingKinds.compactMap { word, anchor in
            let own = rows.filter { $0.word == word }.map(\.row)
            return own.isEmpty ? nil : MissingGroup(title: words[word], anchor: anchor, rows: own)
        }
    }
}

extension Word {
    fileprivate static let missingKinds: [(word: Word, anchor: String)] = [
        (.missingMinutes, "protokoll"), (.missingApproval, "justering"), (.missingNotices, "anslag"),
        (.missingPapers, "handlingar"), (.missingNumbers, "nummer"), (.missingDiaryNumbers, "dnr"),
    ]
}
