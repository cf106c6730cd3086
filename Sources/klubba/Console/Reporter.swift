import Diagnostics
import System

/// Says what was found: on standard error for people, on standard output as JSON for programs (FORMAT §10).
struct Reporter {
    let format: OutputFormat
    let language: MessageLanguage

    func report(_ diagnostics: [Diagnostic]) {
        switch format {
        case .text:
            var text = ""
            for diagnostic in diagnostics { text += line(diagnostic) + "\n" }
            Console.write(text, to: .error)
        case .json:
            let objects = diagnostics.map { "  " + json($0) }
            Console.out(objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]")
        }
    }

    private func line(_ diagnostic: Diagnostic) -> String {
        guard Console.hasColours else { return diagnostic.line(in: language) }
        let mark = "\(diagnostic.severity.rawValue)[\(diagnostic.problem.code)]"
        let colour: Console.Colour = diagnostic.severity == .error ? .red : .yellow
        return "\(diagnostic.place): \(Console.coloured(mark, colour)): \(diagnostic.problem.text(in: language))"
    }

    private func json(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place
        return "{\"file\": \(JSONString.text(place.file)), \"line\": \(place.line), \"column\": \(place.column), "
            + "\"severity\": \"\(diagnostic.severity.rawValue)\", \"code\": \"\(diagnostic.problem.code)\", "
            + "\"text\": \(JSONString.text(diagnostic.problem.text(in: language)))}"
    }
}
