import Glibc
import Tools

/// A full-text index of a site, made by Pagefind from the pages themselves.
public struct PagefindIndex: Sendable {
    /// Paths from the site's root, `pagefind/pagefind.js`, and where each file lies now. They lie there for as long as
    /// the index is held.
    public let files: [(path: String, location: String)]
    public let pageCount: Int
    private let folder: TemporaryFolder
}

/// A page as the index is to know it.
public struct SearchedPage: Sendable {
    /// `arenden/2019-30/index.html`
    public let path: String
    public let html: [UInt8]
    /// What results can be narrowed by: `("organ", "FS")`.
    public let filters: [(name: String, value: String)]

    public init(path: String, html: [UInt8], filters: [(name: String, value: String)]) {
        (self.path, self.html, self.filters) = (path, html, filters)
    }
}

extension PagefindIndex {
    /// The program, or nil where it is not installed.
    public static func program(site: String) -> String? {
        Toolbox.find("pagefind", variable: "KLUBBA_PAGEFIND", in: "search/pagefind", site: site)
    }

    /// Nothing of the site itself is touched: pages and index lie in a folder of their own.
    public init(
        _ pages: some Sequence<SearchedPage>, program: String, language: String
    ) throws(ToolFailure) {
        let folder = try TemporaryFolder()
        self.folder = folder
        var count = 0
        for page in pages {
            try folder.write(PagefindIndex.marked(page), to: "pages/\(page.path)")
            count += 1
        }
        pageCount = count
        guard count > 0 else {
            files = []
            return
        }
        let arguments = [
            "--site", "\(folder.path)/pages", "--output-path", "\(folder.path)/pagefind", "--force-language", language,
        ]
        let ending = try ChildProcess.run(
            program, arguments, environment: ["RAYON_NUM_THREADS": "1"], seconds: 1800)
        if ending.isTimedOut { throw .timedOut(seconds: 1800) }
        guard ending.status == 0 else {
            let said = ending.errorText.isEmpty ? ending.text : ending.errorText
            throw .failed(said.split { $0.isNewline }.suffix(3).joined(separator: " "))
        }
        files = PagefindIndex.files(below: "\(folder.path)/pagefind").filter { PagefindIndex.isNeeded($0) }
            .map { ("pagefind/\($0)", "\(folder.path)/pagefind/\($0)") }
    }

    /// Of what Pagefind makes, its ready-made user interfaces are left out: the site has its own.
    private static func isNeeded(_ path: String) -> Bool {
        !path.hasPrefix("pagefind-ui") && !path.hasPrefix("pagefind-modular-ui")
            && !path.hasPrefix("pagefind-component-ui") && !path.hasPrefix("pagefind-highlight")
    }

    /// The page with what it can be narrowed by, as a fact of Pagefind's: its own filters are written in another order
    /// every time (Pagefind 1.5), and two builds of the same content have to be the same bytes.
    private static func marked(_ page: SearchedPage) -> [UInt8] {
        var html = page.html
        let end = Array("</body>".utf8)
        guard let place = html.lastRange(of: end) else { return html }
        let marks = page.filters.map { "\($0.name)=\($0.value)" }.joined(separator: "|").escaped
        html.insert(
            contentsOf: Array("<pre data-pagefind-meta=\"urval[data-urval]\" data-urval=\"\(marks)\"></pre>\n".utf8),
            at: place)
        return html
    }

    /// Sorted, from the folder.
    private static func files(below root: String) -> [String] {
        var found: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            guard let directory = opendir("\(root)/\(folder)") else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let kind = entry.pointee.d_type
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                if kind == UInt8(DT_DIR) { folders.append("\(folder)\(name)/") } else { found.append(folder + name) }
            }
        }
        return found.sorted()
    }
}

extension [UInt8] {
    /// Where the last occurrence of some bytes begins.
    fileprivate func lastRange(of part: [UInt8]) -> Int? {
        guard part.count <= count else { return nil }
        return stride(from: count - part.count, through: 0, by: -1).first {
            self[$0..<($0 + part.count)].elementsEqual(part)
        }
    }
}

extension String {
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
