import Diagnostics
import Meetings

/// Where a file differs from its sealed copy, and in which words.
struct SealedDifference {
    /// In the file as it is.
    var line = 1
    /// "§ 45", or the heading above.
    var section: String?
    var difference: SealedChange.Difference

    init(_ paper: LogPaper, size: Int, leftOut: [String], in folder: LedgerFolder) {
        guard SealedContent.isText(paper.path) else {
            difference = .bytes(old: paper.size, new: size)
            return
        }
        guard let copy = folder.copy(of: paper.digest), Digest(of: copy) == paper.digest,
            let bytes = try? folder.content(paper.path)
        else {
            difference = .unknown
            return
        }
        let now = SealedContent(of: bytes, path: paper.path, leftOut: leftOut)
        let before = SealedContent(of: copy, path: paper.path, leftOut: leftOut)
        let (new, old) = (SealedDifference.lines(now.bytes), SealedDifference.lines(before.bytes))
        let same = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed()).prefix { $0 == $1 }.count
        line = same < now.lines.count ? now.lines[same] : now.lines.last ?? 1
        section = SealedDifference.heading(above: same, in: new) ?? SealedDifference.heading(above: same, in: old)
        let words = TextDifference(
            from: SealedDifference.words(old[same..<(old.count - tail)]),
            to: SealedDifference.words(new[same..<(new.count - tail)]))
        difference = SealedDifference.first(in: words) ?? .bytes(old: paper.size, new: size)
    }

    /// The first place where words fell or were added.
    static func first(in words: TextDifference) -> SealedChange.Difference? {
        guard let start = words.parts.firstIndex(where: { $0.kind != .kept }) else { return nil }
        let hunk = words.parts[start...].prefix { $0.kind != .kept }
        let old = hunk.filter { $0.kind == .removed }.map(\.text).joined(separator: " ")
        let new = hunk.filter { $0.kind == .added }.map(\.text).joined(separator: " ")
        return .words(old: shortened(old), new: shortened(new))
    }

    static func shortened(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.count <= 15 ? text : words.prefix(15).joined(separator: " ") + " …"
    }

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static func words(_ lines: ArraySlice<Substring>) -> String {
        lines.flatMap { $0.split { $0 == " " || $0 == "\t" } }.joined(separator: " ")
    }

    /// "§ 45" of a record's heading, else the heading's words.
    private static func heading(above index: Int, in lines: [Substring]) -> String? {
        guard let line = lines.prefix(index + 1).last(where: { $0.hasPrefix("#") }) else { return nil }
        let text = line.drop { $0 == "#" || $0 == " " }
        guard text.hasPrefix("§") else { return String(text) }
        return text.split(separator: " ", maxSplits: 2).prefix(2).joined(separator: " ")
    }
}

extension SealedDifference {
    /// What became of a text from one seal to the next; nil for a file, and where a copy is missing.
    static func words(from old: LogPaper, to new: LogPaper, in folder: LedgerFolder) -> TextDifference? {
        guard SealedContent.isText(new.path), let before = folder.copy(of: old.digest),
            let after = folder.copy(of: new.digest), Digest(of: before) == old.digest,
            Digest(of: after) == new.digest
        else { return nil }
        return TextDifference(from: body(before), to: body(after))
    }

    /// How much of a paper changed from one seal to the next.
    static func size(_ words: TextDifference?, from old: LogPaper, to new: LogPaper) -> SealedPaper.Size {
        guard SealedContent.isText(new.path) else { return .bytes(old.size, new.size) }
        guard let words else { return .unknown }
        func count(_ kind: TextDifference.Kind) -> Int {
            words.parts.filter { $0.kind == kind }.reduce(0) { $0 + $1.text.split(separator: " ").count }
        }
        return .words(added: count(.added), removed: count(.removed))
    }

    /// What readers are told of is the text: no front matter, and no comments.
    private static func body(_ bytes: [UInt8]) -> String {
        var lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") { lines = lines[(end + 1)...] }
        var text = ""
        var rest = lines.joined(separator: "\n")[...]
        while let start = rest.firstRange(of: "<!--") {
            text += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        }
        // The marks of headings, lists and emphasis are no words.
        return (text + rest).replacing("**", with: "").split(whereSeparator: \.isWhitespace)
            .filter { !$0.allSatisfy { "#-*>".contains($0) } }.joined(separator: " ")
    }
}
