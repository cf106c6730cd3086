import Editing

/// Three texts become one: as it was exported, as Word has it, and as the site has it now. What Word did not change stays
/// as the site has it; what both have changed is left to a person.
struct WordMerge {
    private(set) var text: String
    /// Changed in Word, and not written.
    private(set) var conflicts: [ExportChange] = []
    private let editor: Editor
}

extension WordMerge {
    /// - Parameters:
    ///   - now: the site's text; nil where it has none.
    ///   - bodies: the codes of its bodies, which are keys of a head.
    init(_ word: WordChanges, now: String?, bodies: [String]) {
        editor = Editor(bodies: bodies)
        text = now ?? word.base.text
        guard !word.changes.isEmpty else { return }
        for key in word.keys { set(key, since: word.base.text) }
        write(word)
    }

    private mutating func set(_ key: WordChanges.KeyChange, since base: String) {
        let (old, bytes) = (Array(base.utf8), Array(text.utf8))
        do throws(EditFault) {
            guard !key.key.isEmpty else { throw .notAsMeant(part: "") }
            let (before, now) = (try editor.value(of: key.key, in: old), try editor.value(of: key.key, in: bytes))
            let wanted = WordMerge.value(key.change.after, like: before)
            guard now != wanted else { return }
            guard now == before else { throw .notAsMeant(part: key.key) }
            text = String(decoding: try editor.apply([.head(key: key.key, wanted)], to: bytes), as: UTF8.self)
        } catch {
            conflicts.append(key.change)
        }
    }

    /// A list as the exported table shows it is a list again.
    private static func value(_ written: String, like before: EditValue?) -> EditValue? {
        guard !written.isEmpty else { return nil }
        guard case .list? = before else { return .text(written) }
        let sign: Character = written.contains(";") ? ";" : ","
        return .list(
            written.split(separator: sign).map { String($0).singleSpaced }.filter { !$0.isEmpty }.map { .text($0) })
    }

    private mutating func write(_ word: WordChanges) {
        let lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        let mark = text.hasPrefix("\u{FEFF}") ? "\u{FEFF}" : ""
        let (head, body) = ExportedText.parts(ExportedText.clean(text))
        let old = TextPieces(ExportedText.parts(word.base.text).body)
        var changed = ChangedPieces(TextPieces(body), since: old)
        for edit in word.edits where !changed.take(edit) { conflicts.append(edit.change) }
        guard changed.hasChanges else { return }
        text = mark + (head + changed.text).replacing("\n", with: lineEnd)
    }
}

/// A body's pieces with what shall be written of Word's.
private struct ChangedPieces {
    private let now: TextPieces
    /// Of each piece of the exported text, the site's own where it stands as it did, and the one in its place.
    private var same: [Int: Int] = [:]
    private var near: [Int: Int] = [:]
    private let keys: Set<String>
    private var replaced: [Int: String] = [:]
    private var removed: Set<Int> = []
    private var inserted: [Int: [String]] = [:]

    var hasChanges: Bool { !replaced.isEmpty || !removed.isEmpty || !inserted.isEmpty }

    init(_ now: TextPieces, since old: TextPieces) {
        self.now = now
        let (before, after) = (old.ranges.indices.map(old.words), now.ranges.indices.map(now.words))
        for run in Alignment(before, after).runs {
            if run.isSame {
                same[run.old.lowerBound] = run.new.lowerBound
                continue
            }
            for pair in Alignment.pairs(Array(before[run.old]), Array(after[run.new])) {
                near[run.old.lowerBound + pair.old] = run.new.lowerBound + pair.new
            }
        }
        keys = Set(after.map(TextPieces.key))
    }

    /// False for what the site has changed too.
    mutating func take(_ edit: WordChanges.Edit) -> Bool {
        let isThere = keys.contains(TextPieces.key(edit.text))
        switch edit.kind {
        case .replace(let place):
            guard let own = same[place] else { return isThere }
            replaced[own] = edit.text
        case .remove(let place):
            guard let own = same[place] else { return near[place] == nil }
            removed.insert(own)
        case .insert(let place):
            if isThere { return true }
            let (same, near) = (same, near)
            let own = (0...max(0, place)).reversed().compactMap { same[$0] ?? near[$0] }.first
            inserted[place < 0 ? -1 : own ?? -1, default: []].append(edit.text)
        case .nowhere: return isThere
        }
        return true
    }

    var text: String {
        var out: [String] = []
        var end = 0
        var space: ArraySlice<String> = []
        for index in now.ranges.indices {
            let range = now.ranges[index]
            let gap = now.lines[end..<range.lowerBound]
            if gap.count > space.count || removed.isEmpty { space = gap }
            end = range.upperBound
            if index == 0 { add(inserted[-1] ?? [], &space, &out) }
            if !removed.contains(index) {
                out += space
                space = []
                out += replaced[index].map { lines(of: $0, like: Array(now.lines[range])) } ?? Array(now.lines[range])
            }
            for text in inserted[index] ?? [] {
                let own = TextPieces.mark(of: now.lines[range.lowerBound])
                let isRow = text.hasPrefix("|") && now.lines[range.lowerBound].hasPrefix("|")
                let joins = isRow || own != nil && TextPieces.mark(of: text) != nil
                out += (joins ? [] : [""]) + lines(of: text, like: joins ? [now.lines[range.lowerBound]] : [])
            }
        }
        if now.ranges.isEmpty { add(inserted[-1] ?? [], &space, &out) }
        return (out + now.lines[end...]).joined(separator: "\n")
    }

    private func add(_ texts: [String], _ space: inout ArraySlice<String>, _ out: inout [String]) {
        for text in texts {
            out += (space.isEmpty ? [""] : Array(space)) + lines(of: text, like: [])
            space = [""]
        }
    }

    /// Word's words under the mark that the text has, a row above its table's rule.
    private func lines(of text: String, like own: [String]) -> [String] {
        let words = TextPieces.words(text)
        guard let first = own.first else {
            guard let mark = TextPieces.mark(of: text) else {
                return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            }
            return (mark.trimmed + " " + words).split(separator: "\n").map(String.init)
        }
        let rules = own.dropFirst().filter { TextPieces.isRule(String($0.trimmed)) }
        return ((TextPieces.mark(of: first) ?? "") + words).split(separator: "\n").map(String.init) + rules
    }
}
