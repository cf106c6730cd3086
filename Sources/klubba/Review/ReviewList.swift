import Content
import Diagnostics
import Publishing
import Register

/// What a person must look at before publishing, and what has been looked at.
struct ReviewList {
    private let unread: [Diagnostic]
    private let findings: [Diagnostic]
    private let others: [Diagnostic]
    private let done: [ReviewLine]
    private let language: MessageLanguage
    private let organisation: String
    private let day: String
}

extension ReviewList {
    init(_ site: LoadedSite) {
        let own = site.diagnostics
        func with(_ codes: String...) -> [Diagnostic] { own.filter { codes.contains($0.problem.code) } }
        unread = with("K260", "K261", "K262", "K263")
        findings = with("K090")
        others = with("K091", "K092")
        done = site.whole.reviewed
        language = site.language
        organisation = site.register.profile.organisation
        day = site.register.today.description
    }

    /// Nothing that stops or is left out waits for anybody.
    var isEmpty: Bool { unread.isEmpty && findings.isEmpty }

    private var parts: [(title: String, lines: [String])] {
        [
            ("Filer som ingen har kunnat läsa", unread.map(line)),
            ("Personnummer", findings.map(line)),
            ("E-post och telefon", others.map(line)),
            ("Granskat", done.map(line)),
        ]
    }

    private func line(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.place.file):\(diagnostic.place.line):\(diagnostic.place.column): \(diagnostic.problem.text(in: language))"
    }

    private func line(_ review: ReviewLine) -> String {
        let matter =
            switch review.matter {
            case .read: "läst"
            case .noNumber(let spot): "\(spot) är inget personnummer"
            }
        return "\(review.file): \(matter), \(review.day), \(review.name) (sha256 \(review.hash.prefix(16))…)"
    }

    var text: String {
        var text = "Granskning före publicering, \(organisation), \(day)\n"
        for (title, lines) in parts {
            text += "\n\(title): \(lines.isEmpty ? "inget" : "\(lines.count)")\n"
            for line in lines { text += "  [ ] \(line)\n" }
        }
        return text + "\nGranskat av: ______________________   Dag: ______________"
    }

    var page: String {
        func safe(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        }
        let title = "Granskning före publicering"
        var html =
            "<!DOCTYPE html>\n<html lang=\"sv\">\n<meta charset=\"utf-8\">\n<title>\(title)</title>\n"
            + "<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}li{margin:.5rem 0}</style>\n"
            + "<h1>\(title)</h1>\n<p>\(safe(organisation)), \(day)</p>\n"
        for (heading, lines) in parts {
            html += "<h2>\(heading)</h2>\n"
            html += lines.isEmpty ? "<p>Inget.</p>\n" : "<ul>\n"
            for line in lines { html += "<li><label><input type=\"checkbox\"> \(safe(line))</label></li>\n" }
            if !lines.isEmpty { html += "</ul>\n" }
        }
        return html + "<p>Granskat av: ______________________ Dag: ______________</p>\n</html>\n"
    }
}
