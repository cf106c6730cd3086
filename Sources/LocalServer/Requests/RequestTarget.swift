/// Where a request wants to go.
package struct RequestTarget: Equatable, Sendable {
    /// Decoded once: `/arenden/2019-30/`, `/bilder/å.png`.
    package let path: String
    /// As written, without the question mark.
    package let query: String
    /// The host and port of a target that has them.
    package let authority: String?
}

extension RequestTarget {
    package init(_ written: String) throws(RequestFault) {
        var rest = written[...]
        var authority: String?
        if !rest.hasPrefix("/") {
            guard let scheme = rest.firstRange(of: "://"), rest[..<scheme.lowerBound].lowercased() == "http" else {
                throw .malformed
            }
            rest = rest[scheme.upperBound...]
            let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let raw = parts.first.map(String.init) ?? ""
        path = try Self.decoded(raw.isEmpty ? "/" : raw)
        query = parts.count > 1 ? String(parts[1]) : ""
        self.authority = authority
    }

    /// Percent escapes turned into what they stand for, once. Text only: no NUL, no other control character, no
    /// backslash, which a system may take for a slash.
    package static func decoded(_ text: String) throws(RequestFault) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
                throw .malformed
            }
            bytes.append(high << 4 | low)
        }
        guard let decoded = String(validating: bytes, as: UTF8.self),
            !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
        else { throw .malformed }
        return decoded
    }

    /// `/arenden/b%C3%A5t/` for a path with a boat in it.
    package static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A value of the query, decoded.
    package func value(of name: String) -> String? {
        for pair in query.split(separator: "&") where pair.hasPrefix(name + "=") {
            return try? Self.decoded(String(pair.dropFirst(name.utf8.count + 1)))
        }
        return nil
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
