import Content
import Diagnostics
import Ledger
import Meetings
import Register

/// A site's log of seals, read and held against the files.
package struct SiteLedger {
    package let folder: LedgerFolder
    package let state: SealState
    package let timeZone: String
    /// What is wrong with the log itself.
    let diagnostics: [Diagnostic]
    let bodies: [Body]
}

extension SiteLedger {
    package init(root: String, profile: SiteProfile) {
        folder = LedgerFolder(root: root)
        (timeZone, bodies) = (profile.timeZone, profile.bodies)
        do throws(LedgerFailure) {
            let log = try folder.readLog()
            let strays = log.head == .nothing && log.isWhole ? folder.strayCopies(log) : 0
            state = SealState(log)
            // A log that is gone has nothing to say of itself, but its copies do.
            diagnostics = log.diagnostics + SiteLedger.told(ofStrays: strays)
        } catch {
            state = SealState(DecisionLog())
            diagnostics = [Diagnostic(Place(DecisionLog.file), .unreadableFile(reason: error.reason))]
        }
    }

    static func told(ofStrays count: Int) -> [Diagnostic] {
        count == 0 ? [] : [Diagnostic(Place(DecisionLog.file), .logShortened(.copies(count)))]
    }

    /// The seals as the pages tell of them.
    package var history: [MeetingSeal] {
        SealHistory(state.log, in: folder, bodies: bodies) { SystemClock.day(of: $0.seconds, in: timeZone) }.seals
    }

    /// The numbers that papers were sent with.
    var sentNumbers: SentNumbers { SealHistory.sentNumbers(state.log, bodies: bodies) }

    /// True where the log does not tell, too.
    ///
    /// - Parameter withLists: whether the ärenden's bilagor have to have their sealed titles, readers and order as well.
    package func isCalledAsSealed(_ subject: SealSubject, withLists: Bool = false) -> Bool {
        let meeting = subject.meeting
        guard state.facts(of: meeting.id).map({ $0 == MeetingFacts(meeting) }) ?? true else {
            return false
        }
        let check = MeetingCheck(meeting.id.slug, name: "", isHeld: true)
        return state.summons(of: meeting.id.slug).map {
            let now = LogSummons(subject)
            return check.findings(agenda: now, sealed: $0).isEmpty && (!withLists || now.hasLists(of: $0))
        } ?? true
    }

    /// The profile with what was sealed of it: each sealed meeting is shown by its own rules and words.
    func completed(_ profile: SiteProfile) -> SiteProfile {
        var profile = profile
        for entry in state.log.entries {
            guard let settings = entry.settings, let meeting = MeetingName.meeting(entry.meeting, bodies: bodies) else {
                continue
            }
            profile.sealedBodies[meeting] = settings.bodies.compactMap { body in
                profile.bodies.first { $0.code.slug.text == body.code }.map {
                    Body(code: $0.code, name: body.name, role: body.role == "beslutande" ? .deciding : .preparing)
                }
            }
            if entry.notices?.isEmpty == false, profile.noticeRules.asSealed[meeting] == nil {
                profile.noticeRules.asSealed[meeting] = settings.noticeRules
            }
            if [.minutes, .paragraphs, .correction].contains(entry.kind) {
                profile.sealedWords[meeting] = Dictionary(
                    settings.words.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
            }
        }
        return profile
    }

    /// Sealed papers that are not as they were sealed.
    ///
    /// - Parameter today: the day that a text may be under work by; the register's where nobody says otherwise.
    func findings(_ register: Register, today: CalendarDate? = nil) async -> [SealCheck.Finding] {
        await check(register, today: today).findings() + meetingFindings(register, today: today ?? register.today)
    }

    /// Proposals of sealed records whose ärenden have been changed, or sealed anew by another meeting, since.
    package func proposals(_ findings: [SealCheck.Finding], today: CalendarDate) -> [SealedProposal] {
        let changed = Set(findings.map(\.path))
        return state.supersededPapers(changed: changed).compactMap { meeting, paper in
            guard let id = MeetingName.meeting(meeting, bodies: bodies), let copy = folder.copy(of: paper.digest),
                Digest(of: copy) == paper.digest
            else { return nil }
            return SealedProposal(
                meeting: id, file: "content/" + paper.path,
                visibility: Visibility(rawValue: paper.visibility) ?? .secret,
                copy: copy, clock: today)
        }
    }

    func check(_ register: Register, today: CalendarDate? = nil) -> SealCheck {
        let (timeZone, bodies, today, sealed) = (timeZone, bodies, today ?? register.today, state.meetings)
        return SealCheck(
            state, in: folder, bodies: bodies,
            day: { SystemClock.day(of: $0.seconds, in: timeZone).description },
            isMoved: { name in
                MeetingName.meeting(name, bodies: bodies).flatMap { register.meeting(movedFrom: $0) } != nil
            },
            next: { file, name in
                guard let meeting = MeetingName.meeting(name, bodies: bodies) else { return nil }
                if let moved = register.meeting(movedFrom: meeting) {
                    return sealed.contains(moved.slug) ? nil : moved.description
                }
                // Once a meeting has been held its matters may be worked on for the next one.
                guard meeting.date < today else { return nil }
                let coming = register.meetings(handling: file, after: meeting)
                return coming.first { !sealed.contains($0.slug) }?.description
            })
    }
}
