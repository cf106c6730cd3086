import Meetings
import Register

/// The numbers that come next.
public enum NextNumbers {
    /// This year's next `2020:31`, in the shape that the register's latest number of a year and a serial has.
    public static func diaryNumber(in register: Register) -> String {
        let year = String(register.today.year)
        var shape = (prefix: "\(year):", width: 0)
        var highest = 0
        for number in register.diaryNumbers {
            let digits = number.reversed().prefix { $0.isASCII && $0.isNumber }.count
            guard digits > 0, digits <= 6, let serial = Int(number.suffix(digits)) else { continue }
            let prefix = String(number.dropLast(digits))
            guard prefix.contains(year), serial > highest else { continue }
            highest = serial
            shape = (prefix, number.suffix(digits).first == "0" ? digits : 0)
        }
        let serial = String(highest + 1)
        return shape.prefix + String(repeating: "0", count: max(0, shape.width - serial.count)) + serial
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
