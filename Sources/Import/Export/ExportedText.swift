import Meetings

/// What an exported Word file carries: the text that it was made from, and how each of its blocks came out, so that a
/// person's changes can be told from the program's.
struct ExportedText: Sendable {
    /// Relative to content/.
    let path: String
    let text: String
    /// Of each block of the Word file as it was exported, a sum.
    let blocks: [String]
}

extension ExportedText {
    private static let mark = "--klubba-export--"

    var payload: String { ([path, blocks.joined(separator: " "), text]).joined(separator: "\n\(ExportedText.mark)\n") }

    init?(payload: String) {
        let parts = payload.split(separator: "\n\(ExportedText.mark)\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, ExportedText.isInside(String(parts[0])) else { return nil }
        (path, text) = (String(parts[0]), String(parts[2]))
        blocks = parts[1].split(separator: " ").map(String.init)
    }

    /// The file may have been through anybody's hands: its path leads nowhere but to a text in content/.
    private static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.hasSuffix(".md") && parts.count > 1 && ["arenden", "moten"].contains(parts[0])
            && parts.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." && !$0.hasPrefix(".") }
    }

    /// Its head with the lines of dashes, and what follows.
    var parts: (head: String, body: String) { ExportedText.parts(text) }

    static func parts(_ text: String) -> (head: String, body: String) {
        guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---\n") else { return ("", text) }
        return (String(text[..<end.upperBound]), String(text[end.upperBound...]))
    }

    /// Paragraphs, lists and tables, apart at empty lines.
    static func blocks(of body: String) -> [String] {
        var blocks: [String] = []
        var isOpen = false
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            if String(line).trimmed.isEmpty {
                isOpen = false
            } else if isOpen {
                blocks[blocks.count - 1] += "\n" + line
            } else {
                blocks.append(String(line))
                isOpen = true
            }
        }
        return blocks
    }

    /// The same for the same words: FNV-1a.
    static func sum(_ block: String) -> String {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in block.singleSpaced.utf8 where byte != 0x20 { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return String(sum, radix: 36)
    }
}

/// What a person has changed in an exported Word file.
public struct ExportChange: Hashable, Sendable {
    /// Empty for a block that is new.
    public let before: String
    /// Empty for one that is gone.
    public let after: String
}

extension ExportedText {
    /// The text with what was changed in Word, block by block, and the changes.
    func merged(with now: [String]) -> (text: String, changes: [ExportChange]) {
        let own = ExportedText.blocks(of: parts.body)
        let sums = now.map(ExportedText.sum)
        if sums == blocks { return (text, []) }
        // Where Word's blocks and the text's are not the same in number, only the whole can be taken.
        guard own.count == blocks.count else {
            let body = now.joined(separator: "\n\n")
            return (parts.head + "\n" + body + "\n", [ExportChange(before: parts.body, after: body)])
        }
        var merged: [String] = []
        var changes: [ExportChange] = []
        var old = 0
        for (kept, place) in ExportedText.common(blocks, sums) {
            changes += change(own[old..<kept], now[merged.count..<place], &merged)
            merged.append(own[kept])
            old = kept + 1
        }
        changes += change(own[min(old, own.count)...], now[min(merged.count, now.count)...], &merged)
        return (parts.head + "\n" + merged.joined(separator: "\n\n") + "\n", changes)
    }

    private func change(
        _ before: ArraySlice<String>, _ after: ArraySlice<String>, _ merged: inout [String]
    ) -> [ExportChange] {
        merged += after
        guard !before.isEmpty || !after.isEmpty else { return [] }
        if before.count == after.count {
            return zip(before, after).map { ExportChange(before: $0, after: $1) }
        }
        return [ExportChange(before: before.joined(separator: "\n"), after: after.joined(separator: "\n"))]
    }

    /// The longest row of sums that both have, by their places.
    private static func common(_ old: [String], _ new: [String]) -> [(Int, Int)] {
        guard old.count * new.count <= 4_000_000 else { return [] }
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for first in old.indices.reversed() {
            for second in new.indices.reversed() {
                lengths[first][second] =
                    old[first] == new[second]
                    ? lengths[first + 1][second + 1] + 1 : max(lengths[first + 1][second], lengths[first][second + 1])
            }
        }
        var common: [(Int, Int)] = []
        var (first, second) = (0, 0)
        while first < old.count, second < new.count {
            if old[first] == new[second] {
                common.append((first, second))
                (first, second) = (first + 1, second + 1)
            } else if lengths[first + 1][second] >= lengths[first][second + 1] {
                first += 1
            } else {
                second += 1
            }
        }
        return common
    }
}
