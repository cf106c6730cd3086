import Meetings
import Register

/// The numbers that come next.
public enum NextNumbers {
    /// This year's next `2020:31`, in the shape that most of the bodies' own latest numbers of a year and a serial have.
    /// Without bodies, or where they have none, the whole site's count.
    public static func diaryNumber(in register: Register, bodies: [BodyCode] = []) -> String {
        let year = register.today.year
        let all = register.diaryNumbers.compactMap { Serial($0) }
        let own = register.diaryNumbers(of: bodies).compactMap { Serial($0) }
        guard let shape = shape(of: own, year) ?? shape(of: all, year) else { return "\(year):1" }
        let prefix = shape.prefix(of: year)
        let taken = all.filter { $0.year == year && $0.prefix(of: year) == prefix }
        let last = taken.max { $0.serial < $1.serial }
        let serial = String((last?.serial ?? 0) + 1)
        let width = (last ?? shape).width
        return prefix + String(repeating: "0", count: max(0, width - serial.count)) + serial
    }

    /// That of the most numbers of the latest year there is, up to this; of two as common, the one used last.
    private static func shape(of numbers: [Serial], _ year: Int) -> Serial? {
        guard let latest = numbers.map(\.year).filter({ $0 <= year }).max() else { return nil }
        var counts: [String: (count: Int, last: Serial)] = [:]
        for number in numbers where number.year == latest {
            let prefix = number.prefix(of: year)
            counts[prefix] = ((counts[prefix]?.count ?? 0) + 1, number)
        }
        return counts.max { left, right in
            (left.value.count, left.value.last.serial, left.key) < (
                right.value.count, right.value.last.serial, right.key
            )
        }?.value.last
    }

    /// `AMN-2026-00041`: what stands before the year, between it and the serial, and the serial.
    private struct Serial {
        let lead: String
        let year: Int
        let gap: String
        let serial: Int
        /// Digits of a serial that begins with a zero; else 0.
        let width: Int

        init?(_ number: String) {
            guard let match = number.wholeMatch(of: /(.*?)((?:19|20)\d\d)(.*?\D)(\d{1,6})/),
                let year = Int(match.2), let serial = Int(match.4)
            else { return nil }
            (lead, self.year, gap, self.serial) = (String(match.1), year, String(match.3), serial)
            width = match.4.first == "0" ? match.4.count : 0
        }

        func prefix(of year: Int) -> String { "\(lead)\(year)\(gap)" }
    }

    /// The first part of a bilaga number that no matter has at a meeting; nil where the meeting's numbers are the
    /// program's.
    public static func attachmentNumber(at meeting: MeetingID, in register: SeenRegister) -> Int? {
        guard let index = register.meetingIndex[meeting] else { return nil }
        return Numbering.next(
            after: register.meetings[index].agenda.compactMap { item in
                guard case .matter(let matter, _) = item.content else { return nil }
                return register.matters[matter]
            }, at: meeting)
    }
}
