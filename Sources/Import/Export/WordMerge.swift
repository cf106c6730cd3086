import Editing
import Meetings

/// Three texts become one: as it was exported, as Word has it, and as the site has it now. What Word did not change stays
/// as the site has it; what both have changed is left to a person.
struct WordMerge {
    private(set) var text: String
    /// Changed in Word, and not written.
    private(set) var conflicts: [Remark] = []
    private let editor: Editor
    private let bodies: [String]
}

extension WordMerge {
    /// - Parameters:
    ///   - now: the site's text; nil where it has none.
    ///   - bodies: the codes of its bodies, which are keys of a head.
    init(_ word: WordChanges, now: String?, bodies: [String]) {
        (editor, self.bodies) = (Editor(bodies: bodies), bodies)
        text = now ?? word.base.text
        guard !word.changes.isEmpty else { return }
        for key in word.keys { set(key, since: word.base.text) }
        write(word)
    }

    private mutating func set(_ key: WordChanges.KeyChange, since base: String) {
        let (old, bytes) = (Array(base.utf8), Array(text.utf8))
        guard !key.key.isEmpty else { return conflicts.append(.noKeyInWord(key.change)) }
        do throws(EditFault) {
            let (before, now) = (try editor.value(of: key.key, in: old), try editor.value(of: key.key, in: bytes))
            let wanted = WordMerge.value(key.change.after, like: before)
            guard now != wanted else { return }
            guard isReadable(key.key, key.change.after) else { return conflicts.append(.valueNotTaken(key.change)) }
            guard now == before else { throw .notAsMeant(part: key.key) }
            text = String(decoding: try editor.apply([.head(key: key.key, wanted)], to: bytes), as: UTF8.self)
        } catch {
            conflicts.append(.changedInBoth(key.change))
        }
    }

    /// Whether the site can read a value: one that it cannot would stop the build.
    private func isReadable(_ key: String, _ value: String) -> Bool {
        let items = value.split(whereSeparator: { ",;".contains($0) }).map { String($0).singleSpaced }
        func areDays() -> Bool {
            items.allSatisfy { item in
                let day = DateReading(MeetingDay.parts(of: item).date, clock: CalendarDate(dayNumber: 20_000))
                if case .date = day { return true }
                return false
            }
        }
        switch key.folded {
        case "dnr": return DiaryNumber(value) != nil
        case "bilaga": return value.isEmpty || AttachmentNumber.list(value) != nil
        case "organ": return bodies.contains { $0.folded == value.folded }
        case "datum": return !items.isEmpty && areDays()
        case "kallelse", "justerat", "anslaget": return areDays()
        case let key where bodies.contains { $0.folded == key }: return areDays()
        default: return true
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
        for edit in word.edits where !changed.take(edit) {
            conflicts.append(edit.kind == .nowhere ? .valueNotTaken(edit.change) : .changedInBoth(edit.change))
        }
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
    /// How often the site's text has each piece, and how often the exported one had it.
    private let (counts, before): ([String: Int], [String: Int])
    private var replaced: [Int: String] = [:]
    private var removed: Set<Int> = []
    private var inserted: [Int: [String]] = [:]

    var hasChanges: Bool { !replaced.isEmpty || !removed.isEmpty || !inserted.isEmpty }

    init(_ now: TextPieces, since old: TextPieces) {
        self.now = now
        let (first, second) = (old.ranges.indices.map(old.words), now.ranges.indices.map(now.words))
        (counts, before) = (ChangedPieces.counted(second), ChangedPieces.counted(first))
        for run in Alignment(first, second).runs {
            if run.isSame {
                same[run.old.lowerBound] = run.new.lowerBound
                continue
            }
            for pair in Alignment.pairs(Array(first[run.old]), Array(second[run.new])) {
                near[run.old.lowerBound + pair.old] = run.new.lowerBound + pair.new
            }
        }
    }

    private static func counted(_ pieces: [String]) -> [String: Int] {
        pieces.reduce(into: [:]) { $0[TextPieces.key($1), default: 0] += 1 }
    }

    /// The site has it already, and did not have it when it was exported.
    private func isThere(_ text: String) -> Bool {
        let key = TextPieces.key(text)
        return counts[key, default: 0] > before[key, default: 0]
    }

    /// False for what the site has changed too.
    mutating func take(_ edit: WordChanges.Edit) -> Bool {
        switch edit.kind {
        case .replace(let place):
            guard let own = same[place] else { return counts[TextPieces.key(edit.text)] != nil }
            replaced[own] = edit.text
        case .remove(let place):
            guard let own = same[place] else { return near[place] == nil }
            removed.insert(own)
        case .insert(let place):
            if !isThere(edit.text) { insert(edit.text, after: place) }
        case .move(let place, let after):
            // Where it stands no more as it did, somebody has moved or changed it here.
            guard let own = same[place] else { return counts[TextPieces.key(edit.text)] != nil }
            removed.insert(own)
            insert(now.text(own), after: after)
        case .nowhere: return counts[TextPieces.key(edit.text)] != nil
        }
        return true
    }

    private mutating func insert(_ text: String, after place: Int) {
        let (same, near) = (same, near)
        let own = (0...max(0, place)).reversed().compactMap { same[$0] ?? near[$0] }.first
        inserted[place < 0 ? -1 : own ?? -1, default: []].append(text)
    }

    var text: String {
        var out: [String] = []
        var end = 0
        var space: ArraySlice<String> = []
        var isItem = false
        for index in now.ranges.indices {
            let range = now.ranges[index]
            let gap = now.lines[end..<range.lowerBound]
            if gap.count > space.count || removed.isEmpty { space = gap }
            // An item that came before the first of its list stands close to it.
            if isItem, TextPieces.mark(of: now.lines[range.lowerBound]) != nil { space = [] }
            isItem = false
            end = range.upperBound
            if index == 0 { add(inserted[-1] ?? [], &space, &out) }
            if !removed.contains(index) {
                out += space
                space = []
                out += replaced[index].map { lines(of: $0, like: Array(now.lines[range])) } ?? Array(now.lines[range])
            }
            for text in inserted[index] ?? [] {
                let line = now.lines[range.lowerBound]
                let isOwnItem = TextPieces.mark(of: text) != nil
                let isRow = text.hasPrefix("|") && line.hasPrefix("|")
                let joins = isRow || isOwnItem && TextPieces.mark(of: line) != nil
                out += joins || isOwnItem && isItem ? [] : [""]
                out += lines(of: text, like: joins ? [line] : [])
                isItem = isOwnItem && !joins
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
