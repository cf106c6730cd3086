import Content
import Meetings

/// A document as it was understood: every fact with its line, its text cut into papers, and what a person should see.
public struct ImportedDocument: Sendable {
    /// The path as it was given.
    public let file: String
    public var kind = DocumentKind.other
    public var diaryNumber: Found<String>?
    public var title: Found<String>?
    /// The document's own; never a meeting's.
    public var date: Found<CalendarDate>?
    /// Who decides, as the paper names it.
    public var body: Found<String>?
    public var meetings: [MeetingDates] = []
    public var attachmentNumbers: [AttachmentNumber] = []
    public var caseOfficers: [Found<String>] = []
    public var headings: [Found<String>] = []
    public var lead: String?
    public var clauses: [String] = []
    public var paragraphs: [RecordParagraph] = []
    public var signatures: [Signer] = []
    public var amounts: [Money] = []
    public var periods: [Period] = []
    public var personalData: [PersonalFinding] = []
    public var noise: [NoiseLine] = []
    public var remarks: [Remark] = []
    /// False where the file could not be read; a remark says why.
    public var isRead = true
    /// False for a .docx: its text has no lines of its own.
    public var hasLineNumbers = true
    /// What is needed to write it.
    var text = DocumentText()

    public init(file: String) { self.file = file }

    public struct MeetingDates: Hashable, Sendable {
        public let code: String
        public var dates: [CalendarDate]
    }

    public struct Signer: Hashable, Sendable {
        public let name: String
        public let role: String?
        public let organisation: String?
        public let date: CalendarDate?
    }

    public struct PersonalFinding: Hashable, Sendable {
        public let kind: PersonalDataFinding.Kind
        /// Nil where lines are not the document's own.
        public let line: Int?
    }
}

/// A document's text, ready to be written.
struct DocumentText: Sendable {
    /// Under the front matter.
    var markdown = ""
    /// Lines of the head that are no facts.
    var notes: [Found<String>] = []
    var attachments: [Attachment] = []
    var form: ApplicationForm?
    var recordHead: RecordHead?
    var agenda: [AgendaItems.Item] = []
    var place: String?
    var time: String?
    var summonsDate: CalendarDate?
    /// The record's meeting or the kallelse's.
    var meeting: CalendarDate?
    var bodyCode: String?
    /// Words that name the initiative, for grouping.
    var initiative: String?
    var parties = Parties()
    /// How many amounts the proposal names, the same one twice counted twice.
    var amountMentions = 0

    /// A bilaga that stood in the same file.
    struct Attachment: Sendable {
        let number: AttachmentNumber?
        let title: String
        let markdown: String
        let line: Int
    }
}
