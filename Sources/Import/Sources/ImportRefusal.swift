/// Why a file was not read, and what to do.
public enum ImportRefusal: Hashable, Sendable {
    case empty
    case binary
    case tooLarge(megabytes: Int, limit: Int)
    case toolMissing(String, package: String)
    case toolFailed(String)
    case locked
    case damagedPDF
    case noPages
    case tooManyPages(Int)
    /// Of a file with so many pages, one that it has not was asked for.
    case noSuchPage(Int, count: Int)
    case notWhatItSays(ending: String)
    case otherFormat(ending: String)
    case unreadable(reason: String)
    case notAFile
    case linkOutside
    case pandocMissing
    case brokenWord
    case brokenOffice
    case wordBomb(megabytes: Int)
    case pandocFailed(reason: String)
    case pandocTooSlow(seconds: Int)

    public var text: String {
        switch self {
        case .empty: "filen är tom"
        case .binary: "filen är ingen text. Spara den som oformaterad text (.txt) eller .docx och försök igen"
        case .tooLarge(let megabytes, let limit):
            "filen är \(megabytes) MB, och gränsen är \(limit) MB. Dela den i flera"
        case .toolMissing(let program, let package):
            "programmet \(program) saknas. Installera det med  sudo apt-get install \(package)"
        case .toolFailed(let program): "\(program) kunde inte läsa filen inom tiden och minnet som det får"
        case .locked: "filen kräver ett lösenord. Spara den utan lösenord och försök igen"
        case .damagedPDF: "PDF-filen är trasig eller avhuggen. Hämta den på nytt"
        case .noPages: "PDF-filen har ingen sida med text eller bild"
        case .tooManyPages(let count):
            "PDF-filen har \(count) sidor, fler än \(PDFSource.mostPages). Läs en del i taget, till exempel --pages 1-80"
        case .noSuchPage(let page, let count):
            "sida \(page) finns inte: filen har \(count) \(count == 1 ? "sida" : "sidor"). Rätta --pages"
        case .notWhatItSays(let ending): "filen är ingen .\(ending), fast den heter så"
        case .otherFormat(let ending): "filer som slutar med .\(ending) läses inte. Spara som .docx eller .txt"
        case .unreadable(let reason): "filen går inte att läsa (\(reason))"
        case .notAFile: "det här är ingen vanlig fil"
        case .linkOutside: "länken leder ut ur mappen och följs inte"
        case .pandocMissing: "för .docx behövs programmet pandoc. klubba tools import säger hur det installeras"
        case .brokenWord: "Word-filen är trasig. Öppna den i Word, spara den på nytt och försök igen"
        case .brokenOffice:
            "filen är trasig eller avhuggen. Hämta den på nytt, eller öppna den, spara den och försök igen"
        case .wordBomb(let megabytes):
            "Word-filen packar upp till \(megabytes) MB och öppnas inte. Ta bort bilderna, eller spara texten som .txt"
        case .pandocFailed(let reason): "pandoc kunde inte läsa filen: \(reason)"
        case .pandocTooSlow(let seconds):
            "pandoc blev inte klart på \(seconds) sekunder. Spara filen som .txt i stället"
        }
    }
}
