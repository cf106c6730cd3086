import LocalServer
import System

/// A site without errors, ready to be served.
public struct PreviewSite: Sendable {
    /// By the path from the site's root.
    let files: [String: PreviewFile.Content]
    /// The path that the site will have at its real address, `/` or `/styrelse/`; it is served at both.
    let basePath: String
    /// The real path of the folder that copied files lie in; nothing outside it is ever sent.
    let home: String
    /// Changes when any copied file does, for a page may show it as a picture.
    let copies: Tag
    /// Files that are made only when somebody asks for one of them.
    private let later: LaterFiles

    /// - Parameters:
    ///   - home: the folder that all copied files come from.
    ///   - address: where the site is to be published, `https://example.se/styrelse/`.
    ///   - later: files below a folder that are made together when one of them is asked for.
    public init(
        files: [PreviewFile], home: String, address: String?, later: (@Sendable () -> [PreviewFile])? = nil,
        below folder: String = ""
    ) {
        self.later = LaterFiles(folder: folder, make: later ?? { [] })
        var byPath: [String: PreviewFile.Content] = [:]
        byPath.reserveCapacity(files.count)
        var copies = Tag.Maker()
        for file in files {
            byPath[file.path] = file.content
            guard case .copy(let source) = file.content else { continue }
            guard let status = try? FileStatus(source) else { continue }
            copies.add(Array(file.path.utf8))
            copies.add(status)
        }
        self.files = byPath
        basePath = Self.path(of: address ?? "")
        self.home = Path.absolute(home) ?? home
        self.copies = copies.tag
    }
}

extension PreviewSite {
    /// What an address leads to.
    enum Place {
        case file(String, PreviewFile.Content)
        /// The address of a folder, written without its last slash.
        case folder(String)
        case nothing
    }

    /// What stands at a decoded path (`/arenden/2019-30/`), looked up and never joined with anything.
    func place(at path: String) -> Place {
        let found = lookUp(path.dropFirst())
        if case .nothing = found, basePath != "/", path.hasPrefix(basePath) {
            return lookUp(path.dropFirst(basePath.count))
        }
        return found
    }

    /// `/styrelse/` of `https://example.se/styrelse`: the page that is not found has its links from there.
    private static func path(of address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return "/" }
        let parts = address[scheme.upperBound...].split(separator: "/").dropFirst()
        return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
    }

    private func lookUp(_ path: Substring) -> Place {
        let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : String(path)
        if let content = files[file] ?? later[file] { return .file(file, content) }
        return files[path + "/index.html"] == nil ? .nothing : .folder(path + "/")
    }
}
