/// A mail with its parts (RFC 5322, RFC 2045).
enum Mail {
    static func isMail(_ text: [UInt8]) -> Bool {
        let head = String(decoding: text.prefix(8192), as: UTF8.self).lowercased()
        return head.contains("mime-version:")
            && (head.hasPrefix("from:") || head.contains("\nfrom:") || head.contains("content-type:"))
    }

    /// What a mail of several parts holds, between the lines of its boundary.
    static func parts(of mail: Part, _ boundary: String) -> [Part] {
        mail.body.split(by: Array("--\(boundary)".utf8)).dropFirst().filter { !$0.starts(with: "--".utf8) }
            .map { Part($0.drop { $0 == 0x0D || $0 == 0x0A }) }
    }

    struct Part {
        let head: String
        let body: ArraySlice<UInt8>

        /// The head's lines, folded ones put together, then an empty line, then the body.
        init(_ bytes: ArraySlice<UInt8>) {
            var index = bytes.startIndex
            while index < bytes.endIndex {
                let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
                let line = bytes[index..<end]
                index = min(end + 1, bytes.endIndex)
                if line.isEmpty || line.elementsEqual([0x0D]) { break }
            }
            let text = String(decoding: bytes[..<index], as: UTF8.self)
            head = text.replacing("\r\n", with: "\n").replacing("\n ", with: " ").replacing("\n\t", with: " ")
            body = bytes[index...]
        }

        func field(_ name: String) -> String? {
            head.split(separator: "\n").first { $0.lowercased().hasPrefix(name + ":") }
                .map { String($0.dropFirst(name.count + 1)) }
        }

        func parameter(_ name: String, of field: String) -> String? {
            self.field(field).flatMap { MailWords.parameter(name, of: $0) }
        }

        /// `text/plain`; what says nothing is that.
        var type: String {
            let own = field("content-type")?.lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace } ?? ""
            return own.isEmpty ? "text/plain" : String(own)
        }

        /// What the part is called, where it is a file.
        var fileName: String? {
            let name = parameter("filename", of: "content-disposition") ?? parameter("name", of: "content-type")
            return name.map { MailWords.decoded($0).trimmingSpaces }.flatMap { $0.isEmpty ? nil : $0 }
        }

        var decoded: [UInt8] {
            switch field("content-transfer-encoding")?.lowercased().filter({ $0.isLetter || $0.isNumber || $0 == "-" })
            {
            case "base64": Base64.decoded(body)
            case "quoted-printable": QuotedPrintable.decoded(body)
            default: Array(body)
            }
        }
    }
}

extension DocumentReader {
    mutating func readMail(_ text: [UInt8], part: String?, depth: Int) {
        read(Mail.Part(text[...]), part: part, depth: depth)
    }

    private mutating func read(_ mail: Mail.Part, part: String?, depth: Int) {
        guard depth < 6 else { return leave(.part(part ?? "mail")) }
        note(QuotedPrintable.words(mail.head), .plain, .part(part ?? "mail"))
        if let boundary = mail.parameter("boundary", of: "content-type") {
            for inner in Mail.parts(of: mail, boundary) { read(inner, part: part, depth: depth + 1) }
            return
        }
        let name = mail.fileName
        let type = mail.type
        let decoded = mail.decoded
        if type.contains("text/"), name == nil {
            note(PlainText.utf8(decoded) ?? decoded, type.contains("html") ? .html : .plain, .part(part ?? "mail"))
        } else {
            read(decoded, location: nil, name: name ?? "del", part: name ?? part ?? "mail", depth: depth + 1)
        }
    }
}

enum Base64 {
    static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var (held, bits) = (UInt32(0), UInt32(0))
        for byte in bytes {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte - 0x41)
            case 0x61...0x7A: value = UInt32(byte - 0x61 + 26)
            case 0x30...0x39: value = UInt32(byte - 0x30 + 52)
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            default: continue
            }
            (held, bits) = (held << 6 | value, bits + 6)
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(truncatingIfNeeded: held >> bits))
                held &= (1 << bits) - 1
            }
        }
        return result
    }
}

enum QuotedPrintable {
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "=") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let pair = bytes[(index + 1)..<min(index + 3, bytes.endIndex)]
            if let value = UInt8(String(decoding: pair, as: UTF8.self), radix: 16) { result.append(value) }
            index = pair.first == 0x0A ? index + 2 : min(index + 3, bytes.endIndex)
        }
        return result
    }

    /// A head's encoded words, `=?utf-8?Q?…?=`, as text.
    static func words(_ head: String) -> [UInt8] {
        var result = Array(head.utf8)
        for word in head.split(separator: "=?").dropFirst() {
            let parts = word.split(separator: "?", omittingEmptySubsequences: false)
            guard parts.count > 2 else { continue }
            let text = Array(parts[2].utf8)
            result.append(0x0A)
            result += parts[1].lowercased() == "b" ? Base64.decoded(text) : decoded(text[...])
        }
        return result
    }
}

extension ArraySlice<UInt8> {
    fileprivate func split(by mark: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = startIndex
        while let place = firstPlace(of: mark, from: start) {
            parts.append(self[start..<place])
            start = place + mark.count
        }
        return parts + [self[start...]]
    }
}
