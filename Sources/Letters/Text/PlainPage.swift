/// A letter's page as plain text: what a reader sees whose mail program shows no HTML. The page is the theme's own, so
/// tags that are never closed, or scripts, are not looked for.
struct PlainPage {
    private var out: [UInt8] = []
    /// A word space is wanted before the next word.
    private var isSpaced = false
    /// Nothing stands on the line yet but its indent.
    private var isAtStart = true
    /// How many line ends the next word wants before it.
    private var breaks = 0
    private var lists: [List] = []
    private var links: [(address: String, start: Int)] = []
    private var isPreformatted = false
    /// Of the table's row so far.
    private var cells = 0

    private struct List {
        /// Nil for a list without numbers.
        var next: Int?
        let hasLetters: Bool
    }

    init(_ html: [UInt8]) {
        let text = PlainPage.withoutComments(PlainPage.body(of: html))
        var rest = text[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                tag(String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
                rest = rest[(end + 1)...]
            } else {
                let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
                words(PlainPage.decoded(rest[..<max(end, rest.startIndex + 1)]))
                rest = rest[max(end, rest.startIndex + 1)...]
            }
        }
    }
}

extension PlainPage {
    /// With single line feeds, and one at its end.
    var text: [UInt8] { out + [UInt8(ascii: "\n")] }

    private static func body(of html: [UInt8]) -> [UInt8] {
        guard let start = html.firstRange(of: Array("<body>".utf8)) else { return html }
        let end = html.firstRange(of: Array("</body>".utf8))?.lowerBound ?? html.count
        return Array(html[start.upperBound..<max(end, start.upperBound)])
    }

    static func withoutComments(_ html: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var rest = html[...]
        while let start = rest.firstRange(of: Array("<!--".utf8)) {
            out += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: Array("-->".utf8)) else { return out }
            rest = rest[end.upperBound...]
        }
        return out + rest
    }

    private mutating func tag(_ written: String) {
        let isEnd = written.hasPrefix("/")
        let name = written.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        switch name {
        case "br": end(1)
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "section", "header", "details", "table", "blockquote":
            end(lists.isEmpty ? 2 : 1)
        case "pre":
            isPreformatted = !isEnd
            end(2)
        case "ul", "ol": list(name, written, isEnd: isEnd)
        case "li":
            if isEnd { end(1) } else { item() }
        case "div", "summary": end(1)
        case "tr":
            end(1)
            cells = 0
        case "dt": if isEnd { words(": ") } else { end(1) }
        case "dd": if isEnd { end(1) }
        case "td", "th":
            if isEnd { break }
            if cells > 0 { words(" | ") }
            cells += 1
        case "a": link(written, isEnd: isEnd)
        default: break
        }
    }

    private mutating func end(_ lines: Int) {
        // What follows a list's mark stands beside it.
        if isAtStart && breaks == 0 { return }
        breaks = max(breaks, lines)
        isSpaced = false
    }

    private mutating func list(_ name: String, _ written: String, isEnd: Bool) {
        if isEnd {
            if !lists.isEmpty { lists.removeLast() }
            end(lists.isEmpty ? 2 : 1)
        } else {
            end(lists.isEmpty ? 2 : 1)
            let start = attribute("start", of: written).flatMap { Int($0) } ?? 1
            lists.append(List(next: name == "ol" ? start : nil, hasLetters: attribute("type", of: written) == "a"))
        }
    }

    private mutating func item() {
        end(1)
        guard !lists.isEmpty else { return }
        var mark = "-"
        if let number = lists[lists.count - 1].next {
            let letters = Array("abcdefghijklmnopqrstuvwxyz")
            let isLetter = lists[lists.count - 1].hasLetters && (1...26).contains(number)
            mark = (isLetter ? String(letters[number - 1]) : String(number)) + "."
            lists[lists.count - 1].next = number + 1
        }
        begin()
        // The mark stands one step out from the words.
        while out.last == 0x20 { out.removeLast() }
        out += String(repeating: "   ", count: lists.count - 1).utf8
        out += mark.utf8
        out.append(0x20)
        (isAtStart, isSpaced) = (true, false)
    }

    /// Where a link leads stands behind its words, once.
    private mutating func link(_ written: String, isEnd: Bool) {
        if !isEnd {
            links.append((attribute("href", of: written) ?? "", out.count))
        } else if let link = links.popLast(), !link.address.isEmpty {
            let shown = out[min(link.start, out.count)...]
            if !shown.contains(sequence: link.address.utf8) { words(" <\(link.address)>") }
        }
    }

    private func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        return String(
            decoding: PlainPage.decoded(Array(tag[start.upperBound...].prefix { $0 != "\"" }.utf8)[...]).utf8,
            as: UTF8.self)
    }

    private mutating func words(_ text: String) {
        if isPreformatted {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if line.offset > 0 { breaks = max(1, breaks + 1) }
                if !line.element.isEmpty {
                    begin()
                    out += line.element.utf8
                }
            }
            isAtStart = false
            return
        }
        for character in text {
            if character == " " || character.isNewline || character == "\t" {
                isSpaced = !isAtStart || isSpaced
                continue
            }
            begin()
            if isSpaced, out.last != 0x20, !out.isEmpty, out.last != UInt8(ascii: "\n") { out.append(0x20) }
            out += (character == "\u{A0}" ? " " : String(character)).utf8
            (isSpaced, isAtStart) = (false, false)
        }
    }

    /// The line ends that are wanted, and the indent of the list that the words are in.
    private mutating func begin() {
        guard breaks > 0 else { return }
        if !out.isEmpty {
            out += [UInt8](repeating: UInt8(ascii: "\n"), count: min(breaks, 2))
            if !isPreformatted { out += String(repeating: "   ", count: lists.count).utf8 }
        }
        (breaks, isAtStart, isSpaced) = (0, true, false)
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text }
        var out = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            out += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(10).firstIndex(of: ";"), let sign = sign(rest[rest.index(after: start)..<end])
            else {
                out.append("&")
                rest = rest.dropFirst()
                continue
            }
            out += sign
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private static func sign(_ name: Substring) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "nbsp": return "\u{A0}"
        default: break
        }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }
}

extension Collection<UInt8> {
    fileprivate func contains(sequence: some Collection<UInt8>) -> Bool { firstRange(of: Array(sequence)) != nil }
}
