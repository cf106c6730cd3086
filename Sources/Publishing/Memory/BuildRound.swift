import Content
import Diagnostics
import Documents
import Fingerprints
import Output
import Site

/// One build among others of the same site: what it is made from, and what the last one left.
package struct BuildRound {
    let last: BuildMemory?
    private let root: String
    private let target: String
    /// What klubba.yml says.
    let settings: SiteSettings
    private let files: SourceFiles
    private let circumstances: Fingerprint
}

extension BuildRound {
    /// Nil where what the site is made from cannot be told from its files' times and sizes.
    package init?(_ request: SiteRequest, output: String) {
        // Before anything is read: what changes while the build reads is changed for the next one.
        let last = BuildMemory.read(root: request.root, target: output)
        guard let files = SourceFiles(root: request.root, known: last?.known ?? SourceFiles.Known()) else { return nil }
        (root, target, self.files, self.last) = (request.root, output, files, last)
        settings = request.settings
        var circumstances = Fingerprint()
        circumstances.add(request.clock(settings.profile.timeZone).description)
        circumstances.add(file: "/proc/self/exe")
        circumstances.add(Program.version)
        circumstances.add(request.audience.rawValue)
        for word in request.options.words { circumstances.add(word) }
        circumstances.add(request.mayComeDown.joined(separator: " "))
        // What a file came to hangs on the programs that read it.
        circumstances.add(request.documentProgram ?? "")
        for name in DocumentTools(site: request.root).names { circumstances.add(name) }
        self.circumstances = circumstances
    }

    /// The end of a build that has nothing to do: the files, the day and the program are those of the last build, and all
    /// that it left lies as it was left. What that build had to tell is told again.
    package func untouched() async -> UntouchedBuild? {
        guard let (last, told) = remembered, let standing = await last.output?.untouched(in: target) else { return nil }
        return UntouchedBuild(
            report: OutputReport(unchanged: standing.files, tombstones: standing.tombstones),
            told: told, language: language)
    }

    private var language: MessageLanguage {
        MessageLanguage(rawValue: settings.profile.language.rawValue) ?? .swedish
    }

    private var remembered: (memory: BuildMemory, told: ToldRound)? {
        guard let last, let told = last.told, last.sources == files.all, last.circumstances == circumstances else {
            return nil
        }
        return (last, told)
    }

    func origins(of plan: SitePlan) -> [Fingerprint?] {
        plan.origins(files: files.prints, circumstances: circumstances)
    }

    func remember(_ site: LoadedSite, _ output: OutputMemory) {
        // Without an address a build says so.
        let told = settings.profile.address == nil ? nil : ToldRound(site, site.diagnostics)
        remember(told, of: site.diagnostics, output)
    }

    private func remember(_ told: ToldRound?, of found: [Diagnostic], _ output: OutputMemory?) {
        // Once more, for a file can have changed, and changed back, while it was read.
        let later = SourceFiles(root: root, known: files.known)
        BuildMemory(
            sources: files.all(after: later) ?? Fingerprint(bits: 0), circumstances: circumstances,
            known: files.known(after: later),
            told: found.contains(where: \.problem.isPassing) ? nil : told, output: output
        ).write(root: root, target: target)
    }
}

extension BuildRound {
    /// A check of a site: nothing stands anywhere after it.
    package init?(checking request: SiteRequest) { self.init(request, output: "check") }

    /// What the last check told, where it would tell the same; and in which language.
    package var lastCheck: (told: ToldRound, language: MessageLanguage)? {
        remembered.map { ($0.told, language) }
    }

    /// Keeps what a check told, for the next one.
    package func remember(_ site: LoadedSite, found: [Diagnostic], lines: [String]) {
        remember(ToldRound(site, found, lines: lines), of: found, nil)
    }
}
