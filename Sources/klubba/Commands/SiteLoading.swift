import Content
import Diagnostics
import Documents
import Gate
import Ledger
import Meetings
import Output
import Register
import Site
import Theme

/// A site read, checked, gated and planned for one audience: all that can be known before a byte is written.
struct LoadedSite {
    let register: SeenRegister
    /// What the gate held back, for messages.
    let report: GateReport
    let plan: SitePlan
    let theme: Theme
    /// Sorted, each once.
    let diagnostics: [Diagnostic]
    let language: MessageLanguage
    /// With everything in it; for sealing, never for a page.
    let whole: Register
    let ledger: SiteLedger
    /// The log's public head, and what belongs to it.
    let head: LogHead
    /// Sealed papers that are not as they were sealed; they are among the diagnostics.
    let sealFindings: [SealCheck.Finding]
    private let withArchives: Bool
    /// What the files of the site say lies there as long as this is held.
    private let documents: ReadDocuments
    /// Looks at every page that is made.
    let inspection: PublishedInspection
    private let root: String

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension LoadedSite {
    /// What a build over an earlier one has to keep in mind.
    struct Target {
        let folder: String
        /// Meetings whose notices may come down before their time.
        let mayComeDown: [String]
        /// Each meeting's papers as a zip archive too.
        let withArchives: Bool
    }

    static func load(
        root: String, audience: Audience, clock: @escaping @Sendable (String) -> CalendarDate, target: Target? = nil,
        memory: ReadingMemory? = nil, heldTexts: HeldTexts.Handling = .leftOut
    ) async -> LoadedSite {
        let read = ReadDocuments(root: root)
        var sources = await SiteReader(
            root: root, memory: memory, heldTexts: heldTexts, documents: read.reading, clock: clock
        ).read()
        read.memory.keep()
        let ledger = SiteLedger(root: root, profile: sources.profile)
        sources.profile = ledger.completed(sources.profile)
        let head = await LogHead.read(in: ledger.folder, ledger.state.log)
        sources.seals = ledger.history
        sources.sent = ledger.sentNumbers
        let register = Register(sources)
        let findings = await ledger.findings(register)
        let (gated, report) = register.gated(
            for: audience, proposals: ledger.proposals(findings, today: register.today))
        var problems: [ThemeProblem] = []
        var themeDiagnostics: [Diagnostic] = []
        let overrides = ThemeFolder.files(root: root, &themeDiagnostics)
        let theme = Theme(overrides: overrides, language: gated.profile.language.rawValue, problems: &problems)
        let plan = SitePlan(
            gated, theme: theme, problems: problems, withArchives: target?.withArchives ?? false,
            head: LoadedSite.publicHead(head, gated))
        let takenDown = target.map { target in
            let previous = try? FileSystem.disk.read("\(target.folder)/data/anslag.csv", 1 << 20)
            return plan.noticesTakenDown(previous: previous ?? [], on: gated.today, except: target.mayComeDown)
        }
        let sealed = ledger.diagnostics + head.diagnostics + findings.map(\.diagnostic)
        var settings = ReadTexts(gated)
        settings.read("klubba.yml", try? FileSystem.disk.read(root + "/klubba.yml", 1 << 20))
        for file in overrides { settings.read("theme/" + file.path, file.bytes) }
        let inspection = PublishedInspection(gated, told: report.toldNumbers.union(settings.numbers))
        inspection.look(atAddressesOf: plan.files)
        let all =
            settings.diagnostics + LoadedSite.inspected(inspection, plan, root: root) + register.diagnostics + sealed
            + report.diagnostics + themeDiagnostics + report.told(plan.diagnostics) + (takenDown ?? [])
        return LoadedSite(
            register: gated, report: report, plan: plan, theme: theme, diagnostics: Array(Set(all)).sorted(),
            language: MessageLanguage(rawValue: gated.profile.language.rawValue) ?? .swedish, whole: register,
            ledger: ledger, head: head, sealFindings: findings, withArchives: target?.withArchives ?? false,
            documents: read, inspection: inspection, root: root)
    }

    private static func publicHead(_ head: LogHead, _ register: SeenRegister) -> PublicHead? {
        head.set?.publicHead { SystemClock.day(of: $0.seconds, in: register.profile.timeZone) }
    }

    /// What the pages that were made hold and may not.
    var inspected: [Diagnostic] {
        Array(Set(LoadedSite.inspected(inspection, plan, root: root)).subtracting(diagnostics))
    }

    private static func inspected(_ inspection: PublishedInspection, _ plan: SitePlan, root: String) -> [Diagnostic] {
        inspection.diagnostics(plan.files) { try? FileSystem.disk.read("\(root)/\($0)", 64 << 20) }
    }

    /// What a line of the log tells of klubba.yml and the theme.
    var settings: LogSettings {
        var unread: [Diagnostic] = []
        return LogSettings(
            whole.profile, words: theme.strings, templates: ThemeFolder.files(root: root, &unread))
    }

    /// Where texts name what their readers may not see. Only `check` looks: it reads every text anew.
    var mentionsOfHidden: [Diagnostic] {
        whole.mentionsOfHidden(in: register) { try? FileSystem.disk.read("\(root)/\($0)", 64 << 20) }
    }

    /// What the site's manifest says of the whole.
    func imprint(for audience: Audience) -> Imprint {
        Imprint(readers: audience.rawValue, day: register.today.description, program: LoadedSite.program)
    }

    static let program = "klubba \(Klubba.version)"

    /// Where the process ends anyway, to take a site apart piece by piece would only take time.
    func keep() { _ = Unmanaged.passRetained(Kept(site: self)) }

    private final class Kept {
        let site: LoadedSite
        init(site: LoadedSite) { self.site = site }
    }

    /// The same site with its packets.
    func publishing(_ packets: [MeetingID: PublishedPacket], _ found: [Diagnostic]) -> LoadedSite {
        let plan = SitePlan(
            register, theme: theme, withArchives: withArchives, packets: packets,
            head: LoadedSite.publicHead(head, register))
        let all = Set(diagnostics + found + report.told(plan.diagnostics))
        return LoadedSite(
            register: register, report: report, plan: plan, theme: theme, diagnostics: all.sorted(),
            language: language, whole: whole, ledger: ledger, head: head, sealFindings: sealFindings,
            withArchives: withArchives, documents: documents, inspection: inspection, root: root)
    }
}

/// Texts of the site that no source is read from, looked through for personnummer.
private struct ReadTexts {
    let register: SeenRegister
    var diagnostics: [Diagnostic] = []
    var numbers: Set<IdentityNumber> = []

    init(_ register: SeenRegister) { self.register = register }

    mutating func read(_ file: String, _ bytes: [UInt8]?) {
        guard let bytes else { return }
        let found = PublishedInspection.findings(in: bytes, file: file, register)
        diagnostics += found.diagnostics
        numbers.formUnion(found.numbers)
    }
}

/// The site's own theme files.
enum ThemeFolder {
    static func files(root: String, _ diagnostics: inout [Diagnostic], disk: FileSystem = .disk) -> [Theme.File] {
        guard let status = try? disk.status(root + "/theme"), status.kind == .folder else { return [] }
        var files: [Theme.File] = []
        var folders = [""]
        while let folder = folders.popLast() {
            guard let entries = try? disk.list(root + "/theme/" + folder) else { continue }
            for entry in entries where entry.name.first != UInt8(ascii: ".") {
                let path = folder + String(decoding: entry.name, as: UTF8.self)
                let location = root + "/theme/" + path
                do throws(FileFailure) {
                    switch try disk.status(location).kind {
                    case .folder where entry.kind == .folder: folders.append(path + "/")
                    case .file: files.append(Theme.File(path: path, bytes: try disk.read(location, 16 << 20)))
                    default: break
                    }
                } catch {
                    diagnostics.append(Diagnostic(Place("theme/" + path), .unreadableFile(reason: error.reason)))
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }
}
