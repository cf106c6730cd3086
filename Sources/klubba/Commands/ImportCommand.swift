import ArgumentParser
import Content
import Diagnostics
import Import
import Meetings
import Publishing
import System

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Flytta in handlingar som redan finns.",
        discussion: """
            Text, Markdown, PDF, Word, OpenDocument, webbsidor, e-post och kalkylblad blir ärenden, bilagor, möten och \
            protokoll i content/. En fil med flera handlingar delas. En mapp tas med allt som ligger i den. Ingen fil skrivs över utan --force, och det som redan är \
            inlagt hoppas över. Slutar med 0 när allt lades in, 1 när en fil inte gick att läsa eller redan finns.
            """)

    @Argument(help: ArgumentHelp("Filer eller mappar med handlingar.", valueName: "fil"))
    var files: [String]

    @Option(name: .long, help: ArgumentHelp("Mappen som det läggs in i.", valueName: "mapp"))
    var into: String = "content"

    @Flag(name: .long, help: "Visa vad som skulle läggas in, utan att skriva något.")
    var dryRun = false

    @Flag(name: .long, help: "Skriv över filer som finns.")
    var force = false

    @Flag(
        name: .long, help: "Byt personnummer, e-postadresser och telefonnummer mot [maskat]. Originalen läggs inte med."
    )
    var redact = false

    @Flag(name: .long, help: "Lägg inte med originalen.")
    var noOriginal = false

    @Flag(name: .long, help: "Lägg till de organ som klubba.yml saknar.")
    var addBodies = false

    @Flag(name: .long, help: "Skriv in det som har ändrats i Word i en fil ur klubba export.")
    var update = false

    @Flag(name: .long, help: "Läs varje fil som en handling, även om sidorna ser ut som flera.")
    var one = false

    @Flag(name: .long, help: "Fråga inte om delningen av ett utskick: den är granskad.")
    var yes = false

    @Option(
        name: .long,
        help: ArgumentHelp("Skriv hur filen delas till en plan som går att ändra. Inget läggs in.", valueName: "fil"))
    var plan: String?

    @Flag(name: .long, help: "Lägg in efter planen som --plan nämner.")
    var apply = false

    @Option(
        name: .long, help: ArgumentHelp("Läs bara de här sidorna av en PDF, till exempel 1-80.", valueName: "sidor"))
    var pages: String?

    @Option(name: .long, help: ArgumentHelp("text är en tabell, json allt som hittades.", valueName: "form"))
    var format: OutputFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp("Räkna som om det var den här dagen, till exempel 2020-09-18.", valueName: "datum"))
    var today: String?

    func run() async throws {
        let watch = Stopwatch()
        var options = SiteOptions()
        options.today = today
        let content = Path.planned(into)
        let root = Path.planned(content + "/..")
        let (existing, language) = try await site(root: root, content: content, clock: try options.clock())
        var site = existing
        let found = DocumentFinder().find(files)
        let passedOver = found.filter(\.isPassedOver)
        let sources = found.filter { !$0.isPassedOver }
        try holdPages(sources, language)
        let clock = try options.clock()("Europe/Stockholm")
        let cut = try cutPlan(sources, language)
        let reader = DocumentReader(
            bodies: site.bodies, clock: clock, isRedacting: redact, isOnePaper: one, plan: cut)
        let tools = ImportTools(site: root)
        let progress = Progress(ImportMessages.reading(language))
        let loader = DocumentLoader(
            reader: reader, tools: tools, pages: try pageRange(), batch: OfficeBatch(sources, tools: tools),
            progress: { progress.show(ImportMessages.recognising($0, language)) })
        let files = await load(sources, loader, progress, language)
        if let cut { try hold(cut, against: files, progress, language) }
        if let plan, !apply {
            progress.end()
            return try write(plan, of: sources, files, language)
        }
        // A packet's papers are planned as documents of their own.
        let places = files.indices.flatMap { index in files[index].papers.map { (document: $0, file: index) } }
        let documents = places.map(\.document)
        for path in documents.compactMap(\.exportedPath) {
            site.texts[path] = (try? FileSystem.disk.read(content + "/" + path, DocumentLoader.textLimit))
                .map { String(decoding: $0, as: UTF8.self) }
        }
        let locations = places.map { Path.planned($0.document.attached?.path ?? sources[$0.file].location) }
        let planning = Planner.Options(
            keepsOriginals: !noOriginal, isRedacting: redact, canCut: tools.cutter != nil,
            isConfirmed: try isConfirmed(files, progress, language), language: language)
        var plan = Planner.plan(documents, locations: locations, site: site, options: planning)
        if addBodies, !plan.missingBodies.isEmpty {
            var wider = site
            wider.bodies = try add(plan.missingBodies, to: root, site.bodies, language)
            plan = Planner.plan(documents, locations: locations, site: wider, options: planning)
        }
        let isStopped = !plan.diagnostics.isEmpty
        let writer = ImportWriter(
            root: content, overwrites: force, isRehearsal: dryRun || isStopped, cutter: tools.cutter, updates: update)
        if !dryRun && !isStopped { writer.takeAwayLeftovers(of: plan.files) }
        var results: [ImportWriter.Result] = []
        for (index, file) in plan.files.enumerated() {
            progress.show(ImportMessages.writing(index + 1, of: plan.files.count, language))
            results.append(writer.write(file))
        }
        progress.end()
        let report = ImportReport(
            documents: documents, plan: plan, files: files, fileOf: places.map(\.file), results: results,
            passedOver: passedOver, into: into, isRehearsal: dryRun || isStopped,
            milliseconds: watch.milliseconds, language: language)
        switch format {
        case .json: Console.out(ImportJSON.text(report.filesWithRemarks, in: language))
        case .text: Console.out(report.text)
        }
        if isStopped {
            Reporter(format: .text, language: language).report(plan.diagnostics.sorted())
            Console.err(ImportMessages.nothingWritten(language))
            throw ExitCode.content
        }
        if report.hasMachineFailure { throw ExitCode.machine }
        if report.hasFailure { throw ExitCode.content }
    }

    /// Writes the bodies that klubba.yml lacks, and says so.
    private func add(
        _ missing: [MissingBody], to root: String, _ bodies: [Body], _ language: MessageLanguage
    ) throws -> [Body] {
        let path = root + "/klubba.yml"
        let profile = (try? FileSystem.disk.read(path, 1 << 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let text = MissingBodies.added(missing, to: profile) else {
            Console.err(ImportMessages.bodiesOnOneLine(MissingBodies.block(missing), language))
            throw ExitCode.content
        }
        if !dryRun {
            let writer = ImportWriter(root: root, overwrites: true, isRehearsal: false)
            let file = PlannedImport(path: "klubba.yml", content: .text(text), sources: [])
            guard [.written, .overwritten, .unchanged].contains(writer.write(file)) else {
                Console.err(ImportMessages.profileNotWritten(language))
                throw ExitCode.machine
            }
        }
        let names = missing.map(\.code).joined(separator: ", ")
        Console.err(ImportMessages.bodiesAdded(names, dryRun, language))
        return MissingBodies.bodies(bodies, with: missing)
    }

    /// Only a PDF has pages to choose among.
    private func holdPages(_ sources: [DocumentFinder.Document], _ language: MessageLanguage) throws {
        guard pages != nil else { return }
        let others = sources.filter { !$0.file.lowercased().hasSuffix(".pdf") }
        guard !others.isEmpty else { return }
        let names = others.prefix(3).map(\.file).joined(separator: ", ")
        guard others.count < sources.count else {
            throw ValidationError("--pages väljer sidor i en PDF, och \(names) är ingen. Ta bort --pages.")
        }
        Console.err(ImportMessages.onlyPDF(names, language))
    }

    private func pageRange() throws -> ClosedRange<Int>? {
        guard let pages else { return nil }
        let parts = pages.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        let ends = parts.compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, ends.count == parts.count, ends.count <= 2, first >= 1,
            first <= last
        else {
            throw ValidationError("--pages \(pages) går inte att läsa. Skriv till exempel --pages 1-80.")
        }
        return first...last
    }

    /// What is there already. A klubba.yml that cannot be read stops the import: it says which bodies there are.
    private func site(
        root: String, content: String, clock: @escaping @Sendable (String) -> CalendarDate
    ) async throws -> (ExistingSite, MessageLanguage) {
        let reader = SiteReader(root: root, clock: clock)
        let settings = reader.settings()
        let (profile, problems) = (settings.profile, settings.diagnostics)
        let language = MessageLanguage(rawValue: profile.language.rawValue) ?? .swedish
        let errors = problems.filter { $0.severity == .error }
        if !errors.isEmpty {
            Reporter(format: .text, language: language).report(errors)
            Console.err(ImportMessages.profileFaults(language))
            throw ExitCode.content
        }
        let hasProfile = (try? FileSystem.disk.status(root + "/klubba.yml")) != nil
        guard content == root + "/content", (try? FileSystem.disk.status(content)) != nil else {
            return (ExistingSite(bodies: profile.bodies, hasProfile: hasProfile), language)
        }
        let sources = await reader.read(settings)
        var site = ExistingSite(sources, hasProfile: hasProfile)
        site.seal(SiteLedger(root: root, profile: sources.profile).history)
        return (site, language)
    }

    /// All documents, in their order, on all cores.
    private func load(
        _ sources: [DocumentFinder.Document], _ loader: DocumentLoader, _ progress: Progress,
        _ language: MessageLanguage
    ) async -> [ImportedDocument] {
        let size = max(1, min(16, sources.count / 8))
        return await withTaskGroup(of: (Int, [ImportedDocument]).self) { group in
            var documents = [ImportedDocument?](repeating: nil, count: sources.count)
            var (next, done) = (0, 0)
            func start() {
                guard next < sources.count else { return }
                let range = next..<min(next + size, sources.count)
                next = range.upperBound
                group.addTask { (range.lowerBound, range.map { loader.load(sources[$0]) }) }
            }
            for _ in 0..<8 { start() }
            while let (first, part) = await group.next() {
                for (offset, document) in part.enumerated() { documents[first + offset] = document }
                done += part.count
                progress.show(ImportMessages.reading(done, of: sources.count, language))
                start()
            }
            return documents.compactMap(\.self)
        }
    }
}
