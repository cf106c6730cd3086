import Content
import Diagnostics
import Meetings
import Register
import Site
import Theme

/// A site read, checked, gated and planned for one audience: all that can be known before a byte is written.
struct LoadedSite {
    let register: GatedRegister
    let plan: SitePlan
    let theme: Theme
    /// Sorted, each once.
    let diagnostics: [Diagnostic]
    let language: MessageLanguage

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension LoadedSite {
    static func load(
        root: String, audience: Audience, clock: @escaping @Sendable (String) -> CalendarDate
    ) async -> LoadedSite {
        let sources = await SiteReader(root: root, clock: clock).read()
        let register = Register(sources)
        let gated = register.gated(for: audience)
        var problems: [ThemeProblem] = []
        var themeDiagnostics: [Diagnostic] = []
        let overrides = ThemeFolder.files(root: root, &themeDiagnostics)
        let theme = Theme(overrides: overrides, language: gated.profile.language.rawValue, problems: &problems)
        let plan = SitePlan(gated, theme: theme, problems: problems)
        let all = register.diagnostics + gated.diagnostics + themeDiagnostics + plan.diagnostics
        return LoadedSite(
            register: gated, plan: plan, theme: theme, diagnostics: Array(Set(all)).sorted(),
            language: MessageLanguage(rawValue: gated.profile.language.rawValue) ?? .swedish)
    }

    /// The same site with its packets.
    func publishing(_ packets: [MeetingID: PublishedPacket], _ found: [Diagnostic]) -> LoadedSite {
        let plan = SitePlan(register, theme: theme, packets: packets)
        let all = Set(diagnostics + found + plan.diagnostics)
        return LoadedSite(register: register, plan: plan, theme: theme, diagnostics: all.sorted(), language: language)
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
