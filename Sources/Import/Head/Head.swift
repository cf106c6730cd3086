import Meetings

/// A paper's head: what stands before its first section.
struct Head: Sendable {
    var diaryNumber: Found<String>?
    var date: Found<CalendarDate>?
    var meetings: [Found<MeetingMention>] = []
    var meetingDate: Found<CalendarDate>?
    /// The meeting's day stood under the paper's own label, "Datum och tid".
    var isMeetingDateOwn = false
    var attachmentNumbers: Found<[AttachmentNumber]>?
    var caseOfficers: [Found<String>] = []
    var title: Found<String>?
    /// The body that the paper is addressed to, or that met.
    var body: Found<String>?
    var place: Found<String>?
    var time: Found<String>?
    var summonsDate: Found<CalendarDate>?
    /// Lines that are no fact: the sender's name, the kind of paper, an address. Kept as notes.
    var notes: [Found<String>] = []
    var remarks: [Remark] = []
    /// What rests on a guess: told, and not written.
    var doubts: [ImportFact] = []
    /// The index of the first passage that is not the head's.
    var end = 0
    /// Passages that no label claimed, and which of them was taken for the title.
    var unclaimed: [Int] = []
    var titlePlace: Int?
    /// The words that stand for the kind of paper: "Tjänsteskrivelse", "Kallelse".
    var kinds: [String] = []
}

/// `AU 200820`: a body's code, or its name, and a day that it meets.
struct MeetingMention: Hashable, Sendable {
    let code: String
    let date: CalendarDate
}
