import Diagnostics
import Meetings

extension Fields {
    /// A body's `ledamöter`: a number, or a list of `{namn, för, uppdrag, ersätter, från, till}` (FORMAT §2). Nil where it
    /// is not said.
    mutating func roster() -> Roster? {
        guard let value = value("ledamöter") else { return nil }
        switch value.content {
        case .text(let text):
            if let count = Int(text), (1...999).contains(count) { return .count(count) }
            report(.notACountOfMembers(text: text), at: value)
            return nil
        case .map: return member(value).map { .members([$0]) }
        case .list(let items): return .members(items.compactMap { member($0) })
        }
    }

    private mutating func member(_ value: FrontMatter.Value) -> Member? {
        switch value.content {
        case .text(let name): return Member(name: name)
        case .map(let entries):
            var inner = Fields(entries, file: file, clock: clock)
            let name = inner.text("namn")
            let member = Member(
                name: name ?? "", represents: inner.text("för"), office: inner.text("uppdrag"),
                substitutesFor: inner.text("ersätter"), from: inner.date("från"), to: inner.date("till"))
            inner.finish()
            diagnostics += inner.diagnostics
            if name != nil { return member }
        case .list: break
        }
        report(.expectedMap(key: "ledamöter", example: "{namn: Anna Alm, för: Uppsala kommun}"), at: value)
        return nil
    }
}
