import Diagnostics
import Import
import System

/// What `klubba import` says in its report, in its table of a packet and while it works.
enum ImportMessages {
    /// The head of a packet's table: its keys are those of the plan.
    static func columns(_ language: MessageLanguage) -> [String] {
        switch language {
        case .swedish: ["sidor", "kind", "bilaga", "titel", "till", "tecken", "säkerhet"]
        case .english: ["pages", "kind", "bilaga", "title", "to", "signs", "certainty"]
        }
    }

    static func unsure(_ language: MessageLanguage) -> String { language == .swedish ? "osäker" : "unsure" }

    static func maybe(_ value: String, _ language: MessageLanguage) -> String {
        (language == .swedish ? "kanske " : "perhaps ") + value
    }

    /// Of one width, for a column.
    static func mark(isSure: Bool, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: isSure ? "säker " : "osäker"
        case .english: isSure ? "sure  " : "unsure"
        }
    }

    static func line(_ number: Int, _ language: MessageLanguage) -> String {
        (language == .swedish ? "rad " : "line ") + "\(number)"
    }

    static func page(_ number: Int, _ language: MessageLanguage) -> String { (number...number).pages(in: language) }

    static func readHeading(_ language: MessageLanguage) -> String {
        language == .swedish ? "Det här lästes, och var det står:" : "This was read, and where it stands:"
    }

    static func lookHeading(_ language: MessageLanguage) -> String {
        language == .swedish ? "Titta på det här:" : "Look at this:"
    }

    static func doneHeading(_ language: MessageLanguage) -> String {
        language == .swedish ? "Det här gjordes:" : "This was done:"
    }

    static func missingBodies(_ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "Organ som klubba.yml saknar. Klistra in dem, eller kör om med --add-bodies:"
        case .english: "Bodies that klubba.yml lacks. Paste them, or run again with --add-bodies:"
        }
    }

    static func words(_ words: WordCount, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish:
            "\(words.all) ord: \(words.onPages) på sidorna, \(words.inHead) i huvudet, \(words.leftOut) utelämnade"
        case .english:
            "\(words.all) words: \(words.onPages) on the pages, \(words.inHead) in the head, \(words.leftOut) left out"
        }
    }

    /// ", sidorna 3–4, till 2026:58 (bokmärke: Bilaga 1, säkerhet 88)"
    static func part(_ part: PacketPart, _ language: MessageLanguage) -> String {
        let (to, certainty) = language == .swedish ? ("till", "säkerhet") : ("to", "certainty")
        let owner = part.belongsTo ?? part.guessedOwner.map { maybe($0, language) }
        return ", \(part.pages.pages(in: language))" + (owner.map { ", \(to) \($0)" } ?? "")
            + " (\(part.signs.text(in: language)), \(certainty) \(part.certainty))"
    }
}

/// What became of each paper.
extension ImportMessages {
    static func notRead(_ refusal: ImportRefusal, _ language: MessageLanguage) -> String {
        (language == .swedish ? "läses inte: " : "not read: ") + refusal.text(in: language)
    }

    static func notWritten(_ obstacle: ImportObstacle?, _ language: MessageLanguage) -> String {
        (language == .swedish ? "lades inte in" : "not written") + (obstacle.map { ": " + $0.text(in: language) } ?? "")
    }

    static func service(_ language: MessageLanguage) -> String {
        language == .swedish ? "ingen handling: följer med i paketet" : "no paper: kept with the packet"
    }

    static func laidUp(_ path: String, _ isRehearsal: Bool, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(path): \(isRehearsal ? "skulle läggas upp" : "lades upp") för att resten ska hänga ihop"
        case .english: "\(path): \(isRehearsal ? "would be" : "was") laid up so that the rest holds together"
        }
    }

    static func passedOver(_ files: [String], _ language: MessageLanguage) -> String {
        let names = files.prefix(5).joined(separator: ", ")
        let rest = files.count - 5
        return switch language {
        case .swedish: "Hoppades över, för de är inga texter: \(names)" + (rest > 0 ? " och \(rest) till" : "")
        case .english: "Passed over, since they are no texts: \(names)" + (rest > 0 ? " and \(rest) more" : "")
        }
    }

    static func result(
        _ result: ImportWriter.Result, _ isRehearsal: Bool, _ language: MessageLanguage
    ) -> String {
        switch (result, language) {
        case (.written, .swedish): isRehearsal ? "skulle bli ny" : "ny"
        case (.written, .english): isRehearsal ? "would be new" : "new"
        case (.overwritten, .swedish): isRehearsal ? "skulle skrivas över" : "skrevs över"
        case (.overwritten, .english): isRehearsal ? "would be overwritten" : "overwritten"
        case (.unchanged, .swedish): "oförändrad"
        case (.unchanged, .english): "unchanged"
        case (.exists, .swedish): "finns redan med annat innehåll och lämnades. Jämför, eller skriv över med --force"
        case (.exists, .english): "is there already with other content and was left. Compare, or overwrite with --force"
        case (.outside, .swedish): "ligger bakom en länk ut ur mappen och skrevs inte"
        case (.outside, .english): "lies behind a link out of the folder and was not written"
        case (.failed(let number), .swedish): "gick inte att skriva (\(SystemReason(number).swedish))"
        case (.failed(let number), .english): "could not be written (\(SystemReason(number).swedish))"
        }
    }

    /// What the last line counts.
    struct Counts {
        let papers: Int
        let written: Int
        let unchanged: Int
        let unread: Int
        let blocked: Int
        /// Nil where nothing was written.
        let words: Int?
        let leftOut: Int
        let milliseconds: Int
    }

    static func summary(_ counts: Counts, _ isRehearsal: Bool, _ language: MessageLanguage) -> String {
        let (whole, tenth) = (counts.milliseconds / 1000, counts.milliseconds % 1000 / 100)
        var parts: [String]
        var words = ""
        switch language {
        case .swedish:
            parts = [
                "\(counts.papers) \(counts.papers == 1 ? "handling" : "handlingar") på \(whole),\(tenth) s: "
                    + "\(counts.written) \(counts.written == 1 ? "fil" : "filer") "
                    + (isRehearsal ? "skulle skrivas" : "skrevs"),
                "\(counts.unchanged) oförändrade",
            ]
            if counts.unread > 0 { parts.append("\(counts.unread) gick inte att läsa") }
            if counts.blocked > 0 { parts.append("\(counts.blocked) lades inte in") }
            if let all = counts.words {
                words =
                    ". \(all) ord lästes: \(all - counts.leftOut) finns på sidorna, \(counts.leftOut) i listan över det utelämnade"
            }
        case .english:
            parts = [
                "\(counts.papers) \(counts.papers == 1 ? "paper" : "papers") in \(whole).\(tenth) s: "
                    + "\(counts.written) \(counts.written == 1 ? "file" : "files") "
                    + (isRehearsal ? "would be written" : "written"),
                "\(counts.unchanged) unchanged",
            ]
            if counts.unread > 0 { parts.append("\(counts.unread) could not be read") }
            if counts.blocked > 0 { parts.append("\(counts.blocked) not written") }
            if let all = counts.words {
                words =
                    ". \(all) words were read: \(all - counts.leftOut) are on the pages, \(counts.leftOut) in the list of what was left out"
            }
        }
        let last = language == .swedish ? "Granska med klubba check." : "Look it over with klubba check."
        return parts.joined(separator: ", ") + words + (isRehearsal ? "." : ". " + last)
    }
}
