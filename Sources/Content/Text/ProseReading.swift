import CommonMark
import Diagnostics
import Meetings

/// Turns Markdown into prose of the domain: safe HTML with slots for the links that stay inside the site.
struct ProseReading {
    /// The folder of the text's file, relative to content/, with a slash at its end unless empty.
    let folder: String
    /// The file, as messages say it.
    let file: String
    /// Where the proposal's heading stands, once it has been found.
    var proposalLine: Int?
    var diagnostics: [Diagnostic] = []
    /// The text's own, taken out of it.
    var footnotes = Footnotes()
    /// How many parts have got their notes, and of which notes the text has been read (by line).
    var pieces = 0
    var readNotes: Set<Int> = []

    init(file: FoundFile) {
        folder = String(file.path.dropLast(file.name.count))
        self.file = file.place
    }

    /// More than this many levels of quotes and lists is a mistake, not a text.
    private static let deepest = 100
}

extension ProseReading {
    /// `isPart`: a clause of a text that has been read as a whole before, whose faults are known already.
    mutating func prose(_ markdown: Markdown, isPart: Bool = false) -> Prose {
        if !isPart { check(markdown) }
        var links: [Prose.Link] = []
        for link in markdown.links where !link.slot.isEmpty {
            if let target = target(of: link) {
                links.append(Prose.Link(slot: link.slot, target: target, line: link.line))
            }
        }
        links += markdown.notes.compactMap { note in
            note.number.map { Prose.Link(slot: note.range, target: .note($0), line: note.line) }
        }
        let mentions = TextMentions.all(in: markdown.html)
        if !mentions.isEmpty || !markdown.notes.isEmpty {
            links = (links + mentions).sorted { $0.slot.lowerBound < $1.slot.lowerBound }
        }
        let headings = markdown.headings.map {
            Prose.Heading(level: max(2, $0.level), text: $0.text, anchor: $0.anchor)
        }
        return Prose(html: markdown.html, links: links, headings: headings)
    }

    private mutating func check(_ markdown: Markdown) {
        if markdown.depth > ProseReading.deepest {
            let line = markdown.blocks.first?.lines.lowerBound ?? 1
            diagnostics.append(Diagnostic(Place(file, line: line), .nestedTooDeep(limit: ProseReading.deepest)))
        }
        checkLinks(of: markdown)
        checkNotes(of: markdown)
        checkHeadings(of: markdown)
        checkUnreadLinks(of: markdown)
    }

    /// "[Årsredovisning](/dokument/Årsredovisning 2026.pdf)" is text: a space ends a link's target.
    private mutating func checkUnreadLinks(of markdown: Markdown) {
        for block in markdown.blocks where block.kind != .code && block.kind != .html {
            let text = markdown.plain[block.plain]
            guard text.contains(UInt8(ascii: "]")) else { continue }
            for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                guard let target = ProseReading.unreadTarget(in: String(decoding: line, as: UTF8.self)) else {
                    continue
                }
                let line = min(block.lines.lowerBound + index, block.lines.upperBound)
                diagnostics.append(Diagnostic(Place(file, line: line), .linkNotRead(target: target)))
            }
        }
    }

    /// What stands in the parentheses of `[words](a path with spaces)`.
    private static func unreadTarget(in line: String) -> String? {
        guard let opening = line.firstRange(of: "]("), line[..<opening.lowerBound].contains("[") else { return nil }
        let rest = line[opening.upperBound...]
        guard let end = rest.lastIndex(of: ")") else { return nil }
        let target = rest[..<end]
        let isPath = target.contains("/") || target.contains(".")
        return target.contains(" ") && isPath && !target.contains("<") ? String(target) : nil
    }

    /// "##Förslag till beslut" is text: the space after the signs is missing, or is a no-break one.
    private mutating func checkHeadings(of markdown: Markdown) {
        for block in markdown.blocks where block.kind == .paragraph {
            let text = markdown.plain[block.plain]
            guard text.contains(UInt8(ascii: "#")) else { continue }
            for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                let written = line.trimmed
                let signs = written.prefix { $0 == UInt8(ascii: "#") }.count
                guard (1...6).contains(signs), let next = written.dropFirst(signs).first else { continue }
                // One sign may be a word of its own: "#mötet".
                let isHeading = next == 0xC2 || signs > 1 && (next.isASCIILetter || next >= 0xC3)
                guard isHeading else { continue }
                let place = Place(file, line: block.lines.lowerBound + index)
                diagnostics.append(Diagnostic(place, .almostHeading(text: [UInt8](written).oneLine)))
            }
        }
    }

    mutating func checkLinks(of markdown: Markdown) {
        for link in markdown.links where link.target == .unsafe {
            diagnostics.append(Diagnostic(Place(file, line: link.line), .linkUnsafe(target: link.destination)))
        }
    }

    private func target(of link: Link) -> Prose.Target? {
        // A clause is shown on other pages than its text's own too, so that a place within the text has its path.
        if link.target == .fragment {
            return .file(path: String(file.dropFirst("content/".utf8.count)), fragment: link.destination)
        }
        guard link.target == .relative || link.target == .rootRelative else { return nil }
        let (written, fragment) = split(link.destination)
        guard !written.isEmpty else { return nil }
        let path = ContentPath.resolve(written, from: link.target == .rootRelative ? "" : folder)
        switch link.kind {
        case .link: return .file(path: path, fragment: fragment)
        case .image: return .image(path: path, alternative: link.text)
        }
    }

    /// The path and, with its `#`, the fragment; a query is of no use on a static site.
    private func split(_ destination: String) -> (path: String, fragment: String) {
        let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) ?? destination.endIndex
        let query = destination[..<hash].utf8.firstIndex(of: UInt8(ascii: "?")) ?? hash
        return (String(destination[..<query]), String(destination[hash...]))
    }
}

/// Paths as links write them.
enum ContentPath {
    /// A written path, relative to a folder, as a path relative to content/: percent signs decoded, `.` and `..` gone
    /// through. One that climbs out begins with `../`.
    static func resolve(_ written: String, from folder: String) -> String {
        var parts = folder.split(separator: "/").map(String.init)
        let decoded = percentDecoded(written)
        for part in decoded.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": break
            case ".." where parts.isEmpty || parts.last == "..": parts.append("..")
            case "..": parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/") + (decoded.hasSuffix("/") && !parts.isEmpty ? "/" : "")
    }

    private static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let code = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(code, radix: 16) {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
