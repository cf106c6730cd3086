import Content
import Documents
import Meetings
import System

/// Makes a Word file of a text in content/: its head as a table, its clauses numbered, its tables and footnotes Word's
/// own; and with it, unseen, the text itself, so that it comes back as it was.
public struct WordExport: Sendable {
    let tools: ImportTools
    /// A .docx whose styles and letterhead are taken.
    let template: String?
    let clock: CalendarDate

    public init(tools: ImportTools, template: String?, clock: CalendarDate) {
        (self.tools, self.template, self.clock) = (tools, template, clock)
    }

    public enum Failure: Error, Equatable {
        case pandocMissing
        case failed(String)
        /// The record has no such §.
        case noParagraph(Int)
    }
}

extension WordExport {
    /// How much of a text is wanted.
    public enum Part: Sendable, Equatable {
        case whole
        /// One § of a record, as an extract.
        case paragraph(Int)
        /// A record's decisions.
        case decisions
    }

    /// - Parameters:
    ///   - path: relative to content/.
    ///   - content: the folder, for pictures.
    ///   - matters: what a record's §§ are about.
    ///   - secrecy: what stands at the top of each page of a paper that is not for everybody; nil for any other.
    ///   - meeting: whose meeting a record is of, and its day.
    public func word(
        _ written: String, path: String, content: String, part: Part = .whole,
        matters: ExportedMatters = ExportedMatters(), secrecy: String? = nil,
        meeting: (body: String, date: String)? = nil
    ) throws(Failure) -> [UInt8] {
        guard let folder = try? TemporaryFolder() else { throw .failed("/tmp") }
        let text = ExportedText.clean(written)
        let (head, body) = ExportedText.parts(text)
        let facts = ExportHead(head, path: path, meeting: meeting)
        let own = try self.part(part, of: body)
        let lead = facts.lead(for: own, part)
        let markdown = (lead + [ExportBody.shown(own, part, matters)]).joined(separator: "\n\n") + "\n"
        guard (try? folder.write(Array(markdown.utf8), to: "text.md")) != nil else { throw .failed(folder.path) }
        let resources = "\(content)/" + path.split(separator: "/").dropLast().joined(separator: "/")
        let made = try converted(folder, resources)
        let title = facts.value("titel") ?? ExportBody.title(own) ?? facts.title ?? FileName.title(path)
        guard var bytes = OfficeStyles.named(made, title: title) else { throw .failed("docx") }
        var pieces: [ExportedText.Piece] = []
        if part == .whole {
            guard (try? folder.write(bytes, to: "ut.docx")) != nil else { throw .failed(folder.path) }
            let word = WordLead(try self.pieces(of: folder.path + "/ut.docx"), exported: facts, body: own).body
            pieces = ExportedText.pieces(word, of: own)
        }
        let exported = ExportedText(
            path: path, text: part == .whole ? text : "", pieces: pieces, isPart: part != .whole)
        guard let carried = OfficeExport.adding(exported.payload, to: bytes) else { throw .failed("docx") }
        bytes = carried
        guard let secrecy else { return bytes }
        guard let marked = OfficeHeader.adding(secrecy, to: bytes) else { throw .failed("docx") }
        return marked
    }

    private func part(_ part: Part, of body: String) throws(Failure) -> String {
        switch part {
        case .whole: return body
        case .paragraph(let number):
            guard let text = RecordExtract.text(of: body, number) else { throw .noParagraph(number) }
            return text
        case .decisions: return RecordExtract.decisions(in: body)
        }
    }

    private func converted(_ folder: TemporaryFolder, _ resources: String) throws(Failure) -> [UInt8] {
        guard let pandoc = tools.pandoc.program else { throw .pandocMissing }
        let target = folder.path + "/pandoc.docx"
        var arguments = [
            "--from=gfm+footnotes", "--to=docx", "--output=\(target)", "--metadata=lang:sv-SE",
            "--resource-path=\(resources)",
        ]
        if let template { arguments.append("--reference-doc=\(template)") }
        let epoch = clock.dayNumber * 86_400
        let ending = try? ChildProcess.run(
            pandoc, arguments + [folder.path + "/text.md"], environment: ["SOURCE_DATE_EPOCH": "\(epoch)"], seconds: 60)
        guard let ending, ending.status == 0, let bytes = try? FileSystem.disk.read(target, DocumentLoader.fileLimit)
        else { throw .failed("pandoc") }
        return bytes
    }

    /// The file as an import will read it.
    private func pieces(of file: String) throws(Failure) -> [String] {
        guard let bytes = try? tools.pandoc.markdown(of: file, limit: DocumentLoader.textLimit),
            let source = SourceText(word: bytes)
        else { throw .failed("pandoc") }
        return source.pieces
    }
}

extension SourceText {
    /// What pandoc makes of a Word file or a web page.
    init?(word bytes: [UInt8]) {
        self.init(bytes, isMarkdown: true)
        hasLineNumbers = false
        let (tables, cells) = MarkupTables.opened(lines)
        let (opened, struck) = InlineTags.opened(tables)
        lines = MarkupLines.withHeadings(ConvertedLines.opened(opened))
        noise += cells + struck
    }

    /// Its lines as pieces that are compared.
    var pieces: [String] {
        let pieces = TextPieces(lines.map(\.text).joined(separator: "\n"))
        return pieces.ranges.indices.map(pieces.text)
    }
}
