import Meetings

/// A bilaga as its file has it, before the ärende's own list has had its say.
struct PaperSource: Sendable {
    var attachment: Attachment
    /// Relative to the ärende's folder; what `fil:` names.
    let name: String
    var personalData: PersonalData
}
