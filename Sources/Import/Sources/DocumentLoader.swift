import Content

/// Opens a document of any kind that can be read and hands its text to the reader.
public struct DocumentLoader: Sendable {
    let reader: DocumentReader
    let pandoc: Pandoc
    let disk: FileSystem

    /// A content file may be 8 MB, so a longer text could not be read back.
    public static let textLimit = 8 << 20
    public static let wordLimit = 64 << 20

    public init(reader: DocumentReader, pandoc: Pandoc, disk: FileSystem = .disk) {
        (self.reader, self.pandoc, self.disk) = (reader, pandoc, disk)
    }
}

extension DocumentLoader {
    public func load(_ document: DocumentFinder.Document) -> ImportedDocument {
        let file = document.file
        if let refusal = document.refusal { return .unread(file, reason: refusal.text) }
        let isWord = FileName.ending(file) == "docx"
        let limit = isWord ? DocumentLoader.wordLimit : DocumentLoader.textLimit
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try disk.read(document.location, limit)
        } catch {
            return .unread(file, reason: refusal(error, limit: limit).text)
        }
        if bytes.isEmpty { return .unread(file, reason: ImportRefusal.empty.text) }
        if bytes.starts(with: "%PDF".utf8) { return .unread(file, reason: ImportRefusal.pdf.text) }
        if isWord || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return word(bytes, document) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .unread(file, reason: ImportRefusal.oldWord.text) }
        let ending = FileName.ending(file)
        return reader.read(bytes, file: file, isMarkdown: ending == "md" || ending == "markdown")
    }

    private func word(_ bytes: [UInt8], _ document: DocumentFinder.Document) -> ImportedDocument {
        if let refusal = WordArchive.refusal(bytes) { return .unread(document.file, reason: refusal.text) }
        do throws(PandocFailure) {
            let markdown = try pandoc.markdown(of: document.location, limit: DocumentLoader.textLimit)
            guard var source = SourceText(markdown, isMarkdown: true) else {
                return .unread(document.file, reason: ImportRefusal.binary.text)
            }
            source.hasLineNumbers = false
            return reader.read(source, file: document.file)
        } catch {
            return .unread(document.file, reason: error.refusal.text)
        }
    }

    private func refusal(_ failure: FileFailure, limit: Int) -> ImportRefusal {
        switch failure {
        case .system: .unreadable(reason: failure.reason)
        case .notAFile: .notAFile
        case .tooLarge(let size): .tooLarge(megabytes: size >> 20, limit: limit >> 20)
        }
    }
}
