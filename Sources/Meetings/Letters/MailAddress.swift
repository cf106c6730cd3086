/// An address for mail (RFC 5321), in the plain form that any mail program takes: no quotes, no letters beyond ASCII.
public struct MailAddress: Hashable, Sendable {
    public let text: String
}

extension MailAddress {
    /// Nil for what is no address, or holds anything that a head of a mail could be broken with.
    public init?(_ written: String) {
        let parts = written.split(separator: "@", omittingEmptySubsequences: false)
        guard written.utf8.count <= 254, parts.count == 2, parts[0].utf8.count <= 64 else { return nil }
        let isLocal = parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy(Self.isAtom)
        }
        let isDomain = parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
        guard isLocal, isDomain else { return nil }
        text = written
    }

    /// What stands after the `@`.
    public var domain: Substring { text.split(separator: "@").last ?? "" }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}

/// Somebody's address with the name that goes before it.
public struct Mailbox: Hashable, Sendable {
    public let name: String
    public let address: MailAddress

    public init(name: String, address: MailAddress) { (self.name, self.address) = (name, address) }
}

extension Mailbox {
    /// Reads `kansli@example.se` and `Kansliet <kansli@example.se>`.
    public init?(_ written: String) {
        if let address = MailAddress(written) {
            self.init(name: "", address: address)
            return
        }
        guard written.last == ">", let open = written.firstIndex(of: "<"),
            let address = MailAddress(String(written[written.index(after: open)...].dropLast()))
        else { return nil }
        var name = written[..<open]
        while name.last == " " { name.removeLast() }
        guard !name.isEmpty, !name.contains(where: { $0.isNewline }) else { return nil }
        self.init(name: String(name), address: address)
    }
}
