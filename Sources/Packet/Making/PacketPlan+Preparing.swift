import PDFWork
import System

extension PacketPlan {
    /// Lets every PDF among the papers be read, each by a process of its own, a few at a time, when all office files have
    /// become such.
    func prepared(
        _ files: PaperFiles, in folder: TemporaryFolder, _ tools: PacketTools
    ) async -> [Int: PaperOutcome] {
        var outcomes: [Int: PaperOutcome] = [:]
        var waiting: [(index: Int, source: String)] = []
        let pages = officePages(files, in: folder, tools.office)
        for (index, paper) in papers.enumerated() {
            switch paper.content {
            case .pdf(let location, _, _): waiting.append((index, location))
            case .attached:
                if let made = pages[index] {
                    waiting.append((index, made))
                } else {
                    outcomes[index] = .failed(
                        !paper.isOffice ? .otherKind : tools.office == nil ? .officeMissing : .notConverted)
                }
            case .matter, .text, .picture, .missing: break
            }
        }
        let workers = 2
        await withTaskGroup(of: (Int, PaperOutcome).self) { group in
            var next = 0
            while next < waiting.count || !group.isEmpty {
                if next < waiting.count, next < workers {
                    let (index, source) = waiting[next]
                    group.addTask { (index, tools.prepare(source, files, number: index, in: folder)) }
                    next += 1
                    continue
                }
                guard let (index, outcome) = await group.next() else { break }
                outcomes[index] = outcome
                if next < waiting.count {
                    let (index, source) = waiting[next]
                    group.addTask { (index, tools.prepare(source, files, number: index, in: folder)) }
                    next += 1
                }
            }
        }
        for (index, paper) in papers.enumerated() where paper.isOffice && outcomes[index]?.report == nil {
            // What klubba-pdf says of it is about LibreOffice's file, not about the one that somebody can mend.
            if pages[index] != nil { outcomes[index] = .failed(.notConverted) }
        }
        return outcomes
    }

    /// The PDF files made of office files, by the paper's place.
    private func officePages(
        _ files: PaperFiles, in folder: TemporaryFolder, _ office: OfficePages?
    ) -> [Int: String] {
        let asked = papers.enumerated().compactMap { index, paper in
            paper.isOffice ? paper.location.map { (index: index, location: $0) } : nil
        }
        guard let office, !asked.isEmpty else { return [:] }
        let made = office.make(asked.map { ($0.location, papers[$0.index].fileName) }, files, in: folder)
        return Dictionary(
            uniqueKeysWithValues: zip(asked, made).compactMap { paper, path in
                path.map { (paper.index, $0) }
            })
    }
}

extension PlannedPaper {
    fileprivate var fileName: String {
        switch content {
        case .pdf(_, let name, _), .attached(_, let name, _): name
        case .matter, .text, .picture, .missing: ""
        }
    }
}

extension PacketTools {
    fileprivate func prepare(
        _ source: String, _ files: PaperFiles, number: Int, in folder: TemporaryFolder
    ) -> PaperOutcome {
        let (prepared, report) = ("\(folder.path)/bilaga-\(number).pdf", "\(folder.path)/bilaga-\(number).txt")
        let copy = "\(folder.path)/kalla-\(number).pdf"
        defer { FileBytes.remove(copy) }
        do throws(PacketFailure) {
            try files.copy(source, to: copy)
            let ending = try PacketWork.run(merger, ["prepare", copy, prepared], seconds: secondsForPaper)
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
    /// Nil for a file that is too large to go along. A copy of it is put at `target`.
    init?(
        _ paper: PlannedPaper, _ description: String, _ files: PaperFiles, copy target: String
    ) throws(PacketFailure) {
        switch paper.content {
        case .pdf(let location, let name, let size), .attached(let location, let name, let size):
            guard size <= PacketMaker.largestAttachment else { return nil }
            try files.copy(location, to: target)
            self.init(path: target, name: name, mediaType: MediaType.of(name), description: description)
        case .matter, .text, .picture, .missing: return nil
        }
    }
}
