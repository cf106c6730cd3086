import Content
import Documents
import System

/// Opens a document of any kind that can be read and hands its text to the reader.
public struct DocumentLoader: Sendable {
    let reader: DocumentReader
    let tools: ImportTools
    /// Only these pages of a PDF.
    let pages: ClosedRange<Int>?
    let disk: FileSystem

    /// A content file may be 8 MB, so a longer text could not be read back.
    public static let textLimit = 8 << 20
    public static let fileLimit = 256 << 20

    public init(
        reader: DocumentReader, tools: ImportTools, pages: ClosedRange<Int>? = nil, disk: FileSystem = .disk
    ) {
        (self.reader, self.tools, self.pages, self.disk) = (reader, tools, pages, disk)
    }
}

extension DocumentLoader {
    public func load(_ document: DocumentFinder.Document) -> ImportedDocument {
        let file = document.file
        if let refusal = document.refusal { return .unread(file, reason: refusal.text) }
        let ending = FileName.ending(file)
        let isText = ["txt", "text", "md", "markdown", ""].contains(ending)
        let limit = isText ? DocumentLoader.textLimit : DocumentLoader.fileLimit
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try disk.read(document.location, limit)
        } catch {
            return .unread(file, reason: refusal(error, limit: limit).text)
        }
        if bytes.isEmpty { return .unread(file, reason: ImportRefusal.empty.text) }
        do throws(ImportFailure) {
            return try read(bytes, document)
        } catch {
            return .unread(file, reason: error.refusal.text)
        }
    }

    /// By what the bytes are; the ending has a say where those are silent.
    private func read(_ bytes: [UInt8], _ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        let ending = FileName.ending(document.file)
        if bytes.starts(with: "%PDF".utf8) || bytes.prefix(1024).containsText("%PDF-") { return try pdf(document) }
        if ending == "pdf" { throw ImportFailure(.notWhatItSays(ending: ending)) }
        switch ending {
        case "odt", "rtf", "doc": return try converted(document)
        case "html", "htm": return try page(bytes, document)
        case "eml": return try mail(bytes, document)
        case "xlsx", "ods": return try workbook(bytes, document)
        default: break
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || bytes.starts(with: "{\\rtf".utf8) {
            return try converted(document)
        }
        if ending == "docx" || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return word(bytes, document.location, document.file)
        }
        return reader.read(bytes, file: document.file, isMarkdown: ending == "md" || ending == "markdown")
    }

    /// .odt, .rtf and .doc by way of .docx.
    private func converted(_ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        let (folder, path) = try OfficeConverter(tools: tools).word(document.location)
        defer { withExtendedLifetime(folder) {} }
        guard let bytes = try? disk.read(path, DocumentLoader.fileLimit) else {
            throw ImportFailure(.toolFailed("soffice"))
        }
        return word(bytes, path, document.file)
    }

    private func page(_ bytes: [UInt8], _ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        guard let (html, left, remark) = WebPage.text(bytes) else { throw ImportFailure(.binary) }
        guard let folder = try? TemporaryFolder(), (try? folder.write(Array(html.utf8), to: "sida.html")) != nil else {
            throw ImportFailure(.toolFailed("pandoc"))
        }
        var source = try markdown(folder.path + "/sida.html", from: "html")
        source.remarks += [remark].compactMap(\.self)
        source.noise = left.map { NoiseLine(line: 1, text: $0, reason: .surroundings) }
        return reader.read(source, file: document.file)
    }

    /// A mail's text and each attachment as a paper of its own.
    private func mail(_ bytes: [UInt8], _ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        guard let mail = MailParts(bytes) else { throw ImportFailure(.notWhatItSays(ending: "eml")) }
        guard let folder = try? TemporaryFolder() else { throw ImportFailure(.toolFailed("eml")) }
        let head = "Titel: \(mail.subject)\nDatum: \(mail.date)\n\n"
        var letter = reader.read(Array((head + mail.text).utf8), file: document.file)
        letter.kind = .other
        var parts = mail.text.contains { $0.isLetter } ? [letter] : []
        for (index, file) in mail.files.enumerated() {
            let name = "\(index + 1)/" + FileName.last(file.name.replacing("\\", with: "/"))
            guard (try? folder.write(file.bytes, to: name)) != nil else { continue }
            let inner = DocumentFinder.Document(
                file: FileName.last(name), location: folder.path + "/" + name,
                refusal: DocumentFinder(disk: disk).refusal(name), isPassedOver: false)
            var own = load(inner)
            own.attached = AttachedFile(folder: folder, path: inner.location)
            parts.append(own)
        }
        guard !parts.isEmpty else { throw ImportFailure(.empty) }
        var packet = ImportedDocument(file: document.file)
        packet.title = Found(mail.subject, line: 1)
        packet.parts = parts
        return packet
    }

    /// A workbook's visible sheets as tables; the file itself is kept beside.
    private func workbook(
        _ bytes: [UInt8], _ document: DocumentFinder.Document
    ) throws(ImportFailure) -> ImportedDocument {
        let hidden = OfficeParts.hiddenSheets(of: bytes)
        let sheets = try OfficeConverter(tools: tools).sheets(document.location).filter { !hidden.contains($0.name) }
        let tables = sheets.map { sheet in
            (sheets.count > 1 ? "## \(MarkdownText.escaped(sheet.name))\n\n" : "")
                + SheetMarkdown.table(String(decoding: sheet.text, as: UTF8.self))
        }
        let text = "# \(FileName.title(document.file))\n\n" + tables.joined(separator: "\n\n") + "\n"
        guard var source = SourceText(Array(text.utf8), isMarkdown: true) else { throw ImportFailure(.binary) }
        source.hasLineNumbers = false
        var read = reader.readWhole(source, file: document.file)
        read.kind = .attachment
        read.remarks.removeAll { [.unknownKind, .noDiaryNumber, .noProposal].contains($0) }
        read.remarks += hidden.map { .hiddenSheet(name: $0) }
        return read
    }

    private func markdown(_ path: String, from format: String) throws(ImportFailure) -> SourceText {
        do throws(PandocFailure) {
            let text = try tools.pandoc.markdown(of: path, from: format, limit: DocumentLoader.textLimit)
            guard var source = SourceText(text, isMarkdown: true) else { throw PandocFailure(refusal: .binary) }
            source.hasLineNumbers = false
            source.lines = MarkupLines.withHeadings(MarkupTables.opened(source.lines))
            return source
        } catch {
            throw ImportFailure(error.refusal)
        }
    }

    private func pdf(_ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        let reading = try PDFSource(tools: tools, location: document.location, range: pages).read()
        return reader.read(reading, file: document.file)
    }

    /// The page heads come first: dnr, meetings and bilaga often stand there.
    private func word(_ bytes: [UInt8], _ path: String, _ file: String) -> ImportedDocument {
        if let refusal = WordArchive.refusal(bytes) { return .unread(file, reason: refusal.text) }
        do throws(ImportFailure) {
            var source = try markdown(path, from: "docx")
            let carried = OfficeExport.payload(of: bytes).flatMap(ExportedText.init(payload:))
            if let carried { return exported(carried, source, file) }
            let (heads, feet) = OfficeParts.edges(of: bytes)
            let top = heads.map { MarkdownText.inlineEscaped($0) }.filter { !$0.trimmed.isEmpty }
            let lines = top + (top.isEmpty ? [] : [""]) + source.lines.map(\.text)
            source.lines = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
            source.noise = feet.map { NoiseLine(line: 1, text: $0.singleSpaced, reason: .pageEdge) }
            return reader.read(source, file: file)
        } catch {
            return .unread(file, reason: error.refusal.text)
        }
    }

    /// A file that klubba has written: its own text comes back, with what a person has changed in Word.
    private func exported(_ carried: ExportedText, _ source: SourceText, _ file: String) -> ImportedDocument {
        let all = ExportedText.blocks(of: source.lines.map(\.text).joined(separator: "\n"))
        // What the export put in front, up to the table of its head.
        let lead = all.prefix(4).firstIndex { $0.hasPrefix("|") }.map { $0 + 1 } ?? 0
        let (text, changes) = carried.merged(with: Array(all.dropFirst(lead)))
        var document = reader.read(Array(text.utf8), file: file, isMarkdown: true)
        document.isRead = true
        document.hasLineNumbers = false
        document.exported = (carried.path, text, changes)
        document.remarks = changes.isEmpty ? [.unchangedExport] : changes.map { .changedInWord($0) }
        return document
    }

    private func refusal(_ failure: FileFailure, limit: Int) -> ImportRefusal {
        switch failure {
        case .system: .unreadable(reason: failure.reason)
        case .notAFile: .notAFile
        case .tooLarge(let size): .tooLarge(megabytes: size >> 20, limit: limit >> 20)
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether a text stands in it.
    fileprivate func containsText(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard count >= wanted.count else { return false }
        return indices.dropLast(wanted.count - 1).contains { self[$0...].starts(with: wanted) }
    }
}
