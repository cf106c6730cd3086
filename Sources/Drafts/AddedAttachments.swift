import Editing
import Meetings

/// What an ärende's head needs when files are laid beside it (FORMAT §3, §4): nothing where the numbers are the program's
/// and no list names the bilagor; else a place in the list and a number after the others.
public struct AddedAttachments {
    let matter: Matter
    /// Names of the new files, in the ärende's folder.
    let names: [String]
    private let list: [EditValue]?
    private let numbers: EditValue?

    /// `list` and `numbers` are what the head has under `bilagor` and `bilaga`.
    public init(_ names: [String], to matter: Matter, list: EditValue?, numbers: EditValue?) {
        (self.matter, self.names, self.numbers) = (matter, names, numbers)
        self.list = if case .list(let items)? = list { items } else { nil }
    }
}

extension AddedAttachments {
    public var edits: [Edit] {
        let isNumbered = !matter.numbers.ranges.isEmpty
        guard list != nil || isNumbered else { return [] }
        var edits: [Edit] = []
        if isNumbered, let numbers, let more = extended(numbers), more != numbers {
            edits.append(.head(key: "bilaga", more))
        }
        let known = (list ?? []) + unlisted
        edits.append(.head(key: "bilagor", .list(known + names.map { item($0) })))
        return edits
    }

    /// Those that lie there and no list names, in the order of their numbers: the list then gives them theirs.
    private var unlisted: [EditValue] {
        let order = matter.numbers.ranges.first?.attachments ?? []
        let places = matter.attachments.indices.filter { !matter.attachments[$0].isListed }.sorted { left, right in
            let (one, other) = (number(left, order), number(right, order))
            return one == other ? left < right : one.map { one in other.map { one < $0 } ?? true } ?? false
        }
        return places.map { place in
            let paper = matter.attachments[place]
            let name = paper.file.split(separator: "/").last.map(String.init) ?? paper.file
            var pairs = [EditValue.Pair("titel", .text(paper.title)), EditValue.Pair("fil", .text(name))]
            if paper.visibility != .public {
                pairs.append(EditValue.Pair("synlighet", .text(paper.visibility.rawValue)))
            }
            return .map(pairs)
        }
    }

    private func number(_ place: Int, _ order: [AttachmentNumber?]) -> AttachmentNumber? {
        place < order.count ? order[place] : nil
    }

    private func item(_ name: String) -> EditValue {
        .map([
            EditValue.Pair("titel", .text(AddedAttachments.title(of: name))), EditValue.Pair("fil", .text(name)),
        ])
    }

    /// "Budget_2027.pdf" is "Budget 2027".
    public static func title(of name: String) -> String {
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return String(stem.map { $0 == "_" ? " " : $0 })
    }

    /// `6 - 6.1` with one more is `6 - 6.2`. Nil where a number cannot be read.
    private func extended(_ value: EditValue) -> EditValue? {
        switch value {
        case .text(let text): return extended(text).map { .text($0) }
        case .list: return nil
        case .map(let pairs):
            var all: [EditValue.Pair] = []
            for pair in pairs {
                guard case .text(let text) = pair.value, let more = extended(text) else { return nil }
                all.append(EditValue.Pair(pair.key, .text(more)))
            }
            return .map(all)
        }
    }

    /// A range goes on; numbers that were written one by one, too.
    private func extended(_ text: String) -> String? {
        if Spelling.fold(text) == Array("ingen".utf8) { return text }
        guard var numbers = AttachmentNumber.list(text), let first = numbers.first, var last = numbers.last else {
            return nil
        }
        var isOnlyOwn = numbers.count == 1
        var added = ""
        while numbers.count <= matter.attachments.count + names.count {
            guard let next = isOnlyOwn ? last.firstBelow : last.next else { return nil }
            isOnlyOwn = false
            numbers.append(next)
            added += ", \(next)"
            last = next
        }
        if added.isEmpty { return text }
        let range = "\(first) - \(last)"
        return AttachmentNumber.list(range) == numbers ? range : text + added
    }
}
