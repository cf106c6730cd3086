import Content
import System

/// Many old office files made readable in one call: LibreOffice needs longer to start than to convert.
public struct OfficeBatch: Sendable {
    private let folder: TemporaryFolder?
    /// The .docx of each file, by the file's location.
    let made: [String: String]

    static let empty = OfficeBatch(folder: nil, made: [:])
}

extension OfficeBatch {
    private static let most = 40

    /// What cannot be converted with the others is left to be tried, and told of, by itself.
    public init(_ documents: [DocumentFinder.Document], tools: ImportTools) {
        let old = documents.filter { ["odt", "rtf", "doc"].contains(FileName.ending($0.file)) && $0.refusal == nil }
        guard old.count > 1, let program = tools.office, let folder = try? TemporaryFolder() else {
            self = .empty
            return
        }
        var made: [String: String] = [:]
        for start in stride(from: 0, to: old.count, by: OfficeBatch.most) {
            let part = old[start..<min(start + OfficeBatch.most, old.count)]
            var names: [(location: String, name: String)] = []
            for (offset, document) in part.enumerated() {
                let name = "\(start + offset).\(FileName.ending(document.file))"
                guard let bytes = try? FileSystem.disk.read(document.location, DocumentLoader.fileLimit),
                    FileForm(bytes).refusal(ending: FileName.ending(document.file), bytes) == nil,
                    (try? folder.write(bytes, to: "in/" + name)) != nil
                else { continue }
                names.append((document.location, name))
            }
            OfficeSuite(program: program).convert(
                names.map { folder.path + "/in/" + $0.name }, to: "docx", in: folder.path)
            for own in names {
                let path = "\(folder.path)/ut/\(FileName.stem(own.name)).docx"
                if (try? FileSystem.disk.status(path))?.kind == .file { made[own.location] = path }
            }
        }
        self.init(folder: folder, made: made)
    }
}
