import Meetings

/// The "att" that a clause begins with, as people type it: `att`, `**att**`, the broken `att**`, `Att:`, `**Att:**`.
package enum AttMark {
    /// How many bytes of a line it takes, marks and the space after it included; nil when the line begins otherwise.
    package static func length(in line: ArraySlice<UInt8>) -> Int? {
        var index = line.startIndex
        func skipMarks(_ extra: UInt8? = nil) {
            while index < line.endIndex,
                line[index] == UInt8(ascii: "*") || line[index] == UInt8(ascii: "_") || line[index] == extra
            {
                index += 1
            }
        }
        index += bulletLength(in: line)
        skipMarks()
        for letter in "att".utf8 {
            guard index < line.endIndex, line[index].asciiLowercased == letter else { return nil }
            index += 1
        }
        let word = index
        skipMarks(UInt8(ascii: ":"))
        if index == line.endIndex { return index - line.startIndex }
        if line[index] == 0x20 || line[index] == 0x09 { return index + 1 - line.startIndex }
        if line[index...].starts(with: [0xC2, 0xA0]) { return index + 2 - line.startIndex }
        return index > word ? index - line.startIndex : nil
    }

    /// What a word processor left in the text before the words, and the spaces after it: a bullet, a dash, `a)`, `2.`, `ii)`.
    private static func bulletLength(in text: ArraySlice<UInt8>) -> Int {
        if let bullet = ["•", "·", "–", "—"].first(where: { text.starts(with: $0.utf8) }) {
            return bullet.utf8.count + spaces(in: text.dropFirst(bullet.utf8.count))
        }
        if text.first == UInt8(ascii: "-") { return marked(1, in: text) }
        let sign = text.prefix(4).prefix { $0.isDigit || $0.isASCIILetter }
        guard isNumber(sign), let mark = text.dropFirst(sign.count).first, ".)".utf8.contains(mark) else { return 0 }
        return marked(sign.count + 1, in: text)
    }

    /// The mark and the spaces that have to follow it; 0 without them.
    private static func marked(_ length: Int, in text: ArraySlice<UInt8>) -> Int {
        let spaces = spaces(in: text.dropFirst(length))
        return spaces > 0 ? length + spaces : 0
    }

    private static func spaces(in text: ArraySlice<UInt8>) -> Int {
        var rest = text
        while true {
            if rest.first == 0x20 || rest.first == 0x09 {
                rest = rest.dropFirst()
            } else if rest.starts(with: [0xC2, 0xA0]) {
                rest = rest.dropFirst(2)
            } else {
                return rest.startIndex - text.startIndex
            }
        }
    }

    /// `a`, `12`, `iv`
    private static func isNumber(_ sign: ArraySlice<UInt8>) -> Bool {
        guard let first = sign.first else { return false }
        return sign.count == 1 || sign.count < 4 && sign.allSatisfy(\.isDigit)
            || first.isASCIILetter && sign.allSatisfy { "ivx".utf8.contains($0.asciiLowercased) }
    }

    /// Takes the leading "att" off a clause's HTML and gives back the rest: `<strong>att</strong> bevilja` → `bevilja`,
    /// `<strong>att bevilja</strong> medel` → `<strong>bevilja</strong> medel`. Nil when it begins otherwise.
    static func removed(from prose: Prose) -> Prose? {
        let html = prose.html
        var index = bulletLength(in: html[...])
        var opened: [Range<Int>] = []
        while index < html.count, html[index] == UInt8(ascii: "<") {
            guard let end = html[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            opened.append(index..<(end + 1))
            index = end + 1
        }
        guard html[index...].prefix(3).map(\.asciiLowercased) == Array("att".utf8) else { return nil }
        index += 3
        var kept = opened
        func skipPunctuation() {
            while index < html.count,
                html[index] == UInt8(ascii: "*") || html[index] == UInt8(ascii: ":") || html[index] == UInt8(ascii: "_")
            {
                index += 1
            }
        }
        skipPunctuation()
        while !kept.isEmpty, html[index...].starts(with: "</".utf8),
            let end = html[index...].firstIndex(of: UInt8(ascii: ">"))
        {
            kept.removeLast()
            index = end + 1
            skipPunctuation()
        }
        while index < html.count {
            if html[index] == 0x20 || html[index] == 0x0A {
                index += 1
            } else if html[index...].starts(with: [0xC2, 0xA0]) {
                index += 2
            } else {
                break
            }
        }
        if kept.isEmpty { return prose[index..<html.count] }
        var rest = Prose(html: kept.flatMap { html[$0] })
        rest.append(prose[index..<html.count])
        return rest
    }
}
