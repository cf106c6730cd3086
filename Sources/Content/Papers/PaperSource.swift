import Diagnostics
import Meetings

/// A bilaga as its file has it, before the ärende's own list has had its say.
struct PaperSource: Sendable {
    var attachment: Attachment
    /// Relative to the ärende's folder; what `fil:` names.
    let name: String
    var personalData: PersonalData
    /// The file beside a Markdown bilaga that its head names as its original.
    var original: Located<String>?
    /// A head in a file that is published as it is. Where the ärende's list says who may see the file, it says nothing.
    var headFault: Diagnostic?
}
