import Content
import Diagnostics
import Meetings

extension Checks {
    /// The same number twice, and gaps (FORMAT §3).
    mutating func checkNumbers() {
        for linked in links.meetings {
            var usedBy: [AttachmentNumber: MatterIndex] = [:]
            var firsts: [(number: Int, matter: MatterIndex)] = []
            let isAutomatic = isNumberedAutomatically(linked)
            for item in linked.agenda {
                guard case .matter(let matter, let index) = item.content else { continue }
                let consultation = links.consultations[matter][index]
                if !isAutomatic, let own = consultation.number { firsts.append((own.first, matter)) }
                for number in packetNumbers(of: consultation, of: matter) {
                    if let other = usedBy[number], other != matter {
                        reportTwice(number, matter, other, at: linked.meeting.id)
                    }
                    usedBy[number] = matter
                }
            }
            reportGaps(among: firsts, at: linked.meeting.id)
            if let papers = sources.sent[linked.meeting.id] { reportSent(papers, linked) }
        }
        for index in sources.matters.indices { checkNumbersWithin(index) }
    }

    private func isNumberedAutomatically(_ linked: Links<Whole>.LinkedMeeting) -> Bool {
        linked.agenda.allSatisfy { item in
            guard case .matter(let matter, _) = item.content else { return true }
            return links.matters[matter].handlings.allSatisfy { $0.place == nil }
        }
    }

    /// The numbers that have to be the matter's alone. A bilaga numbered 1, 2 … within its matter is not among them.
    private func packetNumbers(of consultation: Links<Whole>.Consultation, of matter: MatterIndex) -> [AttachmentNumber]
    {
        // One that came back and gave way has no numbers of its own there.
        if consultation.number == nil, links.returned.contains(.init(matter: matter, meeting: consultation.id)) {
            return []
        }
        var numbers: [AttachmentNumber] = []
        for handling in links.matters[matter].handlings where handling.body == consultation.id.body {
            numbers += handling.numbers
        }
        let ranges = numbers
        for case let paper? in consultation.attachmentNumbers where paper.depth > 1 || ranges.contains(paper) {
            numbers.append(paper)
        }
        if let own = consultation.number { numbers.append(own) }
        numbers.sort()
        return numbers.indices.filter { $0 == 0 || numbers[$0] != numbers[$0 - 1] }.map { numbers[$0] }
    }

    /// A number written otherwise than it was sent is passed over, and that is told.
    private mutating func reportSent(_ papers: SentNumbers.Papers, _ linked: Links<Whole>.LinkedMeeting) {
        for item in linked.agenda {
            guard case .matter(let matter, _) = item.content else { continue }
            let source = self.source(of: matter)
            let written = links.names.resolved(source.matter).handlings
                .first { $0.body == linked.meeting.id.body && $0.days.contains(linked.meeting.id.day) }?.place
            guard papers.wasSent(source.matter.file), let written,
                papers.number(of: source.matter.file) != written
            else { continue }
            report(
                source.place(of: "bilaga"),
                .numberWasSent(
                    written: written.description, sent: papers.number(of: source.matter.file)?.description,
                    meeting: linked.meeting.id.description))
        }
    }

    private mutating func reportTwice(
        _ number: AttachmentNumber, _ matter: MatterIndex, _ other: MatterIndex, at meeting: MeetingID
    ) {
        let source = self.source(of: matter)
        let problem = Problem.sameAttachmentNumber(
            number: number.description, meeting: meeting.description, other: self.source(of: other).matter.file)
        report(source.place(of: "bilaga"), problem)
    }

    private mutating func reportGaps(among firsts: [(number: Int, matter: MatterIndex)], at meeting: MeetingID) {
        var taken: Set<Int> = []
        for first in firsts {
            let handling = links.matters[first.matter].handlings.first { $0.body == meeting.body }
            taken.formUnion(handling?.numbers.map(\.first) ?? [first.number])
        }
        let sorted = taken.sorted()
        for (before, after) in zip(sorted, sorted.dropFirst()) where after > before + 1 {
            guard let next = firsts.first(where: { $0.number == after }) else { continue }
            let missing = after == before + 2 ? "\(before + 1)" : "\(before + 1)–\(after - 1)"
            let problem = Problem.gapBetweenMatters(missing: missing, meeting: meeting.description)
            report(source(of: next.matter).place(of: "bilaga"), problem)
        }
    }

    /// Every number of the range is a bilaga's, in its order, and there are no others: nothing is missing.
    private func isWhole(_ handling: Handling, _ attachments: [Attachment]) -> Bool {
        guard handling.fixed == nil, handling.numbers.count == attachments.count + 1 else {
            return false
        }
        var expected = handling.numbers[0].firstBelow
        for (number, attachment) in zip(handling.numbers.dropFirst(), attachments) {
            guard number == expected, attachment.number.map({ $0 == number }) ?? attachment.isListed
            else { return false }
            expected = number.next
        }
        return true
    }

    /// Each is above the one before it, as they mostly are written: then none is there twice.
    private func isRising(_ numbers: [AttachmentNumber]) -> Bool {
        numbers.indices.dropFirst().allSatisfy { numbers[$0 - 1] < numbers[$0] }
    }

    private mutating func checkNumbersWithin(_ index: Int) {
        let source = sources.matters[index]
        if source.matter.attachments.isEmpty && source.matter.handlings.allSatisfy({ $0.numbers.count < 2 }) { return }
        var seen: [AttachmentNumber: String] = [:]
        var repeated: Set<AttachmentNumber> = []
        for handling in source.matter.handlings where !isRising(handling.numbers) {
            var own: Set<AttachmentNumber> = []
            for number in handling.numbers where !own.insert(number).inserted && repeated.insert(number).inserted {
                let problem = Problem.sameNumberInMatter(number: number.description, other: source.matter.file)
                report(source.place(of: "bilaga"), problem)
            }
        }
        let hasRepeated = !isRising(source.matter.attachments.compactMap(\.number))
        for attachment in source.matter.attachments where hasRepeated {
            guard let number = attachment.number else { continue }
            if let other = seen[number] {
                let place = Place(attachment.file, line: attachment.line)
                report(place, .sameNumberInMatter(number: number.description, other: other))
            }
            seen[number] = attachment.file
        }
        var reported: Set<AttachmentNumber> = []
        for handling in source.matter.handlings {
            guard let own = handling.numbers.first else { continue }
            if isWhole(handling, source.matter.attachments) { continue }
            let present = Set(
                handling.attachmentNumbers(of: source.matter.attachments).compactMap(\.self))
            let named = handling.numbers.dropFirst() + present
            let last = named.filter { $0.isBelow(own) && $0.depth == own.depth + 1 }.max()
            var expected = handling.numbers.dropFirst().filter { !$0.isBelow(own) }
            if let last {
                expected += (1...max(1, last.parts.last ?? 1)).compactMap { AttachmentNumber(own.parts + [$0]) }
            }
            for number in expected where !present.contains(number) && reported.insert(number).inserted {
                report(source.place(of: "bilaga"), .gapWithinMatter(missing: number.description))
            }
        }
    }
}
