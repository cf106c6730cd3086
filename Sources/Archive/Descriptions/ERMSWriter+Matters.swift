import Meetings
import Register

/// An ärende as ERMS has it: who, what, when it was closed, and what was decided under which §.
extension ERMSWriter {
    func matter(_ index: MatterIndex, _ papers: [ArchivePaper], _ mentions: DiaryMentions) {
        let matter = site.seen.matters[index]
        let name = matter.diaryNumber?.text ?? matter.slug.text
        let closing = package.closings.closing(of: index)
        xml.element(
            "aggregation",
            [("systemIdentifier", "arenden/\(matter.slug)/"), ("aggregationType", "caseFile")]
        ) {
            xml.text("objectId", name)
            address("arenden/\(matter.slug)/")
            xml.text("securityClass", matter.writtenVisibility.rawValue)
            classification(site.archive.classification.matter)
            xml.text("title", matter.title)
            xml.text("otherTitle", matter.initiative?.name, [("titleType", "insats")])
            xml.empty("status", [("value", closing == nil ? "open" : "closed")])
            for other in mentions.mentioned(in: matter.plainText, except: index) {
                let number = site.seen.matters[other].diaryNumber?.text
                xml.text("relation", number, [("relationType", "reference")])
            }
            restriction(matter.writtenVisibility, ground: matter.secrecyGround)
            agents(of: matter)
            if let closing { xml.element("dates") { date("closed", closing.day) } }
            actions(of: index)
            notes(index)
            for (number, paper) in papers.enumerated() {
                record(paper, number + 1, parent: name, ground: matter.secrecyGround)
            }
        }
    }

    private func agents(of matter: Matter) {
        xml.element("agents") {
            agent("creator", site.organisation)
            for officer in matter.caseOfficers { agent("responsible_person", officer) }
            if let owner = matter.initiative?.owner { agent("owner", owner) }
            for partner in matter.initiative?.partners ?? [] { agent("counterpart", partner) }
            let signatures = matter.signatures.compactMap { $0.name ?? $0.organisation }
            for (place, name) in signatures.enumerated() {
                agent(place == 0 ? "main_signatory" : "other_signatory", name)
            }
        }
    }

    private func actions(of index: MatterIndex) {
        for consultation in site.seen.consultations[index] {
            let isDeciding = site.isDeciding(consultation.id.body)
            for (entry, _) in site.entries(of: index, at: consultation) {
                xml.element("action") {
                    xml.text("actionText", actionText(entry, of: index, at: consultation))
                    xml.text("actionType", isDeciding ? "beslut" : "tillstyrkan")
                    xml.element("dates") {
                        xml.text(
                            "actionDate", "\(consultation.id.date)T00:00:00", [("dateType", "decision_date")])
                    }
                    xml.element("agents") { agent("authorising_person", site.bodyName(consultation.id.body)) }
                }
            }
        }
    }

    /// "§ 45 Bifall. 1. att … 2. att …": the outcome as the record writes it, and the clauses that were decided.
    private func actionText(_ entry: MinutesEntry, of matter: MatterIndex, at consultation: Consultation) -> String {
        var text = "§ \(entry.number)"
        guard let decision = entry.decision else { return text }
        if let written = decision.written { text += " \(written.prefix(1).uppercased())\(written.dropFirst())." }
        let proposal = site.seen.sealedProposals[consultation.meeting][matter] ?? site.seen.matters[matter].proposal
        var clauses = decision.clauses
        if decision.isProposal { clauses = proposal?.clauses ?? [] }
        for clause in clauses {
            text += " \(clause.number). " + (clause.hasAtt ? "att " : "") + clause.text
            if let own = decision.clauseOutcomes[clause.number] { text += " (\(own.written))" }
        }
        return text
    }

    private func notes(_ index: MatterIndex) {
        guard case .year(let year) = package.request.scope else { return }
        let earlier = package.closings.years(of: index).filter { $0 < year }
        guard !earlier.isEmpty else { return }
        xml.element("notes") {
            for year in earlier { xml.text("note", "Ärendet togs upp igen. Det finns också i paketet för \(year).") }
        }
    }
}

extension Matter {
    fileprivate var plainText: String {
        let clauses = proposal.map { [$0.remainder] + $0.clauses.map(\.prose) } ?? []
        return ([before] + clauses + [after]).map { PlainText.of($0) }.joined(separator: " ")
    }
}
