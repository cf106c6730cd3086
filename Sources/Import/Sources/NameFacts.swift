import Content
import Meetings

/// What the names of a file and its folders say, where its text is silent: `Kyrkorådet/2024-03-14 protokoll.pdf`.
struct NameFacts {
    let date: CalendarDate?
    let body: Body?
    let attachment: AttachmentNumber?
    /// A name that says both body and day: `FS 2026-12-11`.
    let meeting: MeetingMention?

    init(_ path: String, codes: BodyCodes, clock: CalendarDate) {
        // The nearest name first; a home folder far above says nothing.
        let names = path.split(separator: "/").suffix(3).reversed().map { name in
            FileName.stem(String(name)).replacing("_", with: " ")
        }
        date = names.lazy.map { NameFacts.days(in: $0, clock) }.first { !$0.isEmpty }.flatMap {
            $0.count == 1 ? $0[0] : nil
        }
        let bodies = names.lazy.map { name in
            let words = name.split { !($0.isLetter || $0.isNumber) }.map { String($0).folded }
            return codes.bodies.filter { words.contains($0.code.text.folded) || words.contains($0.name.folded) }
        }
        body = bodies.first { !$0.isEmpty }.flatMap { $0.count == 1 ? $0[0] : nil }
        meeting =
            names.lazy.compactMap { name -> MeetingMention? in
                let days = NameFacts.days(in: name, clock)
                let words = name.split { !($0.isLetter || $0.isNumber) }.map { String($0).folded }
                let bodies = codes.bodies.filter {
                    words.contains($0.code.text.folded) || words.contains($0.name.folded)
                }
                guard days.count == 1, bodies.count == 1 else { return nil }
                return MeetingMention(code: bodies[0].code.text, date: days[0])
            }.first
        let words = names.first?.words.map(String.init) ?? []
        let place = words.firstIndex { $0.folded == "bilaga" || $0.folded == "bil" }
        attachment = place.flatMap { $0 + 1 < words.count ? AttachmentNumber(words[$0 + 1]) : nil }
    }

    private static func days(in name: String, _ clock: CalendarDate) -> [CalendarDate] {
        let plain = name.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == " ") }.joined(separator: " ")
        return Set(DateMention.all(in: plain, clock: clock).map(\.date)).sorted()
    }
}
