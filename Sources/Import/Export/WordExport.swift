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
    /// - Parameters:
    ///   - path: relative to content/.
    ///   - content: the folder, for pictures.
    ///   - paragraph: only this § of a record, as an extract.
    ///   - secrecy: what stands at the top of each page of a paper that is secret; nil for any other.
    public func word(
        _ text: String, path: String, content: String, paragraph: Int? = nil, secrecy: String? = nil
    ) throws(Failure) -> [UInt8] {
        let plain = try plainWord(text, path: path, content: content, paragraph: paragraph)
        guard let secrecy else { return plain }
        guard let marked = OfficeHeader.adding(secrecy, to: plain) else { throw .failed("docx") }
        return marked
    }

    private func plainWord(
        _ text: String, path: String, content: String, paragraph: Int?
    ) throws(Failure) -> [UInt8] {
        guard let pandoc = tools.pandoc.program else { throw .pandocMissing }
        guard let folder = try? TemporaryFolder() else { throw .failed("/tmp") }
        let (head, body) = ExportedText.parts(text)
        let facts = ExportHead(head)
        var own = body
        if let paragraph {
            guard let part = RecordExtract.text(of: body, paragraph) else { throw .noParagraph(paragraph) }
            own = part
        }
        let lead = facts.lead(for: own, isExtract: paragraph != nil)
        let markdown = (lead + [ExportBody.numbered(own)]).joined(separator: "\n\n") + "\n"
        guard (try? folder.write(Array(markdown.utf8), to: "text.md")) != nil else { throw .failed(folder.path) }
        let target = folder.path + "/ut.docx"
        var arguments = [
            "--from=gfm+footnotes", "--to=docx", "--output=\(target)", "--metadata=lang:sv-SE",
            "--resource-path=\(content)/" + path.split(separator: "/").dropLast().joined(separator: "/"),
        ]
        if let template { arguments.append("--reference-doc=\(template)") }
        let epoch = clock.dayNumber * 86_400
        let ending = try? ChildProcess.run(
            pandoc, arguments + [folder.path + "/text.md"], environment: ["SOURCE_DATE_EPOCH": "\(epoch)"], seconds: 60)
        guard let ending, ending.status == 0, let bytes = try? FileSystem.disk.read(target, DocumentLoader.fileLimit)
        else { throw .failed("pandoc") }
        guard paragraph == nil else { return bytes }
        let blocks = try blocks(of: target).dropFirst(lead.count).map(ExportedText.sum)
        let payload = ExportedText(path: path, text: text, blocks: Array(blocks)).payload
        guard let carried = OfficeExport.adding(payload, to: bytes) else { throw .failed("docx") }
        return carried
    }

    /// The file as an import will read it.
    private func blocks(of file: String) throws(Failure) -> [String] {
        guard let bytes = try? tools.pandoc.markdown(of: file, limit: DocumentLoader.textLimit) else {
            throw .failed("pandoc")
        }
        return ExportedText.blocks(of: String(decoding: bytes, as: UTF8.self))
    }
}

/// A front matter's facts, as a board writes them at the top of a paper.
struct ExportHead {
    private var values: [(key: String, value: String)] = []

    init(_ head: String) {
        for line in head.split(separator: "\n") where line != "---" && !line.hasPrefix("#") {
            if line.hasPrefix(" ") || line.hasPrefix("-") {
                guard !values.isEmpty else { continue }
                let item = String(line).trimmed.drop { $0 == "-" || $0 == " " }
                let last = values.count - 1
                values[last].value += (values[last].value.isEmpty ? "" : "; ") + ExportHead.unquoted(String(item))
            } else if let colon = line.firstIndex(of: ":") {
                let value = ExportHead.unquoted(String(line[line.index(after: colon)...]).trimmed)
                values.append((String(line[..<colon]).lowercased(), ExportHead.listed(value)))
            }
        }
    }

    private static let shown = [
        "dnr": "Dnr", "bilaga": "Bilaga", "handläggare": "Handläggare", "datum": "Datum", "organ": "Organ",
        "tid": "Tid",
        "plats": "Plats", "kallelse": "Kallelse", "ordförande": "Ordförande", "sekreterare": "Sekreterare",
        "närvarande": "Närvarande", "ersättare": "Ersättare", "övriga": "Övriga", "justerare": "Justerare",
        "justerat": "Justerat", "anslaget": "Anslaget", "dagordning": "Dagordning",
    ]

    /// A mark of secrecy, the title where the text has none, and the table: a block each.
    func lead(for body: String, isExtract: Bool) -> [String] {
        var blocks: [String] = []
        if value("synlighet") == "sekretess" {
            blocks.append("**SEKRETESS**" + (value("sekretess").map { ": " + MarkdownText.escaped($0) } ?? ""))
        }
        if isExtract { blocks.append("**Protokollsutdrag**") }
        let hasTitle = body.split(separator: "\n").contains { $0.hasPrefix("# ") }
        if !hasTitle, let title = value("titel") { blocks.append("# " + MarkdownText.escaped(title)) }
        let rows = values.compactMap { key, value -> String? in
            let isBody = (1...5).contains(key.count) && ExportHead.shown[key] == nil && value.first?.isNumber ?? false
            guard !value.isEmpty, let name = ExportHead.shown[key] ?? (isBody ? key.uppercased() : nil) else {
                return nil
            }
            return "| \(name) | \(MarkdownText.inlineEscaped(value).replacing("|", with: "\\|")) |"
        }
        guard let first = rows.first else { return blocks }
        blocks.append(([first, "| --- | --- |"] + rows.dropFirst()).joined(separator: "\n"))
        return blocks
    }

    func value(_ key: String) -> String? { values.first { $0.key == key }?.value }

    /// `[Förbundschefen, Ekonomen]` as people write it.
    private static func listed(_ value: String) -> String {
        guard value.hasPrefix("["), value.hasSuffix("]"), value.count > 1 else { return value }
        return value.dropFirst().dropLast().split(separator: ",").map { unquoted(String($0).trimmed) }
            .joined(separator: ", ")
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") else { return value }
        return String(value.dropFirst().dropLast())
    }
}

enum ExportBody {
    /// Att-satser as a numbered list.
    static func numbered(_ body: String) -> String {
        body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("- **att**") || line.hasPrefix("- att ") ? "1. " + line.dropFirst(2) : String(line)
        }
        .joined(separator: "\n")
    }
}

enum RecordExtract {
    /// One § of a record, from its heading to the next.
    static func text(of body: String, _ number: Int) -> String? {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let starts = lines.indices.filter { lines[$0].hasPrefix("## ") }
        guard let start = starts.first(where: { RecordHeading.number(String(lines[$0].dropFirst(3))) == number }) else {
            return nil
        }
        let end = starts.first { $0 > start } ?? lines.count
        return lines[start..<end].joined(separator: "\n")
    }
}
