import Diagnostics
import Documents

/// Personal data in a text that somebody might publish (RULES.md).
public struct PersonalDataFinding: Hashable, Sendable {
    public let kind: Kind
    public let place: Place
    /// The number that a page may have too; nil for other kinds.
    public let number: IdentityNumber?
    /// Where in a file that has no lines; nil where the place tells.
    public var part: DocumentPlace?

    public enum Kind: Hashable, Sendable {
        case identityNumber
        case email
        case phone
    }
}

extension PersonalDataFinding {
    package init(_ mark: PersonalDataMark, at place: Place) {
        switch mark.kind {
        case .identityNumber(let number): (kind, self.number) = (.identityNumber, number)
        case .email: (kind, number) = (.email, nil)
        case .phone: (kind, number) = (.phone, nil)
        }
        self.place = place
    }

    /// As a file was read that is published as it is.
    init(_ finding: DocumentReport.Finding, file: String) {
        switch finding.kind {
        case .identityNumber(let number): (kind, self.number) = (.identityNumber, number)
        case .email: (kind, number) = (.email, nil)
        case .phone: (kind, number) = (.phone, nil)
        }
        if case .line(let line, let column) = finding.place {
            place = Place(file, line: line, column: column)
        } else {
            (place, part) = (Place(file), finding.place)
        }
    }

    /// The place as a review names it: `7:3`, `sida 3`, `del word/comments.xml`.
    package var spot: String {
        switch part {
        case .page(let page): "sida \(page)"
        case .part(let name): "del \(name)"
        case .line, nil: "\(place.line):\(place.column)"
        }
    }

    /// All of a text, each where it begins.
    static func all(in bytes: [UInt8], file: String, form: TextForm = .markdown) -> [PersonalDataFinding] {
        let marks = PersonalDataMark.all(in: bytes, form: form)
        if marks.isEmpty { return [] }
        // The marks come nearly in order, so that the text is walked over once.
        var (line, column, counted) = (1, 1, 0)
        return marks.map { mark in
            let start = mark.range.lowerBound
            while counted < start {
                if bytes[counted] == UInt8(ascii: "\n") {
                    (line, column) = (line + 1, 1)
                } else if bytes[counted] & 0xC0 != 0x80 {
                    column += 1
                }
                counted += 1
            }
            let back = start < counted ? bytes.characters(from: start, to: counted) : 0
            return PersonalDataFinding(mark, at: Place(file, line: line, column: column - back))
        }
    }

    /// Of a file's name, which is published with it.
    static func all(inNameOf file: FoundFile) -> [PersonalDataFinding] {
        PersonalDataMark.all(in: Array(file.name.utf8), form: .plain)
            .map { PersonalDataFinding($0, at: Place(file.place)) }
    }
}

/// What a text holds of personal data, and whether somebody has looked at it and taken responsibility.
public struct PersonalData: Sendable {
    public var findings: [PersonalDataFinding] = []
    /// `personuppgifter-granskade: 2020-09-10 NN`
    public var reviewed: String?
    /// Why a file that is published as it is could not be read; nil for one that was, and for texts.
    public var unread: Unread?
    /// Personnummer that only the original has.
    public var gone: [PersonalDataFinding] = []
    /// Of a file that is published as it is.
    public var file: String?
    /// Why its traces are left.
    public var traces: TraceFault?
    /// What is published in its place: the same file without traces.
    public var copy: PublishedCopy?
    /// Where lies what the published file says, page by page with a form feed between.
    public var text: String?
    /// Who has signed a file electronically, and whether a program is missing that tells.
    public var signatures: [DocumentSignature] = []
    public var hasUnreadSignatures = false
    /// `granskad: 2020-09-10 NN` in the list of bilagor: somebody has looked at the file, whatever bytes it had then.
    public var seen: String?
    /// Of the file that a Markdown bilaga names as its original: what keeps it from readers, and what they get of it. Its
    /// findings are among the bilaga's own.
    public var originals: [PersonalData] = []

    /// Its readers get the file as it lies there.
    package var isPublishedAsItIs: Bool {
        unread == nil && copy == nil
            && originals.allSatisfy { $0.isPublishedAsItIs && $0.gone.isEmpty && $0.traces == nil }
    }
}

/// A file that is published in another's place.
public struct PublishedCopy: Sendable {
    public let location: String
    /// Bytes.
    public let size: Int
}
