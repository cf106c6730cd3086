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
        guard let last, let told = last.told, last.sources == files.all, last.circumstances == circumstances,
            let standing = await last.output.untouched(in: target)
        else { return nil }
        return UntouchedBuild(
            report: OutputReport(unchanged: standing.files, tombstones: standing.tombstones),
            matters: told.matters, meetings: told.meetings, messages: told.messages,
            language: MessageLanguage(rawValue: settings.profile.language.rawValue) ?? .swedish)
    }

    func origins(of plan: SitePlan) -> [Fingerprint?] {
        plan.origins(files: files.prints, circumstances: circumstances)
    }

    func remember(_ site: LoadedSite, _ output: OutputMemory) {
        // Once more, for a file can have changed, and changed back, while it was read.
        let later = SourceFiles(root: root, known: files.known)
        let told = BuildMemory.Told(
            matters: site.register.matters.count, meetings: site.register.meetings.count,
            messages: site.diagnostics.sorted().map { $0.message(in: site.language) })
        BuildMemory(
            sources: files.all(after: later) ?? Fingerprint(bits: 0), circumstances: circumstances,
            known: files.known(after: later),
            told: settings.profile.address == nil ? nil : told, output: output
        ).write(root: root, target: target)
    }
}
