import ArgumentParser
import Content
import Diagnostics
import Glibc
import Ledger
import Meetings
import Tools

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Whom a site is built for; the archive is not among them.
extension Audience: ExpressibleByArgument {
    public init?(argument: String) {
        guard let audience = Audience(rawValue: argument), Audience.editions.contains(audience) else { return nil }
        self = audience
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
    var audience: Audience {
        get { writtenAudience ?? .public }
        set { writtenAudience = newValue }
    }

    /// The site's root as an absolute path without a trailing slash.
    func root() throws -> String {
        guard let path = Path.absolute(site) else { throw ValidationError("Mappen \(site) finns inte.") }
        return path
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

/// The one place that asks what day and what time it is.
enum SystemClock {
    /// SOURCE_DATE_EPOCH where it is set, else now (FORMAT §1).
    static func today(in timeZone: String) -> CalendarDate { day(of: seconds, in: timeZone) }

    /// Since 1970-01-01 in universal time.
    static var seconds: Int { epoch.flatMap(second) ?? Int(time(nil)) }

    /// A setting that cannot be read is not passed over: no two builds would be alike.
    static func check() throws {
        guard let epoch, second(epoch) == nil else { return }
        throw ValidationError(
            "SOURCE_DATE_EPOCH är \"\(epoch.prefix(40).description.visible)\", som inte är sekunder sedan 1970. Skriv som 1600387200, eller ta bort variabeln."
        )
    }

    private static var epoch: String? { getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } }

    /// Nil for anything but a second of the years 1970–9999.
    private static func second(_ written: String) -> Int? {
        guard written.utf8.allSatisfy(\.isDigit), let second = Int(written), second < 253_402_300_800 else {
            return nil
        }
        return second
    }

    static func day(of seconds: Int, in timeZone: String) -> CalendarDate {
        if let rules = ZoneRules(timeZone) { return rules.day(of: seconds) }
        let offset = TimeZoneFile(timeZone)?.offset(at: seconds) ?? 0
        return CalendarDate(secondsSince1970: seconds + offset)
    }
}

enum Path {
    /// The real path of something that exists.
    static func absolute(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The real path of something that need not exist: what exists of it is resolved, the rest is taken as written.
    static func planned(_ path: String) -> String {
        if let resolved = absolute(path) { return resolved }
        var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard let last = parts.popLast() else { return path }
        let parent = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        let base = planned(parent.isEmpty ? "." : parent)
        if last == "." { return base }
        if last == ".." { return String(base[..<(base.lastIndex(of: "/") ?? base.startIndex)]) }
        return base == "/" ? "/" + last : base + "/" + last
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// True when one path is the other or lies below it.
    static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }
}
