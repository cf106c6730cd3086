/// Passages as clean Markdown: one paragraph a line, lists with dashes or their numbers.
enum BodyMarkdown {
    static func text(_ passages: ArraySlice<Passage>) -> String {
        var blocks: [String] = []
        var lastWasItem = false
        for passage in passages {
            let text = passage.markdown.singleSpaced
            switch passage.kind {
            case .heading(let level):
                blocks.append(String(repeating: "#", count: max(2, level)) + " " + MarkdownText.startEscaped(text))
            case .table, .verbatim: blocks.append(passage.text)
            case .text: blocks.append(text)
            case .item(let number, let depth):
                let mark = number.map(marker) ?? "-"
                let item = String(repeating: "   ", count: depth) + "\(mark) \(text)"
                if lastWasItem, let last = blocks.last {
                    blocks[blocks.count - 1] = last + "\n" + item
                } else {
                    blocks.append(item)
                }
                lastWasItem = true
                continue
            }
            lastWasItem = false
        }
        return blocks.joined(separator: "\n\n")
    }

    /// Markdown has no lettered lists: the letter stays as text.
    private static func marker(_ number: String) -> String {
        number.first?.isNumber ?? false ? number : "- \(number)"
    }
}
