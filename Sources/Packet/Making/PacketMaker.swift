import Diagnostics
import Meetings
import PDFWork
import Register
import Site
import System
import Theme

/// Makes the PDF files of one audience's meetings, from what the gate lets through and from nothing else (FORMAT §12).
public struct PacketMaker: Sendable {
    let register: SeenRegister
    let theme: Theme
    let edition: Edition
    let templates: PacketTemplates
    let tools: PacketTools
    private let files: PaperFiles

    /// A larger file does not go along: the whole has to be possible to send.
    static let largestAttachment = 50_000_000
    /// Raised when the same content would give other bytes.
    private static let version = 3

    /// - Parameter guarded: the folder of which no file is reached by a link.
    public init(
        _ register: SeenRegister, theme: Theme, tools: PacketTools, guarded: String?, problems: inout [Diagnostic]
    ) {
        (self.register, self.theme, self.tools) = (register, theme, tools)
        files = PaperFiles(guarded: guarded)
        edition = Edition(register, theme: theme)
        var faults: [ThemeProblem] = []
        templates = PacketTemplates(theme, problems: &faults)
        problems += faults.map { Diagnostic($0) }
    }
}

/// A finished PDF.
public struct MadePacket: Sendable {
    public let pages: Int
    /// In bytes.
    public let size: Int
    /// The level of PDF/A-3, "A", "U" or "B"; nil for none.
    public let archiveLevel: String?
    /// What is wrong with papers: errors for those that could not be read.
    public let diagnostics: [Diagnostic]
}

extension PacketMaker {
    /// Puts a meeting's PDF at `output`, over one that is there.
    public func make(_ kind: PacketKind, meeting: MeetingIndex, to output: String) async throws(PacketFailure)
        -> MadePacket
    {
        let draft = draft(kind, meeting: meeting)
        let folder = try PacketWork.folder()
        let outcomes = await draft.plan.prepared(files, in: folder, tools)
        let html = draft.html(outcomes)
        try lay(out: html, draft, in: folder)
        try print(in: folder)
        let order = try order(draft, outcomes, folder, to: output)
        try merge(order, in: folder)
        guard let found = try look(at: output), let size = FileBytes.size(of: output) else {
            throw .merging("\(output): ?")
        }
        return MadePacket(
            pages: found.pages, size: size, archiveLevel: order.archiveLevel,
            diagnostics: PaperProblems.all(in: draft.plan.papers, outcomes))
    }

    /// What a PDF would be made from, as 32 hexadecimal digits: the same digits, the same PDF.
    public func key(_ kind: PacketKind, meeting: MeetingIndex) -> String { key(draft(kind, meeting: meeting)) }

    /// False for a meeting without anything to send.
    public func hasPapers(_ meeting: MeetingIndex) -> Bool { !PacketPlan(register, meeting: meeting).papers.isEmpty }

    /// Whether LibreOffice has a part in a meeting's packet.
    public func usesOffice(_ meeting: MeetingIndex) -> Bool {
        tools.office != nil && PacketMaker.hasOfficeFiles(register, meeting)
    }

    /// Whether a meeting's packet has papers that LibreOffice makes pages of.
    public static func hasOfficeFiles(_ register: SeenRegister, _ meeting: MeetingIndex) -> Bool {
        PacketPlan(register, meeting: meeting).papers.contains(where: \.isOffice)
    }

    /// What is wrong with the papers of a packet that is not made anew.
    public func problems(meeting: MeetingIndex) async throws(PacketFailure) -> [Diagnostic] {
        let plan = PacketPlan(register, meeting: meeting)
        let folder = try PacketWork.folder()
        return PaperProblems.all(in: plan.papers, await plan.prepared(files, in: folder, tools))
    }

    /// The pages and the size of a PDF that is there already, if it is made from just this.
    public func standing(_ path: String, key: String) throws(PacketFailure) -> (pages: Int, size: Int)? {
        guard let size = FileBytes.size(of: path), let found = try look(at: path), found.identifier == key else {
            return nil
        }
        return (found.pages, size)
    }
}

extension PacketMaker {
    private func draft(_ kind: PacketKind, meeting: MeetingIndex) -> PacketDraft {
        PacketDraft(kind, meeting: meeting, edition, theme: theme, templates)
    }

    private func key(_ draft: PacketDraft) -> String {
        var sum = SHA256Sum()
        sum.update(Array("klubba \(PacketMaker.version) weasyprint \(tools.printerVersion)\n".utf8))
        if draft.plan.papers.contains(where: \.isOffice) {
            sum.update(Array("\(tools.officeName ?? "no office")\n".utf8))
        }
        sum.update(Array("\(draft.created) \(draft.title)\n".utf8))
        let html = draft.html([:])
        sum.update(html)
        // The name of an asset tells its content.
        for asset in theme.assets { sum.update(Array("\(asset.path)\n".utf8)) }
        for location in draft.links.pictures(in: html).map(\.location) + draft.plan.papers.compactMap(\.location) {
            sum.update(files.hash(location) ?? [0])
        }
        return String(sum.text.prefix(32))
    }

    /// The document with all that it shows, beside the theme's style sheets.
    private func lay(out html: [UInt8], _ draft: PacketDraft, in folder: TemporaryFolder) throws(PacketFailure) {
        for asset in theme.assets { try PacketWork.write(asset.bytes, to: asset.path, in: folder) }
        let pictures = draft.links.pictures(in: html)
        let locations = Dictionary(pictures.map { ($0.name, $0.location) }) { first, _ in first }
        let assets = Dictionary(theme.assets.map { ("./" + $0.path, $0.bytes) }) { first, _ in first }
        let whole = try Inlining.inlined(html) { address throws(PacketFailure) in
            if let placeholder = PacketRenderer.placeholder(in: address) { return placeholder.png }
            if let location = locations[address] { return files.bytes(location) }
            return assets[address]
        }
        try PacketWork.write(whole, to: "utskick.html", in: folder)
    }

    /// WeasyPrint reads files of its folder and nothing from any other host.
    private func print(in folder: TemporaryFolder) throws(PacketFailure) {
        let ending = try PacketWork.run(
            tools.merger,
            [
                "run", tools.printer, "--quiet", "--pdf-variant", "pdf/a-3a", "--allowed-protocols", "file,data",
                "\(folder.path)/utskick.html", "\(folder.path)/utskick.pdf",
            ], environment: ["KLUBBA_PDF_MEMORY": "8192", "PYTHONHASHSEED": "0"],
            seconds: tools.secondsForPacket)
        if ending.isTimedOut { throw .timedOut(seconds: tools.secondsForPacket) }
        guard ending.status == 0 else { throw .printing(ending.lastWords) }
    }

    private func order(
        _ draft: PacketDraft, _ outcomes: [Int: PaperOutcome], _ folder: TemporaryFolder, to output: String
    ) throws(PacketFailure) -> MergeOrder {
        var order = MergeOrder(
            main: "\(folder.path)/utskick.pdf", output: output, title: draft.title,
            created: "\(draft.created)T00:00:00+00:00", identifier: key(draft))
        var placeholder = 0
        for (index, paper) in draft.plan.papers.enumerated() {
            switch outcomes[index] {
            case .placed(let found, let prepared, let report)?:
                order.papers.append(
                    MergeOrder.Paper(
                        file: prepared, report: report, firstPlaceholder: placeholder,
                        bookmark: draft.bookmark(index)))
                placeholder += found.pages.count
            case .failed?:
                let copy = "\(folder.path)/bifogad-\(index)"
                if let file = try MergeOrder.AttachedFile(paper, draft.bookmark(index), files, copy: copy) {
                    order.attachments.append(file)
                }
            case nil: break
            }
        }
        order.archiveLevel = ArchiveLevel.of(outcomes.values.compactMap(\.report))
        order.isAccessible = order.papers.isEmpty
        return order
    }

    private func merge(_ order: MergeOrder, in folder: TemporaryFolder) throws(PacketFailure) {
        let path = "\(folder.path)/ordning"
        var order = order
        let target = order.output
        order.output = target + ".klubba-ny"
        try PacketWork.write(Array(order.text.utf8), to: path)
        defer { FileBytes.remove(order.output) }
        let ending = try PacketWork.run(
            tools.merger, ["merge", path], environment: ["KLUBBA_PDF_MEMORY": "8192"], seconds: tools.secondsForPacket)
        if ending.isTimedOut { throw .timedOut(seconds: tools.secondsForPacket) }
        guard ending.status == 0 else { throw .merging(ending.lastWords) }
        try PacketWork.deliver(order.output, to: target)
    }

    private func look(at path: String) throws(PacketFailure) -> (identifier: String, pages: Int)? {
        let ending = try PacketWork.run(tools.merger, ["look", path], seconds: tools.secondsForPaper)
        guard ending.status == 0, let line = Line.all(in: ending.text).first, let identifier = line[0],
            let pages = line.integer(1)
        else { return nil }
        return (identifier, pages)
    }
}

extension ChildProcess.Ending {
    /// What it said at last, on one line.
    fileprivate var lastWords: String {
        errorText.split(separator: "\n").suffix(3).joined(separator: " ")
    }
}
