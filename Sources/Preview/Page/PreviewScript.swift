import LocalServer

/// The script that a served page gets, and no built page ever has: it listens for news, reloads the page when it has
/// changed, and shows the messages over it.
enum PreviewScript {
    static let address = "/__klubba/preview.js"
    static let events = "/__klubba/events"

    private static let version = Tag(Array(text.utf8))

    /// Puts the script last in a page, with what the page is now.
    static func insert(_ tag: Tag, into page: inout [UInt8]) {
        let element = Array("<script src=\"\(address)?\(version.text)\" data-page=\"\(tag.text)\"></script>\n".utf8)
        page.insert(contentsOf: element, at: endOfBody(page) ?? page.count)
    }

    /// Where the last `</body>` begins.
    private static func endOfBody(_ page: [UInt8]) -> Int? {
        let end = Array("</body>".utf8)
        var index = page.count - end.count
        while index >= 0 {
            if page[index] == end[0], page[index..<index + end.count].elementsEqual(end) { return index }
            index -= 1
        }
        return nil
    }

    /// What is shown while there is no page yet.
    static func waitingPage(_ language: PreviewLanguage) -> String {
        let (title, text) =
            language == .swedish
            ? ("Webbplatsen har fel", "Sidan visas här så snart felen är rättade.")
            : ("The site has errors", "The page is shown here as soon as they are mended.")
        return """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <p>\(text)</p>
            </main>
            </body>
            </html>

            """
    }
}
