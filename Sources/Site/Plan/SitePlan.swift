import Diagnostics
import Fingerprints
import Meetings
import Register
import Theme

/// Every file of one audience's site: addresses, and how the bytes come about. Nothing is written here.
public struct SitePlan: Sendable {
    public let files: [PlannedPage]
    /// Broken links, addresses used twice, and faults of the theme. With an error among them nothing may be written.
    public let diagnostics: [Diagnostic]
    /// The page that takes the place of a permanent one that is gone.
    public let tombstone: @Sendable (_ path: String, _ page: inout [UInt8]) -> Void
    /// The notices that hang on the board.
    public let liveNotices: Set<LiveNotice>
    /// The papers of each meeting for a zip archive, put together when asked.
    public let archives: @Sendable () -> [MeetingArchive]
    let edition: Edition
}

extension SitePlan {
    /// - Parameter packets: of the meetings whose papers are published as one PDF too.
    public init(
        _ register: SeenRegister, theme: Theme, problems: [ThemeProblem] = [], withArchives: Bool = false,
        packets: [MeetingID: PublishedPacket] = [:], head: PublicHead? = nil
    ) {
        var problems = problems
        let templates = Templates(theme, problems: &problems)
        var missing: [String] = []
        let words = Words(theme, missing: &missing)
        let resolver = LinkResolver(register)
        var check = LinkCheck(resolver: resolver)
        check.run(register)
        let edition = Edition(
            register, words: words, resolver: resolver, hasArchives: withArchives, packets: packets, head: head)
        self.edition = edition
        let planner = Planner(edition: edition, templates: templates, theme: theme, notices: NoticeData(register))
        let files = planner.files()
        self.files = files
        tombstone = planner.tombstone
        archives = { planner.meetingArchives(files) }
        liveNotices = Set(
            planner.notices.rows.map { LiveNotice(meeting: $0.notice.meeting, paragraph: $0.notice.paragraph) })
        let missingTexts = missing.map { key in
            Diagnostic(
                Place("theme/texter/\(theme.language).txt"),
                .themeUnknownText(key: key, nearest: Spelling.nearest(to: key, among: theme.strings.keys.sorted())))
        }
        diagnostics =
            problems.map { Diagnostic($0) } + missingTexts + check.diagnostics
            + FragmentLink.check(check.fragments, on: files)
            + SitePlan.collisions(in: files, register)
    }

    /// Paths of the permanent pages of matters and meetings that exist but are not for the audience: they are removed
    /// without a trace.
    public static func paths(ofHidden slugs: Set<Slug>, _ meetings: Set<MeetingID>) -> Set<String> {
        Set(
            slugs.flatMap { ["arenden/\($0)/index.html", Addresses.paper($0)] }
                + meetings.flatMap { Addresses.kept(of: $0).map { $0 + "index.html" } }
                + years(of: slugs, meetings).map { Addresses.archive(year: $0) + "index.html" })
    }

    /// The years that they could have stood under in the archive.
    private static func years(of slugs: Set<Slug>, _ meetings: Set<MeetingID>) -> Set<Int> {
        let written = slugs.flatMap { $0.text.split { !$0.isNumber } }.filter { $0.utf8.count == 4 }
        return Set(written.compactMap { Int($0) }).union(meetings.map(\.date.year))
    }

    /// Of each file, all that its bytes are made from; nil for one that anything may change.
    ///
    /// - Parameters:
    ///   - files: of each file that the site is read from, by its path from the site's root, how it is.
    ///   - circumstances: all else that pages hang on: the day, the program, the options.
    public func origins(files: [String: Fingerprint], circumstances: Fingerprint) -> [Fingerprint?] {
        let prints = OriginPrints(edition, files: files, circumstances: circumstances)
        return self.files.map { prints.print(of: $0.path, $0.origin) }
    }

    /// Two files at one address (FORMAT §9).
    /// Between matters, bilagor and pages the register has found them already, seen by all or not.
    private static func collisions(in files: [PlannedPage], _ register: SeenRegister) -> [Diagnostic] {
        let copied = Set(register.others.map { "content/\($0.file.path)" })
        var sourceAt: [String: String] = [:]
        sourceAt.reserveCapacity(files.count)
        var diagnostics: [Diagnostic] = []
        for file in files {
            if let other = sourceAt.updateValue(file.source, forKey: file.path),
                copied.contains(other) || copied.contains(file.source) || !other.hasPrefix("content/")
            {
                let address = file.path.hasSuffix("index.html") ? String(file.path.dropLast(10)) : file.path
                diagnostics.append(Diagnostic(Place(file.source), .sameAddress(address: address, other: other)))
            }
        }
        return diagnostics + filesInTheWay(of: files)
    }

    /// A copied file that stands where other files need a folder: `/sidor/om` and `/sidor/om/`. Told once a file.
    private static func filesInTheWay(of files: [PlannedPage]) -> [Diagnostic] {
        var copies: [String: String] = [:]
        for file in files {
            if case .copy = file.content { copies[file.path] = file.source }
        }
        guard !copies.isEmpty else { return [] }
        var diagnostics: [Diagnostic] = []
        for file in files {
            var folder = file.path[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                guard let other = copies.removeValue(forKey: String(folder)) else { continue }
                diagnostics.append(Diagnostic(Place(file.source), .sameAddress(address: "\(folder)/", other: other)))
            }
        }
        return diagnostics
    }
}
