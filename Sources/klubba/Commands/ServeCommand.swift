import ArgumentParser
import Diagnostics
import LocalServer
import Preview
import Publishing
import System

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Förhandsgranska webbplatsen i webbläsaren medan du skriver.",
        discussion: """
            Webbplatsen visas bara på den här datorn. Sidan i webbläsaren byts ut när du sparar en fil, och fel och \
            varningar visas över den. Inget skrivs i public/. Avsluta med Ctrl-C.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("Port på den här datorn. Är den upptagen tas nästa lediga.", valueName: "port"))
    var port = 8000

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Skriv också webbplatsen hit vid varje ändring utan fel.", valueName: "mapp"))
    var output: String?

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let request = try options.request()
        guard (0...65_535).contains(port) else {
            throw ValidationError("Det finns ingen port \(port). Välj en mellan 1024 och 65535.")
        }
        let target = try output.map {
            (path: try OutputFolder.target(root: request.root, output: $0, audience: request.audience), shown: $0)
        }
        let listener = try listener()
        let round = PreviewRound(request, format: options.format, warnings: options.warnings, target: target)
        // A build that is writing can be cut short: the next one mends what it left.
        Machine.endQuietlyWhenAsked()
        let server = PreviewServer(
            root: request.root, listener: listener, build: { await round.build() },
            tell: { notice in
                switch notice {
                case .ready: say(ServeMessages.ready(listener.port, asked: port))
                case .looksForChanges(let reason): Console.err(ServeMessages.looksForChanges(reason))
                }
            })
        await server.run()
        Console.err(ServeMessages.noServer(SystemError("").number))
        throw ExitCode.machine
    }

    private func listener() throws -> Listener {
        do throws(ListenFailure) {
            return try Listener(port: port)
        } catch {
            Console.err(ServeMessages.noPort(error))
            throw ExitCode.machine
        }
    }

    /// Standard output belongs to the JSON when that is asked for.
    private func say(_ text: String) {
        if options.format == .json { Console.err(text) } else { Console.out(text) }
    }
}
