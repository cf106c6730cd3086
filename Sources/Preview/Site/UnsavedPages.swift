import LocalServer
import Synchronization

/// Pages made of texts that nobody has saved yet, for the frame beside the text that is being written. The newest only.
public final class UnsavedPages: Sendable {
    private let pages = Mutex<[(name: String, bytes: [UInt8])]>([])
    private static let most = 8

    public init() {}
}

extension UnsavedPages {
    static let key = "utkast"

    /// Keeps a page for a while; the query that it is asked for with, at its own address.
    public func put(_ bytes: [UInt8]) -> String {
        let name = String(Secret().text.prefix(16))
        pages.withLock { $0 = Array(($0 + [(name, bytes)]).suffix(UnsavedPages.most)) }
        return "?\(UnsavedPages.key)=\(name)"
    }

    /// Nil for a request that asks for none, and for one that has been replaced by newer ones.
    func answer(to target: RequestTarget) -> Answer? {
        guard let name = target.value(of: UnsavedPages.key),
            let page = pages.withLock({ $0.first { $0.name == name } })
        else { return nil }
        return Answer(
            status: .ok,
            fields: [Answer.Field("Content-Type", ContentType.html), Answer.Field("Cache-Control", "no-store")],
            body: .bytes(page.bytes))
    }
}
