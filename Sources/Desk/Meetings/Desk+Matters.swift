import Meetings
import Register
import System

extension Desk {
    /// The meetings that take an ärende up, in their order, each with its number there; none for another file.
    func way(of path: String) -> JSONValue {
        let seen = reading.seen
        guard let index = seen.matters.indices.first(where: { seen.matters[$0].file == path }) else { return [] }
        return .array(
            seen.consultations[index].map { consultation -> JSONValue in
                [
                    "meeting": .string(consultation.id.slug),
                    "title": .string(title(of: seen.meetings[consultation.meeting].meeting)),
                    "number": JSONValue(consultation.number?.description),
                    "record": JSONValue(seen.minutes[consultation.meeting]?.minutes.file),
                ]
            })
    }
}
