import ArgumentParser
import Diagnostics
import Ledger
import Meetings
import Publishing
import System

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Whom a site is built for; the archive is not among them.
extension Audience: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(edition: argument)
    }

    public static var allValueStrings: [String] { Audience.editions.map(\.rawValue) }
}

/// What every command that reads a site takes.
struct SiteOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp, den som har content/ i sig.", valueName: "mapp"))
    var site: String = "."

    @Option(
        name: .long,
        help: ArgumentHelp("Räkna som om det var den här dagen, till exempel 2020-09-18.", valueName: "datum"))
    var today: String?

    @Option(name: .long, help: ArgumentHelp("Hur fel och varningar skrivs.", valueName: "form"))
    var format: OutputFormat = .text

    @Flag(name: .long, help: "Låt varningar stoppa, som fel.")
    var strict = false

    @Option(
        name: .customLong("audience"),
        help: ArgumentHelp(
            "För vem: public är alla, members är ledamöterna. (default: public)", valueName: "läsare"))
    var writtenAudience: Audience?
}

extension SiteOptions {
    /// Of a command that has options of its own by the same names. (In an initializer, what is assigned to an option would
    /// become its default value, which cannot be read.)
    static func of(
        site: String, today: String?, audience: Audience, format: OutputFormat = .text, strict: Bool = false
    ) -> SiteOptions {
        var options = SiteOptions()
        (options.site, options.today, options.writtenAudience) = (site, today, audience)
        (options.format, options.strict) = (format, strict)
        return options
    }

    var audience: Audience {
        get { writtenAudience ?? .public }
        set { writtenAudience = newValue }
    }

    /// What warnings do.
    var warnings: Publication.Warnings { strict ? .stop : .pass }

    /// The site's root as an absolute path without a trailing slash.
    func root() throws -> String {
        guard let path = Path.absolute(site) else { throw ValidationError("Mappen \(site) finns inte.") }
        return path
    }

    /// What they ask for. Files that are not Markdown are read by klubba itself, in a process each.
    func request() throws -> SiteRequest {
        var request = SiteRequest(site: try root(), audience: audience, clock: try clock())
        request.documentProgram = Path.ownProgram
        return request
    }

    /// The second that a seal is dated: noon of the day that was given, else the clock's.
    func moment() throws -> LogTime {
        today == nil ? LogTime(seconds: SystemClock.seconds) : LogTime(noonOf: try clock()("Europe/Stockholm"))
    }

    func clock() throws -> @Sendable (String) -> CalendarDate {
        guard let today else { return { SystemClock.today(in: $0) } }
        switch DateReading(today, clock: SystemClock.today(in: "Europe/Stockholm")) {
        case .date(let date): return { _ in date }
        case .impossible: throw ValidationError("Det finns ingen dag \(today). Skriv som --today 2020-09-18.")
        case .unreadable: throw ValidationError("\(today) är inget datum. Skriv som --today 2020-09-18.")
        }
    }
}

extension SystemClock {
    /// A setting that cannot be read is not passed over: no two builds would be alike.
    static func check() throws {
        guard let unreadable else { return }
        throw ValidationError(
            "SOURCE_DATE_EPOCH är \"\(unreadable.prefix(40).description.visible)\", som inte är sekunder sedan 1970. Skriv som 1600387200, eller ta bort variabeln."
        )
    }
}
