import Meetings

/// A record whose points are numbered without the sign §: "1. Mötets öppnande", "Punkt 1", "1   Mötet öppnas". Where such
/// numbers run through the document from 1, they are its §§.
enum NumberedPoints {
    /// The passages with the points' headings as "§ 1 Mötets öppnande"; the same passages where they are no record's, or
    /// where it has §§ already.
    static func marked(_ source: [Passage]) -> [Passage] {
        let passages = TabledPoints.opened(source)
        guard passages.prefix(25).contains(where: saysRecord),
            !passages.contains(where: { ($0.kind == .text || $0.isHeading) && RecordHeading($0.plain) != nil })
        else { return passages }
        var marked = passages
        var points: [(index: Int, number: Int, title: String)] = []
        var isFirst = true
        for index in passages.indices {
            guard let (number, title) = point(passages[index]) else { continue }
            // The same numbers with no text between them are a list within a point, or the agenda in front.
            if isFirst || number == (points.last?.number ?? 0) + 1 {
                if isFirst && number != 1 { continue }
                points.append((index, number, title))
                isFirst = false
            } else if number == 1, points.count <= 1 || isList(points.map(\.index), in: passages) {
                points = [(index, 1, title)]
            }
        }
        let areNamed = points.allSatisfy { point in
            let plain = passages[point.index].plain.trimmed
            return plain.hasPrefix("Punkt ") || plain.contains("§")
        }
        let areSentences = areNamed && points.contains { !isTitle($0.title) }
        guard points.count >= (areNamed ? 2 : 3), areSentences || !isList(points.map(\.index), in: passages) else {
            return passages
        }
        var sentences: [Int: Passage] = [:]
        for point in points {
            if point.title.hasSuffix(".") {
                var sentence = passages[point.index]
                (sentence.kind, sentence.text, sentence.blankBefore) = (.text, point.title, true)
                sentences[point.index] = sentence
            }
            marked[point.index].kind = .heading(level: 2)
            marked[point.index].text = "§ \(point.number) \(sentences[point.index] == nil ? point.title : "")".trimmed
            marked[point.index].lastLine = marked[point.index].text
        }
        // "3 a. Inköp av växlar" is a part of point 3.
        for index in marked.indices where marked[index].isHeading && RecordHeading(marked[index].plain) == nil {
            marked[index].kind = .heading(level: 3)
        }
        return marked.indices.flatMap { [marked[$0]] + [sentences[$0]].compactMap(\.self) }
    }

    private static func saysRecord(_ passage: Passage) -> Bool {
        guard passage.plain.utf8.count <= 160 else { return false }
        return passage.plain.foldedWords.split(separator: " ").prefix(6).contains { $0.hasSuffix("protokoll") }
    }

    /// A heading, an item of the first level or a row of columns that begins with a number.
    private static func point(_ passage: Passage) -> (Int, String)? {
        switch passage.kind {
        case .item(let number?, 0):
            guard let value = Int(number.prefix { $0.isNumber }), isTitle(passage.text) else { return nil }
            return (value, passage.text)
        case .heading, .text:
            var words = passage.plain.trimmed[...]
            // "1 § Öppnande"
            if let (number, title) = signed(words) { return isTitle(title) ? (number, title) : nil }
            let isNamed = words.hasPrefix("Punkt ")
            if isNamed { words = words.dropFirst(6) }
            let digits = words.prefix { $0.isASCII && $0.isNumber }
            guard (1...2).contains(digits.utf8.count), let value = Int(digits) else { return nil }
            let rest = words.dropFirst(digits.count)
            // Its title may stand on the line below.
            if isNamed, rest.allSatisfy({ ".: ".contains($0) }) { return (value, "") }
            guard let sign = rest.first, ".:) \t".contains(sign) else { return nil }
            let isColumn = passage.text.cells.count > 1 && passage.text.cells[0] == String(digits)
            let standsAlone = passage.blankBefore && passage.plain.utf8.count <= 80
            guard sign != " " || isColumn || passage.isHeading || isNamed || standsAlone else { return nil }
            let title = String(rest.drop { ".:) \t".contains($0) }).singleSpaced
            // "Punkt 1. Mötet öppnades av Eva Ek." says what happened.
            return isTitle(title) || isNamed && title.startsWithCapital ? (value, title) : nil
        default: return nil
        }
    }

    /// The number and title of "1 § Öppnande".
    private static func signed(_ words: Substring) -> (Int, String)? {
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        let rest = words.dropFirst(digits.count).drop { $0 == " " }
        guard (1...3).contains(digits.utf8.count), let number = Int(digits), rest.first == "§" else { return nil }
        return (number, String(rest.dropFirst().drop { ".: ".contains($0) }).singleSpaced)
    }

    private static func isTitle(_ text: String) -> Bool {
        text.startsWithCapital && text.utf8.count <= 160 && !text.hasSuffix(".")
    }

    /// Nothing stands between most of them.
    private static func isList(_ places: [Int], in passages: [Passage]) -> Bool {
        guard places.count > 1 else { return false }
        let adjacent = zip(places, places.dropFirst()).count { $1 == $0 + 1 }
        return adjacent * 3 > (places.count - 1) * 2
    }
}
