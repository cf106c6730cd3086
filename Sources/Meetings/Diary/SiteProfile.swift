/// What a site's klubba.yml says (FORMAT §2).
public struct SiteProfile: Sendable {
    public var organisation: String
    /// Where the site is published, without a trailing slash; nil when not said.
    public var address: String?
    public var language: Language
    public var timeZone: String
    public var bodies: [Body]
    /// Of each sealed meeting, the bodies as they were.
    public var sealedBodies: [MeetingID: [Body]] = [:]
    public var noticeRules: NoticeRules
    /// Of each meeting whose record is sealed, the words of the outcomes as they were, by their keys in the theme.
    public var sealedWords: [MeetingID: [String: String]] = [:]
    public var personalData: PersonalDataRules
    /// Kinds of files whose traces stay (`spår: {office: behåll}`).
    public var keptTraces: Set<TraceKind> = []
    public var reminders = ReminderRules()
    public var desk = DeskRules()
    /// Folders under content/ whose files are published though no text names them.
    public var fileFolders: [String]
    /// Paths in the output that others put there; a folder's ends with a slash (`egna-filer`).
    public var othersFiles: [String] = []
    /// Where the public and the members' edition are taken by `klubba publish`; nil where nobody has said.
    public var publicPlace: PublishingTarget?
    public var membersPlace: PublishingTarget?
    public var archive = ArchiveProfile()
    /// The Word file whose styles an export gets, from the site's folder (`mall`).
    public var wordTemplate: String?
    /// Of the open data; nil where nobody has said.
    public var licence: Licence?

    public enum Language: String, CaseIterable, Sendable {
        case swedish = "sv"
        case english = "en"
    }

    public init() {
        organisation = ""
        address = nil
        language = .swedish
        timeZone = "Europe/Stockholm"
        bodies = [("AU", "Arbetsutskottet", Body.Role.preparing), ("FS", "Förbundsstyrelsen", .deciding)]
            .compactMap { code, name, role in BodyCode(code).map { Body(code: $0, name: name, role: role) } }
        noticeRules = NoticeRules()
        personalData = PersonalDataRules()
        fileFolders = ["bilder", "dokument"]
    }
}

/// The rules of the notice board: a profile, not law in code (RULES.md).
public struct NoticeRules: Hashable, Sendable {
    public var daysToPost = 2
    public var appealDays = 21
    public var keptAt: String?
    /// A page under content/ that says how to appeal.
    public var appealPage: String?
    /// Of each meeting whose notice is sealed, the rules as they were: later ones hold for later notices.
    public var asSealed: [MeetingID: NoticeRules] = [:]

    public init() {}

    /// Those that a meeting's notices follow.
    public func holding(for meeting: MeetingID) -> NoticeRules { asSealed[meeting] ?? self }
}

/// A kind of file that may say who made it.
public enum TraceKind: String, CaseIterable, Sendable {
    case pictures = "bilder"
    case office
    case pdf
}

/// What personal data in published text does to a public build.
public struct PersonalDataRules: Hashable, Sendable {
    public var identityNumber: Action = .stop
    public var email: Action = .warn
    public var phone: Action = .warn

    public enum Action: String, CaseIterable, Sendable {
        case stop = "stoppa"
        case warn = "varna"
        case allow = "tillåt"
    }

    public init() {}
}

extension SiteProfile {
    /// A body by its code; at a sealed meeting with the name and the role that it had then.
    public func body(_ code: BodyCode, at meeting: MeetingID? = nil) -> Body? {
        let sealed = meeting.flatMap { sealedBodies[$0] }?.first { $0.code == code }
        return sealed ?? bodies.first { $0.code == code }
    }
}
