import Diagnostics

extension ImportObstacle {
    public func text(in language: MessageLanguage) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    private var swedish: String {
        switch self {
        case .matterElsewhere(let name, let file): "\(name) finns redan i \(file)"
        case .noFolder(let file):
            "\(file) har ingen mapp att lägga bilagan i. Flytta texten till en mapp, som arende.md"
        case .secondSummons(let meeting): "mötet \(meeting) har redan en kallelse i samma import"
        case .secondRecord(let meeting): "mötet \(meeting) har redan ett protokoll i samma import"
        case .missingBody(let body):
            "organet \(body.name) finns inte i klubba.yml. Lägg till  - {kod: \(body.code), namn: \(body.name.spoken), "
                + "roll: beslutande}  under organ: och kör importen igen"
        case .noMeeting: "det framgår inte vilket organ eller vilken dag det gäller. Skriv dem överst i filen"
        case .sealed(let file):
            "\(file) är förseglad. Rätta den själv, och skriv varför med klubba seal --correct"
        case .notPublic:
            "den är märkt som sekretess eller med en synlighet, och det märket kan ett protokoll eller en kallelse inte "
                + "ha. Lägg upp de hemliga ärendena själv med synlighet: sekretess, ta bort märket i filen och "
                + "kör importen igen"
        }
    }

    private var english: String {
        switch self {
        case .matterElsewhere(let name, let file): "\(name) is in \(file) already"
        case .noFolder(let file):
            "\(file) has no folder to lay the bilaga in. Move the text to a folder, as arende.md"
        case .secondSummons(let meeting): "the meeting \(meeting) has a kallelse already in the same import"
        case .secondRecord(let meeting): "the meeting \(meeting) has a record already in the same import"
        case .missingBody(let body):
            "klubba.yml has no body \(body.name). Add  - {kod: \(body.code), namn: \(body.name.spoken), "
                + "roll: beslutande}  under organ: and run the import again"
        case .noMeeting: "it does not say which body or which day it is about. Write them at the top of the file"
        case .sealed(let file): "\(file) is sealed. Correct it yourself, and say why with klubba seal --correct"
        case .notPublic:
            "it is marked as secret or with a synlighet, which a record or a kallelse cannot have. Lay up the secret "
                + "ärenden yourself with synlighet: sekretess, remove the mark in the file and run the import again"
        }
    }
}
