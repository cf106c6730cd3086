import ArgumentParser
import Drafts
import Editing
import Meetings
import Publishing
import System

/// `klubba new protokoll fs-2026-12-11`
struct NewRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protokoll",
        abstract: "Lägg upp ett protokoll med en paragraf för varje punkt på dagordningen.",
        discussion: """
            Paragraferna får numren efter organets senaste det året. Ordföranden och de närvarande kommer ur registret i \
            klubba.yml: stryk dem som inte var där. Inget beslut skrivs.
            """)

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var mote: String

    @Flag(name: .long, help: "Visa vad som skulle skrivas, utan att skriva det.")
    var dryRun = false

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let session = try await DraftSession(mote, options)
        let record = try session.asking { () throws(NoDraft) in
            try NewRecord(session.meeting, register: session.site.register)
        }
        if dryRun { return Console.write(record.text, to: .output) }
        try session.writer.write(record.draft, label: "Nytt protokoll")
        Console.out(record.path)
    }
}

/// `klubba number fs-2026-12-11`
struct NumberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number",
        abstract: "Numrera om ett mötes bilagor i dagordningens ordning.",
        discussion: """
            Där ingen har skrivit nummer är de Klubbas egna, och inget behöver skrivas. När kallelsen är skickad ändras \
            inget nummer som har skickats: det som är nytt kommer efter.
            """)

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var mote: String

    @Flag(name: .long, help: "Visa vad som skulle ändras, utan att ändra det.")
    var dryRun = false

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let session = try await DraftSession(mote, options)
        let numbers = try session.asking { () throws(NoDraft) in
            try AttachmentNumbers(session.meeting, register: session.site.register)
        }
        if numbers.areAutomatic {
            return Console.err("\(session.meeting): numren är Klubbas egna. Inget behöver skrivas.")
        }
        try session.carryOut(
            numbers.draft, dryRun: dryRun, label: "Numrerade bilagor",
            nothing: "\(session.meeting): numren är redan i ordning.")
    }
}

/// `klubba move fs-2026-12-11 2026-12-18`
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Flytta ett möte till en annan dag, med alla ärenden som det tar upp.",
        discussion: "Mötets gamla adress säger sedan vart det har flyttat.")

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var mote: String

    @Argument(help: ArgumentHelp("Den nya dagen.", valueName: "datum"))
    var datum: String

    @Flag(name: .long, help: "Visa vad som skulle ändras, utan att ändra det.")
    var dryRun = false

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let session = try await DraftSession(mote, options)
        guard case .date(let date) = DateReading(datum, clock: session.site.register.today) else {
            throw ValidationError("\(datum) är inget datum. Skriv som 2020-09-18.")
        }
        let moved = try session.asking { () throws(NoDraft) in
            try MovedMeeting(
                session.meeting, to: date, register: session.site.register, read: session.writer.read)
        }
        try session.carryOut(moved.draft, dryRun: dryRun, label: "Flyttade mötet", nothing: "Inget ändrades.")
    }
}

/// A site that something is proposed for.
private struct DraftSession {
    let site: LoadedSite
    let meeting: MeetingID
    let writer: DraftWriter

    /// All is seen: what is proposed is for the files, and for no reader.
    init(_ written: String, _ options: SiteOptions) async throws {
        let root = try options.root()
        site = await LoadedSite.load(try options.request().with(.archive))
        let profile = site.register.profile
        meeting = try MeetingID(written: written, profile: profile, today: site.register.today)
        writer = DraftWriter(root: root, editor: Editor(bodies: profile.bodies.map(\.code.slug.text)))
    }

    func asking<Answer>(_ question: () throws(NoDraft) -> Answer) throws -> Answer {
        do throws(NoDraft) {
            return try question()
        } catch {
            throw ValidationError(error.text)
        }
    }

    func carryOut(_ draft: Draft, dryRun: Bool, label: String, nothing: String) throws {
        for warning in draft.warnings { Console.err(warning) }
        if draft.changes.isEmpty { return Console.err(nothing) }
        if !dryRun { try writer.write(draft, label: label) }
        for row in draft.rows { Console.out("\(row.path): \(row.title): \(row.now) → \(row.after)") }
        if dryRun { Console.err("Inget skrevs.") }
    }
}
