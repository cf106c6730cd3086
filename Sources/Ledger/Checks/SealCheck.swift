import Diagnostics
import Meetings

/// Holds what is sealed against the files as they are.
public struct SealCheck: Sendable {
    private let state: SealState
    private let folder: LedgerFolder
    private let bodies: [Body]
    private let day: @Sendable (LogTime) -> String
    private let isMoved: @Sendable (_ meeting: String) -> Bool
    private let next: @Sendable (_ file: String, _ meeting: String) -> String?

    /// `day` is a time's day where the board sits. `isMoved` tells of a meeting whose file has another day's name by now.
    /// `next` is the meeting, not yet sealed, for which a text of a meeting
    /// that has been held may be under work.
    public init(
        _ state: SealState, in folder: LedgerFolder, bodies: [Body], day: @escaping @Sendable (LogTime) -> String,
        isMoved: @escaping @Sendable (_ meeting: String) -> Bool,
        next: @escaping @Sendable (_ file: String, _ meeting: String) -> String?
    ) {
        self.isMoved = isMoved
        (self.state, self.folder, self.bodies, self.day, self.next) = (state, folder, bodies, day, next)
    }

    /// A sealed paper that is not what was sealed.
    public struct Finding: Sendable {
        public let path: String
        public let meeting: String
        public let diagnostic: Diagnostic

        public init(path: String, meeting: String, diagnostic: Diagnostic) {
            (self.path, self.meeting, self.diagnostic) = (path, meeting, diagnostic)
        }
    }
}

extension SealCheck {
    /// In the order of the papers' paths.
    public func findings() async -> [Finding] { await inChunks(state.standings) { $0.compactMap(finding) } }

    /// The sealed copies that are missing or changed, of every line; and lines that say of a copy what it is not: else one
    /// line could seal two texts, the one that is kept and another that may take its place.
    public func copyFindings() async -> [Diagnostic] {
        var seen: Set<Claim> = []
        var leavings: [[String]: Int] = [:]
        let kept = state.log.lines.flatMap { line, place in
            let leaving = leavings[line.entry.leftOut, default: leavings.count]
            leavings[line.entry.leftOut] = leaving
            return line.entry.papers.filter { line.entry.keeps($0) && seen.insert(Claim($0, leaving)).inserted }
                .map { (paper: $0, leftOut: line.entry.leftOut, place: place) }
        }
        let found = await inChunks(kept) { papers in
            papers.compactMap { paper, leftOut, place -> Diagnostic? in
                guard let (size, digest, content) = folder.digests(ofCopy: paper, leftOut: leftOut),
                    digest == paper.digest
                else {
                    let isMissing = folder.digest(ofCopy: paper.digest) == nil
                    let problem = Problem.sealedCopyFault(paper: "content/\(paper.path)", isMissing: isMissing)
                    return Diagnostic(Place("\(LedgerFolder.copies)/\(paper.digest.text)"), problem)
                }
                if size == paper.size && content == paper.content { return nil }
                return Diagnostic(
                    Place(DecisionLog.file, line: place), .logContradictsCopy(paper: "content/\(paper.path)"))
            }
        }
        return Array(Set(found)).sorted()
    }

    private func finding(_ standing: SealState.Standing) -> Finding? {
        let paper = standing.paper
        let file = "content/" + SealedPath(paper.path).file
        let meeting = MeetingName.text(standing.meeting, bodies: bodies)
        let found: (line: Int, problem: Problem)
        do throws(LedgerFailure) {
            let (size, digest, content) = try folder.digests(of: paper.path, leftOut: standing.leftOut)
            if digest == paper.digest || content == paper.content { return nil }
            if let next = next(file, standing.meeting) {
                found = (1, .sealedTextInWork(meeting: meeting, day: day(standing.time), next: next))
            } else {
                let change = SealedDifference(paper, size: size, leftOut: standing.leftOut, in: folder)
                let told = SealedChange(
                    meeting: meeting, name: standing.meeting, day: day(standing.time), section: change.section,
                    difference: change.difference)
                found = (change.line, .sealedTextChanged(told))
            }
        } catch {
            // The kallelse of a moved meeting lies under its new day.
            if paper.path == "moten/\(standing.meeting).md", isMoved(standing.meeting) { return nil }
            let copy = state.keeps(standing) ? "\(LedgerFolder.copies)/\(paper.digest.text)" : nil
            found = (
                1,
                .sealedPaperMissing(
                    meeting: meeting, name: standing.meeting, day: day(standing.time), copy: copy)
            )
        }
        return Finding(
            path: paper.path, meeting: standing.meeting,
            diagnostic: Diagnostic(Place(file, line: found.line), found.problem))
    }
}

/// What a line says of a copy, so that each is looked at once.
private struct Claim: Hashable {
    let path: String
    let size: Int
    let digest: Digest
    let content: Digest
    /// Which keys are left out.
    let leaving: Int

    init(_ paper: LogPaper, _ leaving: Int) {
        // Only a text's path bears on what is sealed of it, and of it only the § that it names.
        path = SealedPath(paper.path).paragraph.map { "#\($0)" } ?? (SealedContent.isText(paper.path) ? ".md" : "")
        (size, digest, content, self.leaving) = (paper.size, paper.digest, paper.content, leaving)
    }
}
