import Content
import Diagnostics
import Ledger
import Meetings
import Register
import Site
import Theme

/// A site read, checked, gated and planned for one audience: all that can be known before a byte is written.
struct LoadedSite {
    let register: GatedRegister
    let plan: SitePlan
    /// Sorted, each once.
    let diagnostics: [Diagnostic]
    let language: MessageLanguage
    /// With everything in it; for sealing, never for a page.
    let whole: Register
    let ledger: SiteLedger
    /// Sealed papers that are not as they were sealed; they are among the diagnostics.
    let sealFindings: [SealCheck.Finding]

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension LoadedSite {
    static func load(
        root: String, audience: Audience, clock: @escaping @Sendable (String) -> CalendarDate
    ) async -> LoadedSite {
        var sources = await SiteReader(root: root, clock: clock).read()
        let ledger = SiteLedger(root: root, profile: sources.profile)
        sources.seals = ledger.history
        let register = Register(sources)
        let findings = await ledger.findings(register)
        let gated = register.gated(
            for: audience, proposals: ledger.proposals(findings, today: register.today))
        var problems: [ThemeProblem] = []
        var themeDiagnostics: [Diagnostic] = []
        let overrides = ThemeFolder.files(root: root, &themeDiagnostics)
        let theme = Theme(overrides: overrides, language: gated.profile.language.rawValue, problems: &problems)
        let plan = SitePlan(gated, theme: theme, problems: problems)
        let sealed = ledger.diagnostics + findings.map(\.diagnostic)
        let all = register.diagnostics + sealed + gated.diagnostics + themeDiagnostics + plan.diagnostics
        return LoadedSite(
            register: gated, plan: plan, diagnostics: Array(Set(all)).sorted(),
            language: MessageLanguage(rawValue: gated.profile.language.rawValue) ?? .swedish, whole: register,
            ledger: ledger, sealFindings: findings)
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
