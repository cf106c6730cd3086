import ArgumentParser
import Diagnostics
import Ledger
import Publishing

/// One meeting's sealing, and what is said of it.
struct SealRound {
    let sealing: MeetingSealing
    let reason: String
    let key: SigningKey?
    /// The second that the line is dated; nil for the clock's.
    let now: LogTime?
    /// Shows what would be sealed, and writes nothing.
    let isRehearsal: Bool
    let reporter: Reporter
}

extension SealRound {
    func run() async throws {
        try refuse(sealing.drafts, "Inget förseglades, för ett utkast står på föredragningslistan.")
        let id = sealing.id
        switch try hindered({ () throws(SealHindrance) in try sealing.plan() }).outcome {
        case .nothingNew:
            try mendCopies()
            Console.out(SealMessages.nothingNew(id, isCorrection: sealing.asked == .correction))
        case .neverSealed: throw ValidationError(SealMessages.neverSealed(id))
        case .needsCorrection(let changed, let withdrawn):
            Console.err(SealMessages.needsCorrection(id, changed: changed, withdrawn: withdrawn))
            throw ExitCode.content
        case .entry(let kind, let papers, let withdrawn):
            try refuse(sealing.unfinished(in: papers), SealMessages.unfinished)
            if kind == .summons, sealing.subject.meeting.summonsDate == nil {
                let file = sealing.subject.meeting.file ?? "content/moten/\(id.slug).md"
                Console.err(SealMessages.summonsWithoutDay(id, file: file))
                throw ExitCode.content
            }
            try await write(kind, papers, withdrawn)
        }
    }

    func takeBack() async throws {
        try await write(.withdrawal, [], hindered { () throws(SealHindrance) in try sealing.withdrawal() })
    }

    func refuseErrors(beside open: LoadedSite) throws {
        try refuse(sealing.errors(beside: open), SealMessages.contentHasErrors)
    }

    private func refuse(_ diagnostics: [Diagnostic], _ said: String) throws {
        guard !diagnostics.isEmpty else { return }
        reporter.report(diagnostics)
        Console.err(said)
        throw ExitCode.content
    }

    private func hindered<Answer>(_ body: () throws(SealHindrance) -> Answer) throws -> Answer {
        do throws(SealHindrance) { return try body() } catch {
            Console.err(SealMessages.hindered(error, sealing.id))
            if case .unreadable = error { throw ExitCode.machine }
            throw ExitCode.content
        }
    }

    private func write(_ kind: LogEntry.Kind, _ papers: [LogPaper], _ withdrawn: [String]) async throws {
        if isRehearsal {
            return Console.out(SealMessages.planned(sealing.id, kind, papers: papers, withdrawn: withdrawn))
        }
        do throws(LedgerFailure) {
            let now = now ?? LogTime(seconds: SystemClock.seconds)
            tell(try sealing.write(kind, papers: papers, withdrawn: withdrawn, reason: reason, now: now, key: key))
        } catch {
            Console.err(SealMessages.failed(error))
            if case .needsKey = error { throw ExitCode.usage }
            throw ExitCode.machine
        }
        // A signed line gets a signed head.
        guard let key else { return }
        let (site, folder) = (sealing.site, sealing.site.ledger.folder)
        let round = HeadRound(folder: folder, key: key, profile: site.register.profile)
        try await round.run { (writer) async throws(HeadRefusal) in try await round.sign(writer) }
    }

    private func tell(_ sealed: MeetingSealing.Sealed) {
        let (entry, state) = (sealed.line.entry, sealing.site.ledger.state)
        Console.out(SealMessages.done(sealing.id, sealed.line, day: sealed.day))
        if sealed.kept.count > 0 { Console.err(SealMessages.kept(sealed.kept.count, bytes: sealed.kept.bytes)) }
        if !reason.isEmpty, SealMessages.isMixed(entry, state.papers(of: sealing.id.slug)) {
            Console.err(SealMessages.reasonHidden)
        }
        if sealed.isClockBehind { Console.err(SealMessages.clockBehind(entry.time)) }
    }

    private func mendCopies() throws {
        do throws(LedgerFailure) { try sealing.mendCopies() } catch {
            Console.err(SealMessages.failed(error))
            throw ExitCode.machine
        }
    }
}
