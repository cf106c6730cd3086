/// How a published page or file is not what was sealed.
public enum PublishedFault: Hashable, Sendable {
    /// A part of the page; the difference where it can be told.
    case text(part: String, difference: SealedChange.Difference)
    /// The words of the site itself, such as an outcome, are not those that a build gives.
    case words(part: String, difference: SealedChange.Difference)
    case file
    case missing
    /// The theme's template lacks the marks.
    case unmarked(part: String)
    /// What is sealed is not for everybody, and stands here.
    case leaked
}

extension PublishedFault {
    func swedish(_ paper: String) -> String {
        switch self {
        case .text(let part, let difference):
            "sidan visar inte det som förseglades av \(paper) (\(part)): \(difference.swedish). Bygg och publicera igen"
        case .words(let part, let difference):
            "sidan är inte som den byggs av \(paper) (\(part)): \(difference.swedish). Bygg och publicera igen"
        case .file: "filen är inte den förseglade \(paper). Bygg och publicera igen"
        case .missing: "här ska \(paper) finnas, men sidan är borta. Bygg och publicera igen"
        case .unmarked(let part):
            "sidan saknar märkena för \(part) av \(paper), så den går inte att kontrollera. Lägg in dem i temats mall, se handboken"
        case .leaked: "\(paper) är inte offentlig men finns här. Ta bort filen från webbservern"
        }
    }

    func english(_ paper: String) -> String {
        switch self {
        case .text(let part, let difference):
            "the page does not show what was sealed of \(paper) (\(part)): \(difference.english). Build and publish again"
        case .words(let part, let difference):
            "the page is not as it is built from \(paper) (\(part)): \(difference.english). Build and publish again"
        case .file: "the file is not the sealed \(paper). Build and publish again"
        case .missing: "\(paper) belongs here, but the page is gone. Build and publish again"
        case .unmarked(let part):
            "the page lacks the marks for \(part) of \(paper), so it cannot be checked. Put them in the theme's template, see the handbook"
        case .leaked: "\(paper) is not public but stands here. Remove the file from the web server"
        }
    }
}

/// What shows that the log has lost its end.
public enum ShortenedLog: Hashable, Sendable {
    /// No line has the hash that somebody noted.
    case head(String)
    /// The published site tells of a seal that the log lacks.
    case site(meeting: String, kind: String, day: String)
    /// There are sealed copies that no line speaks of.
    case copies(Int)
}

extension ShortenedLog {
    var swedish: String {
        switch self {
        case .head(let hash):
            "ingen rad har kontrollsumman \(hash.visible): loggens slut är borta, eller så är loggen omskriven. Hämta tillbaka den från en säkerhetskopia"
        case .site(let meeting, let kind, let day):
            "webbplatsen har en försegling som loggen saknar (\(meeting.visible), \(kind.visible), \(day.visible)): loggens slut är borta. Hämta tillbaka den från en säkerhetskopia"
        case .copies(let count):
            "content/.forseglat har \(count) kopior som ingen rad i loggen nämner: loggens slut är borta, eller så avbröts en försegling. Hämta tillbaka loggen från en säkerhetskopia, eller försegla igen"
        }
    }

    var english: String {
        switch self {
        case .head(let hash):
            "no line has the hash \(hash.visible): the log's end is gone, or the log was rewritten. Restore it from a backup"
        case .site(let meeting, let kind, let day):
            "the site has a seal that the log lacks (\(meeting.visible), \(kind.visible), \(day.visible)): the log's end is gone. Restore it from a backup"
        case .copies(let count):
            "content/.forseglat has \(count) copies that no line of the log speaks of: the log's end is gone, or a seal was interrupted. Restore the log from a backup, or seal again"
        }
    }
}
