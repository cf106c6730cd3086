import ArgumentParser
import Diagnostics
import Meetings
import Output
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
        help: ArgumentHelp("Var webbplatsen skrivs. Utan valet i public/ i webbplatsens mapp.", valueName: "mapp"))
    var output: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Ta ned det här mötets anslag fast tiden inte har gått ut, till exempel fs-2020-09-18.", valueName: "möte"))
    var takeDown: [String] = []

    func run() async throws {
        let watch = Stopwatch()
        let root = try options.root()
        let target = try target(root: root)
        let progress = Progress("Läser ärenden och möten …")
        let site = await LoadedSite.load(
            root: root, audience: options.audience, clock: try options.clock(),
            target: LoadedSite.Target(folder: target, mayComeDown: takeDown))
        let reporter = Reporter(format: options.format, language: site.language)
        if site.hasErrors || (options.strict && !site.diagnostics.isEmpty) {
            progress.end()
            reporter.report(site.diagnostics)
            Console.err(BuildMessages.refused(Count(site), site.language))
            throw ExitCode.content
        }
        let report: OutputReport
        do {
            let language = site.language
            report = try await OutputPlan(site.plan).write(to: target) { done, all in
                progress.show(BuildMessages.progress(done, all, language))
            }
            progress.end()
        } catch {
            progress.end()
            var diagnostics = site.diagnostics
            if case .foreign(let paths) = error {
                diagnostics += paths.map { Diagnostic(Place(shown($0, target: target)), .foreignFile) }
            }
            reporter.report(diagnostics)
            Console.err(BuildMessages.failed(error, target, site.language))
            if case .foreign = error { throw ExitCode.content }
            throw ExitCode.machine
        }
        reporter.report(site.diagnostics)
        Console.err(BuildMessages.done(report, Count(site), shown(target), watch.milliseconds, site.language))
        if site.register.profile.address == nil { Console.err(BuildMessages.noAddress(site.language)) }
    }

    /// Where to write. Not into the content, nor over the site itself; and never the members' site over the public one.
    private func target(root: String) throws -> String {
        guard let output else {
            if options.audience == .members {
                throw ValidationError(
                    "Ledamöternas webbplats får inte hamna i public/. Skriv till exempel --output ../ledamoter.")
            }
            return root + "/public"
        }
        let target = Path.planned(output)
        if Path.isInside(target, root + "/content") || Path.isInside(target, root + "/theme") {
            throw ValidationError(
                "--output \(output) ligger inne i innehållet. Välj en mapp utanför content/ och theme/.")
        }
        if Path.isInside(root, target) {
            throw ValidationError("--output \(output) skulle skriva över webbplatsens egen mapp. Välj en annan mapp.")
        }
        if options.audience == .members && target == Path.planned(root + "/public") {
            throw ValidationError(
                "Ledamöternas webbplats får inte hamna i public/. Skriv till exempel --output ../ledamoter.")
        }
        return target
    }

    private func shown(_ target: String) -> String { output ?? "public/" }

    /// A path below the output as the user called the output.
    private func shown(_ path: String, target: String) -> String {
        guard path.hasPrefix(target + "/") else { return path }
        let folder = shown(target)
        return folder + (folder.hasSuffix("/") ? "" : "/") + path.dropFirst(target.utf8.count + 1)
    }
}

extension OutputPlan {
    fileprivate init(_ plan: SitePlan) {
        let (tombstone, hidden) = (plan.tombstone, plan.hiddenPaths)
        self.init(
            files: plan.files.map { file in
                let content: PlannedFile.Content =
                    switch file.content {
                    case .bytes(let render): .bytes(render)
                    case .copy(let source): .copy(of: source)
                    }
                return PlannedFile(path: file.path, content: content, isPermanent: file.isPermanent)
            },
            tombstone: { path in hidden.contains(path) ? nil : .bytes { tombstone(path, &$0) } })
    }
}
