import CQPDF

/// Some of a PDF's pages as a PDF of their own, as they are: a paper of a packet.
public enum PageCut {
    public enum Answer: Equatable, Sendable {
        case done
        case locked
        case damaged
    }

    /// - Parameter pages: from 1, and within the file.
    public static func cut(_ source: String, pages: ClosedRange<Int>, to target: String) -> Answer {
        do throws(PDFFailure) {
            let (from, to) = (try Document.reading(source), try Document.empty())
            guard pages.lowerBound >= 1, pages.upperBound <= from.pageCount else { return .damaged }
            try from.inheritToPages()
            for number in pages {
                try to.check(qpdf_add_page(to.data, from.data, from.page(number - 1).handle, QPDF_FALSE))
            }
            try to.write(to: target, keepingStreams: true)
            return try Document.reading(target).pageCount == pages.count ? .done : .damaged
        } catch {
            return error == .locked ? .locked : .damaged
        }
    }
}
