/// What a mail's head says in letters beyond ASCII: encoded words (RFC 2047) and the values of parameters (RFC 2231).
enum MailWords {
    /// `Handlingar till =?utf-8?Q?m=C3=B6tet?=` as words: what is plain stays as it stands.
    static func decoded(_ head: String) -> String {
        var words = ""
        var rest = head[...]
        var waiting: (bytes: [UInt8], charset: String)?
        func flush() {
            if let own = waiting { words += text(own.bytes, own.charset) }
            waiting = nil
        }
        while let open = rest.firstRange(of: "=?") {
            guard let word = encoded(rest[open.lowerBound...]) else {
                flush()
                words += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                continue
            }
            let before = rest[..<open.lowerBound]
            // Space between two encoded words is none (RFC 2047 §6.2), and a letter may be cut between them.
            if waiting == nil || !before.allSatisfy(\.isWhitespace) || waiting?.charset != word.charset {
                let isBetween = waiting != nil && before.allSatisfy(\.isWhitespace)
                flush()
                if !isBetween { words += before }
                waiting = (word.bytes, word.charset)
            } else {
                waiting?.bytes += word.bytes
            }
            rest = word.rest
        }
        flush()
        return words + rest
    }

    /// `=?charset?B?…?=` at a text's start.
    private static func encoded(
        _ text: Substring
    ) -> (bytes: [UInt8], charset: String, rest: Substring)? {
        let parts = text.dropFirst(2).split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].first == "=" else { return nil }
        let own = Array(parts[2].utf8)
        let bytes: [UInt8]
        switch parts[1].lowercased() {
        case "b": bytes = Base64.decoded(own)
        case "q": bytes = QuotedPrintable.decoded(own.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
        default: return nil
        }
        // A language may follow the charset (RFC 2231 §5).
        let charset = parts[0].prefix { $0 != "*" }.lowercased()
        return (bytes, charset, parts[3].dropFirst())
    }

    /// Bytes in the charset that a mail names; what it does not name is told from the bytes.
    static func text(_ bytes: [UInt8], _ charset: String?) -> String {
        let isOneByte = charset.map { $0.hasPrefix("iso-8859") || $0.hasPrefix("windows-125") } ?? false
        if isOneByte { return String(decoding: PlainText.windows1252(bytes), as: UTF8.self) }
        return String(decoding: PlainText.utf8(bytes) ?? bytes, as: UTF8.self)
    }

    /// A field's parameter: `filename="a.pdf"`, `filename*=utf-8''%C3%A5.pdf`, or in pieces, `filename*0*=…; filename*1=…`.
    static func parameter(_ name: String, of value: String) -> String? {
        let all = parameters(of: value)
        if let extended = all.first(where: { $0.name == name + "*" }) {
            return percentDecoded([(extended.value, true)])
        }
        if let plain = all.first(where: { $0.name == name }) { return plain.value }
        let pieces = (0..<100).lazy.map { index in
            all.first { $0.name == "\(name)*\(index)" || $0.name == "\(name)*\(index)*" }
        }
        let own = pieces.prefix { $0 != nil }.compactMap(\.self).map { ($0.value, $0.name.hasSuffix("*")) }
        return own.isEmpty ? nil : percentDecoded(Array(own))
    }

    private static func parameters(of value: String) -> [(name: String, value: String)] {
        var fields: [String] = [""]
        var (isQuoted, isEscaped) = (false, false)
        for character in value {
            if isEscaped {
                fields[fields.count - 1].append(character)
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields.dropFirst().compactMap { field in
            guard let sign = field.firstIndex(of: "=") else { return nil }
            let name = field[..<sign].filter { !$0.isWhitespace }.lowercased()
            return (name, String(field[field.index(after: sign)...]).trimmingSpaces)
        }
    }

    private static func percentDecoded(_ pieces: [(value: String, isEncoded: Bool)]) -> String {
        var charset: String?
        var bytes: [UInt8] = []
        for (index, piece) in pieces.enumerated() {
            var own = piece.value[...]
            if index == 0, piece.isEncoded {
                let parts = own.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3 { (charset, own) = (parts[0].lowercased(), parts[2]) }
            }
            var rest = Array(own.utf8)[...]
            while let first = rest.first {
                let pair = rest.dropFirst().prefix(2)
                if piece.isEncoded, first == UInt8(ascii: "%"), pair.count == 2,
                    let value = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    rest = rest.dropFirst(3)
                } else {
                    bytes.append(first)
                    rest = rest.dropFirst()
                }
            }
        }
        return text(bytes, charset)
    }
}

extension String {
    /// Without white space at either end.
    var trimmingSpaces: String {
        var part = self[...]
        while let first = part.first, first.isWhitespace { part = part.dropFirst() }
        while let last = part.last, last.isWhitespace { part = part.dropLast() }
        return String(part)
    }
}
