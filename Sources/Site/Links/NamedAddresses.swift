import Meetings
import Register

/// The addresses of what a text can name without a link: ärenden by dnr, §§ by number and meeting.
struct NamedAddresses {
    /// By the dnr's key.
    private(set) var matters: [String: String] = [:]
    /// Nil where a number means more than one §: then nobody knows which.
    private(set) var paragraphs: [ParagraphMention: String?] = [:]
}

extension NamedAddresses {
    init(_ register: SeenRegister) {
        for matter in register.matters where matter.visibility != .secret {
            guard let number = matter.diaryNumber, matters[number.key] == nil else { continue }
            matters[number.key] = Addresses.matter(matter)
        }
        for linked in register.minutes.compactMap(\.self) {
            let meeting = linked.minutes.meeting
            for entry in linked.entries {
                let mention = ParagraphMention(number: entry.number, body: meeting.body, date: meeting.date)
                // A § that isn't shown takes up its number: it may be the one that is meant.
                var address: String?
                if case .open = entry { address = Addresses.extract(meeting, entry.number) }
                if paragraphs.updateValue(address, forKey: mention) != nil {
                    paragraphs.updateValue(nil, forKey: mention)
                }
            }
        }
    }
}
