import ArgumentParser
import Meetings
import Publishing
import System

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Börja en ny webbplats med ett exempelmöte.",
        discussion: "I en terminal ställs några frågor först. Tryck bara på retur för det som står inom hakar.")

    @Argument(help: ArgumentHelp("Mappen som webbplatsen läggs i. Den skapas om den inte finns.", valueName: "mapp"))
    var folder: String

    @Flag(name: .long, help: "Skriv också en startikon till skrivbordet på datorn.")
    var launcher = false

    func run() throws {
        let root = Path.planned(folder)
        let writer = ScaffoldWriter(root: root)
        if writer.exists("klubba.yml") || writer.exists("content") {
            throw ValidationError("I \(folder) finns redan en webbplats. Välj en tom mapp.")
        }
        let today = SystemClock.today(in: "Europe/Stockholm")
        var plan = NewSite.Plan(today: today)
        if Terminal.canAnswer, Console.isErrorTerminal { ask(&plan, today) }
        for file in NewSite.files(today: today, plan: plan) { try writer.write(file.text, to: file.path) }
        Console.out("En ny webbplats ligger i \(folder), med ett exempelmöte och ett exempelärende.")
        Console.out("Öppna skrivbordet:       klubba desk --site \(folder)")
        Console.out("Gå dit och bygg den:     cd \(folder) && klubba build")
        Console.out("Se den medan du skriver: cd \(folder) && klubba serve")
        if launcher { try Launcher(root: root).write() }
    }

    private func ask(_ plan: inout NewSite.Plan, _ today: CalendarDate) {
        plan.organisation = answer("Vad heter ni?", plan.organisation)
        plan.board = answer("Vad heter det som beslutar?", plan.board)
        plan.committee = answer("Vad heter det som bereder?", plan.committee)
        let written = answer("När är nästa möte?", plan.meeting.description)
        guard case .date(let day) = DateReading(written, clock: today), day > today else {
            return Console.err("\(written) är ingen kommande dag. Exempelmötet läggs \(plan.meeting).")
        }
        if SwedishHolidays.endsNoTime(on: day) {
            Console.err("\(day) är en helgdag. Exempelmötet läggs \(NewSite.workday(from: day)).")
        }
        plan.meeting = NewSite.workday(from: day)
    }

    private func answer(_ question: String, _ usual: String) -> String {
        Console.write("\(question) [\(usual)] ", to: .error)
        let written = readLine()?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        return written.isEmpty ? usual : written
    }
}
