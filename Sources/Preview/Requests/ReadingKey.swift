import LocalServer
import Synchronization

/// What it takes to read a preview that the desk has started: a key in a cookie of its own, given for a ticket. Without it
/// nobody on this machine reads anything.
public final class ReadingKey: Sendable {
    private let key = Secret().text
    private let tickets = Mutex<[String]>([])
    /// The addresses of the pages that may show the preview in a frame.
    let frames: [String]
    private let cookie: String
    private let origin: OwnOrigin

    static let entrance = "/__klubba/in"

    /// - Parameters:
    ///   - port: the preview's own.
    ///   - desk: the port of the desk, which alone may frame it.
    public init(port: Int, desk: Int) {
        cookie = "klubba-\(port)"
        origin = OwnOrigin(port: port)
        frames = ["http://127.0.0.1:\(desk)", "http://localhost:\(desk)"]
    }

    /// The path of an entrance that opens once, and leads on to a page.
    public func entrance() -> String {
        let ticket = Secret().text
        tickets.withLock { $0 = Array(($0 + [ticket]).suffix(20)) }
        return "\(ReadingKey.entrance)?biljett=\(ticket)"
    }
}

extension ReadingKey {
    func admits(_ head: RequestHead) -> Bool {
        head.all("cookie").flatMap { $0.split(separator: ";") }.contains { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map(\.trimmed)
            return parts.count == 2 && parts[0] == cookie && Secret.areEqual(parts[1], key)
        }
    }

    /// The rule of the desk; a page of the desk's shows pages in a frame besides.
    func isFromHere(_ head: RequestHead) -> Bool {
        origin.admits(head, isPage: true) || isFramed(head) && origin.isAskedHere(head)
    }

    /// A page of the desk's shows this one in a frame.
    func isFramed(_ head: RequestHead) -> Bool {
        head.only("sec-fetch-site") == "same-site" && head.only("sec-fetch-mode") == "navigate"
            && ["iframe", "document"].contains(head.only("sec-fetch-dest"))
    }

    func enter(_ target: RequestTarget) -> Answer? {
        guard let ticket = target.value(of: "biljett") else { return nil }
        let isKnown = tickets.withLock { tickets -> Bool in
            guard let index = tickets.firstIndex(where: { Secret.areEqual($0, ticket) }) else { return false }
            tickets.remove(at: index)
            return true
        }
        guard isKnown else { return nil }
        let wanted = target.value(of: "till") ?? "/"
        let path = wanted.hasPrefix("/") && !wanted.hasPrefix("//") ? wanted : "/"
        return Answer(
            status: .found,
            fields: [
                Answer.Field("Location", RequestTarget.encoded(path)),
                Answer.Field("Set-Cookie", "\(cookie)=\(key); HttpOnly; SameSite=Strict; Path=/"),
                Answer.Field("Cache-Control", "no-store"), Answer.Field("Referrer-Policy", "no-referrer"),
            ])
    }

    var policy: Answer.Field {
        Answer.Field("Content-Security-Policy", "frame-ancestors \(frames.joined(separator: " "))")
    }
}
