import Meetings

extension String {
    /// Where its last such word begins, in bytes of UTF-8; nil where a letter stands before it.
    fileprivate func place(ofLast word: String) -> Int? {
        let wanted = Array(word.utf8)
        let bytes = utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard bytes.count >= wanted.count else { return nil }
        let place = (0...(bytes.count - wanted.count)).last { bytes[$0...].starts(with: wanted) }
        return place.flatMap { $0 > 0 && bytes[$0 - 1].isASCIILetter ? nil : $0 }
    }
}

/// The agenda of a kallelse or a föredragningslista.
struct AgendaItems: Sendable {
    struct Item: Sendable {
        let title: String
        let diaryNumber: String?
        let line: Int
    }

    var items: [Item] = []
    /// The passages that became items, and the heading above them.
    var taken: Set<Int> = []
}

extension AgendaItems {
    static func isHeading(_ line: String) -> Bool {
        [
            "foredragningslista", "dagordning", "arenden", "arendelista", "agenda", "forslag till dagordning",
            "lista over arenden",
        ]
        .contains(line.foldedWords)
    }

    /// A row of columns' names, "Nr   Ärende   Dnr", or the first item in columns, "1   Öppnande".
    static func beginsAgenda(_ passage: Passage) -> Bool {
        if passage.kind == .table { return AgendaTable(passage) != nil }
        guard passage.kind == .text else { return false }
        let cells = passage.text.cells.map(\.foldedWords)
        guard cells.count > 1 else { return false }
        return AgendaColumns(passage) != nil || cells[0] == "1" && cells[1].contains(where: \.isLetter)
    }

    init(_ passages: [Passage], from start: Int) {
        let heading = passages.firstIndex { AgendaItems.isHeading($0.plain) }
        let from = heading.map { $0 + 1 } ?? start
        if let heading { taken.insert(heading) }
        var columns: AgendaColumns?
        var columned: Set<Int> = []
        let hasNumbers = passages[min(from, passages.count)...].count { AgendaItems.number($0) != nil } >= 2
        for index in passages.indices where index >= from {
            let passage = passages[index]
            if let table = AgendaTable(passage) {
                items += table.items
                // What an agenda has no place for stays on the page, as the table it was.
                if !table.saysMore { taken.insert(index) }
                continue
            }
            if passage.kind == .table {
                take(rows: passage)
                taken.insert(index)
                continue
            }
            if AgendaItems.beginsAgenda(passage), AgendaItems.number(passage) == nil {
                // The columns' names are no item.
                taken.insert(index)
                columns = AgendaColumns(passage)
                if columns != nil { columned.insert(index) }
                continue
            }
            if let own = columns {
                if let row = AgendaItems.number(passage), passage.text.cells.count > 1 || !passage.blankBefore {
                    let (item, saysMore) = own.item(row, line: passage.line)
                    items.append(item)
                    columns?.saysMore = own.saysMore || saysMore
                    columned.insert(index)
                    continue
                }
                if columned.contains(index - 1), let last = items.last, own.goesOn(passage) {
                    items[items.count - 1] = Item(
                        title: last.title + " " + passage.plain, diaryNumber: last.diaryNumber, line: last.line)
                    columned.insert(index)
                    continue
                }
            }
            if hasNumbers {
                guard let text = AgendaItems.number(passage) else {
                    addDiaryNumber(passage, index)
                    continue
                }
                add(text, passage.line, index)
            } else if heading != nil {
                // Bullets, or a line an item.
                let plain = passage.plain
                guard
                    passage.isItem
                        || (passage.kind == .text && plain.utf8.count <= 160 && !SentenceEnd.isAt(plain)
                            && SignatureBlock.onOneLine(plain) == nil && !PersonName.isOne(plain))
                else { continue }
                add(plain, passage.line, index)
            }
        }
        // What an agenda has no place for, a speaker or an hour, stays on the page with its rows.
        if columns?.saysMore ?? false { taken.subtract(columned) } else { taken.formUnion(columned) }
    }

    /// What follows "1.", "1", "§ 1" or "Ärende 1" in an item; nil for any other passage.
    static func number(_ passage: Passage) -> String? {
        if case .item(let number, let depth) = passage.kind { return number != nil && depth == 0 ? passage.text : nil }
        guard passage.kind == .text || passage.isHeading else { return nil }
        let plain = MarkdownText.plain(passage.text)
        if RecordHeading.number(plain) != nil, let mark = plain.firstIndex(of: "§") {
            let rest = plain[plain.index(after: mark)...].drop { " .\t".contains($0) || ($0.isASCII && $0.isNumber) }
            return rest.isEmpty ? nil : String(rest)
        }
        var text = plain[...]
        if text.hasPrefix("Ärende ") || text.hasPrefix("Punkt ") { text = text.dropFirst(text.hasPrefix("Ä") ? 7 : 6) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.utf8.count) else { return nil }
        let rest = text.dropFirst(digits.count).drop { ".:) \t".contains($0) }
        guard text.dropFirst(digits.count).first.map({ ".:) \t".contains($0) }) ?? false else { return nil }
        guard rest.first?.isUppercase ?? false || rest.first?.isNumber ?? false, rest.utf8.count <= 300 else {
            return nil
        }
        guard
            !String(rest).words.prefix(1).contains(where: { ["januari", "februari", "mars"].contains($0.lowercased()) })
        else { return nil }
        return String(rest)
    }

    private mutating func add(_ text: String, _ line: Int, _ index: Int) {
        var cells = text.cells
        if cells.count > 1, let last = cells.last, AttachmentNumber.list(last) != nil, !AgendaColumns.isTime(last) {
            cells[cells.count - 1] = "(bilaga \(last))"
        }
        let numbers = cells.filter { DiaryNumber.looksLikeOne($0) }
        let words = cells.filter { !DiaryNumber.looksLikeOne($0) }.joined(separator: " ")
        let (title, found) = RecordHeading.split(words)
        let dnr = numbers.first ?? found
        guard !title.isEmpty || dnr != nil else { return }
        items.append(Item(title: title.isEmpty ? dnr ?? "" : title, diaryNumber: dnr, line: line))
        taken.insert(index)
    }

    /// "Rutin för alla, bilaga 6–6.1" is a title and bilaga numbers.
    static func withoutAttachments(_ title: String) -> (title: String, numbers: [AttachmentNumber]) {
        guard let mark = title.place(ofLast: "bilag") else { return (title, []) }
        let bytes = Array(title.utf8)
        let rest = String(decoding: bytes[mark...], as: UTF8.self)
        let written = rest.drop { $0.isLetter }.drop { " :".contains($0) }.filter { $0 != ")" }
        let before = String(decoding: bytes[..<mark], as: UTF8.self)
        guard let sign = before.trimmed.last, ",(–-;".contains(sign), let numbers = AttachmentNumber.list(written)
        else { return (title, []) }
        var short = before.trimmed[...]
        while let last = short.last, ",(–-; ".contains(last) { short = short.dropLast() }
        return short.isEmpty ? (title, []) : (String(short), numbers)
    }

    /// "Dnr 2019:30" under its item.
    private mutating func addDiaryNumber(_ passage: Passage, _ index: Int) {
        let pairs = HeadLabel.pairs(in: passage.plain)
        guard pairs.count == 1, pairs[0].label == .diaryNumber, let last = items.last, last.diaryNumber == nil,
            let dnr = HeadValue.diaryNumber(in: pairs[0].value)
        else { return }
        items[items.count - 1] = Item(title: last.title, diaryNumber: dnr, line: last.line)
        taken.insert(index)
    }

    private mutating func take(rows table: Passage) {
        for (offset, row) in table.text.split(separator: "\n").enumerated() {
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { MarkdownText.plain(String($0)).trimmed }
            guard cells.contains(where: { $0.contains(where: \.isLetter) }), offset > 0 || cells[0].startsWithDigit
            else {
                continue
            }
            let words = cells.filter { !$0.isEmpty }
            let isNumbered = words.first?.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") } ?? false
            let text = words.dropFirst(isNumbered ? 1 : 0).joined(separator: ", ")
            let (title, dnr) = RecordHeading.split(text)
            if !title.isEmpty { items.append(Item(title: title, diaryNumber: dnr, line: table.line + offset)) }
        }
    }
}
