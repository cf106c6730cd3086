import Content
import Diagnostics
import Documents

/// Finds personal data in a source, and masks it.
enum PersonalDataMask {
    static let mask = "[maskat]"

    static func findings(in source: SourceText) -> [ImportedDocument.PersonalFinding] {
        var findings: [ImportedDocument.PersonalFinding] = []
        for line in source.lines where mayHave(line.text) {
            for mark in PersonalDataMark.all(in: Array(line.text.utf8), form: .markdown) {
                let number = source.hasLineNumbers ? line.number : nil
                let kind = PersonalDataFinding(mark, at: Place("")).kind
                findings.append(
                    ImportedDocument.PersonalFinding(kind: kind, line: number, page: line.page > 0 ? line.page : nil))
            }
        }
        return findings
    }

    /// Replaces every finding by the mask; says how many there were.
    static func mask(_ source: inout SourceText) -> Int {
        var count = 0
        for index in source.lines.indices where mayHave(source.lines[index].text) {
            let (text, found) = masked(counting: source.lines[index].text)
            source.lines[index].text = text
            count += found
        }
        return count
    }

    static func masked(_ text: String) -> String { masked(counting: text).text }

    private static func masked(counting text: String) -> (text: String, count: Int) {
        let bytes = Array(text.utf8)
        var clean: [UInt8] = []
        var (done, count) = (0, 0)
        let marks = PersonalDataMark.all(in: bytes, form: .markdown)
        for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            count += 1
            guard mark.range.upperBound > done else { continue }
            if mark.range.lowerBound >= done {
                clean += bytes[done..<mark.range.lowerBound]
                clean += mask.utf8
            }
            done = mark.range.upperBound
        }
        clean += bytes[done...]
        return (String(decoding: clean, as: UTF8.self), count)
    }

    private static func mayHave(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "@") { return true }
            if byte >= 0x30 && byte <= 0x39 { digits += 1 }
            if digits >= 7 { return true }
        }
        return false
    }
}
