import ArgumentParser
import Diagnostics
import Ledger
import Meetings
import Publishing
import Register

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Försegla ett mötes handlingar eller justerade protokoll.",
        discussion: """
            Innan mötet förseglas handlingarna som de skickas, efter justeringen protokollet. Varje försegling blir en rad i \
            content/beslutslogg.jsonl. Har handlingar tillkommit sedan kallelsen förseglas de som ett tillägg. Det som är \
            förseglat ändras bara med --correct och ett skäl, som visas på sidan. Inget som är ofärdigt förseglas. Till \
            mötets dag kan en kallelse tas tillbaka med --withdraw och ett skäl.
            """)

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var meeting: String?

    private var mote: String { meeting ?? "" }

    @Flag(
        name: [.customLong("correct"), .customLong("ratta"), .customLong("rätta")], help: "Rätta det som är förseglat.")
    var correct = false

    @Flag(
        name: [.customLong("withdraw"), .customLong("aterta"), .customLong("återta")],
        help: "Ta tillbaka kallelsens försegling, till mötets dag.")
    var withdraw = false

    @Flag(
        name: [.customLong("dry-run"), .customLong("prova")], help: "Visa vad som skulle förseglas, och skriv inget.")
    var dryRun = false

    @Option(
        name: [.customLong("reason"), .customLong("skäl"), .customLong("skal")],
        help: ArgumentHelp("Varför det rättas eller tas tillbaka. Visas på sidan.", valueName: "text"))
    var reason: String?

    @Option(
        name: [.customLong("key"), .customLong("nyckel")],
        help: ArgumentHelp(
            "Fil med en hemlig Ed25519-nyckel att underteckna med. Den ska ligga utanför webbplatsens mapp.",
            valueName: "fil"))
    var key: String?

    @OptionGroup var heads: SealHeadOptions

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if heads.isAsked == (meeting != nil) {
            throw ValidationError("Skriv vilket möte som ska förseglas, eller ett av valen för loggens huvud.")
        }
    }

    func run() async throws {
        let reason = self.reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        try checkOptions(reason: reason)
        let root = try options.root()
        let key = try key.map { try KeyFile.read($0, outside: root) }
        if heads.isAsked {
            let profile = try options.request().settings.profile
            return try await heads.run(HeadRound(folder: LedgerFolder(root: root), key: key, profile: profile))
        }
        var request = try options.request().with(.members)
        request.correcting = correct ? mote.lowercased() : nil
        let site = await LoadedSite.load(request)
        let id = try MeetingID(written: mote, profile: site.register.profile, today: site.register.today)
        guard let subject = subject(id, site) else {
            throw ValidationError("Det finns inget möte \(id.slug), och inget ärende som behandlas där.")
        }
        if let key, !site.head.keys.isInForce(key) {
            Console.err(HeadMessages.refused(.keyNotLast))
            throw ExitCode.content
        }
        if withdraw {
            try takeBack(subject, reason: reason ?? "", site, key)
            return try await signHead(key, site)
        }
        try await refuseErrors(of: site, root: root, meeting: id.slug)
        try refuseDrafts(on: subject, site)
        let plan = try plan(subject, site)
        switch plan.outcome {
        case .nothingNew:
            try mendCopies(site, meeting: id.slug)
            Console.out(SealMessages.nothingNew(id, isCorrection: correct))
        case .neverSealed: throw ValidationError(SealMessages.neverSealed(id))
        case .needsCorrection(let changed, let withdrawn):
            Console.err(SealMessages.needsCorrection(id, changed: changed, withdrawn: withdrawn))
            throw ExitCode.content
        case .entry(let kind, let papers, let withdrawn):
            try refuseUnfinished(kind, papers, of: subject, site)
            if dryRun {
                Console.out(SealMessages.planned(id, kind, papers: papers, withdrawn: withdrawn))
                return
            }
            try write(kind, papers: papers, withdrawn: withdrawn, reason: reason ?? "", subject, site, key)
            try await signHead(key, site)
        }
    }

    /// A signed line gets a signed head.
    private func signHead(_ key: SigningKey?, _ site: LoadedSite) async throws {
        guard let key, !dryRun else { return }
        let round = HeadRound(folder: site.ledger.folder, key: key, profile: site.register.profile)
        try await round.run { (writer) async throws(HeadRefusal) in try await round.sign(writer) }
    }

    private func checkOptions(reason: String?) throws {
        if correct && withdraw { throw ValidationError("Välj --correct eller --withdraw, inte båda.") }
        if correct && reason?.isEmpty ?? true {
            throw ValidationError("Skriv varför det rättas:  klubba seal \(mote) --correct --reason \"…\"")
        }
        if withdraw && reason?.isEmpty ?? true {
            throw ValidationError("Skriv varför det tas tillbaka:  klubba seal \(mote) --withdraw --reason \"…\"")
        }
        if !correct && !withdraw && reason != nil {
            throw ValidationError("Ett skäl hör till en rättelse. Lägg till --correct.")
        }
    }

    /// Nothing unfinished is sealed (FORMAT §13).
    private func refuseUnfinished(
        _ kind: LogEntry.Kind, _ papers: [LogPaper], of subject: SealSubject, _ site: LoadedSite
    ) throws {
        let files = Set(papers.map { "content/" + $0.path })
        let unfinished = site.diagnostics.filter { $0.problem.isUnfinished && files.contains($0.place.file) }
        if !unfinished.isEmpty {
            Reporter(format: options.format, language: site.language).report(unfinished.sorted())
            Console.err(SealMessages.unfinished)
            throw ExitCode.content
        }
        if kind == .summons, subject.meeting.summonsDate == nil {
            let id = subject.meeting.id
            Console.err(
                SealMessages.summonsWithoutDay(id, file: subject.meeting.file ?? "content/moten/\(id.slug).md"))
            throw ExitCode.content
        }
    }

    private func takeBack(_ subject: SealSubject, reason: String, _ site: LoadedSite, _ key: SigningKey?) throws {
        let id = subject.meeting.id
        guard site.register.today < id.date else {
            Console.err(SealMessages.tooLateToWithdraw(id))
            throw ExitCode.content
        }
        guard let withdrawn = SealPlan.withdrawn(site.ledger.state, meeting: id.slug) else {
            Console.err(SealMessages.notWithdrawable(id))
            throw ExitCode.content
        }
        if dryRun {
            Console.out(SealMessages.planned(id, .withdrawal, papers: [], withdrawn: withdrawn))
            return
        }
        try write(.withdrawal, papers: [], withdrawn: withdrawn, reason: reason, subject, site, key)
    }

    /// What was sealed of a meeting that is gone can be withdrawn.
    private func subject(_ id: MeetingID, _ site: LoadedSite) -> SealSubject? {
        if let subject = site.whole.sealSubject(id) { return subject }
        let isSealed = site.ledger.state.meetings.contains(id.slug)
        return (correct || withdraw) && isSealed ? SealSubject(gone: id) : nil
    }

    /// Errors stop a seal, for the public and for the members. What a correction is about is no error then.
    private func refuseErrors(of site: LoadedSite, root: String, meeting: String) async throws {
        let open = await LoadedSite.load(try options.request().with(.public))
        let corrected = Set(
            correct
                ? (site.sealFindings + open.sealFindings).filter { $0.meeting == meeting }.map(\.diagnostic) : [])
        let errors = Set(site.diagnostics + open.diagnostics).filter {
            $0.severity == .error && !corrected.contains($0) && !$0.isOfInterruptedSeal
                && !$0.isMended(bySealing: meeting)
        }
        guard !errors.isEmpty else { return }
        Reporter(format: options.format, language: site.language).report(errors.sorted())
        Console.err("Inget förseglades, för innehållet har fel.")
        throw ExitCode.content
    }

    /// A kallelse whose agenda names a draft would be sealed without it.
    private func refuseDrafts(on subject: SealSubject, _ site: LoadedSite) throws {
        let isRecord = subject.minutes?.approved != nil && site.register.today >= subject.meeting.id.date
        let drafts = site.diagnostics.filter { diagnostic in
            guard case .agendaMatterIsDraft = diagnostic.problem else { return false }
            return diagnostic.place.file == subject.meeting.file
        }
        guard !isRecord, !drafts.isEmpty else { return }
        Reporter(format: options.format, language: site.language).report(drafts)
        Console.err("Inget förseglades, för ett utkast står på föredragningslistan.")
        throw ExitCode.content
    }

    private func plan(_ subject: SealSubject, _ site: LoadedSite) throws -> SealPlan {
        let bodies = site.register.profile.bodies.map(\.code.slug.text)
        let leftOut = SealedContent.leftOut(bodies: bodies)
        var summons = MeetingPapers(in: site.ledger.folder, leftOut: leftOut)
        summons.addSummons(subject.meeting, matters: subject.matters)
        summons.remove { isForLater($0, subject, site) }
        var unreadable = summons.unreadable
        var minutes: [LogPaper]?
        var paragraphs: [LogPaper] = []
        // Before the meeting's day only the kallelse can be sealed, whatever else the folder holds.
        if let record = subject.minutes, site.register.today >= subject.meeting.id.date {
            let decided = site.ledger.decided(subject, [], today: site.register.today)
            var atOnce = MeetingPapers(in: site.ledger.folder, leftOut: leftOut)
            atOnce.addParagraphs(record, of: subject.meeting, matters: decided, entryMatters: subject.entryMatters)
            unreadable += atOnce.unreadable
            paragraphs = atOnce.papers
            if record.approved != nil {
                var papers = MeetingPapers(in: site.ledger.folder, leftOut: leftOut)
                papers.addMinutes(
                    record, of: subject.meeting, matters: decided, entryMatters: subject.entryMatters)
                unreadable += papers.unreadable
                minutes = papers.papers
            } else if paragraphs.isEmpty, !correct {
                Console.err(SealMessages.unapproved(record.file))
                throw ExitCode.content
            }
        }
        if let failed = unreadable.first {
            Console.err("content/\(failed.path) går inte att läsa (\(failed.reason)). Inget förseglades.")
            throw ExitCode.machine
        }
        return SealPlan(
            site.ledger.state, meeting: subject.meeting.id.slug, summons: summons.papers, minutes: minutes,
            paragraphs: paragraphs,
            calling: site.ledger.isCalledAsSealed(subject, withLists: correct) ? .asSealed : .otherwise,
            notices: notices(subject, site),
            isCorrection: correct)
    }

    /// A paper that the meeting never sealed, of an ärende that goes on to a later meeting.
    private func isForLater(_ paper: LogPaper, _ subject: SealSubject, _ site: LoadedSite) -> Bool {
        let id = subject.meeting.id
        return site.register.today > id.date && site.ledger.state.papers(of: id.slug)[paper.path] == nil
            && !site.whole.meetings(handling: "content/" + paper.path, after: id).isEmpty
    }

    private func write(
        _ kind: LogEntry.Kind, papers: [LogPaper], withdrawn: [String], reason: String, _ subject: SealSubject,
        _ site: LoadedSite, _ key: SigningKey?
    ) throws {
        let meeting = subject.meeting.id
        do throws(LedgerFailure) {
            let writer = try LedgerWriter(site.ledger.folder)
            // What was planned was planned for the log as it was read.
            guard writer.log.isWhole, writer.log.head == site.ledger.state.log.head else { throw .changedMeanwhile }
            let entries = writer.log.entries
            if let signed = writer.log.keys.last, key == nil {
                throw .needsKey(signed)
            }
            let now = (try? options.moment()) ?? LogTime(seconds: SystemClock.seconds)
            let time = max(now, entries.last?.time ?? now)
            let entry = LogEntry(
                number: (entries.last?.number ?? 0) + 1, time: time, meeting: meeting.slug, kind: kind, reason: reason,
                leftOut: SealedContent.leftOut(bodies: site.register.profile.bodies.map(\.code.slug.text)),
                papers: papers, withdrawn: withdrawn, previous: writer.log.head, key: key?.publicKey ?? "",
                summons: LogSummons(subject), notices: notices(subject, site), settings: site.settings)
            try writer.keepCopies(of: papers + intact(site, meeting.slug))
            let line = LogLine(entry) { bytes in key.map { $0.signature(of: bytes) } ?? "" }
            try writer.append(line)
            let day = SystemClock.day(of: time.seconds, in: site.ledger.timeZone)
            Console.out(SealMessages.done(meeting, line, day: day))
            // The line is in the log: what can't be read again is nothing to fail for.
            if let kept = (try? site.ledger.folder.readLog()).map(site.ledger.folder.keptFiles), kept.count > 0 {
                Console.err(SealMessages.kept(kept.count, bytes: kept.bytes))
            }
            if !reason.isEmpty, SealMessages.isMixed(entry, site.ledger.state.papers(of: meeting.slug)) {
                Console.err(SealMessages.reasonHidden)
            }
            if time != now { Console.err(SealMessages.clockBehind(time)) }
        } catch {
            Console.err(SealMessages.failed(error))
            if case .needsKey = error { throw ExitCode.usage }
            throw ExitCode.machine
        }
    }

    /// A copy that was lost or changed is kept anew while the paper itself is as it was sealed.
    private func mendCopies(_ site: LoadedSite, meeting: String) throws {
        do throws(LedgerFailure) {
            try LedgerWriter(site.ledger.folder).keepCopies(of: intact(site, meeting))
        } catch {
            Console.err(SealMessages.failed(error))
            throw ExitCode.machine
        }
    }

    /// What a meeting has sealed and is as it was.
    private func intact(_ site: LoadedSite, _ meeting: String) -> [LogPaper] {
        site.ledger.state.standings.filter { standing in
            site.ledger.state.keeps(standing) && site.ledger.folder.isAsSealed(standing.paper)
                && site.ledger.state.papers(of: meeting)[standing.paper.path] != nil
        }.map(\.paper)
    }
}

extension SealCommand {
    private func notices(_ subject: SealSubject, _ site: LoadedSite) -> [LogNotice] {
        LogNotice.all(
            subject.minutes, rules: site.whole.profile.noticeRules, today: site.register.today)
    }
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
        case .placeholder, .paragraphWithoutDecision, .approvedWithoutProposal: true
        default: false
        }
    }
}
