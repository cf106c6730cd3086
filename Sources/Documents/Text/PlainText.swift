/// Texts in the ways that they are written to disk.
enum PlainText {
    /// The text as UTF-8: from UTF-8, UTF-16 with or without a mark, or Windows-1252. Nil for what is no text.
    static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
        let sample = bytes.prefix(4096)
        let zeros = sample.count { $0 == 0 }
        if zeros > 0 {
            guard bytes.count % 2 == 0, zeros * 3 > sample.count else { return nil }
            let odd = sample.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
            return utf16(bytes[...], isBigEndian: odd * 2 < zeros)
        }
        if bytes.contains(0) { return nil }
        let strange = sample.count { $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B }
        if strange * 100 > sample.count { return nil }
        if isUTF8(bytes) { return bytes }
        // Packed bytes have as many high ones as others.
        let high = bytes.count { $0 >= 0x80 }
        guard high * 3 < bytes.count, strange == 0 else { return nil }
        return windows1252(bytes)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8]? {
        guard bytes.count % 2 == 0 else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        if units.contains(0) { return nil }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// What matters of it here: dashes and the space that does not break; the rest as Latin-1 has it.
    static func windows1252(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0..<0x80: text.append(byte)
            case 0x96: text += "–".utf8
            case 0x97: text += "—".utf8
            default: text += String(Unicode.Scalar(byte)).utf8
            }
        }
        return text
    }
}

extension DocumentReader {
    mutating func readText(_ text: [UInt8], name: String, part: String?, depth: Int) {
        let name = name.lowercased()
        if RichText.isRichText(text) {
            let plain = RichText.plain(text)
            if part == nil { shown = [plain.text] }
            note(plain.text, .plain, .part(part ?? "RTF"))
            if plain.hasPackedParts { leave(part.map { .part($0) } ?? .part("RTF")) }
        }
        if name.hasSuffix(".eml") || Mail.isMail(text) { readMail(text, part: part, depth: depth) }
        let isMarkup =
            [".html", ".htm", ".xml", ".svg", ".xhtml"].contains { name.hasSuffix($0) } || Self.isMarkup(text)
        // Office files as one text: what they hide lies as open as what they show.
        if isMarkup,
            ["<office:document ", "<?mso-application"].contains(where: {
                text.prefix(4096).firstPlace(of: Array($0.utf8)) != nil
            })
        {
            leave(part.map { .part($0) } ?? .unknown)
        }
        readPacked(text, name: name, part: part, depth: depth)
        let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown") || name.contains(".md.")
        if part == nil, shown.isEmpty, !Mail.isMail(text), !name.hasSuffix(".eml") {
            shown = [isMarkup ? ShownText.text(ofMarkup: text) : text]
        }
        let marks = PersonalDataMark.all(in: text, form: isMarkup ? .html : isMarkdown ? .markdown : .plain)
        append(marks, of: text, part: part)
        if isMarkup {
            let markup = MarkupText(text, style: .runs)
            note(markup.text, .plain, part.map { .part($0) } ?? .line(1, column: 1), kinds: .identityNumbers)
        }
        noteFolded(text, part: part)
        noteColumns(text, name: name, part: part)
    }

    private static func isMarkup(_ text: [UInt8]) -> Bool {
        let start = String(decoding: text.prefix(256).drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self).lowercased()
        return ["<?xml", "<!doctype html", "<html", "<svg"].contains { start.hasPrefix($0) }
    }

    private static func isTypeface(_ bytes: [UInt8]) -> Bool {
        ["wOFF", "wOF2", "OTTO", "\0\u{1}\0\0"].contains { bytes.starts(with: $0.utf8) }
    }

    /// Files that are written into a text, as a page has its pictures: `data:image/png;base64,…`
    private mutating func readPacked(_ text: [UInt8], name: String, part: String?, depth: Int) {
        let mark = Array(";base64,".utf8)
        var index = 0
        while let place = text.firstPlace(of: mark, from: index) {
            let end = text[(place + mark.count)...].firstIndex {
                $0 != 0x2B && $0 != 0x2F && !$0.isDigit && !$0.isASCIILetter && $0 > 0x20
            }
            let inner = Base64.decoded(text[(place + mark.count)..<(end ?? text.count)])
            count(inner)
            if report.unread == .tooLarge { return }
            if !inner.isEmpty, !Self.isTypeface(inner) {
                read(inner, location: nil, name: "inbäddad", part: "\(part ?? name): inbäddad fil", depth: depth + 1)
            }
            index = max(end ?? text.count, place + mark.count)
        }
    }

    private mutating func append(_ marks: [PersonalDataMark], of text: [UInt8], part: String?) {
        var (line, column, counted) = (1, 1, 0)
        for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            while counted < mark.range.lowerBound {
                if text[counted] == 0x0A {
                    (line, column) = (line + 1, 1)
                } else if text[counted] & 0xC0 != 0x80 {
                    column += 1
                }
                counted += 1
            }
            let place: DocumentPlace = part.map { .part($0) } ?? .line(line, column: column)
            report.findings.append(DocumentReport.Finding(kind: mark.kind, place: place))
        }
    }

    /// Calendars and cards fold their lines: a line end and a space are nothing there (RFC 5545, RFC 6350).
    private mutating func noteFolded(_ text: [UInt8], part: String?) {
        guard text.starts(with: "BEGIN:V".utf8) else { return }
        var whole: [UInt8] = []
        var index = 0
        while index < text.count {
            let end = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A ? index + 2 : index + 1
            if text[index] == 0x0A || text[index] == 0x0D, end < text.count, text[end] == 0x20 || text[end] == 0x09 {
                index = end + 1
                continue
            }
            whole.append(text[index])
            index += 1
        }
        let known = Set(report.findings.compactMap { $0.number })
        for mark in PersonalDataMark.identityNumbers(in: whole, form: .plain)
        where !known.contains(where: { $0 == mark.number }) {
            report.findings.append(
                DocumentReport.Finding(kind: mark.kind, place: part.map { .part($0) } ?? .line(1, column: 1)))
        }
    }

    /// In a table whose head has the word, ten digits in a row are a personnummer.
    private mutating func noteColumns(_ text: [UInt8], name: String, part: String?) {
        guard name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".txt") else { return }
        let head = text.prefix { $0 != 0x0A }
        guard PersonWords.are(in: head) else { return }
        for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().dropFirst() {
            for number in PersonWords.numbers(inCells: line) {
                report.findings.append(
                    DocumentReport.Finding(
                        kind: .identityNumber(number), place: part.map { .part($0) } ?? .line(index + 1, column: 1)))
            }
        }
    }
}

extension DocumentReport.Finding {
    public var number: IdentityNumber? { if case .identityNumber(let number) = kind { number } else { nil } }
}

/// The head of a column of personnummer.
enum PersonWords {
    static func are(in head: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        return [
            "personnummer", "personnr", "pers.nr", "persnr", "pnr", "p.nr", "samordningsnummer", "född", "personnr.",
        ].contains {
            text.contains($0)
        }
    }

    /// Of ten digits each, with nothing else in their cells.
    static func numbers(inCells line: ArraySlice<UInt8>) -> [IdentityNumber] {
        line.split(whereSeparator: { !$0.isDigit && !$0.isASCIILetter && $0 != 0x2D && $0 < 0x80 }).compactMap { cell in
            guard cell.count == 10, cell.allSatisfy(\.isDigit) else { return nil }
            return IdentityNumber(cell.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }, count: 10)
        }
    }
}
