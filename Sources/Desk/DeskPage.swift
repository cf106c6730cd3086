import LocalServer

/// The desk's own files: one page, its script and its style, embedded in the program. Nothing that lies in content/ or theme/
/// is ever sent from here.
enum DeskPage {
    struct File {
        let path: String
        let bytes: [UInt8]
    }

    /// What every answer of the desk says of itself.
    static let guards = [
        Answer.Field("Cache-Control", "no-store"), Answer.Field("Referrer-Policy", "no-referrer"),
        Answer.Field("Cross-Origin-Opener-Policy", "same-origin"),
        Answer.Field("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ]

    private static let files = Dictionary(EmbeddedPage.files.map { ($0.path, $0.bytes) }) { first, _ in first }

    /// The addresses of views: the page itself finds out which.
    private static let views = ["mote", "arende", "protokoll", "publicera", "fil"]

    /// Nil for an address that leads nowhere.
    static func answer(_ path: String, preview: Int) -> Answer? {
        let parts = path.split(separator: "/").map(String.init)
        if path == "/" || parts.first.map(views.contains) ?? false {
            return files["index.html"].map { answer(ContentType.html, $0, preview: preview) }
        }
        guard parts.count == 2, parts[0] == "skrivbord", let bytes = files[parts[1]] else { return nil }
        return answer(ContentType.of(parts[1]), bytes, preview: preview)
    }

    private static func answer(_ type: String, _ bytes: [UInt8], preview: Int) -> Answer {
        let frames = "http://127.0.0.1:\(preview) http://localhost:\(preview)"
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
            + "frame-src \(frames); base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types klubba-klistra"
        return Answer(
            status: .ok,
            fields: [Answer.Field("Content-Type", type)] + guards.dropLast() + [
                Answer.Field("Content-Security-Policy", policy)
            ], body: .bytes(bytes))
    }
}
