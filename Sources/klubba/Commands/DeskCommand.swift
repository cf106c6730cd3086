import ArgumentParser
import Desk
import History
import LocalServer
import Meetings
import Preview
import Publishing
import System

struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Öppna skrivbordet: hela årets arbete i webbläsaren.",
        discussion: """
            Skrivbordet ändrar samma filer som en textredigerare, och båda kan användas samtidigt. Det svarar bara på den här \
            datorn. Avsluta med Ctrl-C.
            """,
        aliases: ["skrivbord"])

    @Option(name: .long, help: ArgumentHelp("Webbplatsens mapp, den som har content/ i sig.", valueName: "mapp"))
    var site = "."

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Port på den här datorn. Är den upptagen tas nästa lediga; 0 tar vilken som helst.", valueName: "port"))
    var port: Int?

    @Flag(name: .long, help: "Öppna inte webbläsaren.")
    var noOpen = false

    @Option(
        name: .long,
        help: ArgumentHelp("Räkna som om det var den här dagen, till exempel 2020-09-18.", valueName: "datum"))
    var today: String?

    @Flag(name: .long, help: "Skriv en startikon till skrivbordet på datorn, och öppna inget.")
    var launcher = false

    func run() async throws {
        guard let root = Path.absolute(site), Path.isFolder(root) else {
            throw ValidationError("Mappen \(site) finns inte.")
        }
        guard Path.isFolder(root + "/content") || FileBytes.exists(root + "/klubba.yml") else {
            throw ValidationError("Mappen \(site) är ingen webbplats: den har varken content/ eller klubba.yml.")
        }
        if launcher { return try Launcher(root: root).write() }
        if let port, !(0...65_535).contains(port) {
            throw ValidationError("Det finns ingen port \(port). Välj en mellan 1024 och 65535.")
        }
        let access = DeskAccess(site: root)
        if let running = access.running { return open(running, access) }
        try recover(root)
        let request = try SiteOptions.of(site: root, today: today, audience: .members).request()
        let desk = try listener(from: port ?? access.lastPort ?? 8000)
        let pages = try listener(from: desk.port + 1)
        // What the commands make without being told where lies in the site's folder.
        Path.enter(root)
        let round = DeskRound(request, key: ReadingKey(port: pages.port, desk: desk.port))
        let runner = CommandRunner(root: root, extra: today.map { ["--today", $0] } ?? [])
        let surface = await round.begin(runner, previewPort: pages.port)
        access.open(port: desk.port)
        Machine.endQuietlyWhenAsked()
        let preview = PreviewServer(
            root: root, listener: pages, build: { await round.build() }, reading: round.key,
            unsaved: round.unsaved, tell: { _ in })
        async let shown: Void = preview.run()
        open(desk.port, access)
        await DeskServer(desk: surface, listener: desk, access: access, preview: pages.port).run()
        await shown
        Console.err(ServeMessages.noServer(SystemError("").number))
        throw ExitCode.machine
    }

    /// What a crash left half done is finished before anybody is let in.
    private func recover(_ root: String) throws {
        do throws(SiteFailure) {
            try VersionStore(root: root).recover()
        } catch {
            Console.err(
                "Skrivbordets historik i .klubba/ går inte att läsa eller skriva. Kontrollera behörighet och utrymme.")
            throw ExitCode.machine
        }
    }

    private func listener(from port: Int) throws -> Listener {
        do throws(ListenFailure) {
            return try Listener(port: min(port, 65_535))
        } catch {
            Console.err(ServeMessages.noPort(error))
            throw ExitCode.machine
        }
    }

    private func open(_ port: Int, _ access: DeskAccess) {
        let address = "http://127.0.0.1:\(port)/#biljett=\(access.ticket())"
        Console.out("Skrivbordet: \(address)")
        if noOpen { return }
        for browser in ["/usr/bin/xdg-open", "/usr/bin/sensible-browser"] where FileBytes.may(.execute, browser) {
            _ = try? ChildProcess.run(browser, [address], seconds: 10)
            return
        }
    }
}
