import System

/// The programs that take files to places, found on PATH and run with plain arguments: no shell, and never an option out
/// of klubba.yml.
struct Programs: Sendable {
    /// Beyond it a program is given up.
    let seconds: Int

    init(seconds: Int = 3600) { self.seconds = seconds }
}

extension Programs {
    static func path(of name: String) -> String? {
        let places = Environment["PATH"] ?? "/usr/bin:/bin"
        return places.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { FileBytes.may(.execute, $0) }
    }

    /// - Returns: what the program said on standard output.
    @discardableResult
    func run(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws(DeliveryFailure) -> String {
        let ending = try ending(name, arguments, environment: environment)
        guard ending.status == 0 else { throw .refused(program: name, said: Self.said(ending)) }
        return ending.text
    }

    func ending(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws(DeliveryFailure) -> ChildProcess.Ending {
        guard let path = Self.path(of: name) else { throw .programMissing(name) }
        let ending: ChildProcess.Ending
        do throws(SystemError) {
            ending = try ChildProcess.run(path, arguments, environment: environment, seconds: seconds)
        } catch {
            throw .refused(program: name, said: error.reason.of(error.path).swedish)
        }
        if ending.isTimedOut { throw .timedOut(program: name, seconds: seconds) }
        return ending
    }

    /// The last lines, where programs say what went wrong.
    static func said(_ ending: ChildProcess.Ending) -> String {
        let lines = (ending.errorText + ending.text).split(whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("sftp>") }
        let text = lines.suffix(3).joined(separator: "; ")
        return text.isEmpty ? "slutade med \(ending.status.map(String.init) ?? "en signal")" : text
    }
}
