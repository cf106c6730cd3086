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
            Anges en mapp med den byggda webbplatsen kontrolleras också att den visar det som förseglades. Slutar med 0 när \
            allt stämmer, annars med 1.
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
        let published = try folder.map { written -> PublishedFolder in
            guard let path = Path.absolute(written) else { throw ValidationError("Mappen \(written) finns inte.") }
            return PublishedFolder(path: path, shown: written)
        }
        let site = await LoadedSite.load(root: root, audience: options.audience, clock: try options.clock())
        let ledger = site.ledger
        let log = ledger.state.log
        var diagnostics = ledger.diagnostics + site.sealFindings.map(\.diagnostic)
        diagnostics += await ledger.check(site.whole).copyFindings()
        diagnostics += SiteLedger.told(ofStrays: ledger.folder.strayCopies(log)) + outside(log, site.head.keys)
        diagnostics += site.head.diagnostics + SiteHead.timestampFindings(site.head, root: root)
        var pages = 0
        if let published {
            let check = PublishedCheck(published, site: site, audience: options.audience)
            let findings = await check.findings()
            diagnostics += findings.diagnostics
            pages = findings.checked
        }
        let all = Array(Set(diagnostics)).sorted()
        Reporter(format: options.format, language: site.language).report(all)
        let errors = all.count { $0.severity == .error }
        Console.err(VerifyMessages.summary(log, ledger.state, pages: published == nil ? nil : pages, errors: errors))
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
    static func summary(_ log: DecisionLog, _ state: SealState, pages: Int?, errors: Int) -> String {
        guard log.head != .nothing else { return "Inget är förseglat än: det finns ingen content/beslutslogg.jsonl." }
        let lines = SealMessages.counted(log.lines.count, "rad", "rader")
        let papers = SealMessages.counted(state.newest.count, "förseglad handling", "förseglade handlingar")
        var text = "\(lines) i loggen, \(papers)"
        if let pages {
            text += ", \(SealMessages.counted(pages, "publicerad sida eller fil", "publicerade sidor och filer"))"
        }
        text += errors == 0 ? ": allt stämmer.\n" : ": \(errors) fel.\n"
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
