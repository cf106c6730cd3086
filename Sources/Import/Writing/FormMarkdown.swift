/// A form as Markdown: its questions as headings, its short fields as a list.
enum FormMarkdown {
    static func text(_ form: ApplicationForm) -> String {
        var blocks: [String] = []
        var lastWasField = false
        for part in form.parts {
            switch part {
            case .question(let question, _):
                blocks.append("## " + form.markdown(question))
                lastWasField = false
            case .field(let label, let value, _):
                let item = "- \(form.markdown(label)):" + (value.isEmpty ? "" : " " + form.markdown(value))
                if lastWasField, let last = blocks.last {
                    blocks[blocks.count - 1] = last + "\n" + item
                } else {
                    blocks.append(item)
                }
                lastWasField = true
            case .text(let passage):
                let text = BodyMarkdown.text([passage])
                if passage.isItem, let last = blocks.last, last.hasPrefix("- "), !lastWasField {
                    blocks[blocks.count - 1] = last + "\n" + text
                } else {
                    blocks.append(text)
                }
                lastWasField = false
            }
        }
        return blocks.joined(separator: "\n\n")
    }
}

/// What stands before a record's first § and is no fact of its head.
enum RecordMarkdown {
    /// No heading of the second level: that would be taken for a §.
    static func preamble(_ passages: [Passage]) -> String {
        let plain = passages.map { passage -> Passage in
            var own = passage
            if own.isHeading { own.kind = .text }
            return own
        }
        return BodyMarkdown.text(plain[...])
    }
}
