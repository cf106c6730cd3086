import ArgumentParser
import Documents
import Publishing
import System

@main
enum Main {
    static func main() async {
        if let answer = DocumentWorker.answer(to: Array(CommandLine.arguments.dropFirst())) {
            Console.out(answer)
            return
        }
        do {
            var command = try Klubba.parseAsRoot()
            try SystemClock.check()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let exit as ExitCode {
            Machine.end(exit.rawValue)
        } catch {
            let isHelp = Klubba.exitCode(for: error) == .success
            let said = Klubba.fullMessage(for: error)
            let message = isForPrograms ? said : Phrases.swedish(said)
            if isHelp { Console.out(message) } else { Console.err(message) }
            Machine.end(isHelp ? 0 : ExitCode.usage.rawValue)
        }
    }
}

extension Main {
    /// A shell's script and the description of all commands are for programs: their words are not translated.
    private static var isForPrograms: Bool {
        CommandLine.arguments.contains {
            $0.hasPrefix("--generate-completion-script") || $0 == "--experimental-dump-help"
        }
    }
}

extension ExitCode {
    /// The content has errors (FORMAT §10).
    static let content = ExitCode(1)
    static let usage = ExitCode(2)
    /// The machine failed: disk, permission.
    static let machine = ExitCode(3)
}
