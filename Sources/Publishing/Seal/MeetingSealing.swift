import Diagnostics
import Ledger
import Meetings
import Register
import System

/// A meeting that is to be sealed, corrected or taken back: what hinders it, and what would be written.
package struct MeetingSealing {
    package let site: LoadedSite
    package let subject: SealSubject
    package let asked: Asked

    package enum Asked: Sendable { case seal, correction, withdrawal }

    /// Nil where there is no such meeting. What was sealed of one that is gone can be corrected and taken back.
    package init?(_ id: MeetingID, in site: LoadedSite, _ asked: Asked) {
        let isSealed = site.ledger.state.meetings.contains(id.slug)
        let gone = asked != .seal && isSealed ? SealSubject(gone: id) : nil
        guard let subject = site.whole.sealSubject(id) ?? gone else { return nil }
        (self.site, self.subject, self.asked) = (site, subject, asked)
    }
}

extension MeetingSealing {
    package var id: MeetingID { subject.meeting.id }

    /// Errors stop a seal, for the public and for the members. What a correction is about is no error then.
    ///
    /// - Parameter open: the site as the public gets it.
    package func errors(beside open: LoadedSite) -> [Diagnostic] {
        let findings = asked == .correction ? site.sealFindings + open.sealFindings : []
        let corrected = Set(findings.filter { $0.meeting == id.slug }.map(\.diagnostic))
        return Set(site.diagnostics + open.diagnostics).filter {
            $0.severity == .error && !corrected.contains($0) && !$0.isOfInterruptedSeal
                && !$0.isMended(bySealing: id.slug)
        }.sorted()
    }

    /// A kallelse whose agenda names a draft would be sealed without it.
    package var drafts: [Diagnostic] {
        let isRecord = subject.minutes?.approved != nil && site.register.today >= id.date
        guard !isRecord else { return [] }
        return site.diagnostics.filter { diagnostic in
            guard case .agendaMatterIsDraft = diagnostic.problem else { return false }
            return diagnostic.place.file == subject.meeting.file
        }
    }

    /// What is unfinished in papers that would be sealed (FORMAT §13).
    package func unfinished(in papers: [LogPaper]) -> [Diagnostic] {
        let files = Set(papers.map { "content/" + $0.path })
        return site.diagnostics.filter { $0.problem.isUnfinished && files.contains($0.place.file) }.sorted()
    }

    package func plan() throws(SealHindrance) -> SealPlan {
        var summons = papers()
        summons.addSummons(subject.meeting, matters: subject.matters)
        summons.remove(where: isForLater)
        var unreadable = summons.unreadable
        var minutes: [LogPaper]?
        var paragraphs: [LogPaper] = []
        // Before the meeting's day only the kallelse can be sealed, whatever else the folder holds.
        if let record = subject.minutes, site.register.today >= id.date {
            let decided = site.ledger.decided(subject, [], today: site.register.today)
            var atOnce = papers()
            atOnce.addParagraphs(record, of: subject.meeting, matters: decided, entryMatters: subject.entryMatters)
            unreadable += atOnce.unreadable
            paragraphs = atOnce.papers
            if record.approved != nil {
                var whole = papers()
                whole.addMinutes(record, of: subject.meeting, matters: decided, entryMatters: subject.entryMatters)
                unreadable += whole.unreadable
                minutes = whole.papers
            } else if paragraphs.isEmpty, asked != .correction {
                throw .unapproved(file: record.file)
            }
        }
        if let failed = unreadable.first { throw .unreadable(path: failed.path, reason: failed.reason) }
        let isCorrection = asked == .correction
        return SealPlan(
            site.ledger.state, meeting: id.slug, summons: summons.papers, minutes: minutes, paragraphs: paragraphs,
            calling: site.ledger.isCalledAsSealed(subject, withLists: isCorrection) ? .asSealed : .otherwise,
            notices: notices, isCorrection: isCorrection)
    }

    /// The paths that lose their seals when the kallelse is taken back, which can be done until the meeting's day.
    package func withdrawal() throws(SealHindrance) -> [String] {
        guard site.register.today < id.date else { throw .tooLateToWithdraw }
        guard let withdrawn = SealPlan.withdrawn(site.ledger.state, meeting: id.slug) else { throw .notWithdrawable }
        return withdrawn
    }

    var notices: [LogNotice] {
        LogNotice.all(subject.minutes, rules: site.whole.profile.noticeRules, today: site.register.today)
    }

    /// Which bodies' headings are no part of what is sealed.
    var leftOut: [String] { SealedContent.leftOut(bodies: site.register.profile.bodies.map(\.code.slug.text)) }

    private func papers() -> MeetingPapers { MeetingPapers(in: site.ledger.folder, leftOut: leftOut) }

    /// A paper that the meeting never sealed, of an ärende that goes on to a later meeting.
    private func isForLater(_ paper: LogPaper) -> Bool {
        site.register.today > id.date && site.ledger.state.papers(of: id.slug)[paper.path] == nil
            && !site.whole.meetings(handling: "content/" + paper.path, after: id).isEmpty
    }
}

/// Why a meeting cannot be sealed, or not so.
package enum SealHindrance: Error, Sendable, Equatable {
    /// Nothing is there to seal after the meeting but a record, and that is not approved.
    case unapproved(file: String)
    /// From content/ on, and the system's reason.
    case unreadable(path: String, reason: SystemReason)
    case tooLateToWithdraw
    case notWithdrawable
}

extension Diagnostic {
    /// What came to the agenda is sealed with the meeting's next line.
    fileprivate func isMended(bySealing meeting: String) -> Bool {
        if case .sealedAgendaChanged(_, meeting, _) = problem { true } else { false }
    }

    /// Copies without a line may be what a seal left when the machine died: sealing again is the remedy.
    fileprivate var isOfInterruptedSeal: Bool {
        if case .logShortened(.copies) = problem { true } else { false }
    }
}

extension Problem {
    /// A warning that is no hindrance to a build, and is one to a seal.
    fileprivate var isUnfinished: Bool {
        switch self {
        case .placeholder, .paragraphWithoutDecision, .approvedWithoutProposal, .decisionBelowMissing,
            .clauseUndecided:
            true
        default: false
        }
    }
}
