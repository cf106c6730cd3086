/// A request without its body: the line and the fields (RFC 9112), read strictly. What two readers could understand
/// in two ways is refused.
package struct RequestHead: Equatable, Sendable {
    package let method: String
    /// As written: `/arenden/2019-30/?q=1`, or with host: `http://localhost:8000/`.
    package let target: String
    /// True for HTTP/1.1, false for HTTP/1.0.
    package let isCurrent: Bool
    /// Names in small letters, in the order of the request.
    package let fields: [Field]

    package struct Field: Equatable, Sendable {
        package let name: String
        package let value: String
    }
}

extension RequestHead {
    /// The one value of a field; nil where there is none or where there are several.
    package func only(_ name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values.first : nil
    }

    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Whether another site's page asks, and not a person: a browser says so of each request. That a person follows a
    /// link may pass.
    package var isAskedByAnotherSite: Bool {
        let sites = all("sec-fetch-site")
        if sites.allSatisfy({ $0 == "same-origin" || $0 == "none" }) { return false }
        return only("sec-fetch-mode") != "navigate" || only("sec-fetch-dest") != "document"
    }

    /// Whether a body follows the head. It is never read.
    package var hasBody: Bool {
        !all("transfer-encoding").isEmpty || all("content-length").contains { $0.contains { $0 != "0" } }
    }

    /// How long the body is that follows; nil for one that does not say.
    package var bodyLength: Int? {
        all("transfer-encoding").isEmpty ? only("content-length").flatMap { Int($0) } ?? 0 : nil
    }

    package var keepsOpen: Bool {
        let wishes = all("connection").flatMap { $0.lowercased().split(separator: ",") }.map(\.trimmed)
        return isCurrent ? !wishes.contains("close") : wishes.contains("keep-alive")
    }

    /// Reads all of a head, the empty line at its end excluded.
    package init(_ bytes: ArraySlice<UInt8>) throws(RequestFault) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard let first = lines.first else { throw .malformed }
        let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isToken(parts[0]), !parts[1].isEmpty,
            parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .malformed }
        let version = String(decoding: parts[2], as: UTF8.self)
        guard version.wholeMatch(of: /HTTP\/\d\.\d/) != nil else { throw .malformed }
        guard version.hasPrefix("HTTP/1.") else { throw .versionNotSupported }
        method = String(decoding: parts[0], as: UTF8.self)
        target = String(decoding: parts[1], as: UTF8.self)
        isCurrent = version != "HTTP/1.0"
        var fields: [Field] = []
        for line in lines.dropFirst() { fields.append(try Field(line)) }
        self.fields = fields
        try checkFraming()
    }

    private func checkFraming() throws(RequestFault) {
        let lengths = all("content-length")
        guard lengths.count <= 1 else { throw .malformed }
        if let length = lengths.first {
            // Nineteen digits may be more than any number here can hold.
            guard (1...18).contains(length.utf8.count), length.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                all("transfer-encoding").isEmpty
            else { throw .malformed }
        }
        guard all("host").count == 1 || (!isCurrent && all("host").isEmpty) else { throw .malformed }
    }

    /// RFC 9110 §5.6.2
    fileprivate static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}

extension RequestHead.Field {
    fileprivate init(_ line: ArraySlice<UInt8>) throws(RequestFault) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), RequestHead.isToken(line[..<colon]) else {
            throw .malformed
        }
        let value = line[line.index(after: colon)...]
        guard value.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else { throw .malformed }
        name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        self.value = String(decoding: value, as: UTF8.self)[...].trimmed
    }
}

extension Substring {
    /// Without the blanks around it.
    package var trimmed: String {
        let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !blank($0) }), let last = lastIndex(where: { !blank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
