/// A mail's text and what is attached to it, for whoever moves it in.
public struct MailParts: Sendable {
    public struct File: Sendable {
        public let name: String
        public let bytes: [UInt8]
    }

    public private(set) var subject = ""
    public private(set) var date = ""
    public private(set) var text = ""
    public private(set) var files: [File] = []

    /// Nil for what is no mail.
    public init?(_ bytes: [UInt8]) {
        guard Mail.isMail(bytes) else { return nil }
        let mail = Mail.Part(bytes[...])
        subject = MailParts.decoded(mail.field("subject") ?? "")
        date = mail.field("date") ?? ""
        read(mail, depth: 0)
    }

    private mutating func read(_ mail: Mail.Part, depth: Int) {
        guard depth < 6, files.count < 100 else { return }
        if let boundary = mail.parameter("boundary", of: "content-type") {
            for inner in Mail.parts(of: mail, boundary) { read(inner, depth: depth + 1) }
            return
        }
        let name = mail.parameter("filename", of: "content-disposition") ?? mail.parameter("name", of: "content-type")
        let type = mail.field("content-type")?.lowercased() ?? "text/plain"
        if let name {
            files.append(File(name: MailParts.decoded(name), bytes: mail.decoded))
        } else if type.contains("text/plain"), text.isEmpty {
            let decoded = mail.decoded
            text = String(decoding: PlainText.utf8(decoded) ?? decoded, as: UTF8.self)
        }
    }

    /// `=?utf-8?Q?…?=` as words.
    private static func decoded(_ words: String) -> String {
        guard words.contains("=?") else { return words.trimmingSpaces }
        return String(decoding: QuotedPrintable.words(words).drop { $0 != 0x0A }.filter { $0 != 0x0A }, as: UTF8.self)
            .replacing("_", with: " ").trimmingSpaces
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var part = self[...]
        while let first = part.first, first.isWhitespace { part = part.dropFirst() }
        while let last = part.last, last.isWhitespace { part = part.dropLast() }
        return String(part)
    }
}
