import Meetings

/// The text of a record's signed file, held against the record's §§ (FORMAT §13): which § says something else, or is missing.
/// What a print has and the record has not is passed over: running heads, page numbers, the numbers of lists, the titles of
/// ärenden, the words of the outcome, and the names under the last §.
public struct SignedText: Sendable {
    /// Lines without running heads, as words.
    private let lines: [[String]]

    public struct Difference: Hashable, Sendable {
        public let paragraph: Int
        public let kind: Kind

        public enum Kind: Hashable, Sendable {
            case missing
            /// Words of the record, and those that the file has in their place; one of the two may be empty.
            case words(record: String, file: String)
        }
    }

    /// - Parameter pages: what each page says.
    public init(_ pages: [some Collection<UInt8>]) {
        let all = pages.map { page in
            String(decoding: Array(page), as: UTF8.self).split(whereSeparator: \.isNewline)
                .map { SignedText.words(SignedText.withoutMarker($0)) }.filter { !$0.isEmpty }
        }
        // What stands on most pages, its numbers aside, belongs to none of them.
        func running(_ line: [String]) -> [String] { line.map { $0.allSatisfy(\.isNumber) ? "0" : $0 } }
        var counts: [[String]: Int] = [:]
        for page in all { for line in Set(page.map(running)) { counts[line, default: 0] += 1 } }
        let most = max(2, (all.count + 1) / 2)
        lines = all.flatMap { page in
            page.filter { line in
                let isRunning = counts[running(line), default: 0] >= most && !SignedText.isHeading(line)
                return !isRunning && !SignedText.isPageNumber(line)
            }
        }
    }
}

extension SignedText {
    public func differences(_ minutes: Minutes, matters: [Matter], entryMatters: [[Int]]) -> [Difference] {
        var from = 0
        return minutes.entries.enumerated().compactMap { index, entry in
            let number = entry.number
            guard let start = lines[from...].firstIndex(where: { SignedText.paragraph($0) == number }) else {
                return Difference(paragraph: number, kind: .missing)
            }
            let next = lines[(start + 1)...].firstIndex { SignedText.paragraph($0).map { $0 > number } ?? false }
            from = start + 1
            let own = (index < entryMatters.count ? entryMatters[index] : []).map { matters[$0] }
            let found = lines[start..<(next ?? lines.count)].flatMap(\.self)
            let known = SignedText.known(entry, own, minutes)
            let isLast = index + 1 == minutes.entries.count
            let kinds = SignedText.sealed(entry, own).map {
                SignedText.difference($0, found, known: known, isLast: isLast)
            }
            // One way to print it is enough.
            return kinds.contains(nil) ? nil : kinds[0].map { Difference(paragraph: number, kind: $0) }
        }
    }

    private static func difference(
        _ sealed: [String], _ found: [String], known: Set<String>, isLast: Bool
    ) -> Difference.Kind? {
        let parts = TextDifference(from: sealed.joined(separator: " "), to: found.joined(separator: " ")).parts
        var index = 0
        while index < parts.count {
            let hunk = parts[index...].prefix { $0.kind != .kept }
            defer { index += max(1, hunk.count) }
            guard !hunk.isEmpty else { continue }
            let old = hunk.filter { $0.kind == .removed }.map(\.text).joined(separator: " ")
            let new = hunk.filter { $0.kind == .added }.map(\.text).joined(separator: " ")
            if old.isEmpty {
                let isEnd = isLast && hunk.endIndex == parts.count
                let isKnown = new.split(separator: " ").allSatisfy { known.contains(String($0)) }
                if isEnd || isKnown { continue }
            }
            return .words(record: SealedDifference.shortened(old), file: SealedDifference.shortened(new))
        }
        return nil
    }

    /// What the record says in a §, its outcome aside, which prints say in many ways. An outcome of each clause has its
    /// place: after its clause, in one row before them, in both, or in neither. Each way is one of what is given.
    private static func sealed(_ entry: MinutesEntry, _ own: [Matter]) -> [[String]] {
        let isDivided = !(entry.decision?.clauseOutcomes.isEmpty ?? true)
        let ways = isDivided ? [(false, true), (true, false), (true, true), (false, false)] : [(false, false)]
        return ways.map { row, afterClauses in
            var pieces = own.isEmpty ? [CanonicalText(plain: entry.heading)] : []
            pieces.append(CanonicalText(entry.text))
            if let decision = entry.decision, decision.source != .sentence {
                if row { pieces.append(CanonicalText(plain: decision.written ?? "")) }
                var clauses = decision.clauses
                for matter in own where decision.isProposal || isDivided && clauses.isEmpty {
                    clauses += matter.proposal?.clauses ?? []
                }
                for clause in clauses {
                    if clause.hasAtt { pieces.append(CanonicalText(plain: "att")) }
                    pieces.append(CanonicalText(clause.prose))
                    let outcome = afterClauses ? decision.clauseOutcomes[clause.number]?.written : nil
                    pieces.append(CanonicalText(plain: outcome ?? ""))
                }
            }
            for section in entry.sections {
                pieces += [CanonicalText(plain: section.heading), CanonicalText(section.text)]
            }
            return words(CanonicalText(joining: pieces).text[...])
        }
    }

    /// Words that a print may have besides.
    private static func known(_ entry: MinutesEntry, _ own: [Matter], _ minutes: Minutes) -> Set<String> {
        var texts = [
            "§ \(entry.number) dnr diarienummer ärende ärendet beslut beslutet beslutar besluta att enligt förslaget förslag till",
            entry.heading, minutes.meeting.body.text,
            "förbundsstyrelsen arbetsutskottet nämnden styrelsen fullmäktige",
        ]
        texts += own.flatMap { [$0.title, $0.diaryNumber?.text ?? ""] }
        if let decision = entry.decision, decision.clauseOutcomes.isEmpty { texts.append(decision.written ?? "") }
        return Set(texts.flatMap { words($0[...]) })
    }
}

extension SignedText {
    /// Words in small letters, without signs at their ends; a dash alone is none.
    private static func words(_ text: Substring) -> [String] {
        text.split { $0.isWhitespace || $0 == "\u{A0}" || $0 == "\u{202F}" }.flatMap { word -> [String] in
            var word = word.filter { $0 != "\u{AD}" }[...]
            // "§8" is two words.
            let isMark = word.first == "§" && word.count > 1
            if isMark { word = word.dropFirst() }
            let isSign = { (character: Character) in ".,;:!?()[]\"'”“’«»–—-•*_".contains(character) }
            word = word.drop(while: isSign)
            while let last = word.last, isSign(last) { word.removeLast() }
            let own = word.isEmpty ? [] : [word.lowercased()]
            return isMark ? ["§"] + own : own
        }
    }

    /// The § that a line begins.
    private static func paragraph(_ line: [String]) -> Int? {
        line.count > 1 && line[0] == "§" ? Int(line[1]) : nil
    }

    private static func isHeading(_ line: [String]) -> Bool { paragraph(line) != nil }

    /// "Sida 3 (7)", "3 (7)", "sid 3 av 7", or a number alone.
    private static func isPageNumber(_ line: [String]) -> Bool {
        let words: Set = ["sida", "sid", "av", "page", "of"]
        return line.count < 5 && line.contains { $0.allSatisfy(\.isNumber) }
            && line.allSatisfy { words.contains($0) || $0.allSatisfy { $0.isNumber || $0 == "/" } }
    }

    /// Without the number of a list's item, `1.` or `2)`.
    private static func withoutMarker(_ line: Substring) -> Substring {
        let text = line.drop(while: \.isWhitespace)
        let digits = text.prefix(while: \.isNumber)
        guard (1...2).contains(digits.count), let sign = text.dropFirst(digits.count).first, ".)".contains(sign),
            text.dropFirst(digits.count + 1).first?.isWhitespace ?? false
        else { return line }
        return text.dropFirst(digits.count + 1)
    }
}
