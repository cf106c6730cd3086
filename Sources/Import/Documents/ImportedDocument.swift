import Content
import Diagnostics
import Meetings
import System

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
    /// Where it is written, relative to the site.
    public var path: String?
    /// Where its words went, when it is planned.
    public var words: WordCount?
    /// What is only guessed.
    public var doubts: [ImportFact] = []
    /// False where the file could not be read; a remark says why.
    public var isRead = true
    /// False for a .docx: its text has no lines of its own.
    public var hasLineNumbers = true
    /// What kind of file it was: "pdf", "docx"; and how many pages it has, where it has any.
    public var format = ""
    public var pageCount: Int?
    /// Pages that were read from their pictures.
    public var recognised: [RecognisedPage] = []
    /// The papers of a packet; empty for a file that is one paper.
    public var parts: [ImportedDocument] = []
    /// The numbers of the pages that a plan can cut, for a file that has pages.
    var sourcePages: [Int] = []
    /// Where it stands in its packet; nil for a file of its own.
    public var part: PacketPart?
    /// Its own file, where it came in another one.
    public var attached: AttachedFile?
    /// What an exported file carried, with a person's changes.
    var exported: WordChanges?
    /// An exported file's pictures, by their path in content/.
    var pictures: [(path: String, bytes: [UInt8])] = []
    /// Exported as one § of a record, or as its decisions.
    var isPartOfRecord = false
    /// What is needed to write it.
    var text = DocumentText()

    public init(file: String) {
        self.file = file
        format = FileName.ending(file)
    }

    /// The papers that it holds: itself, or a packet's.
    public var papers: [ImportedDocument] { parts.isEmpty ? [self] : parts }

    /// Where the text that it was exported from stands, relative to content/; nil for any other file.
    public var exportedPath: String? { exported?.base.path }

    /// Its remarks, with lines or pages.
    public func shownRemarks(in language: MessageLanguage) -> [String] {
        remarks.map { $0.text(withLines: hasLineNumbers, page: page, in: language) }
    }

    /// The page that a line stands on; nil in a text without pages.
    public func page(ofLine line: Int) -> Int? {
        text.lines.first { $0.number == line }.flatMap { $0.page > 0 ? $0.page : nil }
    }

    public struct MeetingDates: Hashable, Sendable {
        public let code: String
        public var dates: [CalendarDate]
    }

    public struct Signer: Hashable, Sendable {
        public let name: String
        public let role: String?
        public let organisation: String?
        public let date: CalendarDate?
        public let line: Int

        init(_ signature: SignatureBlock.Signature) {
            (name, role, organisation) = (signature.name, signature.role, signature.organisation)
            (date, line) = (signature.date, signature.line)
        }
    }

    public struct PersonalFinding: Hashable, Sendable {
        public let kind: PersonalDataFinding.Kind
        /// Nil where lines are not the document's own.
        public let line: Int?
        /// Nil in a text without pages.
        public var page: Int?
    }
}

/// A file that was attached to a mail, in a folder that lives as long as this.
public struct AttachedFile: Sendable {
    let folder: TemporaryFolder
    public let path: String
}

/// A document's text, ready to be written.
struct DocumentText: Sendable {
    /// Under the front matter.
    var markdown = ""
    /// What a record says below those who sign it.
    var ending = ""
    /// The ground of a paper that is marked SEKRETESS, empty where none is given; nil for any other.
    var secrecy: String?
    /// Who the paper itself says may see it.
    var visibility = OwnVisibility([], clock: CalendarDate(dayNumber: 0))
    /// The source's lines, for counting its words, and those whose words became a head's facts.
    var lines: [SourceLine] = []
    var headLines: Set<Int> = []
    /// Left out before its lines were made.
    var removed: [NoiseLine] = []
    /// The proposal's clauses with what they are about, and the line of their heading.
    var decided: [(text: String, amounts: [Money], periods: [Period])] = []
    var leadLine = 1
    var meetingPlaces: [Found<String>] = []
    var attachmentPlace: Found<String>?
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
    /// The record is of a meeting that is a body of its own, a höstmöte: its day is the paper's too.
    var isAssembly = false
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
