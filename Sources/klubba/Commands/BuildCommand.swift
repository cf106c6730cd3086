import ArgumentParser
import Diagnostics
import Fingerprints
import Gate
import Meetings
import Output
import Packet
import Site

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Bygg webbplatsen.",
        discussion: """
            Allt granskas innan något skrivs: med ett fel är den förra webbplatsen orörd. Bara det som har ändrats skrivs, \
            och filer som klubba inte har skrivit lämnas i fred.
            """)

    @OptionGroup var options: SiteOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Var webbplatsen skrivs. Utan valet i public/ i webbplatsens mapp (med --offline i offline/).",
            valueName: "mapp"))
    var output: String?

    @Flag(
        name: .long,
        help:
            "Gör också mötenas handlingar till PDF-filer. Bara det som har ändrats görs om. Behöver make packet-tools.")
    var packets = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Ta ned det här mötets anslag fast tiden inte har gått ut, till exempel fs-2020-09-18.", valueName: "möte"))
    var takeDown: [String] = []

    @Flag(
        name: .long,
        help:
            "Gör en webbplats som öppnas direkt ur en mapp, till exempel från ett USB-minne. Utan --output i offline/.")
    var offline = false

    @Flag(name: .long, help: "Lägg mötets alla handlingar också i en zip-fil, länkad från mötets sida.")
    var zip = false

    @Flag(name: .long, help: "Bygg utan sökning.")
    var noSearch = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Hur många tidigare byggen som sparas bredvid webbplatsen, för --undo. Med 0 sparas inget.",
            valueName: "antal"))
    var keep = OutputPlan.usualKeep

    @Flag(
        name: .long, help: "Ta tillbaka det förra bygget. Visar först vad som kommer tillbaka och vad som försvinner.")
    var undo = false

    @Flag(name: .long, help: "Ta bort de tidigare byggen som har sparats.")
    var forget = false

    @Flag(name: .long, help: "Med --undo: ta tillbaka bygget trots det som hindrar. Du får frågan först.")
    var force = false

    func validate() throws {
        if keep < 0 {
            throw ValidationError("--keep \(keep) går inte. Skriv hur många byggen som ska sparas, 0 eller fler.")
        }
        if undo && forget { throw ValidationError("Välj --undo eller --forget.") }
        if force && !undo { throw ValidationError("--force hör ihop med --undo.") }
    }

    func run() async throws {
        let watch = Stopwatch()
        let root = try options.root()
        let target = try target(root: root)
        if undo || forget {
            let former = UndoBuild(root: root, target: target, shown: shown(target), options: options)
            return forget ? try former.forget() : try await former.run(force: force ? .afterAYes : .never)
        }
        let round = try round(root: root, target: target)
        if !packets, let round, let done = await round.untouched() {
            Reporter(format: options.format, language: done.language).report([])
            Console.err(
                BuildMessages.done(done.report, done.count, shown(target), watch.milliseconds, done.language))
            return
        }
        let progress = Progress("Läser ärenden och möten …")
        var draft = PublicationDraft(
            await LoadedSite.load(
                root: root, audience: options.audience, clock: try options.clock(),
                target: LoadedSite.Target(folder: target, mayComeDown: takeDown, withArchives: zip)),
            asked, root: root)
        let reporter = Reporter(format: options.format, language: draft.site.language)
        try refuseErrors(of: draft.site, reporter, progress)
        if packets {
            do throws(PacketFailure) {
                try await draft.addPackets(standing: target, progress)
            } catch {
                progress.end()
                throw PacketMessages.report(error, reporter, draft.site.language)
            }
            try refuseErrors(of: draft.site, reporter, progress)
        }
        let site = draft.site
        let report: OutputReport
        let inspection = site.inspection
        do throws(OutputFailure) {
            let language = site.language
            let publication = try draft.publication(for: options.audience, round: round, inspection: inspection)
            var plan = publication.plan
            plan.mayBeSeen = { [strict = options.strict] in
                strict ? inspection.isClean : !inspection.stops
            }
            let memory: OutputMemory?
            (report, memory) = try await plan.write(
                to: target, remembering: round?.last?.output, keep: keep
            ) { done, all in
                progress.show(BuildMessages.progress(done, all, language))
            }
            if let memory, inspection.isClean, !packets { round?.remember(site, memory) }
            progress.end()
        } catch {
            progress.end()
            var diagnostics = site.diagnostics + site.inspected
            if case .refused = error {
                reporter.report(diagnostics.sorted())
                Console.err(BuildMessages.refused(Count(site, diagnostics), site.language))
                throw ExitCode.content
            }
            if case .foreign(let paths) = error {
                diagnostics += paths.map { Diagnostic(Place(shown($0, target: target)), .foreignFile) }
            }
            reporter.report(diagnostics)
            Console.err(BuildMessages.failed(error, target, site.language))
            switch error {
            case .foreign: throw ExitCode.content
            case .otherReaders: throw ExitCode.usage
            default: throw ExitCode.machine
            }
        }
        let diagnostics = (site.diagnostics + site.inspected).sorted()
        reporter.report(diagnostics)
        if let made = draft.packets { Console.err(PacketMessages.counted(made, site.language)) }
        Console.err(
            BuildMessages.done(report, Count(site, diagnostics), shown(target), watch.milliseconds, site.language))
        if site.register.profile.address == nil { Console.err(BuildMessages.noAddress(site.language)) }
        site.keep()
    }

    private var asked: PublicationOptions {
        PublicationOptions(isOffline: offline, hasArchives: zip, hasPackets: packets, hasSearch: !noSearch)
    }

    private func refuseErrors(of site: LoadedSite, _ reporter: Reporter, _ progress: Progress) throws {
        guard site.hasErrors || (options.strict && !site.diagnostics.isEmpty) else { return }
        progress.end()
        reporter.report(site.diagnostics)
        Console.err(BuildMessages.refused(Count(site), site.language))
        throw ExitCode.content
    }

    /// What this build knows of the last one.
    private func round(root: String, target: String) throws -> BuildRound? {
        let settings = [
            options.audience.rawValue, offline ? "offline" : "", zip ? "zip" : "", noSearch ? "" : "search",
            packets ? "packets" : "",
            takeDown.joined(separator: " "),
        ]
        return BuildRound(root: root, target: target, clock: try options.clock(), settings: settings)
    }

    private func target(root: String) throws -> String {
        if let output { return try OutputFolder.target(root: root, output: output, audience: options.audience) }
        if options.audience == .members { throw OutputFolder.membersInPublic }
        return root + (offline ? "/offline" : "/public")
    }

    private func shown(_ target: String) -> String { output ?? (offline ? "offline/" : "public/") }

    /// A path below the output as the user called the output.
    private func shown(_ path: String, target: String) -> String {
        guard path.hasPrefix(target + "/") else { return path }
        let folder = shown(target)
        return folder + (folder.hasSuffix("/") ? "" : "/") + path.dropFirst(target.utf8.count + 1)
    }
}

extension OutputPlan {
    init(
        _ plan: SitePlan, hiding report: GateReport, _ extra: [(path: String, location: String)], offline: Bool,
        origins: [Fingerprint?]? = nil, inspection: PublishedInspection? = nil, imprint: Imprint
    ) {
        let tombstone = plan.tombstone
        let hidden = SitePlan.paths(ofHidden: report.hiddenSlugs, report.hiddenMeetings)
        self.init(
            files: plan.files.enumerated().map { index, file in
                let content: PlannedFile.Content =
                    switch file.content {
                    case .bytes(let render) where file.isIndex: .bytes(render)
                    case .bytes(let render) where offline && file.path.hasSuffix(".html"):
                        .bytes { page in
                            var own: [UInt8] = []
                            render(&own)
                            page += OfflineLinks.rewritten(own)
                            inspection?.look(at: page, path: file.path)
                        }
                    case .bytes(let render):
                        .bytes { page in
                            render(&page)
                            inspection?.look(at: page, path: file.path)
                        }
                    case .copy(let source): .copy(of: source)
                    }
                return PlannedFile(
                    path: file.path, content: content, isPermanent: file.isPermanent, origin: origins?[index])
            } + extra.map { PlannedFile(path: $0.path, content: .copy(of: $0.location)) },
            imprint: imprint,
            tombstone: { path in hidden.contains(path) ? nil : .bytes { tombstone(path, &$0) } })
    }
}
