import ArgumentParser
import Content
import Diagnostics
import Meetings
import Publishing
import System

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Visa vad en människa måste titta på före publicering, och skriv att någon har gjort det.",
        discussion: """
            Utan fil: en lista över filer som inte kunde läsas, det som såg ut som personuppgifter och det som redan är \
            granskat. Med fil och --name: en rad i content/granskade.jsonl, knuten till filens bytes. Ändras filen måste \
            den granskas igen.
            """)

    @Argument(help: ArgumentHelp("Filen som någon har läst, till exempel content/arenden/x/a.pdf.", valueName: "fil"))
    var file: String?

    @Option(name: .long, help: ArgumentHelp("Den som har tittat.", valueName: "namn"))
    var name: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            "Det som står på platsen är inget personnummer, till exempel 7:3 eller \"sida 3\". Kan anges flera gånger.",
            valueName: "plats"))
    var none: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Skriv listan som en sida att gå igenom, skriva ut och skriva under.", valueName: "fil.html")
    )
    var page: String?

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let root = try options.root()
        if let file { return try sign(file, root: root) }
        guard name == nil, none.isEmpty else { throw ValidationError("Skriv vilken fil som är granskad.") }
        let site = await LoadedSite.load(try options.request())
        let list = ReviewList(site)
        if let page {
            guard (try? FileBytes.write(Array(list.page.utf8), to: page)) != nil else {
                throw ValidationError("\(page) går inte att skriva.")
            }
            Console.err("Listan ligger i \(page).")
        } else {
            Console.out(list.text)
        }
        if !list.isEmpty { throw ExitCode.content }
    }

    private func sign(_ written: String, root: String) throws {
        guard let name, !name.isEmpty else { throw ValidationError("Skriv vem som har tittat: --name \"Anna Ek\".") }
        let whole = written.hasPrefix("/") ? written : root + "/" + written
        guard let location = Path.absolute(whole), location.hasPrefix(root + "/content/"),
            let hash = Reviews.hash(of: String(location.dropFirst(root.utf8.count + 1)), root: root)
        else { throw ValidationError("\(written) finns inte i webbplatsens content/.") }
        let file = String(location.dropFirst(root.utf8.count + 1))
        let day = try options.clock()("Europe/Stockholm").description
        let matters: [ReviewLine.Matter] = none.isEmpty ? [.read] : none.map { .noNumber($0) }
        let lines = matters.map { ReviewLine(file: file, hash: hash, day: day, name: name, matter: $0).text }
        let target = "\(root)/content/\(Reviews.path)"
        do throws(SystemError) {
            try FileBytes.append(Array(lines.joined().utf8), to: target)
        } catch {
            Console.err("\(target) går inte att skriva (\(error.reason.swedish)). Kontrollera dess sista rad.")
            throw ExitCode.machine
        }
        Console.out("Granskad: \(file), \(day), \(name). Ändras filen måste den granskas igen.")
    }
}
