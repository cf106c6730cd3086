import Ledger
import Meetings
import Register

extension LogSummons {
    /// The meeting as it stands when it is sealed.
    ///
    /// - Parameter without: ärenden that are left out, by their files.
    package init(_ subject: SealSubject, without: Set<String> = []) {
        let meeting = subject.meeting
        self.init(
            bodies: meeting.bodies.map(\.slug.text), days: meeting.days.map(\.description), time: meeting.time ?? "",
            place: meeting.place ?? "", status: meeting.status.rawValue, visibility: meeting.visibility.rawValue,
            agenda: subject.agenda.compactMap { item in
                switch item {
                case .heading(let text): Item(text: text, paper: Paper(visibility: meeting.visibility.rawValue))
                case .matter(let place, _, _) where without.contains(subject.matters[place].file): nil
                case .matter(let place, let number, let attachments):
                    Item(subject.matters[place], number: number, attachments: attachments)
                }
            })
    }
}

extension LogSummons.Item {
    fileprivate init(_ matter: Matter, number: AttachmentNumber?, attachments: [AttachmentNumber?]) {
        let title = [matter.diaryNumber?.text, matter.title].compactMap(\.self).joined(separator: " ")
        self.init(
            text: "", paper: LogSummons.Paper(matter.file, number, title, matter.writtenVisibility),
            attachments: zip(matter.attachments, attachments).map { attachment, number in
                if case .missing = attachment.content {
                    LogSummons.Paper("", number, attachment.title, attachment.writtenVisibility)
                } else {
                    LogSummons.Paper(attachment.file, number, attachment.title, attachment.writtenVisibility)
                }
            })
    }
}

extension LogSummons.Paper {
    fileprivate init(_ file: String, _ number: AttachmentNumber?, _ title: String, _ visibility: Visibility) {
        let path = file.hasPrefix("content/") ? String(file.dropFirst("content/".utf8.count)) : file
        self.init(path: path, number: number?.description ?? "", title: title, visibility: visibility.rawValue)
    }
}
