extension ReviewList {
    private var title: String { "Granskning före publicering" }
    /// What a signature stands for.
    private var statement: String {
        isEmpty
            ? "Inget väntar på granskning."
            : "Jag har öppnat och läst filerna ovan. De som är förkryssade får publiceras."
    }

    /// To read, to print and to sign.
    var text: String {
        var text = "\(title), \(organisation), \(day)\n"
        for part in parts {
            text += "\n\(part.title): \(part.items.isEmpty ? "inget" : "\(part.items.count)")\n"
            if part.items.isEmpty { continue }
            if !part.advice.isEmpty { text += "\(part.advice)\n" }
            for item in part.items {
                text += "  [\(part.advice.isEmpty ? "x" : " ")] \(item.text)\n"
                if let command = item.command { text += "      \(command)\n" }
            }
        }
        return text + "\n\(statement)\nGranskat av: ______________________   Dag: ______________"
    }

    var page: String {
        func safe(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        }
        var html =
            "<!DOCTYPE html>\n<html lang=\"sv\">\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>\(title)</title>\n<style>\(ReviewList.style)</style>\n"
            + "<main>\n<h1>\(title)</h1>\n<p>\(safe(organisation)), \(day)</p>\n"
        for part in parts {
            html += "<h2>\(part.title)</h2>\n"
            if part.items.isEmpty {
                html += "<p>Inget.</p>\n"
                continue
            }
            if !part.advice.isEmpty { html += "<p>\(safe(part.advice))</p>\n" }
            html += "<ul>\n"
            for item in part.items {
                let box = part.advice.isEmpty ? "" : "<input type=\"checkbox\"> "
                html += "<li><label>\(box)\(safe(item.text))</label>"
                if let command = item.command { html += "<br>\n<code>\(safe(command))</code>" }
                html += "</li>\n"
            }
            html += "</ul>\n"
        }
        return html
            + "<p>\(safe(statement))</p>\n<p>Granskat av: ______________________ Dag: ______________</p>\n</main>\n</html>\n"
    }

    private static let style = """
        :root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;\
        overflow-wrap:anywhere}ul{list-style:none;padding:0}li{margin:.75rem 0;break-inside:avoid}code{font-size:.9em}
        """
}
