import ArgumentParser
import Content
import Diagnostics
import Letters
import Meetings
import Publishing
import System

/// What `--kind` may say.
extension Letter.Kind: ExpressibleByArgument {}

struct LettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: "Skriv mötets brev: kallelsen, protokollsutdragen och anslaget.",
        discussion: """
            Varje brev blir en fil som öppnas i e-postprogrammet som ett utkast. Adresserna står i content/adresser.yml, som \
            aldrig publiceras. Den som ett beslut skickas till får det som är offentligt, ledamöterna det som deras utgåva \
            visar. Före mötet skrivs kallelsen, efter justeringen utdragen och anslaget. Har handlingar ändrats sedan \
            kallelsen förseglades börjar kallelsen med vad. Inget skickas utan --send.
            """,
        aliases: ["brev"])

    @Argument(help: ArgumentHelp("Vilket möte, till exempel fs-2020-09-18.", valueName: "möte"))
    var mote: String

    @Option(name: .long, help: ArgumentHelp("Bara det här slaget; får skrivas flera gånger.", valueName: "slag"))
    var kind: [Letter.Kind] = []

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Mappen som breven skrivs i. Utan valet brev/ och mötets namn.", valueName: "mapp"))
    var output: String?

    @Flag(name: .long, help: "Visa vilka brev det blir och till vem, och skriv inget.")
    var dryRun = false

    @Flag(name: .long, help: "Bifoga inte utdragen som PDF-filer.")
    var noPdf = false

    @Flag(name: .long, help: "Skicka också breven, med sendmail. Du får frågan först.")
    var send = false

    @Flag(name: .long, help: "Med --send: fråga inte, och skicka också det som har skickats förut.")
    var force = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if options.writtenAudience != nil {
            throw ValidationError("Varje brev innehåller det som mottagaren får se. Ta bort --audience.")
        }
        if send && dryRun { throw ValidationError("--send går inte ihop med --dry-run.") }
        if force && !send { throw ValidationError("--force hör ihop med --send.") }
    }

    func run() async throws {
        let request = try options.request()
        let root = request.root
        let everybody = await LoadedSite.load(request.with(.public))
        let members = await LoadedSite.load(request.with(.members))
        let whole = everybody.seenByArchive
        let language = everybody.language
        let reporter = Reporter(format: options.format, language: language)
        let id = try MeetingID(written: mote, profile: whole.profile, today: whole.today)
        guard whole.meetingIndex[id] != nil else {
            throw ValidationError("Mötet \(id) finns inte i content/moten/ och inget ärende har den dagen.")
        }
        let folder = try LetterFolder(root: root, output: output, meeting: id)
        for site in [everybody, members] where site.hasErrors {
            reporter.report(site.diagnostics)
            Console.err(LettersMessages.refused(language))
            throw ExitCode.content
        }
        let (book, faults) = SiteReader(root: root, clock: request.clock).addressBook(whole.profile)
        if faults.contains(where: { $0.severity == .error }) {
            reporter.report(faults.sorted())
            Console.err(LettersMessages.refused(language))
            throw ExitCode.content
        }
        let writer = LetterWriter(
            book ?? AddressBook(), everybody: everybody.register, members: members.register, whole: whole,
            theme: everybody.theme,
            links: LetterLinks(whole.profile, publicPaths: Set(everybody.plan.files.map(\.path))))
        var written = writer.letters(of: id, kinds: kind.isEmpty ? nil : Set(kind))
        let all = Array(Set(faults + missing(book, faults) + written.diagnostics)).sorted()
        if !noPdf {
            let attacher = ExtractAttacher(root: root, sites: [.public: everybody, .members: members])
            if let said = try await attacher.attach(to: &written.letters, at: id, language) { Console.err(said) }
        }
        reporter.report(all)
        let messages = written.letters.map { MailMessage($0, sender: book?.sender, day: whole.today) }
        for message in messages { Console.out(LettersMessages.line(message, language)) }
        if dryRun {
            Console.err(LettersMessages.rehearsed(messages.count, language))
        } else {
            try folder.write(messages, kinds: Set(kind), language)
            Console.err(LettersMessages.done(messages.count, folder.shown, language))
        }
        if send { try LetterPost(root: root, force: force).send(messages, language) }
        if options.strict && !all.isEmpty { throw ExitCode.content }
    }

    private func missing(_ book: AddressBook?, _ faults: [Diagnostic]) -> [Diagnostic] {
        let place = Place("content/adresser.yml")
        guard let book else { return faults.isEmpty ? [Diagnostic(place, .addressBookMissing)] : [] }
        return book.sender == nil && faults.isEmpty ? [Diagnostic(place, .senderMissing)] : []
    }
}
