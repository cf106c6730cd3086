import Diagnostics
import Import
import System

/// What is said while an import works, and why it stops.
extension ImportMessages {
    static func reading(_ language: MessageLanguage) -> String {
        language == .swedish ? "Läser handlingar …" : "Reading papers …"
    }

    static func reading(_ done: Int, of all: Int, _ language: MessageLanguage) -> String {
        language == .swedish ? "Läser \(done) av \(all) …" : "Reading \(done) of \(all) …"
    }

    static func recognising(_ page: DocumentLoader.Page, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(page.file): tolkar sida \(page.number) av \(page.count) …"
        case .english: "\(page.file): reading the picture of page \(page.number) of \(page.count) …"
        }
    }

    static func writing(_ done: Int, of all: Int, _ language: MessageLanguage) -> String {
        language == .swedish ? "Skriver \(done) av \(all) …" : "Writing \(done) of \(all) …"
    }

    static func nothingWritten(_ language: MessageLanguage) -> String {
        language == .swedish ? "Inget lades in." : "Nothing was written."
    }

    static func profileFaults(_ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "Inget lades in: klubba.yml har fel. Rätta det först."
        case .english: "Nothing was written: klubba.yml has errors. Correct them first."
        }
    }

    static func onlyPDF(_ others: String, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "--pages gäller bara PDF-filer. De andra läses hela: \(others)"
        case .english: "--pages is for PDF files alone. The others are read whole: \(others)"
        }
    }

    static func bodiesOnOneLine(_ block: String, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "organ: i klubba.yml är skrivet på en rad. Klistra in själv:\n" + block
        case .english: "organ: in klubba.yml is written on one line. Paste it yourself:\n" + block
        }
    }

    static func profileNotWritten(_ language: MessageLanguage) -> String {
        language == .swedish ? "klubba.yml gick inte att skriva." : "klubba.yml could not be written."
    }

    static func bodiesAdded(_ names: String, _ isRehearsal: Bool, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(names) \(isRehearsal ? "skulle läggas till" : "lades till") i klubba.yml."
        case .english: "\(names) \(isRehearsal ? "would be" : "was") added to klubba.yml."
        }
    }
}

/// A person's say in how a packet is cut.
extension ImportMessages {
    static func planUnread(_ plan: String, _ reason: SystemReason, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(plan) går inte att läsa (\(reason.swedish)). Gör planen med --plan utan --apply."
        case .english: "\(plan) cannot be read (\(reason.english)). Make the plan with --plan without --apply."
        }
    }

    static func unread(_ file: ImportedDocument?, _ language: MessageLanguage) -> String {
        guard let file else { return language == .swedish ? "Ingen fil." : "No file." }
        let reason = file.shownRemarks(in: language).joined()
        return language == .swedish ? "\(file.file) läses inte: \(reason)" : "\(file.file) is not read: \(reason)"
    }

    static func noPages(_ file: String, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(file) har inga sidor att dela. Läs den som den är."
        case .english: "\(file) has no pages to cut. Import it as it is."
        }
    }

    static func planWritten(_ plan: String, _ isRehearsal: Bool, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(plan) \(isRehearsal ? "skulle skrivas" : "skrevs"). Ändra den, och kör igen med --apply."
        case .english: "\(plan) \(isRehearsal ? "would be" : "was") written. Change it, and run again with --apply."
        }
    }

    static func planExists(_ plan: String, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "\(plan) finns redan och lämnades. Skriv --force för att skriva över den."
        case .english: "\(plan) is there already and was left. Write --force to overwrite it."
        }
    }

    static func planNotWritten(_ plan: String, _ language: MessageLanguage) -> String {
        language == .swedish ? "\(plan) gick inte att skriva." : "\(plan) could not be written."
    }

    static func question(_ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "Stämmer delningen? j lägger in, n avbryter: "
        case .english: "Is the cut right? y imports, n stops: "
        }
    }

    static func stopped(_ language: MessageLanguage) -> String {
        switch language {
        case .swedish: "Inget lades in. Skriv delningen till en fil med --plan, ändra den och kör igen med --apply."
        case .english: "Nothing was written. Write the cut to a file with --plan, change it and run again with --apply."
        }
    }
}
