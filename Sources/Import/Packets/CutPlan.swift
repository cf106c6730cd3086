import Meetings

/// How a packet is cut, as a person may edit it: written by `--plan`, and imported by with `--plan … --apply`.
public struct CutPlan: Sendable {
    /// The SHA-256 of the file that it was made from, as hexadecimal digits.
    public let digest: String
    /// In the order of their pages.
    public let rows: [Row]

    public struct Row: Sendable {
        public let pages: ClosedRange<Int>
        public let kind: DocumentKind
        var numbers: [AttachmentNumber] = []
        /// Nil: as the paper says itself.
        var title: String?
        /// Nil: as the paper says itself; empty for none.
        var diaryNumber: String?
        /// The dnr or the title of the ärende that it belongs to.
        var owner: String?
        let line: Int
    }
}

extension CutPlan {
    /// The plan of a file as it was read, as YAML; nil for one without pages.
    public static func text(of document: ImportedDocument, digest: String) -> String? {
        let papers = document.papers.filter { $0.part != nil || $0.pageCount != nil }
        guard !papers.isEmpty else { return nil }
        let name = FileName.last(document.file)
        var text = """
            # Så här delas \(name.singleSpaced). Ändra det som är fel, och kör sedan samma kommando med --apply.
            # Varje sida ska stå i en del. till är dnr eller titel på det ärende som delen hör till.
            # kind: kallelse, arende, bilaga, protokoll, ansokan, annat, eller omslag, innehall, avdelare, tom för sidor
            # som inte är någon handling.
            file: \(HeadText.quoted(name))
            sha256: \(digest)
            delar:

            """
        for paper in papers { text += row(paper) }
        return text
    }

    private static func row(_ paper: ImportedDocument) -> String {
        let pages = paper.part?.pages ?? 1...max(1, paper.pageCount ?? 1)
        var lines = ["sidor: [\(pages.lowerBound), \(pages.upperBound)]", "kind: \(paper.kind.rawValue)"]
        func add(_ key: String, _ value: String?) {
            lines.append("\(key):" + (value.map { " " + HeadText.quoted($0.singleSpaced) } ?? ""))
        }
        if !paper.kind.isService {
            add("titel", paper.paperTitle)
            add("dnr", paper.diaryNumber?.value)
            add("bilaga", RangeText.text(paper.attachmentNumbers))
            add("till", paper.part?.belongsTo)
        }
        if let part = paper.part {
            add("tecken", part.signs.joined(separator: "; "))
            lines.append("säkerhet: \(part.certainty)")
        }
        return "  - " + lines.joined(separator: "\n    ") + "\n"
    }
}
