/// Where a text's pages begin: at form feeds, or at the comments that converters leave (`<!-- sida 3 -->`).
enum SourcePages {
    /// The lines with their pages' numbers; the same lines where the text has no pages.
    static func numbered(_ lines: [SourceLine]) -> [SourceLine] {
        guard lines.contains(where: { $0.startsPage || PageNumber.comment($0.text.trimmed) != nil }) else {
            return lines
        }
        var numbered = lines
        var page = 0
        for index in numbered.indices {
            if let number = PageNumber.comment(numbered[index].text.trimmed) {
                // Pages go up, whatever a converter or a person has written.
                page = max(number, page + 1)
                numbered[index].startsPage = true
            } else if numbered[index].startsPage {
                page = max(page, 1) + 1
            }
            numbered[index].page = max(page, 1)
        }
        return numbered
    }

    /// The lines of each page, in order.
    static func pages(_ lines: [SourceLine]) -> [[SourceLine]] {
        var pages: [[SourceLine]] = []
        for line in lines {
            if let last = pages.last?.last, last.page == line.page {
                pages[pages.count - 1].append(line)
            } else {
                pages.append([line])
            }
        }
        return pages
    }
}
