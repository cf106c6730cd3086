import Diagnostics
import Meetings

extension MatterReading {
    /// `6 - 6.1` for every meeting, or a map with each body's or each meeting's own; `ingen` for none (FORMAT §3). A map
    /// gives no number to bodies that it does not name.
    func writtenNumbers(_ fields: inout Fields) -> WrittenNumbers {
        guard let value = fields.value("bilaga") else { return WrittenNumbers() }
        guard case .map(let entries) = value.content else {
            return WrittenNumbers(everywhere: numbers(value, &fields))
        }
        var written = WrittenNumbers()
        for entry in entries {
            let key = entry.key.lowercased()
            if let code = BodyCode(entry.key), bodies.contains(where: { $0.code == code }) {
                written.ofBodies[code] = numbers(entry.value, &fields)
            } else if case .meeting(let id) = MeetingName(key[...], bodies: bodies, clock: clock) {
                written.ofMeetings[id] = numbers(entry.value, &fields)
            } else {
                let known = bodies.map(\.code.slug.text)
                fields.report(.unknownBody(code: entry.key, known: known), entry.line, entry.column)
            }
        }
        return written
    }

    private func numbers(_ value: FrontMatter.Value, _ fields: inout Fields) -> WrittenNumbers.Entry? {
        if case .text(let text) = value.content, ["ingen", "inget", "inga"].contains(FieldKey.fold(text)) {
            return .unnumbered
        }
        return NumberRange(fields.attachmentNumbers(value)).map { .range($0) }
    }
}
