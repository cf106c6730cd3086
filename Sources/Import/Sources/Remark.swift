/// What a person should look at in an imported document. Remarks are no content errors: they say what klubba made of
/// a paper, and the handbook's chapter "Flytta in" says what to do.
public enum Remark: Hashable, Sendable {
    // The file
    case windowsEncoding
    case brokenUTF8(line: Int)
    case nothingRead(ImportRefusal)
    case notWritten(ImportObstacle)
    // What is missing
    case noDiaryNumber
    case noTitle(used: String)
    case noProposal
    case noClauses
    case noMeeting
    /// Its name says what its text doesn't.
    case fromName(key: String, value: String)
    case unknownKind
    case noParagraphs
    case paragraphWithoutDecision(number: Int)
    // What is doubtful
    case unreadableDate(label: String, text: String, line: Int)
    case unreadableNumbers(text: String, line: Int)
    case unknownBody(name: String, code: String)
    case severalProposals(line: Int)
    case repeatedText(line: Int, first: Int)
    case paragraphOrder(number: Int, line: Int)
    case approvedTooEarly(date: String)
    case noise(NoiseLine)
    /// A guess, that nothing was written of.
    case doubt(ImportFact)
    // Personal data
    case identityNumber(line: Int?, page: Int? = nil)
    case email(line: Int?, page: Int? = nil)
    case phone(line: Int?, page: Int? = nil)
    case redacted(count: Int)
    case originalLeftOut
    // What it became
    case split(title: String, line: Int)
    case joined(file: String, reason: JoinReason)
    case numberTaken(number: String, meeting: String, other: String)
    case matterLaidUp(dnr: String, from: MatterSource)
    /// Only its dnr is known.
    case matterUntitled(dnr: String)
    /// Its own proposal, under a dnr that another file has with a proposal of its own.
    case secondProposal(dnr: String, file: String)
    /// §§ whose numbers a record here cannot have, "§ 2.1".
    case unreadableParagraphs(line: Int)
    case sameText(file: String)
    case similarMatters(key: String)
    // Pages
    case recognised(page: Int, confidence: Int)
    case paperMissing(number: String)
    case paperUnclaimed
    case unsureCut(page: Int, signs: [PacketMark])
    /// Nobody has confirmed that it begins there.
    case unsureHidden(page: Int)
    /// Only its place in the packet says which ärende it belongs to.
    case guessedOwner(String, page: Int, isHidden: Bool)
    /// It does not say which meeting it is of.
    case packetWithoutMeeting
    /// The meeting's own file is there already; the line that its head needs.
    case packetNotKept(meeting: String, line: String)
    case pagesKeptWhole
    case hiddenSheet(name: String)
    case unreadSheet(name: String)
    case hiddenCells(name: String, rows: Int, columns: Int)
    // Markup
    /// Its words, empty where it has none.
    case picture(words: String)
    /// Links to a place in the file itself.
    case innerLinks(count: Int)
    /// Links that lead nowhere from the site.
    case linksLeftOut(targets: [String])
    // Word
    case textBox(text: String)
    case trackedAdditions(count: Int)
    // Exported files
    case unchangedExport
    case changedInWord(ExportChange)
    /// The site's own text has been changed in the same place.
    case changedInBoth(ExportChange)
    /// A row of the head's table that no key answers to.
    case noKeyInWord(ExportChange)
    /// What the site could not read.
    case valueNotTaken(ExportChange)
    /// The program's own part is gone from it.
    case exportWithoutText
}

extension Remark {
    /// Whether a person has to look, or is only told.
    public var needsAttention: Bool {
        switch self {
        case .noise(let line): [.hidden, .comment, .crossedOut].contains(line.reason)
        case .windowsEncoding, .split, .joined, .redacted, .originalLeftOut, .matterLaidUp, .unchangedExport,
            .textBox, .innerLinks:
            false
        case .recognised(_, let confidence): confidence < RecognisedPage.sure
        default: true
        }
    }
}

extension Remark {
    /// Something in the file was left out of what was written, and a person must write it.
    public var isConflict: Bool {
        switch self {
        case .changedInBoth, .noKeyInWord, .valueNotTaken: true
        default: false
        }
    }
}
