import PDFWork

/// What became of a paper that is a file.
enum PaperOutcome: Sendable {
    case placed(PaperReport, prepared: String, report: String)
    case failed(Reason)

    enum Reason: Sendable {
        /// A file of a kind that cannot be placed.
        case otherKind
        /// An office file, and no LibreOffice to make pages of it.
        case officeMissing
        /// LibreOffice made no pages of it.
        case notConverted
        case locked
        case damaged
        case noPages
        case tookTooLong
        case tooMuchMemory
    }
}

extension PaperOutcome.Reason {
    init(_ exit: Exit?) {
        self =
            switch exit {
            case .locked: .locked
            case .noPages: .noPages
            case .outOfMemory: .tooMuchMemory
            default: .damaged
            }
    }
}
