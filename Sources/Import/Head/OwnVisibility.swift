import Meetings

/// Who a paper itself says may see it: `Synlighet: ledamöter`, `Publiceras: 2027-01-15` in its head.
struct OwnVisibility: Hashable, Sendable {
    /// `ledamöter`, `utkast` or `sekretess`; nil where all may see it.
    var audience: String?
    /// The day that it may be seen from.
    var day: CalendarDate?
    /// The lines that say so.
    var lines: Set<Int> = []

    var isHidden: Bool { audience != nil || day != nil }
}

extension OwnVisibility {
    /// Looked for among the lines of a head; a word that is no audience hides the paper from all but the members.
    init(_ lines: [SourceLine], clock: CalendarDate) {
        let opening = lines.lazy.filter { !$0.text.trimmed.isEmpty }.prefix(40).prefix { !$0.text.hasPrefix("## ") }
        for line in opening {
            let plain = MarkdownText.plain(line.text)
            let mark =
                VisibilityMark(plain)?.visibility.rawValue
                ?? (plain.foldedWords == "bara for ledamoter" ? Visibility.members.rawValue : nil)
            if let mark {
                self.lines.insert(line.number)
                audience = audience ?? mark
            }
            guard let colon = plain.firstIndex(of: ":"), plain.utf8.count <= 80 else { continue }
            let value = String(plain[plain.index(after: colon)...]).trimmed
            switch String(plain[..<colon]).foldedWords {
            case "synlighet":
                guard value.words.count == 1 else { continue }
                self.lines.insert(line.number)
                let word = value.foldedWords
                let known = ["ledamoter": "ledamöter", "utkast": "utkast", "sekretess": "sekretess"]
                if word != "offentlig" { audience = known[word] ?? "ledamöter" }
            case "publiceras":
                self.lines.insert(line.number)
                day = DateMention.all(in: value, clock: clock).first?.date
                if day == nil { audience = audience ?? "utkast" }
            case "draft" where value == "true", "published" where value == "false":
                self.lines.insert(line.number)
                audience = audience ?? "utkast"
            default: continue
            }
        }
    }
}
