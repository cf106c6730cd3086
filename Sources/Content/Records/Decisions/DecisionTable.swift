import CommonMark
import Meetings

/// A table that says what was decided: a column "Beslut" with a row a clause, or a row "Beslut".
enum DecisionTable {
    static func decision(
        in block: Block, of markdown: Markdown, _ outcomes: inout OutcomeReading
    ) -> FoundDecision? {
        guard block.kind == .table else { return nil }
        let rows = markdown.plain[block.plain].split(separator: UInt8(ascii: "\n")).map { row in
            row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { [UInt8]($0).oneLine }
        }
        guard let head = rows.first else { return nil }
        let line = block.lines.lowerBound
        if let column = head.firstIndex(where: { isDecision($0) }), column > 0 {
            return byClause(rows, column: column, line: line, &outcomes)
        }
        for (index, row) in rows.enumerated() where row.count >= 2 && isDecision(row[0]) && !row[1].isEmpty {
            let own = line + index + (index > 0 ? 1 : 0)
            switch outcomes.read(row[1], line: own) {
            case .whole(let outcome): return FoundDecision(outcome: outcome, line: own, words: row[1])
            case .clauses(let clauses): return FoundDecision(clauseOutcomes: clauses, line: own, words: row[1])
            case .unknown(let word), .unknownPart(let word):
                return FoundDecision(line: own, unknown: word, words: row[1])
            }
        }
        return nil
    }

    private static func isDecision(_ cell: String) -> Bool { ["beslut", "utfall"].contains(FieldKey.fold(cell)) }

    /// Nil for a table whose rows are no clauses.
    private static func byClause(
        _ rows: [[String]], column: Int, line: Int, _ outcomes: inout OutcomeReading
    ) -> FoundDecision? {
        var found = FoundDecision(line: line, words: "")
        var written: [String] = []
        for (index, row) in rows.enumerated().dropFirst() where column < row.count && !row[column].isEmpty {
            let digits = row[0].drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits) else { return nil }
            switch outcomes.read(row[column], line: line + index + 1) {
            case .whole(let outcome):
                found.clauseOutcomes[number] = outcome
                written.append("\(number) \(row[column])")
            case .clauses, .unknown, .unknownPart:
                found.unknown = row[column]
            }
        }
        guard !found.clauseOutcomes.isEmpty else { return nil }
        found.words = written.joined(separator: ", ")
        return found
    }
}
