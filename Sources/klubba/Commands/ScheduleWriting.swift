import ArgumentParser
import System

extension Schedule.Means: ExpressibleByArgument {}

extension Schedule {
    /// Writes the files where they belong, and tells where that is and what is left to do: nothing is turned on unasked.
    func write(_ means: Means?) throws {
        switch means ?? (FileBytes.may(.find, "/run/systemd/system") ? .systemd : .cron) {
        case .systemd:
            let folder = try Schedule.userUnits()
            for unit in units { try Schedule.write(unit.text, to: "\(folder)/\(unit.name)") }
            Console.out(units.map { "\(folder)/\($0.name)" }.joined(separator: "\n"))
            Console.out("\nSätt på det med:\n" + commands.map { "  \($0)" }.joined(separator: "\n"))
            if mail == nil { Console.out("\nMed --mail namn@example.se får någon veta när det inte gick.") }
        case .cron:
            try KlubbaFolder.prepare(root)
            let file = "\(root)/.klubba/crontab"
            try Schedule.write(crontab, to: file)
            Console.out(
                "\(file)\n\n\(crontab)\nSätt på det med:\n  (crontab -l 2>/dev/null; cat '\(file)') | crontab -")
            if mail == nil { Console.out("\nMed --mail namn@example.se får någon veta när det inte gick.") }
        }
    }

    /// `~/.config/systemd/user`
    private static func userUnits() throws -> String {
        let config = Environment["XDG_CONFIG_HOME"] ?? Environment["HOME"].map { $0 + "/.config" }
        guard let config, config.hasPrefix("/") else {
            Console.err("Hemmappen är okänd, så inget kan skrivas. Sätt HOME och kör kommandot igen.")
            throw ExitCode.machine
        }
        let made = config + "/systemd/user"
        try? Folder.makeWhole(made)
        return made
    }

    private static func write(_ text: String, to path: String) throws {
        do throws(SystemError) {
            try FileBytes.write(Array(text.utf8), to: path)
        } catch {
            Console.err("\(path) går inte att skriva (\(error.reason.swedish)).")
            throw ExitCode.machine
        }
    }
}
