import PDFWork
import System

extension PacketPlan {
    /// Lets every PDF among the papers be read, each by a process of its own, a few at a time.
    func prepared(in folder: TemporaryFolder, _ tools: PacketTools) async -> [Int: PaperOutcome] {
        var outcomes: [Int: PaperOutcome] = [:]
        var waiting: [(index: Int, source: String)] = []
        for (index, paper) in papers.enumerated() {
            switch paper.content {
            case .pdf(let location, _, _): waiting.append((index, location))
            case .attached: outcomes[index] = .failed(.otherKind)
            case .matter, .text, .picture, .missing: break
            }
        }
        let workers = 2
        await withTaskGroup(of: (Int, PaperOutcome).self) { group in
            var next = 0
            while next < waiting.count || !group.isEmpty {
                if next < waiting.count, next < workers {
                    let (index, source) = waiting[next]
                    group.addTask { (index, tools.prepare(source, number: index, in: folder)) }
                    next += 1
                    continue
                }
                guard let (index, outcome) = await group.next() else { break }
                outcomes[index] = outcome
                if next < waiting.count {
                    let (index, source) = waiting[next]
                    group.addTask { (index, tools.prepare(source, number: index, in: folder)) }
                    next += 1
                }
            }
        }
        return outcomes
    }
}

extension PacketTools {
    fileprivate func prepare(_ source: String, number: Int, in folder: TemporaryFolder) -> PaperOutcome {
        let (prepared, report) = ("\(folder.path)/bilaga-\(number).pdf", "\(folder.path)/bilaga-\(number).txt")
        do throws(PacketFailure) {
            let ending = try PacketWork.run(merger, ["prepare", source, prepared], seconds: secondsForPaper)
            if ending.isTimedOut { return .failed(.tookTooLong) }
            guard ending.status == Exit.done.rawValue, let found = PaperReport(text: ending.text), !found.pages.isEmpty
            else { return .failed(PaperOutcome.Reason(ending.status.flatMap { Exit(rawValue: $0) })) }
            try PacketWork.write(Array(ending.text.utf8), to: report)
            return .placed(found, prepared: prepared, report: report)
        } catch {
            return .failed(.damaged)
        }
    }
}

extension PaperOutcome {
    var report: PaperReport? { if case .placed(let report, _, _) = self { report } else { nil } }
    var pageCount: Int { report?.pages.count ?? 0 }
}

extension MergeOrder.AttachedFile {
    /// Nil for a file that is too large to go along.
    init?(_ paper: PlannedPaper, _ description: String) {
        switch paper.content {
        case .pdf(let location, let name, let size), .attached(let location, let name, let size):
            guard size <= PacketMaker.largestAttachment else { return nil }
            self.init(path: location, name: name, mediaType: MediaType.of(name), description: description)
        case .matter, .text, .picture, .missing: return nil
        }
    }
}
