import Diagnostics
import Ledger

/// How a page as it stands differs from the page as it is made.
struct PageDifference: Sendable {
    let difference: PublishedDifference
    /// Of the page as it stands.
    let line: Int
    /// True where everything outside the marks of sealed texts is as it is made.
    let isWithinMarks: Bool
}

extension PageDifference {
    init(path: String, planned: [UInt8], standing: [UInt8]) {
        let isPage = path.hasSuffix(".html")
        isWithinMarks = isPage && PageMarks.outside(of: planned) == PageMarks.outside(of: standing)
        guard isPage || PageDifference.isText(path), !standing.contains(0) else {
            (difference, line) = (.bytes, 1)
            return
        }
        let (old, new) = (PageDifference.lines(planned), PageDifference.lines(standing))
        let same = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed()).prefix { $0 == $1 }.count
        let (before, after) = (old[same..<(old.count - tail)], new[same..<(new.count - tail)])
        line = min(same, max(new.count - 1, 0)) + 1
        let words = PageDifference.words(before, isPage).difference(to: PageDifference.words(after, isPage))
        if words != .unknown {
            difference = .words(words)
        } else {
            let changed = after.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
            difference = .markup(PageDifference.shortened(changed))
        }
    }

    private static func isText(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return [".csv", ".json", ".xml", ".ics", ".txt", ".css", ".js", ".svg", ".webmanifest"].contains {
            name.hasSuffix($0)
        }
    }

    /// Of a whole table that is another, the beginning is enough to say so.
    private static func words(_ lines: ArraySlice<ArraySlice<UInt8>>, _ isPage: Bool) -> CanonicalText {
        let bytes = Array(lines.prefix(400).joined(separator: [0x0A]))
        if isPage { return CanonicalText(shownIn: bytes) }
        // A row of a table or of data is one long word else.
        var apart: [UInt8] = []
        for byte in bytes {
            apart.append(byte)
            if isBetween(byte) { apart.append(0x20) }
        }
        return CanonicalText(plain: String(decoding: apart, as: UTF8.self))
    }

    /// `,`, `;`, `:`, `[`, `]`, `{` or `}`
    private static func isBetween(_ byte: UInt8) -> Bool { [0x2C, 0x3B, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    private static func shortened(_ line: String) -> String {
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.count <= 120 ? text : text.prefix(120) + " …"
    }
}
