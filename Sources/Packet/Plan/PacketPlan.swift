import Meetings
import Register
import Site

/// The papers of a meeting in the order of their numbers (FORMAT §12), from what one audience may see.
struct PacketPlan: Sendable {
    let meeting: MeetingIndex
    let papers: [PlannedPaper]
    /// Numbers that nothing in the packet has, though higher ones are there.
    let missingNumbers: [AttachmentNumber]
}

extension PacketPlan {
    init(_ register: SeenRegister, meeting: MeetingIndex) {
        self.meeting = meeting
        let handled = register.meetings[meeting].agenda.compactMap {
            item -> (matter: MatterIndex, consultation: ConsultationIndex)? in
            guard case .matter(let matter, let consultation) = item.content,
                register.matters[matter].visibility != .secret
            else { return nil }
            return (matter, consultation)
        }
        let numbers = handled.map { register.consultations[$0.matter][$0.consultation].number }
        // What has no number follows what has, in the agenda's order.
        let order = handled.indices.sorted { left, right in
            switch (numbers[left], numbers[right]) {
            case (let one?, let other?): one == other ? left < right : one < other
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): left < right
            }
        }
        let groups = order.map { PacketPlan.papers(of: handled[$0].matter, at: handled[$0].consultation, register) }
        papers = groups.flatMap(\.self)
        missingNumbers =
            MissingNumbers.among(numbers.compactMap(\.self))
            + groups.flatMap { group in MissingNumbers.below(group.first?.number, group.compactMap(\.number)) }
    }

    private static func papers(of index: MatterIndex, at consultation: ConsultationIndex, _ register: SeenRegister)
        -> [PlannedPaper]
    {
        let matter = register.matters[index]
        let own = register.consultations[index][consultation]
        let anchor = "h-\(matter.slug)"
        let text = PlannedPaper(
            content: .matter(consultation: consultation), matter: index, number: own.number, title: matter.title,
            anchor: anchor, address: Addresses.matter(matter), file: matter.file,
            isMembersOnly: matter.visibility == .members)
        let attachments = matter.attachments.enumerated().map { place, attachment in
            PlannedPaper(
                content: PlannedPaper.Content(attachment), matter: index,
                number: place < own.attachmentNumbers.count ? own.attachmentNumbers[place] : nil,
                title: attachment.title, anchor: "\(anchor)-b\(place + 1)",
                address: Addresses.attachment(attachment, of: matter), file: attachment.file,
                isMembersOnly: attachment.visibility == .members)
        }
        let numbered = attachments.enumerated().filter { $0.element.number != nil }.sorted { left, right in
            guard let one = left.element.number, let other = right.element.number else { return false }
            return one == other ? left.offset < right.offset : one < other
        }
        return [text] + numbered.map(\.element) + attachments.filter { $0.number == nil }
    }
}

extension PlannedPaper.Content {
    init(_ attachment: Attachment) {
        switch attachment.content {
        case .text(let prose, _): self = .text(prose)
        case .missing: self = .missing
        case .file(let location, let name, let size):
            switch name.split(separator: ".").last.map({ $0.lowercased() }) {
            case "pdf": self = .pdf(location: location, name: name, size: size)
            case "png", "jpg", "jpeg": self = .picture(location: location)
            default: self = .attached(location: location, name: name, size: size)
            }
        }
    }
}
