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
    ///   - secrecy: what stands at the top of each page of a paper that is secret; nil for any other.
    public func word(
        _ text: String, path: String, content: String, part: Part = .whole, secrecy: String? = nil
    ) throws(Failure) -> [UInt8] {
        guard let folder = try? TemporaryFolder() else { throw .failed("/tmp") }
        let (head, body) = ExportedText.parts(text)
        let facts = ExportHead(head)
        let own = try self.part(part, of: body)
        let lead = facts.lead(for: own, part)
        let markdown = (lead + [ExportBody.numbered(own)]).joined(separator: "\n\n") + "\n"
        guard (try? folder.write(Array(markdown.utf8), to: "text.md")) != nil else { throw .failed(folder.path) }
        let resources = "\(content)/" + path.split(separator: "/").dropLast().joined(separator: "/")
        let made = try converted(folder, resources)
        let title = facts.value("titel") ?? ExportBody.title(own) ?? FileName.title(path)
        guard var bytes = OfficeStyles.named(made, title: title) else { throw .failed("docx") }
        if part == .whole {
            guard (try? folder.write(bytes, to: "ut.docx")) != nil else { throw .failed(folder.path) }
            let blocks = try blocks(of: folder.path + "/ut.docx").dropFirst(lead.count).map(ExportedText.sum)
            let payload = ExportedText(path: path, text: text, blocks: Array(blocks)).payload
            guard let carried = OfficeExport.adding(payload, to: bytes) else { throw .failed("docx") }
            bytes = carried
        }
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
    func lead(for body: String, _ part: WordExport.Part) -> [String] {
        var blocks: [String] = []
        if value("synlighet") == "sekretess" {
            blocks.append("**SEKRETESS**" + (value("sekretess").map { ": " + MarkdownText.escaped($0) } ?? ""))
        }
        switch part {
        case .whole: break
        case .paragraph: blocks.append("**Protokollsutdrag**")
        case .decisions: blocks.append("**Beslutslista**")
        }
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
    /// The first heading's words.
    static func title(_ body: String) -> String? {
        body.split(separator: "\n").first { $0.hasPrefix("# ") }.map { MarkdownText.plain(String($0.dropFirst(2))) }
    }

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

    /// Each § that has a decision, with its heading and what stands under "Beslut".
    static func decisions(in body: String) -> String {
        var kept: [String] = []
        var heading: String?
        var isDecision = false
        for line in body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("## ") {
                (heading, isDecision) = (line, false)
            } else if line.hasPrefix("#") {
                isDecision = SectionName.isDecision(String(line.drop { $0 == "#" || $0 == " " }))
            } else if !isDecision, line.hasPrefix("Beslut:") {
                isDecision = true
                take(&heading, line, &kept)
            } else if isDecision {
                take(&heading, line, &kept)
            }
        }
        return kept.joined(separator: "\n")
    }

    private static func take(_ heading: inout String?, _ line: String, _ kept: inout [String]) {
        if let own = heading, !line.trimmed.isEmpty {
            kept += ["", own, ""]
            heading = nil
        }
        if heading == nil { kept.append(line) }
    }
}
