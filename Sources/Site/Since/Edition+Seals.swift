import Meetings
import Register

/// What pages tell of the sealed record.
extension Edition {
    /// When the kallelse was sealed; nil for a meeting whose kallelse is not.
    func summonsSealed(_ meeting: MeetingIndex) -> CalendarDate? {
        register.seals[meeting].first { $0.kind == .summons }?.day
    }

    func minutesSealed(_ meeting: MeetingIndex) -> CalendarDate? {
        register.seals[meeting].last { seal in
            seal.kind == .minutes || seal.papers.contains { isRecord($0.file) && $0.change != .sealed }
        }?.day
    }

    /// The day that a § which was approved at once was sealed by itself.
    func paragraphSealed(_ number: Int, at meeting: MeetingIndex) -> CalendarDate? {
        register.seals[meeting].last { seal in
            seal.kind == .paragraphs && seal.papers.contains { $0.file.hasSuffix("#p-\(number)") }
        }?.day
    }

    func corrections(_ meeting: MeetingIndex) -> [CorrectionRow] {
        register.seals[meeting].filter { $0.isCorrection || $0.isWithdrawal }.map { CorrectionRow($0, words) }
    }

    /// Of the record, or of one § of it.
    func corrections(ofRecordAt meeting: MeetingIndex, paragraph number: Int? = nil) -> [CorrectionRow] {
        register.seals[meeting].filter { seal in
            seal.isCorrection
                && seal.papers.contains { paper in
                    guard isRecord(paper.file), paper.change != .sealed else { return false }
                    // A correction of the head alone is one of the whole record.
                    return number.map { paper.changedParts.isEmpty || paper.changedParts.contains("p-\($0)") } ?? true
                }
        }.map { CorrectionRow($0, words) }
    }

    /// Of a matter's text and bilagor, and of the §§ that decided it.
    func corrections(ofMatter index: MatterIndex) -> [CorrectionRow] {
        var rows: [CorrectionRow] = []
        let matter = register.matters[index]
        for consultation in register.consultations[index] where !register.seals[consultation.meeting].isEmpty {
            let numbers = entries(of: consultation).map { "p-\($0.number)" }
            rows += register.seals[consultation.meeting].filter { seal in
                seal.isCorrection
                    && seal.papers.contains { paper in
                        guard paper.change != .sealed else { return false }
                        if isRecord(paper.file) {
                            return numbers.contains { paper.changedParts.contains($0) }
                        }
                        return isPaper(paper.file, of: matter)
                    }
            }.map { CorrectionRow($0, words) }
        }
        return rows
    }

    /// Papers that came, became others or were withdrawn since the kallelse was sealed. Until the meeting's day also
    /// those that lie in the folders and are not sealed yet.
    func laterPapers(_ meeting: MeetingIndex) -> [LaterPaperRow] {
        let seals = register.seals[meeting]
        guard seals.contains(where: { $0.kind == .summons }) else { return [] }
        var rows: [LaterPaperRow] = []
        let addresses = addresses(ofPapersAt: meeting)
        for seal in seals where seal.kind == .supplement || seal.kind == .correction {
            for paper in seal.papers where paper.change != .sealed && !isRecord(paper.file) {
                let address = paper.change == .withdrawn ? nil : addresses[paper.file]
                rows.append(
                    LaterPaperRow(
                        file: paper.file, title: paper.title, address: address, change: paper.change, day: seal.day,
                        dayText: words.date(seal.day), passages: paper.difference.map { PassageRow.all(of: $0) } ?? []))
            }
        }
        guard register.meetings[meeting].meeting.status != .held else { return rows }
        let sealed = Set(seals.flatMap(\.papers).map(\.file))
        for case .matter(let index, let consultation) in register.meetings[meeting].agenda.map(\.content) {
            let matter = register.matters[index]
            if matter.visibility == .secret { continue }
            if !sealed.contains(matter.file) {
                rows.append(.unsealed(matter.file, matterRows[index].title, Addresses.matter(matter)))
            }
            for (paper, attachment) in zip(papers(of: index, at: consultation), matter.attachments)
            where !sealed.contains(attachment.file) && !paper.isMissing {
                let title = paper.number.map { "\(words[.attachment]) \($0) \(paper.title)" } ?? paper.title
                rows.append(.unsealed(attachment.file, title, paper.address))
            }
        }
        return rows
    }

    /// Those of one matter, new ones first.
    func laterPapers(_ rows: [LaterPaperRow], of index: MatterIndex) -> [LaterPaperRow] {
        let matter = register.matters[index]
        if matter.visibility == .secret { return [] }
        let own = rows.filter { isPaper($0.file, of: matter) }
        return own.filter { $0.change == .added } + own.filter { $0.change != .added }
    }

    /// By file.
    private func addresses(ofPapersAt meeting: MeetingIndex) -> [String: String] {
        var addresses: [String: String] = [:]
        for case .matter(let index, _) in register.meetings[meeting].agenda.map(\.content) {
            let matter = register.matters[index]
            addresses[matter.file] = Addresses.matter(matter)
            for attachment in matter.attachments {
                // One that is missing is told of where the matter's own text names it.
                if let address = Addresses.attachment(attachment, of: matter) { addresses[attachment.file] = address }
            }
        }
        return addresses
    }

    private func isRecord(_ file: String) -> Bool { file.lowercased().hasSuffix(".protokoll.md") }

    private func isPaper(_ file: String, of matter: Matter) -> Bool {
        if file == matter.file { return true }
        guard matter.file.hasSuffix("/arende.md") else { return false }
        return file.hasPrefix(matter.file.dropLast("arende.md".utf8.count))
    }
}

extension LaterPaperRow {
    fileprivate static func unsealed(_ file: String, _ title: String, _ address: String?) -> LaterPaperRow {
        LaterPaperRow(
            file: file, title: title, address: address, change: .added, day: nil, dayText: nil)
    }
}
