import Diagnostics
import Import

/// How a packet is cut, as a table: the unsure parts first.
struct PacketTable {
    let packet: ImportedDocument
    let language: MessageLanguage
}

extension PacketTable {
    var text: String {
        let papers = packet.papers
        let order = papers.indices.sorted { left, right in
            (isSure(papers[left]) ? 1 : 0, left) < (isSure(papers[right]) ? 1 : 0, right)
        }
        let names = ImportMessages.columns(language)
        let rows = [names] + order.map { row(papers[$0]) }
        let widths = names.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
                .joined(separator: "  ").trimmingEnd
        }
        return (["\(packet.file):"] + lines.map { "  " + $0 }).joined(separator: "\n")
    }

    private func owner(_ paper: ImportedDocument) -> String {
        guard let part = paper.part else { return "" }
        return part.belongsTo ?? part.guessedOwner.map { ImportMessages.maybe($0, language) } ?? ""
    }

    private func isSure(_ paper: ImportedDocument) -> Bool {
        paper.part.map { $0.isSure && $0.guessedOwner == nil } ?? true
    }

    private func row(_ paper: ImportedDocument) -> [String] {
        let pages = paper.part?.pages ?? 1...max(1, paper.pageCount ?? 1)
        let shown = pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)–\(pages.upperBound)"
        let numbers = paper.attachmentNumbers
        let range = numbers.count > 1 ? "\(numbers[0])–\(numbers[numbers.count - 1])" : numbers.first?.description ?? ""
        return [
            shown, paper.kind.rawValue, range, (paper.paperTitle ?? "").shortened(to: 44),
            owner(paper).shortened(to: 28),
            (paper.part?.signs.text(in: language) ?? "").shortened(to: 60),
            paper.part.map { "\($0.certainty)" + ($0.isSure ? "" : " " + ImportMessages.unsure(language)) } ?? "",
        ]
    }
}

extension String {
    fileprivate func shortened(to length: Int) -> String {
        count > length ? prefix(length - 1) + "…" : self
    }

    fileprivate var trimmingEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
