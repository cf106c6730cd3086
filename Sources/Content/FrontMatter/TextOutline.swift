import Diagnostics

/// Where the parts of a text stand, in lines of its file: for whoever changes one part and leaves the others alone.
package struct TextOutline: Sendable {
    /// The lines between the dashes; nil for a text without a head.
    package let head: Range<Int>?
    package let entries: [FrontMatter.Entry]
    /// The body's first line.
    package let bodyLine: Int
}

/// A text that has no parts to speak of, since something in it stops the reading.
package struct UnreadableText: Error {
    package let diagnostic: Diagnostic
}

extension TextOutline {
    /// Throws what `klubba check` says of a text that cannot be read.
    package init(_ raw: [UInt8], file: String) throws(UnreadableText) {
        var diagnostics: [Diagnostic] = []
        guard let text = TextFile(raw, file: file, &diagnostics) else {
            throw UnreadableText(diagnostic: diagnostics.first ?? Diagnostic(Place(file), .notUTF8))
        }
        bodyLine = text.bodyLine
        guard let range = text.frontMatter else {
            (head, entries) = (nil, [])
            return
        }
        // The closing dashes are the line above the body's.
        head = text.frontMatterLine..<max(text.frontMatterLine, text.bodyLine - 1)
        do throws(FrontMatterFault) {
            entries = try FrontMatter(text.bytes[range], firstLine: text.frontMatterLine).entries
        } catch {
            throw UnreadableText(diagnostic: Diagnostic(error, in: file))
        }
    }
}

extension FieldKey {
    /// The order in which a head's keys stand (FORMAT §3, §5, §6). The keys of bodies stand after the title.
    package static func order(bodies: [String]) -> [String] {
        ["dnr", "titel"] + bodies.map { fold($0) } + afterBodies
    }

    private static let afterBodies = [
        "organ", "datum", "tid", "plats", "kallelse", "status", "dagordning", "bilaga", "handlaggare", "typ", "insats",
        "insatsagare", "samverkansparter", "period", "belopp", "undertecknat", "bilagor", "ordforande", "sekreterare",
        "narvarande", "ersattare", "franvarande", "ovriga", "justerare", "justerat", "anslaget", "forvaras", "nedtaget",
        "underskrivet", "original", "synlighet", "sekretess", "publiceras", "tidigare-dnr", "flyttat-fran",
    ]
}
