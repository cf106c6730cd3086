enum RecordExtract {
    /// One § of a record, from its heading to the next.
    static func text(of body: String, _ number: Int) -> String? {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let starts = lines.indices.filter { lines[$0].hasPrefix("## ") }
        guard let start = starts.first(where: { RecordHeading.number(String(lines[$0].dropFirst(3))) == number }) else {
            return nil
        }
        let end = starts.first { $0 > start } ?? lines.count
        return lines[start..<end].joined(separator: "\n")
    }

    /// Each § that has a decision, with its heading and what stands under "Beslut".
    static func decisions(in body: String) -> String {
        var kept: [String] = []
        var heading: String?
        var isDecision = false
        for line in body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("## ") {
                (heading, isDecision) = (line, false)
            } else if line.hasPrefix("#") {
                isDecision = SectionName.isDecision(String(line.drop { $0 == "#" || $0 == " " }))
            } else if !isDecision, line.hasPrefix("Beslut:") {
                isDecision = true
                take(&heading, line, &kept)
            } else if isDecision {
                take(&heading, line, &kept)
            }
        }
        return kept.joined(separator: "\n")
    }

    private static func take(_ heading: inout String?, _ line: String, _ kept: inout [String]) {
        if let own = heading, !line.trimmed.isEmpty {
            kept += ["", own, ""]
            heading = nil
        }
        if heading == nil { kept.append(line) }
    }
}
