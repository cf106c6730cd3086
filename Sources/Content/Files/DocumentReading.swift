import Documents
import Glibc

/// How the files are read that are published as they are.
public struct DocumentReading: Sendable {
    private let tools: DocumentTools
    /// The program that becomes a process for each file; nil to read in this one.
    private let worker: String?
    private let memory: DocumentMemory?

    /// - Parameters:
    ///   - worker: klubba's own program (`DocumentWorker`).
    ///   - memory: what was read before.
    public init(tools: DocumentTools, worker: String?, memory: DocumentMemory?) {
        (self.tools, self.worker, self.memory) = (tools, worker, memory)
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
        return PersonalData(findings: findings + PersonalDataFinding.all(inNameOf: file), unread: report.unread)
    }

    private func report(of file: FoundFile, disk: FileSystem) -> DocumentReport {
        guard let memory, let stamp = disk.stamp(file.location), stamp.changed < FileStamp.now - FileStamp.doubt else {
            return read(file, disk: disk)
        }
        let words =
            [stamp.device, stamp.number].map { "\($0)" } + [stamp.size, stamp.modified, stamp.changed].map { "\($0)" }
        let all = words + ["\(DocumentWorker.version)"] + tools.names
        return memory.report(of: file.location, stamp: all.joined(separator: " ")) { read(file, disk: disk) }
    }

    private func read(_ file: FoundFile, disk: FileSystem) -> DocumentReport {
        let name = String(file.name)
        guard let worker else { return DocumentWorker.read(file.location, name: name, tools: tools) }
        // A plain text holds nothing that could be unpacked.
        if file.size < 16 << 20, let bytes = try? disk.read(file.location, 16 << 20),
            DocumentReader.isPlain(bytes, name: name)
        {
            return DocumentReader.read(bytes, location: file.location, name: name, tools: tools)
        }
        return DocumentWorker.read(file.location, name: name, tools: tools, program: worker)
    }
}
