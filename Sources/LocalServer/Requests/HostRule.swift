/// Which names the preview answers to: this machine's own. A page elsewhere can give its own name our address (DNS
/// rebinding); its scripts would then read what only this machine's owner may see.
package enum HostRule {
    /// True for `localhost`, `127.0.0.1` and `[::1]`, with any port or none, for a tunnel may lead here.
    package static func isOwn(_ host: String) -> Bool {
        let host = host.lowercased()
        return ["localhost", "127.0.0.1", "[::1]"].contains { name in
            guard host.hasPrefix(name) else { return false }
            let rest = host.dropFirst(name.count)
            return rest.isEmpty || (rest.first == ":" && rest.count < 7 && rest.dropFirst().allSatisfy(\.isNumber))
        }
    }
}
