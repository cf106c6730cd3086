/// A mail's text and what is attached to it, for whoever moves it in.
public struct MailParts: Sendable {
    public struct File: Sendable {
        public let name: String
        public let bytes: [UInt8]
    }

    public private(set) var subject = ""
    public private(set) var date = ""
    /// What it says in plain text.
    public private(set) var text = ""
    /// What it says as a web page, where it says it in no other way.
    public private(set) var pages: [[UInt8]] = []
    /// Every other part, those without a name too.
    public private(set) var files: [File] = []

    /// Nil for what is no mail.
    public init?(_ bytes: [UInt8]) {
        let mail = Mail.Part(bytes[...])
        // A letter within a letter need not say which MIME it is of.
        let isLetter = mail.field("from") != nil && (mail.field("date") ?? mail.field("subject")) != nil
        guard isLetter || Mail.isMail(bytes) else { return nil }
        subject = MailWords.decoded(mail.field("subject") ?? "").trimmingSpaces
        date = (mail.field("date") ?? "").trimmingSpaces
        read(mail, depth: 0)
    }
}

extension MailParts {
    /// Deeper than this no program writes them: what lies there is a file.
    private static let deepest = 8

    /// - Parameter isSaid: the text stands in another part, and a page that says it again is passed over.
    private mutating func read(_ mail: Mail.Part, depth: Int, isSaid: Bool = false) {
        if depth < MailParts.deepest, let boundary = mail.parameter("boundary", of: "content-type") {
            let inner = Mail.parts(of: mail, boundary)
            let isChoice = mail.type == "multipart/alternative"
            let hasPlain = isChoice && inner.contains { $0.type == "text/plain" && $0.fileName == nil }
            for part in inner { read(part, depth: depth + 1, isSaid: isSaid || hasPlain) }
            return
        }
        let (name, type) = (mail.fileName, mail.type)
        switch (name, type) {
        case (nil, "text/html"): if !isSaid { pages.append(utf8(mail)) }
        case (nil, "text/plain"):
            let own = String(decoding: utf8(mail), as: UTF8.self)
            text += (text.isEmpty || own.isEmpty ? "" : "\n\n") + own
        case (_, "message/rfc822"):
            let letter = MailWords.decoded(Mail.Part(mail.decoded[...]).field("subject") ?? "").trimmingSpaces
            let called = name ?? (letter.isEmpty ? "brev" : letter)
            add(called.lowercased().hasSuffix(".eml") ? called : called + ".eml", mail.decoded)
        default: add(name ?? MailParts.name(of: type, files.count + 1), mail.decoded)
        }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) { files.append(File(name: name, bytes: bytes)) }

    private func utf8(_ part: Mail.Part) -> [UInt8] {
        Array(MailWords.text(part.decoded, part.parameter("charset", of: "content-type")?.lowercased()).utf8)
    }

    /// What a file is called that has no name: "bilaga 2.pdf".
    private static func name(of type: String, _ number: Int) -> String {
        let endings = [
            "application/pdf": "pdf", "application/msword": "doc", "application/rtf": "rtf", "text/rtf": "rtf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
            "application/vnd.oasis.opendocument.text": "odt", "application/vnd.oasis.opendocument.spreadsheet": "ods",
        ]
        let own = type.split(separator: "/").last.map { $0.filter { $0.isLetter || $0.isNumber } } ?? ""
        return "bilaga \(number).\(endings[type] ?? (own.isEmpty ? "bin" : own))"
    }
}
