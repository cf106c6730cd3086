import Diagnostics
import Meetings

/// A proposal as it was when a meeting's record was sealed. With "bifall" the decision is the proposal's clauses (FORMAT
/// §6), so what was decided must not change when the ärende's text is worked on for another meeting.
public struct SealedProposal: Sendable {
    public let meeting: MeetingID
    /// The ärende's.
    public let file: String
    /// Of the text when it was sealed.
    public let visibility: Visibility
    public let proposal: Proposal?

    /// Reads the sealed copy of an ärende's text. What is wrong with it was told when it was sealed.
    public init(
        meeting: MeetingID, file: String, visibility: Visibility, copy bytes: [UInt8], clock: CalendarDate
    ) {
        (self.meeting, self.file, self.visibility) = (meeting, file, visibility)
        var ignored: [Diagnostic] = []
        guard let text = TextFile(bytes, file: file, &ignored) else {
            proposal = nil
            return
        }
        let path = String(file.dropFirst("content/".utf8.count))
        var fields = text.fields(clock: clock, &ignored)
        let signatures = fields.signatures().compactMap(\.name)
        var reading = ProseReading(file: FoundFile(path: path, location: "", size: 0))
        let body = MatterText(
            text, givenTitle: fields.text("titel"), signatures: signatures, clock: clock, &reading)
        proposal = body.proposal
    }
}
