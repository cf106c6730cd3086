import Content
import Diagnostics
import Meetings

/// Reads a plan that a person has edited. Every row that cannot be followed is told, with its line.
public struct CutPlanReading {
    private let file: String
    public private(set) var diagnostics: [Diagnostic] = []

    public init(file: String) { self.file = file }
}

extension CutPlanReading {
    /// Nil for what is no plan at all.
    public mutating func read(_ bytes: [UInt8]) -> CutPlan? {
        let entries: [FrontMatter.Entry]
        do throws(FrontMatterFault) {
            entries = try FrontMatter(CutPlanReading.unmarked(bytes)[...], firstLine: 1).entries
        } catch {
            diagnostics.append(Diagnostic(error, in: file))
            return nil
        }
        let digest = text(entries, "sha256")
        guard case .list(let items)? = entries.first(where: { $0.folded == "delar" })?.value.content, !items.isEmpty
        else {
            report(.noParts, 1)
            return nil
        }
        let rows = items.compactMap { row($0) }.sorted { $0.pages.lowerBound < $1.pages.lowerBound }
        checkRepeats(rows)
        checkOwners(rows)
        return CutPlan(digest: (digest ?? "").lowercased(), rows: rows)
    }

    /// Without the `---` that other programs write first.
    private static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        var text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        text.removeAll { $0 == UInt8(ascii: "\r") }
        if text.starts(with: "---\n".utf8) { text.replaceSubrange(0..<3, with: "#--".utf8) }
        return text
    }

    private mutating func row(_ item: FrontMatter.Value) -> CutPlan.Row? {
        guard case .map(let entries) = item.content else {
            report(.missing(key: "sidor"), item.line)
            return nil
        }
        let line = entries.first?.line ?? item.line
        guard let pages = pages(entries, line), let kind = kind(entries, line) else { return nil }
        var row = CutPlan.Row(pages: pages, kind: kind, line: line)
        row.title = text(entries, "titel")
        row.diaryNumber = entries.contains { $0.folded == "dnr" } ? text(entries, "dnr") ?? "" : nil
        row.owner = text(entries, "till")
        if let written = text(entries, "bilaga") {
            row.numbers = AttachmentNumber.list(written) ?? []
            if row.numbers.isEmpty {
                report(.value(key: "bilaga", text: written, example: "3.1"), place(entries, "bilaga") ?? line)
            }
        }
        return row
    }

    private mutating func kind(_ entries: [FrontMatter.Entry], _ line: Int) -> DocumentKind? {
        guard let written = text(entries, "kind") else {
            report(.missing(key: "kind"), line)
            return nil
        }
        let folded = written.folded
        if let kind = DocumentKind.allCases.first(where: { $0.rawValue == folded }) { return kind }
        report(.value(key: "kind", text: written, example: "bilaga"), place(entries, "kind") ?? line)
        return nil
    }

    /// `[3, 4]`, `3-4` or `3`.
    private mutating func pages(_ entries: [FrontMatter.Entry], _ line: Int) -> ClosedRange<Int>? {
        guard let value = entries.first(where: { $0.folded == "sidor" })?.value else {
            report(.missing(key: "sidor"), line)
            return nil
        }
        let (written, numbers) = CutPlanReading.numbers(value)
        if let first = numbers?.first, let last = numbers?.last, first >= 1, first <= last,
            numbers.map({ $0.count <= 2 || $0 == Array(first...last) }) ?? false
        {
            return first...last
        }
        report(.value(key: "sidor", text: written, example: "[3, 4]"), value.line)
        return nil
    }

    private static func numbers(_ value: FrontMatter.Value) -> (String, [Int]?) {
        let parts: [String]
        switch value.content {
        case .text(let text):
            parts = text.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false).map {
                String($0).trimmed
            }
        case .list(let items):
            parts = items.map { item in if case .text(let text) = item.content { text.trimmed } else { "" } }
        case .map: parts = []
        }
        let numbers = parts.map { $0.utf8.count <= 5 ? Int($0) : nil }
        let all = numbers.compactMap(\.self)
        return (parts.joined(separator: ", "), all.count == numbers.count ? all : nil)
    }

    private func text(_ entries: [FrontMatter.Entry], _ key: String) -> String? {
        switch entries.first(where: { $0.folded == key })?.value.content {
        case .text(let text)?: text.trimmed.isEmpty || ["null", "~"].contains(text.trimmed) ? nil : text.singleSpaced
        case .list(let items)?:
            items.compactMap { if case .text(let text) = $0.content { text } else { nil } }.joined(separator: ", ")
        default: nil
        }
    }

    private func place(_ entries: [FrontMatter.Entry], _ key: String) -> Int? {
        entries.first { $0.folded == key }?.value.line
    }

    private mutating func report(_ fault: ImportPlanFault, _ line: Int) {
        diagnostics.append(Diagnostic(Place(file, line: line), .importPlan(fault)))
    }
}

extension CutPlanReading {
    private mutating func checkRepeats(_ rows: [CutPlan.Row]) {
        for (index, row) in rows.enumerated() {
            let before = rows[..<index].filter { $0.pages.overlaps(row.pages) }
            guard let other = before.first else { continue }
            let page = max(row.pages.lowerBound, other.pages.lowerBound)
            let (first, second) = other.line <= row.line ? (other.line, row.line) : (row.line, other.line)
            report(.pageTwice(page, firstLine: first), second)
        }
    }

    private mutating func checkOwners(_ rows: [CutPlan.Row]) {
        let matters = rows.filter { $0.kind == .matter }
        for row in rows {
            guard let owner = row.owner, !matters.contains(where: { $0.isNamed(owner) }) else { continue }
            report(.unknownOwner(owner), row.line)
        }
    }
}

extension CutPlan.Row {
    fileprivate func isNamed(_ owner: String) -> Bool {
        if let diaryNumber, !diaryNumber.isEmpty, DiaryNumber.key(of: diaryNumber) == DiaryNumber.key(of: owner) {
            return true
        }
        return title?.folded == owner.folded
    }
}

extension CutPlan {
    /// Whether it can be followed for a file as it was read.
    ///
    /// - Parameters:
    ///   - plan: the plan's own path.
    public func faults(for document: ImportedDocument, plan: String) -> [Diagnostic] {
        let pages = document.sourcePages
        guard let last = pages.last else {
            return [Diagnostic(Place(plan), .importPlan(.pageOutside(rows.first?.pages.lowerBound ?? 1, last: 0)))]
        }
        var faults: [Diagnostic] = []
        for row in rows where row.pages.upperBound > last {
            let page = max(row.pages.lowerBound, last + 1)
            faults.append(Diagnostic(Place(plan, line: row.line), .importPlan(.pageOutside(page, last: last))))
        }
        let missing = pages.filter { page in !rows.contains { $0.pages.contains(page) } }
        if !missing.isEmpty { faults.append(Diagnostic(Place(plan), .importPlan(.pagesMissing(missing)))) }
        return faults
    }
}
