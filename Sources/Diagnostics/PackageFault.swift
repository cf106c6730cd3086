import System

/// How an archive package is not what it says that it is (ARCHIVE §8).
public enum PackageFault: Hashable, Sendable {
    case missing(listedIn: String)
    case foreign
    case listedTwice
    case size(stated: Int, found: Int)
    case digest(statedIn: String)
    /// The document was written by klubba with a check sum of its own at its end.
    case ownDigest
    case notXML(String)
    case schema(String)
    case schemaUnknown
    case identifier(folder: String)
    /// The name does not follow from what lies in original/.
    case identifierContent
    case noRecord
    case recordWithoutFile(path: String)
    case sourceMissing(source: String)
    case notAnOrdinaryFile
    case pathOut
    case topFolders(Int)
    case container(String)
    case bag(String)
    case log(String)
    /// Not what the log says that was sealed.
    case sealed(line: Int)
    case unreadable(SystemReason)
}

extension PackageFault {
    var swedish: String {
        switch self {
        case .missing(let list): "filen finns inte, men står i \(list.visible). Hämta paketet på nytt"
        case .foreign:
            "filen hör inte till paketet: den står i ingen METS.xml. Ta bort den, eller hämta paketet på nytt"
        case .listedTwice: "filen står mer än en gång i paketets METS-filer. Hämta paketet på nytt"
        case .size(let stated, let found): "filen är \(found) byte men ska vara \(stated). Hämta paketet på nytt"
        case .digest(let list):
            "filens innehåll är ändrat: kontrollsumman är inte den som står i \(list.visible). Hämta paketet på nytt"
        case .ownDigest: "filen är ändrad: kontrollsumman på dess sista rad stämmer inte. Hämta paketet på nytt"
        case .notXML(let reason): "filen går inte att läsa som XML (\(reason.visible)). Hämta paketet på nytt"
        case .schema(let reason): "filen följer inte sitt XML-schema: \(reason.visible)"
        case .schemaUnknown: "schemat är inte det som klubba lägger i paketen. Hämta paketet på nytt"
        case .identifier(let folder): "OBJID är inte mappens namn (\(folder.visible)). Ge mappen sitt namn tillbaka"
        case .identifierContent:
            "OBJID följer inte av det som ligger i representations/original/data. Hämta paketet på nytt"
        case .noRecord: "filen hör inte till någon handling i ERMS.xml. Hämta paketet på nytt"
        case .recordWithoutFile(let path):
            "en handling har filen \(path.visible), som inte finns. Hämta paketet på nytt"
        case .sourceMissing(let source):
            "filen är gjord av \(source.visible), som inte finns i paketet. Hämta paketet på nytt"
        case .notAnOrdinaryFile:
            "detta är en länk eller något annat än en vanlig fil. Ett paket har bara filer och mappar"
        case .pathOut: "namnet leder ut ur paketet. Öppna det inte med andra program"
        case .topFolders(let count):
            "paketet har \(count) mappar eller filer överst i stället för en. Hämta paketet på nytt"
        case .container(let reason): "paketet går inte att packa upp: \(reason.visible). Hämta det på nytt"
        case .bag(let reason): "bagen stämmer inte: \(reason.visible). Hämta paketet på nytt"
        case .log(let reason): reason
        case .sealed(let line):
            "filens innehåll är inte det som förseglades (rad \(line) i content/beslutslogg.jsonl). Hämta paketet på nytt"
        case .unreadable(let reason): "filen kan inte läsas (\(reason.swedish.visible)). Kontrollera behörigheten"
        }
    }

    var english: String {
        switch self {
        case .missing(let list): "the file is not there, but \(list.visible) lists it. Fetch the package anew"
        case .foreign: "the file is no part of the package: no METS.xml lists it. Remove it, or fetch the package anew"
        case .listedTwice: "the package's METS files list the file more than once. Fetch the package anew"
        case .size(let stated, let found):
            "the file has \(found) bytes but should have \(stated). Fetch the package anew"
        case .digest(let list):
            "the file's content has changed: its check sum is not the one in \(list.visible). Fetch the package anew"
        case .ownDigest: "the file has changed: the check sum on its last line does not hold. Fetch the package anew"
        case .notXML(let reason): "the file cannot be read as XML (\(reason.visible)). Fetch the package anew"
        case .schema(let reason): "the file does not follow its XML schema: \(reason.visible)"
        case .schemaUnknown: "the schema is not one that klubba puts in packages. Fetch the package anew"
        case .identifier(let folder):
            "OBJID is not the folder's name (\(folder.visible)). Give the folder its name back"
        case .identifierContent:
            "OBJID does not follow from what lies in representations/original/data. Fetch the package anew"
        case .noRecord: "the file belongs to no record in ERMS.xml. Fetch the package anew"
        case .recordWithoutFile(let path):
            "a record has the file \(path.visible), which is not there. Fetch the package anew"
        case .sourceMissing(let source):
            "the file is made from \(source.visible), which is not in the package. Fetch the package anew"
        case .notAnOrdinaryFile:
            "this is a link or something else than an ordinary file. A package has files and folders alone"
        case .pathOut: "the name leads out of the package. Do not open it with other programs"
        case .topFolders(let count):
            "the package has \(count) folders or files at its top instead of one. Fetch the package anew"
        case .container(let reason): "the package cannot be unpacked: \(reason.visible). Fetch it anew"
        case .bag(let reason): "the bag does not hold: \(reason.visible). Fetch the package anew"
        case .log(let reason): reason
        case .sealed(let line):
            "the file's content is not what was sealed (line \(line) of content/beslutslogg.jsonl). Fetch the package anew"
        case .unreadable(let reason): "the file cannot be read (\(reason.english.visible)). Check its permissions"
        }
    }
}

/// What is not finished, and therefore in no package yet.
public enum ArchiveOmission: Hashable, Sendable {
    case meeting(String)
    case matter(String, from: String)
}
