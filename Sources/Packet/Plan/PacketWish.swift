import Meetings
import Register

/// What somebody asks of a meeting's packet, before it is known whether the meeting has it.
public enum PacketWish: Hashable, Sendable {
    case papers
    case decisionList
    case minutes
    /// One §; nil where none was named.
    case extract(Int?)
}

/// Why a meeting has no such packet.
public enum PacketWishRefusal: Error, Hashable, Sendable {
    case noMinutes
    /// No § was named, or none by that number; those there are.
    case noParagraph(known: [Int])
}

extension PacketKind {
    /// Only what this audience may see can be asked for; what is hidden is not told from what does not exist.
    public init(
        _ wish: PacketWish, of meeting: MeetingIndex, in register: SeenRegister
    ) throws(PacketWishRefusal) {
        switch wish {
        case .papers: self = .papers
        case .decisionList: self = .decisionList
        case .minutes, .extract:
            guard let minutes = register.minutes[meeting] else { throw .noMinutes }
            guard case .extract(let number) = wish else {
                self = .minutes
                return
            }
            let known = minutes.entries.compactMap { entry -> Int? in
                if case .open(let open, _) = entry { open.number } else { nil }
            }
            guard let number, known.contains(number) else { throw .noParagraph(known: known) }
            self = .extract(number)
        }
    }

    /// `fs-2020-09-18.pdf`, `fs-2020-09-18-protokoll-ledamoter.pdf`
    public func fileName(of meeting: MeetingID, for audience: Audience) -> String {
        let part =
            switch self {
            case .papers: ""
            case .decisionList: "-beslutslista"
            case .minutes: "-protokoll"
            case .extract(let number): "-paragraf-\(number)"
            }
        return meeting.slug + part + (audience == .members ? "-ledamoter" : "") + ".pdf"
    }
}
