import ArgumentParser
import Content
import Drafts
import Meetings
import Publishing
import Register

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Börja på ett nytt ärende, möte eller protokoll.",
        subcommands: [NewMatterCommand.self, NewMeetingCommand.self, NewRecordCommand.self])
}

struct NewMatterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "arende",
        abstract: "Lägg upp ett ärende med nästa dnr och nästa bilagenummer.",
        aliases: ["ärende"])

    @Argument(help: ArgumentHelp("Ärendets titel.", valueName: "titel"))
    var title: String

    @Option(name: .long, help: ArgumentHelp("Dnr. Utan valet årets nästa nummer.", valueName: "dnr"))
    var dnr: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            "Möte som behandlar ärendet, till exempel fs-2020-09-18. Kan anges flera gånger.", valueName: "möte"))
    var mote: [String] = []

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let root = try options.root()
        let site = await LoadedSite.load(try options.request().with(.members))
        let profile = site.register.profile
        let today = site.register.today
        let meetings = try mote.map { try MeetingID(written: $0, profile: profile, today: today) }
        let body = NewMatter.body(of: meetings, in: profile)
        let number = dnr ?? NextNumbers.diaryNumber(in: site.whole, bodies: [body?.code].compactMap(\.self))
        guard NewMatter.isOneLine(title), NewMatter.isOneLine(number) else {
            throw ValidationError("Titeln och dnr skrivs på en rad var, utan radbrytning.")
        }
        guard let slug = Slug(number) else { throw ValidationError("Dnr \(number) går inte att använda.") }
        if let taken = site.register.matters.first(where: { $0.diaryNumber?.key == DiaryNumber.key(of: number) }) {
            throw ValidationError("Dnr \(number) används redan i \(taken.file).")
        }
        let path = "content/arenden/\(slug)/arende.md"
        let text = NewMatter.text(title: title, number: number, meetings: meetings, register: site.register)
        try ScaffoldWriter(root: root).write(text, to: path)
        Console.out(path)
    }
}

struct NewMeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mote",
        abstract: "Lägg upp ett möte med dagordning.",
        aliases: ["möte"])

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var mote: String

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let root = try options.root()
        let site = await LoadedSite.load(try options.request().with(.members))
        let id = try MeetingID(written: mote, profile: site.register.profile, today: site.register.today)
        let path = "content/moten/\(id.slug).md"
        try ScaffoldWriter(root: root).write(NewMeeting.text(id, register: site.register), to: path)
        Console.out(path)
    }
}

extension MeetingID {
    /// `fs-2020-09-18`, `fs 200918`, `fs-2020-09-18-2`
    init(written: String, profile: SiteProfile, today: CalendarDate) throws {
        let known = profile.bodies.map(\.code.slug.text).joined(separator: ", ")
        let lower = written.lowercased()
        for body in profile.bodies where lower.hasPrefix(body.code.slug.text) {
            let rest = lower.dropFirst(body.code.slug.text.count).drop { $0 == "-" || $0 == " " }
            let parts = MeetingDay.parts(of: String(rest))
            if case .date(let date) = DateReading(parts.date, clock: today) {
                self.init(body: body.code, date: date, ordinal: parts.ordinal)
                return
            }
        }
        throw ValidationError(
            "\(written) är inget möte. Skriv organ och datum, som fs-2020-09-18. Organen är \(known).")
    }
}
