import Meetings

/// A table of contents: its heading and its lines with leaders and page numbers.
enum ContentsTable {
    static func isHeading(_ line: String) -> Bool {
        ["innehall", "innehallsforteckning", "table of contents"].contains(line.foldedWords)
    }

    /// "Bakgrund ........ 3"
    static func hasLeader(_ line: String) -> Bool {
        guard let last = line.utf8.last, last.isDigit || last == UInt8(ascii: ".") else { return false }
        var run = 0
        var rest = line[...]
        while let byte = rest.utf8.last, byte.isDigit || byte == 0x20 || byte == 0x09 { rest = rest.dropLast() }
        while let byte = rest.utf8.last {
            if byte == UInt8(ascii: ".") {
                run += 1
            } else if byte != 0x20 {
                break
            }
            rest = rest.dropLast()
        }
        while let character = rest.last, character == "…" || character == " " {
            run += character == "…" ? 3 : 0
            rest = rest.dropLast()
        }
        // "… tar tid...." ends a sentence: without a page's number only a long row of dots is a leader.
        return run >= (last.isDigit ? 4 : 8) && !rest.trimmed.isEmpty
    }

    /// Below the heading: "Bakgrund   3", with a tab or spaces before the page.
    static func isEntry(_ line: String) -> Bool {
        let cells = line.cells
        return hasLeader(line) || (cells.count > 1 && PageNumber.isLone(cells[cells.count - 1]) != nil)
    }
}
