import Meetings

/// A decision that sends a matter to a later meeting: bordläggning till a day, återremiss till a body and a day.
package struct Postponement: Sendable {
    /// Where it was decided, and the heading of the § that decided it.
    package let decided: MeetingID
    package let entry: MinutesEntry
    package let meeting: MeetingID
}

extension Postponement {
    /// Those of a record, in its order.
    package static func all(in minutes: Minutes, bodies: [Body]) -> [Postponement] {
        minutes.entries.indices.flatMap { index -> [Postponement] in
            guard mayPostpone(minutes.entries[index].decision) else { return [] }
            let entry = minutes.entries[index]
            guard let decision = entry.decision else { return [] }
            let outcomes =
                [decision.outcome].compactMap(\.self)
                + decision.clauseOutcomes.sorted { $0.key < $1.key }.map(\.value)
            let meetings = outcomes.compactMap { meeting(after: $0, at: minutes.meeting, bodies: bodies) }
            var seen: Set<MeetingID> = []
            return meetings.filter { seen.insert($0).inserted }
                .map { Postponement(decided: minutes.meeting, entry: entry, meeting: $0) }
        }
    }

    private static func mayPostpone(_ decision: Decision?) -> Bool {
        guard let decision else { return false }
        return decision.outcome?.isPostponement ?? false || !decision.clauseOutcomes.isEmpty
    }

    private static func meeting(after outcome: Outcome, at meeting: MeetingID, bodies: [Body]) -> MeetingID? {
        switch outcome {
        case .tabled(let date?): later(MeetingID(body: meeting.body, date: date), than: meeting)
        case .remitted(let office, let date?):
            // To an office that is no body the matter goes to be prepared, and comes back to who sent it.
            later(
                MeetingID(body: office.flatMap { body(named: $0, bodies) } ?? meeting.body, date: date), than: meeting)
        default: nil
        }
    }

    private static func later(_ id: MeetingID, than meeting: MeetingID) -> MeetingID? {
        id.date > meeting.date ? id : nil
    }

    /// "AU", "arbetsutskottet", "AU:s möte", "arbetsutskottet för komplettering"
    private static func body(named office: String, _ bodies: [Body]) -> BodyCode? {
        let folded = Spelling.fold(office)
        return bodies.first { body in
            [body.code.text, body.name].map { Spelling.fold($0) }.contains { name in
                guard folded.starts(with: name) else { return false }
                let rest = folded.dropFirst(name.count)
                guard let next = rest.first else { return true }
                return next == 0x20 || next == UInt8(ascii: ":") || rest.starts(with: "s ".utf8)
            }
        }?.code
    }
}
