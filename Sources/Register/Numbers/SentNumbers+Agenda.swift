import Meetings

extension SentNumbers.Papers {
    /// Gives an agenda's papers the numbers that they were sent with, and those that came later the next free ones, what
    /// everybody may see first.
    mutating func settle<Extent>(
        _ agenda: [Links<Extent>.AgendaItem], matters: Links<Extent>.MatterTable<Matter>,
        _ consultations: inout Links<Extent>.MatterTable<Links<Extent>.ConsultationTable>
    ) {
        let handled = agenda.compactMap { item -> Links<Extent>.Handled? in
            if case .matter(let matter, let consultation) = item.content { (matter, consultation) } else { nil }
        }
        for visibility in [Visibility.public, .members, .secret, .draft] {
            for place in handled where matters[place.matter].visibility == visibility {
                let own = consultations[place.matter][place.consultation]
                consultations[place.matter][place.consultation] = settled(own, of: matters[place.matter])
            }
        }
    }

    private mutating func settled<Extent>(
        _ consultation: Links<Extent>.Consultation, of matter: Matter
    ) -> Links<Extent>.Consultation {
        var settled = consultation
        if wasSent(matter.file) {
            settled.number = number(of: matter.file)
        } else if let own = consultation.number, !take(own) {
            settled.number = takeNext()
        }
        for visibility in [Visibility.public, .members, .secret, .draft] {
            for (index, attachment) in matter.attachments.enumerated() where attachment.visibility == visibility {
                if case .missing = attachment.content { continue }
                if wasSent(attachment.file) {
                    settled.attachmentNumbers[index] = number(of: attachment.file)
                } else if let own = consultation.attachmentNumbers[index], !isFree(own, below: settled.number) {
                    settled.attachmentNumbers[index] = settled.number.flatMap { takeNext(below: $0) }
                }
            }
        }
        return settled
    }

    /// A bilaga that is numbered within its ärende alone (1, 2 …) is in nobody's way.
    private mutating func isFree(_ number: AttachmentNumber, below own: AttachmentNumber?) -> Bool {
        if number.depth == 1 { return true }
        guard let own, number.isBelow(own) else { return own == nil }
        return take(number)
    }
}
