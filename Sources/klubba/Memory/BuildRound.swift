import Content
import Diagnostics
import Documents
import Fingerprints
import Glibc
import Meetings
import Output
import Site

/// One build among others of the same site: what it is made from, and what the last one left.
struct BuildRound {
    let last: BuildMemory?
    private let root: String
    private let target: String
    private let profile: SiteProfile
    private let files: SourceFiles
    private let circumstances: Fingerprint
}

extension BuildRound {
    /// Nil where what the site is made from cannot be told from its files' times and sizes.
    ///
    /// - Parameter settings: the options that what is written hangs on.
    init?(root: String, target: String, clock: @escaping @Sendable (String) -> CalendarDate, settings: [String]) {
        // Before anything is read: what changes while the build reads is changed for the next one.
        let last = BuildMemory.read(root: root, target: target)
        guard let files = SourceFiles(root: root, known: last?.known ?? SourceFiles.Known()) else { return nil }
        (self.root, self.target, self.files) = (root, target, files)
        profile = SiteReader(root: root, clock: clock).profile().profile
        var circumstances = Fingerprint()
        circumstances.add(clock(profile.timeZone).description)
        circumstances.add(file: "/proc/self/exe")
        circumstances.add(Klubba.version)
        for setting in settings { circumstances.add(setting) }
        // What a file came to hangs on the programs that read it.
        for name in DocumentTools(site: root).names { circumstances.add(name) }
        self.circumstances = circumstances
        self.last = last
    }

    /// The end of a build that has nothing to do: the files, the day and the program are those of the last build, which
    /// had nothing to tell, and all that it left lies as it was left.
    func untouched() async -> (report: OutputReport, count: Count, language: MessageLanguage)? {
        guard let last, let quiet = last.quiet, last.sources == files.all, last.circumstances == circumstances,
            let standing = await last.output.untouched(in: target)
        else { return nil }
        return (
            OutputReport(unchanged: standing.files, tombstones: standing.tombstones),
            Count(matters: quiet.matters, meetings: quiet.meetings),
            MessageLanguage(rawValue: profile.language.rawValue) ?? .swedish
        )
    }

    func origins(of plan: SitePlan) -> [Fingerprint?] {
        plan.origins(files: files.prints, circumstances: circumstances)
    }

    func remember(_ site: LoadedSite, _ output: OutputMemory) {
        // Once more, for a file can have changed, and changed back, while it was read.
        let later = SourceFiles(root: root, known: files.known)
        let hasNothingToTell = site.diagnostics.isEmpty && profile.address != nil
        BuildMemory(
            sources: files.all(after: later) ?? Fingerprint(bits: 0), circumstances: circumstances,
            known: files.known(after: later),
            quiet: hasNothingToTell ? (site.register.matters.count, site.register.meetings.count) : nil, output: output
        ).write(root: root, target: target)
    }
}
