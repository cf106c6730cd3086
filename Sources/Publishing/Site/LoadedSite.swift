import Content
import Diagnostics
import Gate
import Ledger
import Meetings
import Output
import Register
import Site
import System
import Theme

/// A site read, checked, gated and planned for one audience: all that can be known before a byte is written.
package struct LoadedSite {
    package let request: SiteRequest
    package let register: SeenRegister
    /// What the gate held back, for messages.
    package let report: GateReport
    package let plan: SitePlan
    package let theme: Theme
    /// Sorted, each once.
    package let diagnostics: [Diagnostic]
    package let language: MessageLanguage
    /// With everything in it; for sealing, never for a page.
    package let whole: Register
    package let ledger: SiteLedger
    /// The log's public head, and what belongs to it.
    package let head: LogHead
    /// Sealed papers that are not as they were sealed; they are among the diagnostics.
    package let sealFindings: [SealCheck.Finding]
    /// Where content/ was when it was read, links followed.
    package let contentFolder: String?
    /// What the files of the site say lies there as long as this is held.
    private let documents: ReadDocuments
    /// The site's own theme.
    package let overrides: [Theme.File]
    /// Looks at every page that is made.
    package let inspection: PublishedInspection

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension LoadedSite {
    /// - Parameters:
    ///   - output: where an earlier build of the same may stand, whose notices must not come down before their time; nil
    ///     where nothing is to be built.
    ///   - settings: what klubba.yml says, where it has been read already.
    package static func load(
        _ request: SiteRequest, output: String? = nil, settings: SiteSettings? = nil
    ) async -> LoadedSite {
        let root = request.root
        let settings = settings ?? request.settings
        let contentFolder = Path.absolute(root + "/content")
        let read = ReadDocuments(root: root, program: request.documentProgram)
        var sources = await SiteReader(
            root: root, memory: request.memory, heldTexts: request.heldTexts, documents: read.reading,
            clock: request.clock
        ).read(settings)
        read.memory.keep()
        let ledger = SiteLedger(root: root, profile: sources.profile)
        sources.profile = ledger.completed(sources.profile)
        let head = await LogHead.read(in: ledger.folder, ledger.state.log)
        sources.seals = ledger.history
        sources.sent = ledger.sentNumbers
        let corrected = request.correcting.flatMap { MeetingName.meeting($0, bodies: ledger.bodies) }
        if let corrected { sources.sent.removeLists(of: corrected) }
        let register = Register(sources)
        let findings = await ledger.findings(register)
        let (gated, report) = register.gated(
            for: request.audience, proposals: ledger.proposals(findings, today: register.today))
        var problems: [ThemeProblem] = []
        var themeDiagnostics: [Diagnostic] = []
        let overrides = ThemeFolder.files(root: root, &themeDiagnostics)
        let theme = Theme(overrides: overrides, language: gated.profile.language.rawValue, problems: &problems)
        let plan = SitePlan(
            gated, theme: theme, problems: problems, withArchives: request.options.hasArchives,
            head: publicHead(head, gated))
        let takenDown = output.map { output in
            let previous = try? FileSystem.disk.read("\(output)/data/anslag.csv", 1 << 20)
            let down = plan.noticesTakenDown(previous: previous ?? [], on: gated.today, except: request.mayComeDown)
            // Over another audience's site nothing is built at all.
            let standing = down.isEmpty ? nil : (try? ListedOutput(output))?.imprint?.readers
            return standing.map { $0 == request.audience.rawValue } ?? true ? down : []
        }
        let sealed =
            ledger.diagnostics + head.diagnostics + findings.map(\.diagnostic)
            + ledger.signedFindings(register, findings) + ledger.unsealedNotices(register)
        var texts = ReadTexts(gated)
        texts.read("klubba.yml", settings.bytes)
        for file in overrides { texts.read("theme/" + file.path, file.bytes) }
        let inspection = PublishedInspection(gated, told: report.toldNumbers.union(texts.numbers))
        inspection.look(atAddressesOf: plan.files)
        let all =
            texts.diagnostics + inspected(inspection, plan, root: root) + register.diagnostics + sealed
            + report.diagnostics + themeDiagnostics + report.told(plan.diagnostics) + (takenDown ?? [])
        return LoadedSite(
            request: request, register: gated, report: report, plan: plan, theme: theme,
            diagnostics: Array(Set(all)).sorted(),
            language: MessageLanguage(rawValue: gated.profile.language.rawValue) ?? .swedish, whole: register,
            ledger: ledger, head: head, sealFindings: findings, contentFolder: contentFolder, documents: read,
            overrides: overrides,
            inspection: inspection)
    }

    static func publicHead(_ head: LogHead, _ register: SeenRegister) -> PublicHead? {
        head.set?.publicHead { SystemClock.day(of: $0.seconds, in: register.profile.timeZone) }
    }

    /// What the pages that were made hold and may not.
    package var inspected: [Diagnostic] {
        Array(Set(LoadedSite.inspected(inspection, plan, root: request.root)).subtracting(diagnostics))
    }

    private static func inspected(_ inspection: PublishedInspection, _ plan: SitePlan, root: String) -> [Diagnostic] {
        inspection.diagnostics(plan.files) { try? FileSystem.disk.read("\(root)/\($0)", 64 << 20) }
    }

    /// What a line of the log tells of klubba.yml and the theme.
    package var settings: LogSettings { LogSettings(whole.profile, words: theme.strings, templates: overrides) }

    /// Where texts name what their readers may not see. Only `check` looks: it reads every text anew.
    package var mentionsOfHidden: [Diagnostic] {
        whole.mentionsOfHidden(in: register) { try? FileSystem.disk.read("\(request.root)/\($0)", 64 << 20) }
    }

    /// What the archive sees, which is more than any reader of the site.
    package var seenByArchive: SeenRegister {
        whole.gated(for: .archive, proposals: ledger.proposals(sealFindings, today: register.today)).seen
    }

    /// What the site's manifest says of the whole.
    ///
    /// - Parameter tools: the other programs that made files of it.
    func imprint(_ options: PublicationOptions, tools: [String]) -> Imprint {
        Imprint(
            readers: request.audience.rawValue, day: register.today.description, program: Program.name,
            options: options.words, tools: tools)
    }

    /// Where the process ends anyway, to take a site apart piece by piece would only take time.
    package func keep() { _ = Unmanaged.passRetained(Kept(site: self)) }

    private final class Kept {
        let site: LoadedSite
        init(site: LoadedSite) { self.site = site }
    }

    /// The same site with its packets.
    func publishing(_ packets: SitePackets) -> LoadedSite {
        let plan = SitePlan(
            register, theme: theme, withArchives: request.options.hasArchives, packets: packets.published,
            head: LoadedSite.publicHead(head, register))
        let all = Set(diagnostics + packets.diagnostics + report.told(plan.diagnostics))
        return LoadedSite(
            request: request, register: register, report: report, plan: plan, theme: theme,
            diagnostics: all.sorted(), language: language, whole: whole, ledger: ledger, head: head,
            sealFindings: sealFindings, contentFolder: contentFolder, documents: documents, overrides: overrides,
            inspection: inspection)
    }
}
