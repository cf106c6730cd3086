import Documents
import Meetings
import System

/// How the files are read that are published as they are.
public struct DocumentReading: Sendable {
    private let tools: DocumentTools
    /// The program that becomes a process for each file; nil to read in this one.
    private let worker: String?
    private let memory: DocumentMemory?
    /// Where copies without traces lie; nil to make none.
    private let copies: String?
    /// Where lies what files say; nil to keep nothing of it.
    private let texts: String?
    private var rules = TraceRules()

    /// - Parameters:
    ///   - worker: klubba's own program (`DocumentWorker`).
    ///   - memory: what was read before.
    ///   - copies: the folder for copies without traces.
    ///   - texts: the folder for what files say.
    public init(
        tools: DocumentTools, worker: String?, memory: DocumentMemory?, copies: String? = nil, texts: String? = nil
    ) {
        (self.tools, self.worker, self.memory, self.copies, self.texts) = (tools, worker, memory, copies, texts)
    }

    /// The same, by a site's rules.
    func keeping(_ kinds: Set<TraceKind>) -> DocumentReading {
        var own = self
        own.rules = TraceRules(
            pictures: !kinds.contains(.pictures), office: !kinds.contains(.office), pdf: !kinds.contains(.pdf))
        return own
    }

    /// In this process, and anew each time.
    public static let here = DocumentReading(tools: DocumentTools(site: nil), worker: nil, memory: nil)
}

extension DocumentReading {
    func personalData(of file: FoundFile, disk: FileSystem) -> PersonalData {
        let report = report(of: file, disk: disk)
        var seen: Set<PersonalDataFinding.Kind> = []
        let findings = report.findings.compactMap { finding -> PersonalDataFinding? in
            let own = PersonalDataFinding(finding, file: file.place)
            // In a file of many pages an address or two hundred are one thing to look at.
            if own.part != nil, own.kind != .identityNumber, !seen.insert(own.kind).inserted { return nil }
            return own
        }
        var data = PersonalData(findings: findings + PersonalDataFinding.all(inNameOf: file), unread: report.unread)
        data.gone = report.gone.map { PersonalDataFinding($0, file: file.place) }
        data.traces = report.traces
        (data.signatures, data.hasUnreadSignatures) = (report.signatures, report.hasUnreadSignatures)
        data.file = file.place
        if report.hasCopy, let order = order(file) {
            data.copy = (try? disk.status(order.target)).map { PublishedCopy(location: order.target, size: $0.size) }
        }
        if report.hasText { data.text = text(file) }
        return data
    }

    private func report(of file: FoundFile, disk: FileSystem) -> DocumentReport {
        guard let memory, let stamp = disk.stamp(file.location), stamp.changed < FileStamp.now - FileStamp.doubt else {
            return read(file, disk: disk)
        }
        let words =
            [stamp.device, stamp.number].map { "\($0)" } + [stamp.size, stamp.modified, stamp.changed].map { "\($0)" }
        let all = words + ["\(DocumentWorker.version)", rules.text] + tools.names
        let isThere = { (report: DocumentReport) in
            (!report.hasCopy || order(file).map { (try? disk.status($0.target)) != nil } ?? false)
                && report.hasText == (text(file).map { (try? disk.status($0)) != nil } ?? false)
        }
        return memory.report(of: file.location, stamp: all.joined(separator: " "), isGood: isThere) {
            read(file, disk: disk)
        }
    }

    /// Where a file's copy goes: a name for its place, so that a later one takes the place of the former.
    private func order(_ file: FoundFile) -> CopyOrder? {
        copies.map { CopyOrder(target: "\($0)/\(name(of: file))", rules: rules) }
    }

    /// Where what a file says is written down.
    private func text(_ file: FoundFile) -> String? { texts.map { "\($0)/\(name(of: file)).txt" } }

    private func name(of file: FoundFile) -> Substring { SHA256Sum.text(of: Array(file.location.utf8)).prefix(32) }

    private func read(_ file: FoundFile, disk: FileSystem) -> DocumentReport {
        let name = String(file.name)
        let (copy, text) = (order(file), text(file))
        // What the file said before is not what it says now.
        if let text { FileBytes.remove(text) }
        guard let worker else {
            return DocumentWorker.read(file.location, name: name, tools: tools, copy: copy, text: text)
        }
        // A plain text holds nothing that could be unpacked.
        if file.size < 16 << 20, let bytes = try? disk.read(file.location, 16 << 20),
            DocumentReader.isPlain(bytes, name: name)
        {
            return DocumentWorker.read(file.location, name: name, tools: tools, text: text)
        }
        return DocumentWorker.read(file.location, name: name, tools: tools, copy: copy, text: text, program: worker)
    }
}
