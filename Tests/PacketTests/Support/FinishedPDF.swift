import Foundation
import Testing

/// A PDF as readers see it, asked with qpdf and poppler.
struct FinishedPDF {
    let bench: Bench
    let name: String

    init(_ bench: Bench, _ name: String = "ut.pdf") { (self.bench, self.name) = (bench, name) }

    /// The text of each page, in reading order.
    func pages() throws -> [String] {
        let text = try bench.tool("pdftotext", "-enc", "UTF-8", bench.path(name), "-").out
        return text.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Title, level and page from 1 of each bookmark.
    func bookmarks() throws -> [Bookmark] {
        let json = try bench.tool("qpdf", "--json", "--json-key=outlines", bench.path(name)).out
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        var bookmarks: [Bookmark] = []
        func walk(_ items: [[String: Any]], _ level: Int) {
            for item in items {
                bookmarks.append(
                    Bookmark(
                        title: (item["title"] as? String ?? "").replacingOccurrences(of: "\u{A0}", with: " "),
                        level: level, page: item["destpageposfrom1"] as? Int ?? 0))
                walk(item["kids"] as? [[String: Any]] ?? [], level + 1)
            }
        }
        walk(root["outlines"] as? [[String: Any]] ?? [], 0)
        return bookmarks
    }

    struct Bookmark: Equatable {
        let title: String
        let level: Int
        let page: Int
    }

    /// The whole file with nothing packed.
    func plain() throws -> Data {
        let plain = bench.path("plain-\(UUID().uuidString).pdf")
        try bench.tool("qpdf", "--qdf", "--object-streams=disable", bench.path(name), plain)
        return try Data(contentsOf: URL(fileURLWithPath: plain))
    }

    func plainText() throws -> String { String(decoding: try plain(), as: UTF8.self) }

    var isClean: Bool {
        get throws { try bench.tool("qpdf", "--check", bench.path(name)).status == 0 }
    }
}

func matter(_ head: String, _ body: String = "## Ärendet\n\nText.\n") -> String { "---\n\(head)\n---\n\n\(body)" }
