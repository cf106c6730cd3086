import ArgumentParser
import Content
import Import
import System

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Gör Word-filer av ärenden, kallelser och protokoll.",
        discussion: """
            Ett ärende nämns med sitt dnr, ett möte som fs-2020-09-18, en fil med sin sökväg under content/. Word-filen kan \
            ändras och läsas in igen med klubba import FIL --update. Kräver programmet pandoc.
            """)

    @Argument(help: ArgumentHelp("Dnr, möte eller fil. Utelämnas med --all.", valueName: "vad"))
    var what: String?

    @Option(
        name: .long, help: ArgumentHelp("protokoll, kallelse, beslut eller utdrag, för ett möte.", valueName: "sort"))
    var kind: ExportKind?

    @Option(name: .long, help: ArgumentHelp("Paragrafens nummer, för ett utdrag.", valueName: "nummer"))
    var paragraf: Int?

    @Option(name: [.short, .long], help: ArgumentHelp("Filen, eller mappen med --all.", valueName: "fil"))
    var output: String?

    @Flag(name: .long, help: "Alla ärenden, kallelser och protokoll.")
    var all = false

    @Flag(name: .long, help: "Skriv över en fil som finns.")
    var force = false

    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp.", valueName: "mapp"))
    var site: String = "."

    @Option(name: .long, help: ArgumentHelp("Räkna som om det var den här dagen.", valueName: "datum"))
    var today: String?

    func run() async throws {
        guard all || what != nil else {
            throw ValidationError("Skriv vad som ska exporteras: ett dnr, ett möte eller en fil. Eller --all.")
        }
        var options = SiteOptions()
        options.today = today
        let root = Path.planned(site)
        let sources = await SiteReader(root: root, clock: try options.clock()).read()
        let order = ExportOrder(
            what: all ? nil : what, kind: kind, paragraph: paragraf, output: output, overwrites: force)
        let clock = try options.clock()("Europe/Stockholm")
        do throws(ExportRefusal) {
            let export = try SiteExport(order, of: sources, root: root, clock: clock)
            for item in try export.items() { Console.out(try export.export(item)) }
        } catch {
            throw told(error)
        }
    }
}

extension ExportKind: ExpressibleByArgument {}

extension ExportCommand {
    /// Says why, and gives what the program ends with.
    private func told(_ refusal: ExportRefusal) -> any Error {
        let (text, exit): (String, ExitCode) =
            switch refusal {
            case .extractWithoutNumber: ("Ett utdrag behöver --paragraf med paragrafens nummer.", .usage)
            case .noMeeting(let what):
                (
                    "\(what) är ett ärende. --kind och --paragraf gäller möten, till exempel fs-2020-09-18.",
                    .usage
                )
            case .unknown(let what):
                ("\(what) finns inte: det är varken ett dnr, ett möte eller en fil under content/.", .content)
            case .meetingWithout(let what, let kind):
                (
                    "\(what) har \(kind == .kallelse ? "ingen kallelse" : "inget protokoll") att exportera.",
                    .content
                )
            case .inContent(let target):
                (
                    "\(target) ligger i content/, som bara har texterna själva. Välj en annan plats med --output.",
                    .content
                )
            case .exists(let target):
                ("\(target) finns redan och lämnades. Skriv --force för att skriva över den.", .content)
            case .noTemplate(let name):
                (
                    "Mallen \(name) i klubba.yml finns inte, eller är ingen .docx i webbplatsens mapp. Rätta mall:.",
                    .content
                )
            case .unreadable(let path, let reason):
                ("\(path) går inte att läsa (\(reason.swedish)). Kontrollera behörigheten.", .machine)
            case .word(_, .pandocMissing):
                ("Programmet pandoc saknas. klubba tools import säger hur det installeras.", .machine)
            case .word(let path, .failed(let what)):
                ("\(path) gick inte att göra till en Word-fil (\(what)).", .machine)
            case .word(let path, .noParagraph(let number)): ("\(path) har ingen § \(number).", .content)
            case .notWritten(let target): ("\(target) gick inte att skriva.", .machine)
            }
        if exit == .usage { return ValidationError(text) }
        Console.err(text)
        return exit
    }
}
