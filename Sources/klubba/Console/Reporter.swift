import Diagnostics
import System

/// Says what was found: on standard error for people, on standard output as JSON for programs (FORMAT §10).
struct Reporter {
    let format: OutputFormat
    let language: MessageLanguage

    func report(_ diagnostics: [Diagnostic]) { report(diagnostics.map { $0.message(in: language) }) }

    func report(_ messages: [DiagnosticMessage]) {
        switch format {
        case .text:
            var text = ""
            for message in messages { text += line(message) + "\n" }
            Console.write(text, to: .error)
        case .json:
            let objects = messages.map { "  " + json($0) }
            Console.out(objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]")
        }
    }

    private func line(_ message: DiagnosticMessage) -> String {
        guard Console.hasColours else { return message.line }
        let mark = "\(message.severity.rawValue)[\(message.code)]"
        let colour: Console.Colour = message.severity == .error ? .red : .yellow
        return "\(message.place): \(Console.coloured(mark, colour)): \(message.text)"
    }

    private func json(_ message: DiagnosticMessage) -> String {
        let place = message.place
        return "{\"file\": \(JSONString.text(place.file)), \"line\": \(place.line), \"column\": \(place.column), "
            + "\"severity\": \"\(message.severity.rawValue)\", \"code\": \"\(message.code)\", "
            + "\"text\": \(JSONString.text(message.text))}"
    }
}
