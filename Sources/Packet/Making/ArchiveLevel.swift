import PDFWork

/// The level of PDF/A-3 that a whole can have: the lowest of its papers'. A says that there is structure, U that all text
/// can be read as text, B that it looks the same.
enum ArchiveLevel {
    static func of(_ papers: [PaperReport]) -> String? {
        let order = ["A", "U", "B"]
        var lowest = 0
        for paper in papers {
            guard let level = of(paper), let place = order.firstIndex(of: level) else { return nil }
            lowest = max(lowest, place)
        }
        return order[lowest]
    }

    /// Nil for a paper that does not say it is PDF/A-1, 2 or 3, or has what speaks against it.
    static func of(_ paper: PaperReport) -> String? {
        guard paper.flaws.isEmpty, let claim = paper.archive, (1...3).contains(claim.part) else { return nil }
        return ["A", "U", "B"].contains(claim.level) ? claim.level : nil
    }
}
