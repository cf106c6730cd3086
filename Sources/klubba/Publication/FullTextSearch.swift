import Search
import Site
import Tools

/// The index of all text, made by Pagefind where it is installed. The site's own search works without.
struct FullTextSearch {
    let files: [(path: String, location: String)]
    /// `pagefind 1.5.0`, of an index that was made.
    let tool: String?
    let outcome: Outcome
    /// Where the files lie for as long as this is held.
    private let index: PagefindIndex?

    enum Outcome {
        case made
        case notAsked
        case notInstalled
        case failed(ToolFailure)
    }

    /// Every file of an index lies in it.
    static let folder = "pagefind/"

    private init(_ outcome: Outcome, _ index: PagefindIndex? = nil, by tool: String? = nil) {
        files = index?.files ?? []
        self.tool = files.isEmpty ? nil : tool
        (self.outcome, self.index) = (outcome, index)
    }
}

extension FullTextSearch {
    init(of plan: SitePlan, root: String, asked: PublicationOptions.Search, _ progress: () -> Void) {
        guard asked != .none, asked != .elsewhere else {
            self.init(.notAsked)
            return
        }
        guard let program = PagefindIndex.program(site: root) else {
            self.init(.notInstalled)
            return
        }
        progress()
        let pages = plan.searched().lazy.map { entry in
            var html: [UInt8] = []
            entry.render(&html)
            return SearchedPage(path: entry.path, html: html, filters: entry.filters)
        }
        do throws(ToolFailure) {
            // Content is Swedish, whatever the language of the site's own words.
            let index = try PagefindIndex(pages, program: program, language: "sv")
            self.init(.made, index, by: FullTextSearch.tool(program))
        } catch {
            self.init(.failed(error))
        }
    }

    static func isInstalled(site root: String) -> Bool { PagefindIndex.program(site: root) != nil }

    var hasFailed: Bool { if case .failed = outcome { true } else { false } }

    /// The tool here, as a manifest names it; nil where it is not installed.
    static func tool(site root: String) -> String? { PagefindIndex.program(site: root).map(tool) }

    private static func tool(_ program: String) -> String {
        let said = try? ChildProcess.run(program, ["--version"], seconds: 60)
        return "pagefind \(said?.text.split(whereSeparator: \.isWhitespace).last ?? "?")"
    }
}
