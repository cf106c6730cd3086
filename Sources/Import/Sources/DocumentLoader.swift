import Content
import Documents
import System

/// Opens a document of any kind that can be read and hands its text to the reader.
public struct DocumentLoader: Sendable {
    let reader: DocumentReader
    let tools: ImportTools
    /// Only these pages of a PDF.
    let pages: ClosedRange<Int>?
    /// Old office files that have been made readable already.
    let batch: OfficeBatch
    /// Told of what takes long.
    let progress: @Sendable (Page) -> Void
    let disk: FileSystem

    /// A page that is being read from its picture.
    public struct Page: Sendable {
        public let file: String
        public let number: Int
        public let count: Int
    }

    /// A content file may be 8 MB, so a longer text could not be read back.
    public static let textLimit = 8 << 20
    public static let fileLimit = 256 << 20

    public init(
        reader: DocumentReader, tools: ImportTools, pages: ClosedRange<Int>? = nil,
        batch: OfficeBatch? = nil, progress: @escaping @Sendable (Page) -> Void = { _ in }, disk: FileSystem = .disk
    ) {
        (self.reader, self.tools, self.pages, self.batch) = (reader, tools, pages, batch ?? .empty)
        (self.progress, self.disk) = (progress, disk)
    }
}

extension DocumentLoader {
    public func load(_ document: DocumentFinder.Document) -> ImportedDocument {
        let file = document.file
        if let refusal = document.refusal { return .unread(file, refusal) }
        let ending = FileName.ending(file)
        let isText = ["txt", "text", "md", "markdown", ""].contains(ending)
        let limit = isText ? DocumentLoader.textLimit : DocumentLoader.fileLimit
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try disk.read(document.location, limit)
        } catch {
            return .unread(file, refusal(error, limit: limit))
        }
        if bytes.isEmpty { return .unread(file, .empty) }
        do throws(ImportFailure) {
            return try read(bytes, document)
        } catch {
            return .unread(file, error.refusal)
        }
    }

    /// By the ending, which the bytes must agree with; by the bytes where there is none.
    private func read(_ bytes: [UInt8], _ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        let ending = FileName.ending(document.file)
        let form = FileForm(bytes)
        if let refusal = form.refusal(ending: ending, bytes) { throw ImportFailure(refusal) }
        switch (ending, form) {
        case ("odt", _), ("rtf", _), ("doc", _): return try converted(document)
        case ("html", _), ("htm", _): return reader.read(try page(bytes), file: document.file)
        case ("eml", _): return try mail(bytes, document)
        case ("xlsx", _), ("ods", _): return try workbook(bytes, document)
        case ("docx", _): return word(bytes, document.location, document.file)
        case (_, .pdf): return try pdf(document)
        case (_, .container), ("", .richText): return try converted(document)
        case (_, .archive): return word(bytes, document.location, document.file)
        default: return reader.read(bytes, file: document.file, isMarkdown: ending == "md" || ending == "markdown")
        }
    }

    /// .odt, .rtf and .doc by way of .docx.
    private func converted(_ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        if let path = batch.made[document.location], let bytes = try? disk.read(path, DocumentLoader.fileLimit) {
            return word(bytes, path, document.file)
        }
        let (folder, path) = try OfficeConverter(tools: tools).word(document.location)
        defer { withExtendedLifetime(folder) {} }
        guard let bytes = try? disk.read(path, DocumentLoader.fileLimit) else {
            throw ImportFailure(.toolFailed("soffice"))
        }
        return word(bytes, path, document.file)
    }

    /// A web page's text.
    func page(_ bytes: [UInt8]) throws(ImportFailure) -> SourceText {
        guard let (html, left, remark) = WebPage.text(bytes) else { throw ImportFailure(.binary) }
        guard let folder = try? TemporaryFolder(), (try? folder.write(Array(html.utf8), to: "sida.html")) != nil else {
            throw ImportFailure(.toolFailed("pandoc"))
        }
        var source = try markdown(folder.path + "/sida.html", from: "html")
        source.remarks += [remark].compactMap(\.self)
        source.noise += left.map { NoiseLine(line: 1, text: $0, reason: .surroundings) }
        return source
    }

    /// A workbook's visible sheets as tables; the file itself is kept beside.
    private func workbook(
        _ bytes: [UInt8], _ document: DocumentFinder.Document
    ) throws(ImportFailure) -> ImportedDocument {
        let sheets = OfficeParts.sheets(of: bytes)
        let made = try OfficeConverter(tools: tools).sheets(document.location)
        // Only what is known to be shown: a table under any other name is not read.
        let shown = sheets.filter { !$0.isHidden }.map(\.name)
        let hidden = HiddenCells.all(in: bytes)
        let tables = shown.compactMap { name in
            made.first { $0.name == name }.map { sheet in
                (shown.count > 1 ? "## \(MarkdownText.escaped(name))\n\n" : "")
                    + SheetMarkdown.table(String(decoding: sheet.text, as: UTF8.self), without: hidden[name])
            }
        }
        let text = "# \(FileName.title(document.file))\n\n" + tables.joined(separator: "\n\n") + "\n"
        guard var source = SourceText(Array(text.utf8), isMarkdown: true) else { throw ImportFailure(.binary) }
        source.hasLineNumbers = false
        var read = reader.readWhole(source, file: document.file)
        read.kind = .attachment
        read.remarks.removeAll { [.unknownKind, .noDiaryNumber, .noProposal].contains($0) }
        read.remarks += sheets.filter(\.isHidden).map { .hiddenSheet(name: $0.name) }
        read.remarks += shown.compactMap { name in
            hidden[name].map { .hiddenCells(name: name, rows: $0.rows.count, columns: $0.columns.count) }
        }
        read.remarks += shown.filter { name in !made.contains { $0.name == name } }.map { .unreadSheet(name: $0) }
        return read
    }

    private func markdown(_ path: String, from format: String) throws(ImportFailure) -> SourceText {
        do throws(PandocFailure) {
            let text = try tools.pandoc.markdown(of: path, from: format, limit: DocumentLoader.textLimit)
            guard let source = SourceText(word: text) else { throw PandocFailure(refusal: .binary) }
            return source
        } catch {
            throw ImportFailure(error.refusal)
        }
    }

    private func pdf(_ document: DocumentFinder.Document) throws(ImportFailure) -> ImportedDocument {
        let name = FileName.last(document.file)
        let source = PDFSource(tools: tools, location: document.location, range: pages) { [progress] done, all in
            progress(Page(file: name, number: done, count: all))
        }
        let reading = try source.read()
        return reader.read(reading, file: document.file)
    }

    /// The page heads come first: dnr, meetings and bilaga often stand there. What the file hides is told, and not read.
    private func word(_ bytes: [UInt8], _ path: String, _ file: String) -> ImportedDocument {
        if let refusal = WordArchive.refusal(bytes) { return .unread(file, refusal) }
        guard let body = WordBody(bytes) else { return .unread(file, .brokenWord) }
        do throws(ImportFailure) {
            var source = try markdown(of: body, path)
            let carried = OfficeExport.payload(of: bytes).flatMap(ExportedText.init(payload:))
            if let carried, !carried.isPart { return exported(carried, source, file, body) }
            if carried == nil, OfficeExport.isExported(bytes) { source.remarks.append(.exportWithoutText) }
            let (heads, feet) = OfficeParts.edges(of: body.bytes)
            let top = heads.map { MarkdownText.inlineEscaped($0) }.filter { !$0.trimmed.isEmpty }
            let lines = top + (top.isEmpty ? [] : [""]) + source.lines.map(\.text)
            source.lines = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
            source.noise += feet.map { NoiseLine(line: 1, text: $0.singleSpaced, reason: .pageEdge) }
            source.noise += left(of: body)
            source.remarks += body.boxes.map { .textBox(text: $0) }
            if body.additions > 0 { source.remarks.append(.trackedAdditions(count: body.additions)) }
            // What is left here of the program's own is a part of a record.
            var document = reader.read(source, file: file, kind: carried == nil ? nil : .record)
            document.isPartOfRecord = carried != nil
            return document
        } catch {
            return .unread(file, error.refusal)
        }
    }

    /// The file as it is, or a copy without what it hides.
    private func markdown(of body: WordBody, _ path: String) throws(ImportFailure) -> SourceText {
        if body.isAsWritten { return try markdown(path, from: "docx") }
        guard let folder = try? TemporaryFolder(), (try? folder.write(body.bytes, to: "synligt.docx")) != nil else {
            throw ImportFailure(.toolFailed("pandoc"))
        }
        defer { withExtendedLifetime(folder) {} }
        return try markdown(folder.path + "/synligt.docx", from: "docx")
    }

    private func refusal(_ failure: FileFailure, limit: Int) -> ImportRefusal {
        switch failure {
        case .system: .unreadable(reason: failure.reason)
        case .notAFile: .notAFile
        case .tooLarge(let size): .tooLarge(megabytes: size >> 20, limit: limit >> 20)
        }
    }
}
