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
        return "{\"file\": \(JSON.string(place.file)), \"line\": \(place.line), \"column\": \(place.column), "
            + "\"severity\": \"\(diagnostic.severity.rawValue)\", \"code\": \"\(diagnostic.problem.code)\", "
            + "\"text\": \(JSON.string(diagnostic.problem.text(in: language)))}"
    }
}

enum JSON {
    static func string(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\t": json += "\\t"
            case "\r": json += "\\r"
            default:
                if scalar.value < 0x20 {
                    let code = String(scalar.value, radix: 16)
                    json += "\\u" + String(repeating: "0", count: 4 - code.count) + code
                } else {
                    json.unicodeScalars.append(scalar)
                }
            }
        }
        return json + "\""
    }
}
