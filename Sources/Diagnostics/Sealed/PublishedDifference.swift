/// How something in a built folder is not as the site is made.
public enum PublishedDifference: Hashable, Sendable {
    /// Words that became others.
    case words(SealedChange.Difference)
    /// The words are the same, and the code around them is not. How the line stands now; empty where one fell.
    case markup(String)
    /// Of a file that is no text, or of which no words can be told.
    case bytes
    case missing
    /// The manifest lists it, and the site does not have it.
    case unplanned
    case foreign
    case foreignFolder
    /// A link or the like in the place of a file.
    case strange
    /// The list of files.
    case manifest
}

extension PublishedDifference {
    var swedish: String {
        switch self {
        case .words(let difference): "här står annat än det som byggs: \(difference.swedish). Bygg och publicera igen"
        case .markup(""): "en rad i sidans kod är borta. Bygg och publicera igen"
        case .markup(let line): "sidans kod är en annan än den som byggs: \"\(line.visible)\". Bygg och publicera igen"
        case .bytes: "filen har annat innehåll än det som byggs. Bygg och publicera igen"
        case .missing: "sidan eller filen ska finnas men är borta. Bygg och publicera igen"
        case .unplanned: "sidan eller filen hör inte till webbplatsen. Ta bort den, eller bygg och publicera igen"
        case .foreign:
            "klubba har inte skrivit den här filen. Ta bort den, eller skriv dess namn under egna-filer i klubba.yml"
        case .foreignFolder:
            "klubba har inte skrivit den här mappen. Ta bort den, eller skriv dess namn under egna-filer i klubba.yml"
        case .strange:
            "här finns en länk eller något annat som inte är en fil. Ta bort den, och bygg och publicera igen"
        case .manifest: "förteckningen över filerna är ändrad. Bygg och publicera igen"
        }
    }

    var english: String {
        switch self {
        case .words(let difference):
            "here stands something else than what is built: \(difference.english). Build and publish again"
        case .markup(""): "a line of the page's code is gone. Build and publish again"
        case .markup(let line): "the page's code is not what is built: \"\(line.visible)\". Build and publish again"
        case .bytes: "the file has other content than what is built. Build and publish again"
        case .missing: "the page or file belongs here but is gone. Build and publish again"
        case .unplanned: "the page or file is no part of the site. Remove it, or build and publish again"
        case .foreign: "klubba did not write this file. Remove it, or name it under egna-filer in klubba.yml"
        case .foreignFolder: "klubba did not write this folder. Remove it, or name it under egna-filer in klubba.yml"
        case .strange: "here is a link or something else that is no file. Remove it, and build and publish again"
        case .manifest: "the list of files was changed. Build and publish again"
        }
    }
}

/// Why nobody can tell from a folder's manifest how its site was made.
public enum ManifestFault: Hashable, Sendable {
    case missing
    /// On a line.
    case damaged(Int)
    /// The folder holds the site of other readers than those asked about.
    case readers(isPublic: Bool)
    /// No such day.
    case day(String)
}

extension ManifestFault {
    var swedish: String {
        switch self {
        case .missing:
            "mappen har ingen .klubba-manifest, så det går inte att veta vad bygget skrev. Bygg och publicera igen"
        case .damaged(let line): "förteckningen över filerna är skadad på rad \(line). Bygg och publicera igen"
        case .readers(let isPublic):
            isPublic
                ? "det här är den offentliga webbplatsen, inte ledamöternas. Ange rätt mapp"
                : "det här är ledamöternas webbplats, inte den offentliga. Ta bort den härifrån, eller ange rätt mapp"
        case .day(let day): "\"\(day.visible)\" är ingen dag. Bygg och publicera igen"
        }
    }

    var english: String {
        switch self {
        case .missing:
            "the folder has no .klubba-manifest, so nobody knows what the build wrote. Build and publish again"
        case .damaged(let line): "the list of files is damaged on line \(line). Build and publish again"
        case .readers(let isPublic):
            isPublic
                ? "this is the public site, not the members'. Name the right folder"
                : "this is the members' site, not the public one. Remove it from here, or name the right folder"
        case .day(let day): "\"\(day.visible)\" is no day. Build and publish again"
        }
    }
}

/// A day that a site cannot have been built for.
public enum BuildDayFault: Hashable, Sendable {
    case toCome(String)
    case beforeLog(String, last: String)
}

extension BuildDayFault {
    var swedish: String {
        switch self {
        case .toCome(let day):
            "webbplatsen säger sig vara byggd för \(day), som inte har kommit. Bygg och publicera igen"
        case .beforeLog(let day, let last):
            "webbplatsen är byggd för \(day), före loggens sista försegling \(last). Bygg och publicera igen"
        }
    }

    var english: String {
        switch self {
        case .toCome(let day): "the site says that it was built for \(day), which has not come. Build and publish again"
        case .beforeLog(let day, let last):
            "the site was built for \(day), before the log's last seal \(last). Build and publish again"
        }
    }
}

/// Why a site, or some of its files, can't be made again here.
public enum RemakingHindrance: Hashable, Sendable {
    /// The manifest does not say how the site was made.
    case olderManifest
    case otherProgram(built: String, here: String)
    case option
    /// A program, with its version, that made some of the site.
    case tool(String)
    case files(Int, tool: String)
    case content
}

extension RemakingHindrance {
    var swedish: String {
        switch self {
        case .olderManifest: unlike("en äldre klubba, som inte antecknade hur")
        case .otherProgram(let built, let here): unlike("\(built.visible), och det här är \(here)")
        case .option: unlike("en klubba med val som den här inte har")
        case .tool(let tool): unlike("klubba med \(tool.visible), som inte finns här")
        case .files(let count, let tool):
            "\(count == 1 ? "1 fil" : "\(count) filer") gjordes av \(tool.visible), som inte finns här, och är inte kontrollerade. Installera det programmet, och kontrollera igen"
        case .content:
            "innehållet har fel, så webbplatsen kan inte göras om. Bara det förseglade är kontrollerat. Kör klubba check"
        }
    }

    private func unlike(_ made: String) -> String {
        "webbplatsen byggdes av \(made). Den kan inte göras om och jämföras här: bara det förseglade är kontrollerat. Bygg och publicera igen, eller kontrollera med samma klubba"
    }

    var english: String {
        switch self {
        case .olderManifest: unlikely("an older klubba, which did not note how")
        case .otherProgram(let built, let here): unlikely("\(built.visible), and this is \(here)")
        case .option: unlikely("a klubba with options that this one lacks")
        case .tool(let tool): unlikely("klubba with \(tool.visible), which is not here")
        case .files(let count, let tool):
            "\(count == 1 ? "1 file was" : "\(count) files were") made by \(tool.visible), which is not here, and not checked. Install that program, and check again"
        case .content:
            "the content has errors, so the site can't be made again. Only what is sealed was checked. Run klubba check"
        }
    }

    private func unlikely(_ made: String) -> String {
        "the site was built by \(made). It can't be made again and compared here: only what is sealed was checked. Build and publish again, or check with the same klubba"
    }
}
