import Diagnostics
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
    public static func text(
        of document: ImportedDocument, digest: String, in language: MessageLanguage = .swedish
    ) -> String? {
        let papers = document.papers.filter { $0.part != nil || $0.pageCount != nil }
        guard !papers.isEmpty else { return nil }
        let name = FileName.last(document.file)
        var text = """
            \(opening(name.singleSpaced, language))
            file: \(HeadText.quoted(name))
            sha256: \(digest)
            delar:

            """
        for paper in papers { text += row(paper, language) }
        return text
    }

    private static func opening(_ name: String, _ language: MessageLanguage) -> String {
        switch language {
        case .swedish:
            """
            # Så här delas \(name). Ändra det som är fel, och kör sedan samma kommando med --apply.
            # Varje sida ska stå i en del. till är dnr eller titel på det ärende som delen hör till.
            # kind: kallelse, arende, bilaga, protokoll, ansokan, annat, eller omslag, innehall, avdelare, tom för sidor
            # som inte är någon handling.
            """
        case .english:
            """
            # This is how \(name) is cut. Change what is wrong, and run the same command with --apply.
            # Each page shall stand in one part. till is the dnr or the title of the ärende that the part belongs to.
            # kind: kallelse, arende, bilaga, protokoll, ansokan, annat, or omslag, innehall, avdelare, tom for pages
            # that are no paper.
            """
        }
    }

    private static func row(_ paper: ImportedDocument, _ language: MessageLanguage) -> String {
        let pages = paper.part?.pages ?? 1...max(1, paper.pageCount ?? 1)
        var lines = ["sidor: [\(pages.lowerBound), \(pages.upperBound)]", "kind: \(paper.kind.rawValue)"]
        func add(_ key: String, _ value: String?) {
            lines.append("\(key):" + (value.map { " " + HeadText.quoted($0.singleSpaced) } ?? ""))
        }
        if !paper.kind.isService {
            add("titel", paper.paperTitle)
            add("dnr", paper.diaryNumber?.value)
            add("bilaga", RangeText.text(paper.attachmentNumbers))
            if let guess = paper.part?.guessedOwner {
                let maybe = language == .swedish ? "kanske" : "perhaps"
                lines.append("# till: \(maybe) \(guess.singleSpaced)")
            }
            add("till", paper.part?.belongsTo)
        }
        if let part = paper.part {
            add("tecken", part.signs.text(in: language))
            lines.append("säkerhet: \(part.certainty)")
        }
        return "  - " + lines.joined(separator: "\n    ") + "\n"
    }
}
