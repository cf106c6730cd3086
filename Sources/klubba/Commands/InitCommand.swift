import ArgumentParser
import Publishing
import System

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Börja en ny webbplats med ett exempelmöte.")

    @Argument(help: ArgumentHelp("Mappen som webbplatsen läggs i. Den skapas om den inte finns.", valueName: "mapp"))
    var folder: String

    func run() throws {
        let root = Path.planned(folder)
        let writer = ScaffoldWriter(root: root)
        if writer.exists("klubba.yml") || writer.exists("content") {
            throw ValidationError("I \(folder) finns redan en webbplats. Välj en tom mapp.")
        }
        let files = NewSite.files(today: SystemClock.today(in: "Europe/Stockholm"))
        for file in files { try writer.write(file.text, to: file.path) }
        Console.out("En ny webbplats ligger i \(folder), med ett exempelmöte och ett exempelärende.")
        Console.out("Gå dit och bygg den:     cd \(folder) && klubba build")
        Console.out("Se den medan du skriver: cd \(folder) && klubba serve")
    }
}
