/// Who may ask a server that writes: its own pages alone, at its own address and port.
package struct OwnOrigin: Sendable {
    package let port: Int

    package init(port: Int) { self.port = port }

    private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

    /// `isPage`: a person may come to a page from anywhere; its address holds nothing.
    package func admits(_ head: RequestHead, isPage: Bool) -> Bool {
        isAskedHere(head) && head.all("sec-fetch-site").allSatisfy { $0 == "same-origin" || isPage && $0 == "none" }
    }

    /// Asked by our own name, and by no page elsewhere that says so.
    package func isAskedHere(_ head: RequestHead) -> Bool {
        guard let host = head.only("host"), hosts.contains(host.lowercased()) else { return false }
        let origins = head.all("origin")
        guard origins.allSatisfy({ $0.lowercased() == "http://\(host.lowercased())" }) else { return false }
        if let target = try? RequestTarget(head.target), let authority = target.authority,
            !hosts.contains(authority.lowercased())
        {
            return false
        }
        return true
    }
}
