/// One thing that a line commits to: a part of a page, a published file, or the line itself.
struct LinePart: Sendable {
    /// What is said of it, a line each, without its salt.
    let text: String
    /// Of a part that is published.
    let address: String
    let part: String
}

extension LinePart {
    init(_ published: PublishedPart, _ entry: LogEntry) {
        (address, part) = (published.address, published.part)
        text = """
            tid \(entry.time.text)
            mote \(entry.meeting)
            slag \(entry.kind.rawValue)
            adress \(published.address)
            del \(published.part)
            sha256 \(published.digest.text)

            """
    }

    /// The whole line: what binds all that it hides.
    init(line digest: Digest, _ entry: LogEntry) {
        (address, part) = ("", "")
        text = "rad \(entry.number)\nsha256 \(digest.text)\n"
    }

    func salt(_ secret: LineSalt) -> TreeHash { secret.hash("salt\n" + text) }

    func leaf(_ secret: LineSalt) -> TreeHash {
        TreeHash(leaf: Array("klubba/forseglad-del/1\nsalt \(Hex.text(salt(secret).bytes))\n\(text)".utf8))
    }

    /// All that a line commits to, what everybody may see first: so the places of what is public hang on nothing hidden.
    static func all(_ entry: LogEntry, _ digest: Digest) -> [LinePart] {
        let published = entry.papers.flatMap(\.published)
        let open = published.filter { $0.visibility == "offentlig" }
        let members = published.filter { $0.visibility != "offentlig" }
        return (open + members).map { LinePart($0, entry) } + [LinePart(line: digest, entry)]
    }
}
