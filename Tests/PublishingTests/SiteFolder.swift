import Foundation
import Meetings
import Publishing

/// A site in a folder of its own, gone when the test is.
final class SiteFolder: Sendable {
    let root: String
    var output: String { root + "/public" }

    /// Of these files, beside a klubba.yml, an ärende for all and one for the members.
    init(_ files: [String: String] = [:]) throws {
        root = FileManager.default.temporaryDirectory.path + "/klubba-publishing-" + UUID().uuidString
        for (path, text) in SiteFolder.usual.merging(files, uniquingKeysWith: { $1 }) { try put(text, at: path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private static let usual = [
        "klubba.yml": "organisation: Förbundet\nadress: https://handlingar.example.se\n",
        "content/arenden/2020-1/arende.md": """
        ---
        dnr: 2020:1
        titel: Lokaler
        fs: 200918
        ---

        ## Förslag till beslut

        Förbundsstyrelsen föreslås besluta

        - **att** hyra lokalerna
        """,
        "content/arenden/2020-2/arende.md": """
        ---
        dnr: 2020:2
        titel: Löner
        synlighet: ledamöter
        fs: 200918
        ---

        ## Ärendet

        KANARIE
        """,
        "content/moten/fs-2020-09-18.md": """
        ---
        kallelse: 200904
        tid: 10.00–12.00
        plats: Rådhuset
        ---
        """,
    ]

    func put(_ text: String, at path: String) throws {
        let location = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(
            at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: location)
    }

    func read(_ path: String) throws -> String { try String(contentsOfFile: root + "/" + path, encoding: .utf8) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }
}

extension SiteFolder {
    /// On 1 September 2020.
    func request(_ audience: Audience = .public, on day: CalendarDate = CalendarDate(dayNumber: 18_506)) -> SiteRequest
    {
        SiteRequest(site: root, audience: audience, clock: { _ in day })
    }

    func publication(_ audience: Audience = .public) async throws -> Publication {
        try await Publication(request(audience), output: output)
    }
}

extension Publication {
    /// The bytes of a page or a file of data; nil where there is none, or it is a copy.
    func text(_ path: String) -> String? {
        guard case .bytes(let render)? = files.first(where: { $0.path == path })?.content else { return nil }
        var bytes: [UInt8] = []
        render(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    var messages: [String] { diagnostics.map { $0.line(in: .swedish) } }
}
