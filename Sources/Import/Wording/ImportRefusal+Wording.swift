import Diagnostics

extension ImportRefusal {
    /// One line.
    public func text(in language: MessageLanguage) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    private var swedish: String {
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
        case .unreadable(let reason): "filen går inte att läsa (\(reason.swedish))"
        case .brokenLink: "filen går inte att läsa (länken leder ingenstans)"
        case .notAFile: "det här är ingen vanlig fil"
        case .linkOutside: "länken leder ut ur mappen och följs inte"
        case .pandocMissing: "för .docx behövs programmet pandoc. klubba tools import säger hur det installeras"
        case .brokenWord: "Word-filen är trasig. Öppna den i Word, spara den på nytt och försök igen"
        case .brokenOffice:
            "filen är trasig eller avhuggen. Hämta den på nytt, eller öppna den, spara den och försök igen"
        case .wordBomb(let megabytes):
            "Word-filen packar upp till \(megabytes) MB och öppnas inte. Ta bort bilderna, eller spara texten som .txt"
        case .pandocNotStarted: "pandoc kunde inte läsa filen: det gick inte att starta"
        case .pandocOutOfMemory: "pandoc kunde inte läsa filen: filen kräver för mycket minne"
        case .pandocTooSlow(let seconds):
            "pandoc blev inte klart på \(seconds) sekunder. Spara filen som .txt i stället"
        }
    }

    private var english: String {
        switch self {
        case .empty: "the file is empty"
        case .binary: "the file is no text. Save it as plain text (.txt) or .docx and try again"
        case .tooLarge(let megabytes, let limit):
            "the file is \(megabytes) MB, and the limit is \(limit) MB. Divide it into several"
        case .toolMissing(let program, let package):
            "the program \(program) is missing. Install it with  sudo apt-get install \(package)"
        case .toolFailed(let program): "\(program) could not read the file in the time and the memory that it may have"
        case .locked: "the file asks for a password. Save it without the password and try again"
        case .damagedPDF: "the PDF file is damaged or cut off. Fetch it anew"
        case .noPages: "the PDF file has no page with text or a picture"
        case .tooManyPages(let count):
            "the PDF file has \(count) pages, more than \(PDFSource.mostPages). Read a part at a time, for example --pages 1-80"
        case .noSuchPage(let page, let count):
            "there is no page \(page): the file has \(count) \(count == 1 ? "page" : "pages"). Correct --pages"
        case .notWhatItSays(let ending): "the file is no .\(ending), though it is named so"
        case .otherFormat(let ending): "files that end with .\(ending) are not read. Save it as .docx or .txt"
        case .unreadable(let reason): "the file cannot be read (\(reason.english))"
        case .brokenLink: "the file cannot be read (the link leads nowhere)"
        case .notAFile: "this is no regular file"
        case .linkOutside: "the link leads out of the folder and is not followed"
        case .pandocMissing: ".docx needs the program pandoc. klubba tools import says how to install it"
        case .brokenWord: "the Word file is damaged. Open it in Word, save it anew and try again"
        case .brokenOffice: "the file is damaged or cut off. Fetch it anew, or open it, save it and try again"
        case .wordBomb(let megabytes):
            "the Word file unpacks to \(megabytes) MB and is not opened. Remove its pictures, or save the text as .txt"
        case .pandocNotStarted: "pandoc could not read the file: it could not be started"
        case .pandocOutOfMemory: "pandoc could not read the file: it takes too much memory"
        case .pandocTooSlow(let seconds): "pandoc was not done in \(seconds) seconds. Save the file as .txt instead"
        }
    }
}
