import Diagnostics
import Meetings

/// A line of an agenda, and where it stands.
struct WrittenAgendaLine {
    let line: AgendaLine
    let place: Place
}

extension Fields {
    /// A list of points; a list within it is the sub-points of the point before it, or of the point whose text ends in a
    /// colon above it (FORMAT §5). Or text with commas between.
    mutating func agenda(_ key: String) -> [WrittenAgendaLine] {
        guard has(key), let value = value(key), case .list(let items) = value.content else {
            let written = locatedText(key)
            guard let written, written.value.contains("\n") else {
                return texts(key).map { line($0.value, .point, $0.line, $0.column) }
            }
            // "dagordning: |" and a point a line
            return written.value.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .filter { $1.contains { $0 != " " } }
                .map { line(String($1), .point, written.line + 1 + $0, 3) }.withoutBareNumbers
        }
        return items.flatMap { points($0, .point, key) }.withoutBareNumbers
    }

    private mutating func points(
        _ item: FrontMatter.Value, _ level: AgendaLevel, _ key: String
    ) -> [WrittenAgendaLine] {
        switch item.content {
        case .text(let text): return text.isEmpty ? [] : [line(text, level, item.line, item.column)]
        case .map(let pairs) where pairs.count == 1:
            let pair = pairs[0]
            switch pair.value.content {
            case .text(let rest):
                // "- Rapport: budget" is text to whoever wrote it.
                let text = rest.isEmpty ? pair.key : "\(pair.key): \(rest)"
                return [line(text, level, item.line, item.column)]
            case .list(let below) where level == .point:
                return [line(pair.key, .point, item.line, item.column)] + below.flatMap { points($0, .subpoint, key) }
            default: break
            }
        case .list(let below) where level == .point: return below.flatMap { points($0, .subpoint, key) }
        default: break
        }
        report(.expectedList(key: key), at: item)
        return []
    }

    private func line(_ text: String, _ level: AgendaLevel, _ line: Int, _ column: Int) -> WrittenAgendaLine {
        WrittenAgendaLine(line: AgendaLine(text, level: level), place: Place(file, line: line, column: column))
    }
}

extension [WrittenAgendaLine] {
    /// Without the numbers of a list that was copied without their marks: "1 Mötets öppnande", "2 Val av justerare". They
    /// are numbers where every point has its own.
    fileprivate var withoutBareNumbers: [WrittenAgendaLine] {
        let points = filter { $0.line.level == .point }
        let bare = points.map { AgendaLine.withoutBareNumber($0.line.text) }
        guard points.count > 1, bare.enumerated().allSatisfy({ $1?.number == $0 + 1 }) else { return self }
        var place = -1
        return map { written in
            guard written.line.level == .point else { return written }
            place += 1
            let text = bare[place]?.rest ?? written.line.text
            return WrittenAgendaLine(line: AgendaLine(unnumbered: text, level: .point), place: written.place)
        }
    }
}
