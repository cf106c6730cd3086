import Archive
import ArgumentParser
import Diagnostics
import Gate
import Meetings
import Packet
import Publishing
import Register
import System

/// What `--audience` may say of a package.
enum ArchiveAudienceOption: String, ExpressibleByArgument, CaseIterable {
    case archive
    case members
    case `public`

    var audience: Audience {
        switch self {
        case .archive: .archive
        case .members: .members
        case .public: .public
        }
    }
}

extension ArchiveRequest.Form: ExpressibleByArgument {}

struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Gör ett paket som arkivet kan ta emot, eller kontrollera ett.",
        discussion: """
            Paketet följer FGS Paketstruktur 2.0 och FGS Ärendehantering 2.0: handlingarna med sina uppgifter, webbplatsens \
            egna filer byte för byte och beviset för att inget har ändrats. Utan urval är det hela webbplatsen; annars ett \
            år (2026) eller ett möte (fs-2026-11-06). Med --verify kontrolleras ett paket, med --restore blir det en \
            webbplats igen.
            """)

    @Argument(help: ArgumentHelp("Ett år eller ett möte, till exempel 2026 eller fs-2026-11-06.", valueName: "urval"))
    var what: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Var paketet skrivs. Utan valet i arkiv/ i webbplatsens mapp.", valueName: "mapp"))
    var output: String?

    @Option(name: .long, help: ArgumentHelp("Paketets form.", valueName: "form"))
    var form: ArchiveRequest.Form = .folder

    @Option(
        name: .long,
        help: ArgumentHelp(
            "För vem: archive får allt, också sekretess; members och public får det som deras webbplats visar.",
            valueName: "läsare"))
    var audience: ArchiveAudienceOption = .archive

    @Flag(name: .customLong("no-pdf"), help: "Gör inga PDF/A-versioner av texterna.")
    var noPDF = false

    @Flag(name: .long, help: "Lägg med den offentliga webbplatsen, så att den kan läsas direkt ur paketet.")
    var siteCopy = false

    @Option(
        name: .long, help: ArgumentHelp("Paketet kompletterar det här, som redan är levererat.", valueName: "paket"))
    var supplement: String?

    @Option(name: .long, help: ArgumentHelp("Paketet ersätter det här, som redan är levererat.", valueName: "paket"))
    var replace: String?

    @Option(name: .long, help: ArgumentHelp("Kontrollera ett paket: mapp, tar, zip eller bag.", valueName: "paket"))
    var verify: String?

    @Option(name: .long, help: ArgumentHelp("Gör en webbplats av ett paket igen. Behöver --into.", valueName: "paket"))
    var restore: String?

    @Option(name: .long, help: ArgumentHelp("Var webbplatsen skrivs, med --restore. En tom mapp.", valueName: "mapp"))
    var into: String?

    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp, den som har content/ i sig.", valueName: "mapp"))
    var site: String = "."

    @Option(
        name: .long,
        help: ArgumentHelp("Räkna som om det var den här dagen, till exempel 2020-09-18.", valueName: "datum"))
    var today: String?

    @Option(name: .long, help: ArgumentHelp("Hur fel och varningar skrivs.", valueName: "form"))
    var format: OutputFormat = .text

    @Flag(name: .long, help: "Låt varningar stoppa, som fel.")
    var strict = false

    func validate() throws {
        if verify != nil && restore != nil { throw ValidationError("Välj antingen --verify eller --restore.") }
        if (restore == nil) != (into == nil) { throw ValidationError("--restore och --into hör ihop.") }
        if supplement != nil && replace != nil { throw ValidationError("Välj antingen --supplement eller --replace.") }
        if what != nil && (verify ?? restore) != nil {
            throw ValidationError("Ett paket kontrolleras som det är. Ta bort \(what ?? "").")
        }
    }

    func run() async throws {
        if let verify { return try await PackageReading(format: format, site: site).verify(verify) }
        if let restore, let into {
            return
                try await PackageReading(format: format, site: site).restore(restore, into: into)
        }
        try await make()
    }
}

extension ArchiveCommand {
    /// The options of every command, from this one's own: the archive is an audience here alone.
    private var options: SiteOptions {
        SiteOptions.of(
            site: site, today: today, audience: audience == .members ? .members : .public, format: format,
            strict: strict)
    }

    private func make() async throws {
        let watch = Stopwatch()
        let request = try options.request()
        let folder = try target(request.root)
        let progress = Progress("Läser ärenden och möten …")
        let site = await LoadedSite.load(request)
        let language = site.language
        let order = try order(site)
        var told = site.diagnostics
        do throws(PackageRefusal) {
            var package = try SitePackage(site, order)
            defer { told = package.diagnostics }
            let made = try await package.make(in: folder) { step in
                switch step {
                case .planning: progress.show(ArchiveMessages.working(language))
                case .printing(let done, let all): progress.show(ArchiveMessages.printing(done, all, language))
                }
            }
            progress.end()
            Reporter(format: format, language: language).report(package.diagnostics)
            Console.err(ArchiveMessages.done(made, shown(made, folder), watch.milliseconds, language))
        } catch {
            progress.end()
            throw refused(error, site, told)
        }
        site.keep()
    }

    private func order(_ site: LoadedSite) throws -> PackageOrder {
        let request = ArchiveRequest(
            scope: try scope(site), audience: audience.audience, form: form, status: try status(),
            moment: try options.moment(), version: Program.version)
        return PackageOrder(request, hasPrints: !noPDF, hasSiteCopy: siteCopy, warnings: strict ? .stop : .pass)
    }

    private func scope(_ site: LoadedSite) throws -> ArchiveScope {
        guard let what else { return .whole }
        if what.utf8.count == 4, let year = Int(what) { return .year(year) }
        return .meeting(try MeetingID(written: what, profile: site.register.profile, today: site.register.today))
    }

    private func refused(_ refusal: PackageRefusal, _ site: LoadedSite, _ told: [Diagnostic]) -> any Error {
        let reporter = Reporter(format: format, language: site.language)
        switch refusal {
        case .unknownMeeting(let id):
            return ValidationError(
                "Mötet \(id) finns inte. Skriv ett år, som 2026, eller ett möte, som fs-2026-11-06.")
        case .siteHasErrors:
            reporter.report(told)
            Console.err(ArchiveMessages.refused(Count(site), site.language))
            return ExitCode.content
        case .printing(let failure):
            let code = PacketMessages.report(failure, reporter, site.language)
            if code == .machine { Console.err(ArchiveMessages.tools(site.language)) }
            return code
        case .package(let failure): return ArchiveMessages.report(failure, told, reporter, site.language)
        }
    }

    private func status() throws -> ArchiveRequest.Status {
        for other in [supplement, replace] where other?.isEmpty == true {
            throw ValidationError("Säg vilket paket, med dess OBJID.")
        }
        if let supplement { return .supplement(to: supplement) }
        return replace.map { .replacement(of: $0) } ?? .new
    }

    private func target(_ root: String) throws -> String {
        let target = Path.planned(output ?? root + "/arkiv")
        if Path.isInside(target, root + "/content") || Path.isInside(target, root + "/theme") {
            throw ValidationError(
                "\(output ?? target) ligger inne i innehållet. Välj en mapp utanför content/ och theme/.")
        }
        if Path.isInside(target, Path.planned(root + "/public")) {
            throw ValidationError("Ett arkivpaket får inte hamna i public/. Välj en annan mapp med --output.")
        }
        return target
    }

    private func shown(_ made: MadePackage, _ folder: String) -> String {
        let own = made.path.split(separator: "/").last.map(String.init) ?? made.path
        var shown = output ?? "arkiv"
        while shown.count > 1, shown.last == "/" { shown.removeLast() }
        return "\(shown)/\(own)"
    }
}
