import Content
import Diagnostics
import Meetings

extension Checks {
    mutating func checkMatters() {
        var firstWith: [String: Int] = [:]
        for (index, source) in sources.matters.enumerated() {
            if let number = source.matter.diaryNumber {
                if let first = firstWith[number.key] {
                    let other = sources.matters[first].matter.file
                    report(source.place(of: "dnr"), .sameDiaryNumber(dnr: number.text, other: other))
                } else {
                    firstWith[number.key] = index
                }
            } else if source.matter.visibility == .secret {
                report(Place(source.matter.file), .secretWithoutDiaryNumber)
            }
            checkOrderOfBodies(source)
            checkAmounts(source)
            checkPeriods(source)
        }
    }

    /// FS before AU, turn by turn for a matter that comes back.
    private mutating func checkOrderOfBodies(_ source: MatterSource) {
        for deciding in source.matter.handlings where role(of: deciding.body) == .deciding {
            for preparing in source.matter.handlings where role(of: preparing.body) == .preparing {
                let isReversed = zip(deciding.dates, preparing.dates).contains { $0 < $1 }
                if isReversed {
                    report(
                        source.place(of: deciding.body.slug.text),
                        .bodiesOutOfOrder(decides: deciding.body.text, prepares: preparing.body.text))
                }
            }
        }
    }

    private func role(of body: BodyCode) -> Body.Role? {
        sources.profile.bodies.first { $0.code == body }?.role
    }

    /// With several amounts in the clauses it is enough that one of them, or their sum, is the stated one.
    private mutating func checkAmounts(_ source: MatterSource) {
        guard let stated = source.matter.amount, let proposal = source.matter.proposal else { return }
        let found = proposal.clauses.flatMap(\.amounts)
        guard let first = found.first, !found.contains(stated) else { return }
        if found.dropFirst().reduce(first, +) == stated { return }
        report(source.place(of: "belopp"), .amountDiffers(stated: stated.description, found: found.map(\.description)))
    }

    private mutating func checkPeriods(_ source: MatterSource) {
        guard let stated = source.matter.period, let proposal = source.matter.proposal else { return }
        let found = proposal.clauses.flatMap(\.periods)
        guard !found.isEmpty, !found.contains(stated) else { return }
        if found.count > 1, let start = found.map(\.start).min(), let end = found.map(\.end).max(),
            Period(start: start, end: end) == stated
        {
            return
        }
        report(source.place(of: "period"), .periodDiffers(stated: stated.description, found: found.map(\.description)))
    }
}
