import Content
import Diagnostics
import Meetings
import Register

extension Register {
    /// What an audience sees, and what was held back from it.
    ///
    /// - Parameter proposals: those of sealed records whose ärenden say something else by now.
    public func gated(
        for audience: Audience, proposals: [SealedProposal] = []
    ) -> (seen: SeenRegister, report: GateReport) {
        var gate = Gate(audience: audience, rules: profile.personalData, reviews: sources.reviews)
        for diagnostic in sources.diagnostics {
            guard case .headingNotAParagraph(let heading) = diagnostic.problem else { continue }
            gate.almostParagraphs[diagnostic.place.file, default: []].append((diagnostic.place.line, heading))
        }
        let matters = sources.matters.compactMap { gate.admit($0) }
        gate.hide(sources.held)
        gate.hiddenNames.except(matters)
        let meetings = sources.meetings.compactMap { gate.admit($0) }
        let pages = sources.pages.filter { gate.admit($0.visibility, $0.file, $0.personalData) }
        let front = sources.front.flatMap { gate.admit($0.visibility, $0.file, $0.personalData) ? $0 : nil }
        let links = links(
            ofSeen: matters, meetings, gate.admitted(sources.records, from: self.links, bodies: profile.bodies),
            raised.filter { gate.admits($0) })
        var consultations = links.consultations
        let minutes = gate.admit(sources.records, entryMatters, from: self.links, to: links, &consultations)
        let seals = gate.admit(sources.seals, to: links)
        let texts = pages + (front.map { [$0] } ?? [])
        let named = sources.others.isEmpty ? NamedFiles() : NamedFiles(links, Array(minutes), texts)
        let others = sources.others.compactMap { other -> CopiedSource? in
            let file = "content/" + other.file.path
            // What only hidden texts name is hidden with them.
            let isHidden = namedFiles.paths.contains(other.file.path) && !named.paths.contains(other.file.path)
            guard gate.admit(isHidden ? .secret : other.visibility, file, other.personalData) else { return nil }
            if gate.isPublishable(file, other.personalData) { return other.published }
            gate.hide(file)
            return nil
        }
        let seen = SeenRegister(
            of: self, for: audience, links: links, consultations: consultations, minutes: minutes, seals: seals,
            changes: gate.changes(seals, links.meetings),
            formerMeetings: gate.former(sources.seals, from: self.links, to: links),
            sealedProposals: gate.admit(proposals, to: links),
            free: (pages, front, others))
        let report = GateReport(
            hiddenFiles: gate.hiddenFiles, hiddenSlugs: gate.hiddenSlugs,
            hiddenMeetings: gate.hidden(from: self.links, to: links), diagnostics: gate.diagnostics,
            toldNumbers: gate.toldNumbers)
        return (seen, report)
    }
}
