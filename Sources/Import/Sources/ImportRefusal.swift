/// Why a file was not read, and what to do.
public enum ImportRefusal: Hashable, Sendable {
    case empty
    case binary
    case tooLarge(megabytes: Int, limit: Int)
    case pdf
    case oldWord
    case otherFormat(ending: String)
    case unreadable(reason: String)
    case notAFile
    case linkOutside
    case pandocMissing
    case brokenWord
    case wordBomb(megabytes: Int)
    case pandocFailed(reason: String)
    case pandocTooSlow(seconds: Int)

    public var text: String {
        switch self {
        case .empty: "filen är tom"
        case .binary: "filen är ingen text. Spara den som oformaterad text (.txt) eller .docx och försök igen"
        case .tooLarge(let megabytes, let limit):
            "filen är \(megabytes) MB, och gränsen är \(limit) MB. Dela den i flera"
        case .pdf:
            "PDF läses inte direkt. Gör om den till text först, med pdftotext -layout fil.pdf fil.txt (paketet poppler-utils)"
        case .oldWord: "det gamla Word-formatet läses inte. Öppna filen i Word och spara som .docx"
        case .otherFormat(let ending): "filer som slutar med .\(ending) läses inte. Spara som .docx eller .txt"
        case .unreadable(let reason): "filen går inte att läsa (\(reason))"
        case .notAFile: "det här är ingen vanlig fil"
        case .linkOutside: "länken leder ut ur mappen och följs inte"
        case .pandocMissing: "för .docx behövs programmet pandoc. Installera det med  sudo apt-get install pandoc"
        case .brokenWord: "Word-filen är trasig. Öppna den i Word, spara den på nytt och försök igen"
        case .wordBomb(let megabytes):
            "Word-filen packar upp till \(megabytes) MB och öppnas inte. Ta bort bilderna, eller spara texten som .txt"
        case .pandocFailed(let reason): "pandoc kunde inte läsa filen: \(reason)"
        case .pandocTooSlow(let seconds):
            "pandoc blev inte klart på \(seconds) sekunder. Spara filen som .txt i stället"
        }
    }
}
