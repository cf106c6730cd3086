import Meetings
import Register

extension Parliament {
    /// The matters that have a page of their own, the oldest first: a new one changes the last page of the list alone.
    var published: [MatterIndex] {
        edition.diaryOrder.reversed().filter { edition.register.matters[$0].visibility != .secret }
    }

    func appendPaper(_ index: MatterIndex, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        let matter = edition.register.matters[index]
        let row = edition.matterRows[index]
        let address = papers[index]
        let span = days.ofMatter(index, edition.register)
        json.object(&page) { json, page in
            begin("Paper", at: address, &json, &page)
            json.member("body", joining: base, Addresses.parliament("body"), &page)
            json.member("name", matter.title, &page)
            json.member("reference", row.dnr, &page)
            json.member("date", span?.first.description, &page)
            json.member("paperType", row.kind, &page)
            json.key("mainFile", &page)
            appendFile(address, "#text", name: matter.title, at: Addresses.matter(matter), &json, &page)
            appendAttachments(of: matter, address, &json, &page)
            appendConsultations(of: index, address, &json, &page)
            if let name = matter.initiative?.name { json.member("keyword", [name], &page) }
            appendDays(span, &json, &page)
            json.member("web", joining: base, Addresses.matter(matter), &page)
        }
    }

    private func appendAttachments(
        of matter: Matter, _ address: String, _ json: inout JSONWriter, _ page: inout [UInt8]
    ) {
        guard matter.attachments.contains(where: { Addresses.attachment($0, of: matter) != nil }) else { return }
        json.key("auxiliaryFile", &page)
        json.array(&page) { json, page in
            for attachment in matter.attachments {
                guard let target = Addresses.attachment(attachment, of: matter) else { continue }
                switch attachment.content {
                case .text(_, let slug):
                    appendFile(address, "#bilaga-" + slug.text, name: attachment.title, at: target, &json, &page)
                case .file(_, let name, let size):
                    appendFile(
                        address, "#bilaga-" + name, name: attachment.title, at: target,
                        mimeType: MimeType.of(name), size: size, &json, &page)
                case .missing: continue
                }
            }
        }
    }

    private func appendConsultations(
        of index: MatterIndex, _ address: String, _ json: inout JSONWriter, _ page: inout [UInt8]
    ) {
        let consultations = edition.register.consultations[index]
        guard !consultations.isEmpty else { return }
        json.key("consultation", &page)
        json.array(&page) { json, page in
            for consultation in consultations {
                let isDeciding = edition.isDeciding(consultation.id)
                let meeting = meetings[consultation.meeting]
                let slug = edition.meetingRows[consultation.meeting].id
                json.object(&page) { json, page in
                    begin("Consultation", at: address, within: "#" + slug, &json, &page)
                    json.member(
                        "agendaItem", joining: base, meeting,
                        and: "#arende-" + edition.register.matters[index].slug.text,
                        &page)
                    json.member("meeting", joining: base, meeting, &page)
                    json.member("organization", [organization(consultation.id.body)], &page)
                    json.member("authoritative", isDeciding, &page)
                    json.member("role", edition.words.role(isDeciding ? .deciding : .preparing), &page)
                }
            }
        }
    }
}
