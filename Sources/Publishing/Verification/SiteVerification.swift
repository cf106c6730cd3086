import Diagnostics
import Ledger
import Meetings
import Register
import Site

/// Whether what was sealed is as it was, and a built site is what its content makes: the log, the papers, their copies, and
/// every byte of the site.
package struct SiteVerification {
    package let log: DecisionLog
    package let state: SealState
    package let language: MessageLanguage
    /// Sorted, each once.
    package let diagnostics: [Diagnostic]
    /// What was looked at in the built site; nil where none was given.
    package let looked: Looked?
    private let site: LoadedSite

    package enum Looked {
        /// Made again: so many files are compared byte by byte.
        case compared(files: Int)
        /// It could not be made again: so many pages and files hold what was sealed.
        case sealedOnly(pages: Int)
    }

    /// What only somebody outside can know.
    package struct Outside {
        /// Hashes that were noted before; the log shall have a line with each.
        package var heads: [String] = []
        /// Keys that lines may be signed with; empty for any.
        package var keys: [String] = []

        package init(heads: [String], keys: [String]) { (self.heads, self.keys) = (heads, keys) }
    }
}

extension SiteVerification {
    /// - Parameters:
    ///   - request: by today's clock. A built site is made again for its own day and its own readers.
    ///   - telling: called before packets are made again, which takes a while.
    package init(
        _ request: SiteRequest, standing: StandingSite?, outside: Outside, telling: () -> Void
    ) async {
        let asked = standing?.request(asked: request) ?? request
        site = await LoadedSite.load(asked)
        let ledger = site.ledger
        (log, state, language) = (ledger.state.log, ledger.state, site.language)
        // What is under work may be so today, whatever day the site was built for.
        let today = request.clock(ledger.timeZone)
        let findings = await ledger.findings(site.whole, today: today)
        var diagnostics = ledger.diagnostics + findings.map(\.diagnostic)
        diagnostics += await ledger.check(site.whole, today: today).copyFindings()
        diagnostics += ledger.settingChanges(to: site.settings)
        diagnostics += site.whole.diagnostics.filter(\.problem.isOtherThanSent)
        diagnostics += ledger.signedFindings(site.whole, findings)
        diagnostics += SiteLedger.told(ofStrays: ledger.folder.strayCopies(log))
        diagnostics += outside.diagnostics(log, site.head.keys)
        diagnostics += site.head.diagnostics + site.head.timestampFindings(root: request.root)
        var looked: Looked?
        if let standing {
            let last = log.entries.last.map { SystemClock.day(of: $0.time.seconds, in: ledger.timeZone) }
            diagnostics += standing.diagnostics + standing.dayFaults(today: today, last: last)
            let remade = await RemadeCheck(standing: standing, site: site).run(telling: telling)
            let marks = await PublishedCheck(
                standing.folder, site: site, findings: findings, audience: asked.audience
            ).findings(tellsLost: remade.compared == nil)
            diagnostics += marks.diagnostics
            diagnostics += remade.diagnostics(
                in: standing.folder, told: Set(marks.diagnostics.map(\.place.file)))
            looked = remade.compared.map { .compared(files: $0) } ?? .sealedOnly(pages: marks.checked)
        }
        self.looked = looked
        self.diagnostics = Array(Set(diagnostics)).sorted()
    }

    /// As `LoadedSite.keep`.
    package func keep() { site.keep() }
}

extension Problem {
    /// What content says otherwise than a sealed kallelse, free to change: the sealed is shown, and the other told.
    fileprivate var isOtherThanSent: Bool {
        switch self {
        case .dayWasSent, .numberWasSent, .listWasSent: true
        default: false
        }
    }
}

extension SiteVerification.Outside {
    fileprivate func diagnostics(_ log: DecisionLog, _ known: KeyRegister) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for head in heads where Digest(head.lowercased()).flatMap({ log.place(of: $0) }) == nil {
            diagnostics.append(Diagnostic(Place(DecisionLog.file), .logShortened(.head(head))))
        }
        if !keys.isEmpty {
            let trusted = known.trusted(from: keys.map { $0.lowercased() })
            for (line, place) in log.lines where !trusted.contains(line.entry.key) {
                diagnostics.append(Diagnostic(Place(DecisionLog.file, line: place), .logSignature(.otherKey)))
            }
        }
        return diagnostics
    }
}
