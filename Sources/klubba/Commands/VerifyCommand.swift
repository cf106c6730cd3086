import ArgumentParser
import Diagnostics
import Ledger
import Meetings
import Register
import Site

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Kontrollera att det förseglade är orört.",
        discussion: """
            Kontrollerar beslutsloggens alla rader, att handlingarna och protokollen är som de förseglades, och deras kopior. \
            Anges en mapp med den byggda webbplatsen görs den om i minnet, för den dag och de läsare som den byggdes för, \
            och varje byte i varje fil jämförs. Slutar med 0 när allt stämmer, annars med 1.
            """)

    @Argument(help: ArgumentHelp("Mapp med en byggd webbplats, till exempel public.", valueName: "mapp"))
    var folder: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "En kontrollsumma som antecknades tidigare. Loggen ska ha en rad med den.", valueName: "summa"))
    var head: [String] = []

    @Option(
        name: [.customLong("public-key"), .customLong("publik-nyckel")],
        help: ArgumentHelp(
            "En publik nyckel som rader får vara undertecknade med. Kan anges flera gånger. De nycklar i content/nycklar.txt som är undertecknade från den räknas också.",
            valueName: "nyckel"))
    var publicKey: [String] = []

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let root = try options.root()
        let standing = try folder.map { written -> StandingSite in
            guard let path = Path.absolute(written) else { throw ValidationError("Mappen \(written) finns inte.") }
            let isPublicFolder = path == root + "/public"
            return StandingSite(
                path, shown: written, asked: options.writtenAudience ?? (isPublicFolder ? .public : nil))
        }
        if let standing { Console.err(VerifyMessages.standing(standing)) }
        let clock = try options.clock()
        let audience = standing?.readers ?? options.audience
        let site = await LoadedSite.load(
            root: root, audience: audience, clock: standing?.clock ?? clock,
            target: standing.flatMap { $0.hasArchives ? $0.target : nil })
        let ledger = site.ledger
        let log = ledger.state.log
        // What is under work may be so today, whatever day the site was built for.
        let today = clock(ledger.timeZone)
        let findings = await ledger.findings(site.whole, today: today)
        var diagnostics = ledger.diagnostics + findings.map(\.diagnostic)
        diagnostics += await ledger.check(site.whole, today: today).copyFindings()
        diagnostics += ledger.settingChanges(to: site.settings)
        diagnostics += SiteLedger.told(ofStrays: ledger.folder.strayCopies(log)) + outside(log, site.head.keys)
        diagnostics += site.head.diagnostics + SiteHead.timestampFindings(site.head, root: root)
        var pages: Int?
        var isCompared = true
        if let standing {
            let last = log.entries.last.map { SystemClock.day(of: $0.time.seconds, in: ledger.timeZone) }
            diagnostics += standing.diagnostics + standing.dayFaults(today: today, last: last)
            let remade = await RemadeCheck(standing: standing, site: site, root: root).run()
            let marks = await PublishedCheck(standing.folder, site: site, findings: findings, audience: audience)
                .findings(tellsLost: remade.compared == nil)
            diagnostics += marks.diagnostics
            diagnostics += remade.diagnostics(
                in: standing.folder, told: Set(marks.diagnostics.map(\.place.file)))
            (pages, isCompared) = (remade.compared ?? marks.checked, remade.compared != nil)
        }
        let all = Array(Set(diagnostics)).sorted()
        Reporter(format: options.format, language: site.language).report(all)
        let errors = all.count { $0.severity == .error }
        Console.err(
            VerifyMessages.summary(log, ledger.state, pages: pages, isCompared: isCompared, errors: errors))
        site.keep()
        if errors > 0 || (options.strict && !all.isEmpty) { throw ExitCode.content }
    }

    /// What only somebody outside can know: a hash noted before, a key.
    private func outside(_ log: DecisionLog, _ keys: KeyRegister) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for head in head {
            let known = Digest(head.lowercased()).flatMap { log.place(of: $0) }
            if known == nil { diagnostics.append(Diagnostic(Place(DecisionLog.file), .logShortened(.head(head)))) }
        }
        if !publicKey.isEmpty {
            let trusted = keys.trusted(from: publicKey.map { $0.lowercased() })
            for (line, place) in log.lines where !trusted.contains(line.entry.key) {
                diagnostics.append(Diagnostic(Place(DecisionLog.file, line: place), .logSignature(.otherKey)))
            }
        }
        return diagnostics
    }
}

enum VerifyMessages {
    /// Whose site it is, of which day, and what made it.
    static func standing(_ site: StandingSite) -> String {
        guard let imprint = site.imprint else { return "Webbplatsen i \(site.folder.place("").file)" }
        let whose = site.readers == .members ? "Ledamöternas webbplats" : "Den offentliga webbplatsen"
        let tools = imprint.tools.isEmpty ? "" : " med " + imprint.tools.map(\.visible).joined(separator: ", ")
        return
            "\(whose) i \(site.folder.place("").file), byggd för \(imprint.day.visible) av \(imprint.program.visible)\(tools)."
    }

    static func summary(
        _ log: DecisionLog, _ state: SealState, pages: Int?, isCompared: Bool, errors: Int
    ) -> String {
        var text = "Inget är förseglat än: det finns ingen content/beslutslogg.jsonl"
        if log.head != .nothing {
            let lines = SealMessages.counted(log.lines.count, "rad", "rader")
            let papers = SealMessages.counted(state.newest.count, "förseglad handling", "förseglade handlingar")
            text = "\(lines) i loggen, \(papers)"
        }
        if let pages {
            text +=
                isCompared
                ? ", \(SealMessages.counted(pages, "fil jämförd", "filer jämförda")) med hur de byggs"
                : ", \(SealMessages.counted(pages, "förseglad sida eller fil", "förseglade sidor och filer")) på webbplatsen"
        }
        text += errors == 0 ? (isCompared ? ": allt stämmer." : ": det förseglade stämmer.") : ": \(errors) fel."
        guard log.head != .nothing else { return text }
        text += "\n"
        let unsigned = log.entries.count { $0.key.isEmpty }
        if unsigned == log.entries.count {
            text += "Loggen är inte undertecknad.\n"
        } else {
            let keys = log.keys.joined(separator: ", ")
            text += "Undertecknad med \(keys)" + (unsigned == 0 ? ".\n" : ", utom \(unsigned) rader.\n")
        }
        return text + "Sista raden har kontrollsumman \(log.head.text)"
    }
}
