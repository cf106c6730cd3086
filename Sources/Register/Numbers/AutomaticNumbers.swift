import Meetings

/// Numbers for a meeting where no matter has one (FORMAT §3): in agenda order. What everybody may see is numbered first,
/// so that a paper has the same number for the public and the members, and none gives away what another may not see.
enum AutomaticNumbers<Extent> {
    static func assign(
        to agenda: [Links<Extent>.AgendaItem], matters: Links<Extent>.MatterTable<Matter>,
        _ consultations: inout Links<Extent>.MatterTable<Links<Extent>.ConsultationTable>
    ) {
        let handled = agenda.compactMap { item -> Links<Extent>.Handled? in
            if case .matter(let matter, let consultation) = item.content { (matter, consultation) } else { nil }
        }
        let hasNumber = handled.contains { matters[$0.matter].handlings.contains { $0.place != nil || $0.isOwnRange } }
        guard !hasNumber else { return }
        let ordered =
            handled.filter { matters[$0.matter].visibility == .public }
            + handled.filter { matters[$0.matter].visibility == .members }
        for (index, place) in ordered.enumerated() {
            let attachments = matters[place.matter].attachments
            var consultation = consultations[place.matter][place.consultation]
            consultation.number = AttachmentNumber([index + 1])
            var part = 1
            for visibility in [Visibility.public, .members] {
                for (paper, attachment) in attachments.enumerated()
                where attachment.visibility == visibility && attachment.number == nil {
                    consultation.attachmentNumbers[paper] = AttachmentNumber([index + 1, part])
                    part += 1
                }
            }
            consultations[place.matter][place.consultation] = consultation
        }
    }
}
