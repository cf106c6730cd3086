import Content
import Diagnostics
import Meetings

extension Checks {
    mutating func checkMatters() {
        let firstWith = checkDiaryNumbers()
        for source in sources.matters {
            if source.matter.diaryNumber == nil, source.matter.visibility == .secret {
                report(Place(source.matter.file), .secretWithoutDiaryNumber)
            }
            checkOrderOfBodies(source)
            checkAmounts(source)
            checkPeriods(source)
        }
        for draft in sources.held.drafts {
            guard let number = draft.matter.diaryNumber, let first = firstWith[number.key] else { continue }
            let other = sources.matters[first].matter.file
            report(draft.place(of: "dnr"), .sameDiaryNumber(dnr: number.text, other: other))
        }
    }

    /// No two matters have one dnr, now or before. Gives the matter that has each.
    private mutating func checkDiaryNumbers() -> [String: Int] {
        var firstWith: [String: Int] = [:]
        for (index, source) in sources.matters.enumerated() {
            if let number = source.matter.diaryNumber { claim(number, "dnr", index, &firstWith) }
        }
        for (index, source) in sources.matters.enumerated() {
            for number in source.matter.formerNumbers { claim(number, "tidigare-dnr", index, &firstWith) }
        }
        return firstWith
    }

    private mutating func claim(
        _ number: DiaryNumber, _ key: String, _ matter: Int, _ firstWith: inout [String: Int]
    ) {
        guard let first = firstWith[number.key] else {
            firstWith[number.key] = matter
            return
        }
        let other = sources.matters[first].matter.file
        report(sources.matters[matter].place(of: key), .sameDiaryNumber(dnr: number.text, other: other))
    }

    /// FS before AU, turn by turn for a matter that comes back.
    private mutating func checkOrderOfBodies(_ source: MatterSource) {
        for deciding in source.matter.handlings where role(of: deciding.body) == .deciding {
            for preparing in source.matter.handlings where role(of: preparing.body) == .preparing {
                let isReversed = zip(deciding.days, preparing.days).contains { $0.date < $1.date }
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
