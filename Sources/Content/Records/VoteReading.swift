import CommonMark
import Meetings

/// Reads what stands under "Omröstning": a table with a column a choice ("Ja", "Nej", "Avstår") and a row a member, or
/// lines like "Ja: 5", "Nej: Anna Alm, Bo Berg", "5 ja-röster mot 3 nej-röster". Nil where nothing of the kind is there.
struct VoteReading {
    private var sides: [Vote.Choice: Vote.Side] = [:]
}

extension VoteReading {
    static func vote(in blocks: Range<Int>, of markdown: Markdown) -> Vote? {
        var reading = VoteReading()
        for block in blocks {
            let text = markdown.plain[markdown.blocks[block].plain]
            let lines = text.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            if markdown.blocks[block].kind == .table { reading.readTable(lines) } else { reading.readLines(lines) }
        }
        let sides = Vote.Choice.allCases.compactMap { reading.sides[$0] }
        return sides.isEmpty ? nil : Vote(sides: sides)
    }

    /// "Ja", "Ja-röster", "Röstar nej", "Avstår från att rösta"
    private static func choice(_ word: String) -> Vote.Choice? {
        let words = String(decoding: Spelling.fold(word), as: UTF8.self).split { !$0.isLetter }
        for word in words {
            switch word {
            case "ja", "jaroster", "bifall": return .yes
            case "nej", "nejroster", "avslag": return .no
            case "avstar", "avstod", "avstatt", "avstaende", "avstaenden", "avst": return .abstention
            default: continue
            }
        }
        return nil
    }

    private mutating func readTable(_ rows: [String]) {
        guard let head = rows.first?.split(separator: "\t", omittingEmptySubsequences: false) else { return }
        let columns = head.map { VoteReading.choice(String($0)) }
        guard columns.contains(where: { $0 != nil }) else { return }
        for choice in columns { if let choice { add(choice) } }
        for row in rows.dropFirst() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let isSum = ["summa", "totalt", "antal", "resultat"].contains {
                Spelling.fold(cells.first ?? "").starts(with: $0.utf8)
            }
            for (cell, choice) in zip(cells, columns) {
                guard let choice else { continue }
                let mark = cell.filter { $0 != " " && $0 != "\u{A0}" }
                if isSum || columns.first != .some(nil) {
                    Int(mark).map { add(choice, stated: $0) }
                } else if !mark.isEmpty, mark != "–", mark != "-", mark != "0" {
                    add(choice, name: cells[0])
                }
            }
        }
    }

    private mutating func readLines(_ lines: [String]) {
        for line in lines {
            if let colon = line.firstIndex(of: ":"), let choice = VoteReading.choice(String(line[..<colon])) {
                readSide(choice, head: line[..<colon], value: line[line.index(after: colon)...])
            } else {
                readSentence(line)
            }
        }
    }

    /// `Ja: 5`, `Ja (2): Anna Alm, Bo Berg`, `Ja: 2 (Anna Alm, Bo Berg)`
    private mutating func readSide(_ choice: Vote.Choice, head: Substring, value: Substring) {
        add(choice)
        if let stated = Int(head.filter { $0.isASCII && $0.isNumber }) { add(choice, stated: stated) }
        var rest = value.drop { $0 == " " || $0 == "\u{A0}" }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if let stated = Int(digits) {
            add(choice, stated: stated)
            rest = rest.dropFirst(digits.count).drop { " \u{A0}(:–-".contains($0) }
            if rest.hasPrefix("röst") || rest.hasPrefix("st") { return }
            if rest.last == ")" && !rest.contains("(") { rest = rest.dropLast() }
        }
        for name in VoteReading.names(rest) { add(choice, name: name) }
    }

    /// "Med 5 ja-röster mot 3 nej-röster"
    private mutating func readSentence(_ line: String) {
        let words = line.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
        for (index, word) in words.enumerated().dropLast() {
            guard let number = Int(word) else { continue }
            let next = words[index + 1].lowercased()
            guard next.hasPrefix("ja") || next.hasPrefix("nej") || next.hasPrefix("avst"),
                let choice = VoteReading.choice(next)
            else { continue }
            add(choice, stated: number)
        }
    }

    /// Split at commas and "och", but not within brackets.
    private static func names(_ text: Substring) -> [String] {
        var names: [String] = []
        var name = ""
        var depth = 0
        func finished(_ name: String) -> String {
            var name = name[...]
            while let last = name.last, " .\u{A0}".contains(last) { name.removeLast() }
            return String(name.drop { $0 == " " || $0 == "\u{A0}" })
        }
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0 && (character == "," || character == ";") {
                names.append(finished(name))
                name = ""
            } else {
                name.append(character)
            }
        }
        names.append(finished(name))
        return names.flatMap { name -> [String] in
            guard let and = name.firstRange(of: " och ") else { return [name] }
            return [String(name[..<and.lowerBound]), String(name[and.upperBound...])]
        }.filter { !$0.isEmpty && $0 != "–" && $0 != "-" && Spelling.fold($0) != Array("ingen".utf8) }
    }

    private mutating func add(_ choice: Vote.Choice, stated: Int? = nil, name: String? = nil) {
        // In place: a copy for each name would make a long vote a square.
        sides[choice, default: Vote.Side(choice: choice)].add(stated: stated, name: name)
    }
}

extension Vote.Side {
    fileprivate mutating func add(stated number: Int?, name: String?) {
        if let number { stated.append(number) }
        if let name { names.append(name) }
    }
}
