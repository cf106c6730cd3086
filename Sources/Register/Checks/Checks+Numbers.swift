import Content
import Diagnostics
import Meetings

extension Checks {
    /// The same number twice, and gaps (FORMAT §3).
    mutating func checkNumbers() {
        for linked in links.meetings {
            let id = linked.meeting.id
            let handled = linked.agenda.compactMap(\.handled)
            let matters = handled.map { links.matters[$0.matter] }
            let papers = handled.map { own in
                let consultation = links.consultations[own.matter][own.consultation]
                return PaperNumbers(own: consultation.number, attachments: consultation.attachmentNumbers)
            }
            for conflict in Numbering.conflicts(papers, of: matters, at: id) {
                let (matter, other) = (handled[conflict.matter].matter, handled[conflict.other].matter)
                let problem = Problem.sameAttachmentNumber(
                    number: conflict.number.description, meeting: id.description,
                    other: self.source(of: other).matter.file)
                report(source(of: matter).place(of: "bilaga"), problem)
            }
            reportGaps(
                among: handled.compactMap { own in
                    links.matters[own.matter].numbers.range(at: id).map { (range: $0, matter: own.matter) }
                }, at: id)
            if let papers = sources.sent[id] { reportSent(papers, linked) }
        }
        for source in sources.matters { checkNumbersWithin(source) }
    }

    /// A number written otherwise than it was sent is passed over, and that is told.
    private mutating func reportSent(_ papers: SentNumbers.Papers, _ linked: Links<Whole>.LinkedMeeting) {
        let id = linked.meeting.id
        for matter in linked.agenda.compactMap({ $0.handled?.matter }) {
            let file = links.matters[matter].file
            guard papers.wasSent(file), let written = links.matters[matter].numbers.range(at: id)?.place,
                papers.number(of: file) != written
            else { continue }
            report(
                source(of: matter).place(of: "bilaga"),
                .numberWasSent(
                    written: written.description, sent: papers.number(of: file)?.description,
                    meeting: id.description))
        }
    }

    private mutating func reportGaps(among ranges: [(range: NumberRange, matter: MatterIndex)], at meeting: MeetingID) {
        let sorted = Set(ranges.flatMap { $0.range.numbers.map(\.first) }).sorted()
        for (before, after) in zip(sorted, sorted.dropFirst()) where after > before + 1 {
            guard let next = ranges.first(where: { $0.range.place.first == after }) else { continue }
            let missing = after == before + 2 ? "\(before + 1)" : "\(before + 1)–\(after - 1)"
            let problem = Problem.gapBetweenMatters(missing: missing, meeting: meeting.description)
            report(source(of: next.matter).place(of: "bilaga"), problem)
        }
    }

    private mutating func checkNumbersWithin(_ source: MatterSource) {
        let ranges = source.matter.numbers.ranges
        var twice: Set<AttachmentNumber> = []
        var missing: Set<AttachmentNumber> = []
        var outside: Set<Int> = []
        for range in ranges {
            reportTwice(in: range, of: source, &twice)
            reportGaps(in: range, of: source, &missing)
        }
        // A number that no range of the ärende has would be nobody's.
        for (index, attachment) in source.matter.attachments.enumerated() {
            guard let number = attachment.number, number.depth > 1, !ranges.isEmpty,
                !ranges.contains(where: { $0.holds(number) }), outside.insert(index).inserted
            else { continue }
            report(
                Place(attachment.file, line: attachment.line),
                .numberOutsideRange(number: number.description, file: source.matter.file))
        }
    }

    private mutating func reportTwice(
        in range: NumberRange, of source: MatterSource, _ reported: inout Set<AttachmentNumber>
    ) {
        var written: Set<AttachmentNumber> = []
        for number in range.numbers where !written.insert(number).inserted && reported.insert(number).inserted {
            let problem = Problem.sameNumberInMatter(number: number.description, other: source.matter.file)
            report(source.place(of: "bilaga"), problem)
        }
        var owners: [AttachmentNumber: String] = [:]
        for (attachment, number) in zip(source.matter.attachments, range.attachments) {
            guard let number else { continue }
            if let other = owners.updateValue(attachment.file, forKey: number), reported.insert(number).inserted {
                let place = Place(attachment.file, line: attachment.line)
                report(place, .sameNumberInMatter(number: number.description, other: other))
            }
        }
    }

    /// A number below the ärende's own that no bilaga has, though a higher one is there or the range names it.
    private mutating func reportGaps(
        in range: NumberRange, of source: MatterSource, _ reported: inout Set<AttachmentNumber>
    ) {
        guard let own = range.own else { return }
        let present = Set(range.attachments.compactMap(\.self))
        let named = range.numbers.dropFirst() + present
        let last = named.filter { $0.isBelow(own) && $0.depth == own.depth + 1 }.max()
        var expected = range.numbers.dropFirst().filter { !$0.isBelow(own) }
        if let last {
            expected += (1...max(1, last.parts.last ?? 1)).compactMap { AttachmentNumber(own.parts + [$0]) }
        }
        for number in expected where !present.contains(number) && reported.insert(number).inserted {
            report(source.place(of: "bilaga"), .gapWithinMatter(missing: number.description))
        }
    }
}
