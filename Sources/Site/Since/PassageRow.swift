import Meetings
import Theme

/// A place where a text was changed, with some words before and after it.
struct PassageRow: TemplateContext {
    let parts: [PartRow]

    static let shapeName = "ändrat ställe"
    static let fields: [Field<Self>] = [.list("delar") { $0.parts }]
}

extension PassageRow {
    /// So many words stand around a change; two changes with fewer than twice as many between them are one place.
    private static let around = 8

    static func all(of difference: TextDifference) -> [PassageRow] {
        var passages: [[TextDifference.Part]] = [[]]
        for (place, part) in difference.parts.enumerated() {
            guard part.kind == .kept else {
                passages[passages.count - 1].append(part)
                continue
            }
            let words = part.text.split(separator: " ")
            let (isFirst, isLast) = (place == 0, place == difference.parts.count - 1)
            let before: ArraySlice<Substring> = isLast ? [] : words.suffix(around)
            let after: ArraySlice<Substring> = isFirst ? [] : words.prefix(around)
            if !isFirst, !isLast, words.count <= 2 * around {
                passages[passages.count - 1].append(part)
                continue
            }
            if !after.isEmpty { passages[passages.count - 1].append(kept(after, cutAtEnd: after.count < words.count)) }
            if !isFirst, !isLast { passages.append([]) }
            if !before.isEmpty {
                passages[passages.count - 1].append(kept(before, cutAtStart: before.count < words.count))
            }
        }
        return passages.filter { $0.contains { $0.kind != .kept } }.map { parts in
            PassageRow(parts: parts.map { PartRow(part: $0) })
        }
    }

    private static func kept(
        _ words: ArraySlice<Substring>, cutAtStart: Bool = false, cutAtEnd: Bool = false
    ) -> TextDifference.Part {
        TextDifference.Part(
            kind: .kept, text: (cutAtStart ? "… " : "") + words.joined(separator: " ") + (cutAtEnd ? " …" : ""))
    }
}
