import Diagnostics
import PDFWork

/// What a person should know of a packet's papers.
enum PaperProblems {
    static func all(in papers: [PlannedPaper], _ outcomes: [Int: PaperOutcome]) -> [Diagnostic] {
        papers.enumerated().flatMap { index, paper in
            outcomes[index].map { problems(of: paper, $0).map { Diagnostic(Place(paper.file), $0) } } ?? []
        }.sorted()
    }

    private static func problems(of paper: PlannedPaper, _ outcome: PaperOutcome) -> [Problem] {
        switch outcome {
        case .failed(let reason):
            var problems = [problem(reason)]
            switch paper.content {
            case .pdf(_, _, let size), .attached(_, _, let size):
                if size > PacketMaker.largestAttachment { problems.append(.paperTooLarge) }
            case .matter, .text, .picture, .missing: break
            }
            return problems
        case .placed(let report, _, _):
            // Of what LibreOffice made there is nothing that a person can mend.
            if paper.isOffice { return [] }
            var problems: [Problem] = []
            if let reason = report.archiveReason { problems.append(.paperNotArchival(reason)) }
            if !report.removed.isEmpty {
                problems.append(.paperLeftOut(report.removed.map(\.part)))
            }
            return problems
        }
    }

    private static func problem(_ reason: PaperOutcome.Reason) -> Problem {
        switch reason {
        case .otherKind: .paperNotPlaceable(.kind)
        case .officeMissing: .paperNotPlaceable(.withoutOffice)
        case .notConverted: .paperNotPlaceable(.notConverted)
        case .locked: .paperLocked
        case .damaged: .paperDamaged
        case .noPages: .paperWithoutPages
        case .tookTooLong: .paperTooHeavy(.time)
        case .tooMuchMemory: .paperTooHeavy(.memory)
        }
    }
}

extension PaperReport {
    /// Why the whole is not PDF/A-3a because of it; nil where it stands in the way of nothing.
    fileprivate var archiveReason: PaperArchiveReason? {
        if flaws.contains(.encrypted) { return .encrypted }
        if flaws.contains(.fonts) { return .fonts }
        if flaws.contains(.colours) { return .colours }
        guard let level = ArchiveLevel.of(self) else { return .noClaim }
        return level == "A" ? nil : .level(level.lowercased())
    }
}

extension PaperReport.Removal {
    fileprivate var part: PaperPart {
        switch self {
        case .scripts: .scripts
        case .launches: .launches
        case .files: .files
        case .forms: .forms
        case .media: .media
        }
    }
}
