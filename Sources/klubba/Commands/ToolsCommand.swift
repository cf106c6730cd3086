import ArgumentParser
import System
import ToolKits

extension ToolKit: ExpressibleByArgument {}

struct ToolsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools",
        abstract: "Visa vilka andra program kommandona behöver, vad som saknas, och hur det installeras.",
        discussion: """
            Utan namn visas alla delar: packet, import, documents och archive. Med ett namn får du frågan om det som går att \
            installera i din egen hemmapp. Det som kräver root installerar Klubba aldrig: kommandot visas.
            """)

    @Argument(help: ArgumentHelp("packet, import, documents eller archive.", valueName: "del"))
    var kit: ToolKit?

    @Flag(name: .long, help: "Fråga inte innan det som går i hemmappen installeras.")
    var yes = false

    @Option(
        name: .long,
        help: ArgumentHelp("Webbplatsens mapp; program som ligger i den används aldrig.", valueName: "mapp"))
    var site = "."

    func validate() throws {
        if yes && kit == nil {
            throw ValidationError("Säg vilken del som ska installeras, till exempel klubba tools packet --yes.")
        }
    }

    func run() throws {
        // A folder that is no site, such as somebody's home, may well have tools in it.
        let root = Path.absolute(site).flatMap { Path.isFolder($0 + "/content") ? $0 : nil } ?? "/dev/null"
        guard let kit else {
            for kit in ToolKit.allCases { Console.out(ToolsMessages.table(kit, ToolCheck.all(of: kit, site: root))) }
            return Console.out(ToolsMessages.more)
        }
        var checks = ToolCheck.all(of: kit, site: root)
        Console.out(ToolsMessages.table(kit, checks))
        for line in ToolsMessages.advice(checks) { Console.out(line) }
        if checks.lacksPython, let installer = PythonInstaller(kit, site: root) {
            guard checks.isReadyForPython else {
                Console.err(ToolsMessages.pythonLater)
                throw ExitCode.machine
            }
            Console.out(ToolsMessages.python(installer))
            guard yes || PublishMessages.isYes("Installera det i \(installer.folder) nu? Skriv ja:") else {
                Console.err("Inget installerades.")
                throw ExitCode.machine
            }
            try install(installer)
            checks = ToolCheck.all(of: kit, site: root)
        }
        let missing = checks.filter(\.isMissing)
        Console.err(missing.isEmpty ? "Allt som behövs finns." : ToolsMessages.missing(missing))
        if !missing.isEmpty { throw ExitCode.machine }
    }

    private func install(_ installer: PythonInstaller) throws {
        do throws(InstallFailure) {
            try installer.install()
        } catch {
            Console.err(ToolsMessages.failed(error, installer.folder))
            throw ExitCode.machine
        }
    }
}
