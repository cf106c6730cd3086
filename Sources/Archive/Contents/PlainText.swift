import Meetings

/// The words of a text, without its markup.
enum PlainText {
    static func of(_ prose: Prose) -> String {
        var text: [UInt8] = []
        var isTag = false
        for byte in prose.html {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">") where isTag:
                isTag = false
                text.append(UInt8(ascii: " "))
            default: if !isTag { text.append(byte) }
            }
        }
        return String(decoding: text, as: UTF8.self)
            .replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}

/// The ärenden that a text names by their dnr.
struct DiaryMentions {
    private let known: [String: MatterIndex]

    init(_ matters: MatterTable<Matter>, among chosen: [MatterIndex]) {
        var known: [String: MatterIndex] = [:]
        for index in chosen { if let key = matters[index].diaryNumber?.key { known[key] = index } }
        self.known = known
    }

    /// In the text's order, each once. A dnr may have a space in it (KS 2023/123).
    func mentioned(in text: String, except own: MatterIndex) -> [MatterIndex] {
        var found: [MatterIndex] = []
        var last = ""
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }) {
            let trimmed = word.trimmingMarks
            guard trimmed.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
                last = trimmed
                continue
            }
            for candidate in [last + trimmed, trimmed] {
                if let index = known[DiaryNumber.key(of: candidate)], index != own, !found.contains(index) {
                    found.append(index)
                    break
                }
            }
            last = trimmed
        }
        return found
    }
}

extension Substring {
    fileprivate var trimmingMarks: String {
        let marks: Set<Character> = [".", ",", ";", "(", ")", "\"", "”", "?", "!", "[", "]"]
        var rest = self
        while let first = rest.first, marks.contains(first) { rest.removeFirst() }
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
