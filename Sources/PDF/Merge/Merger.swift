import PDFWork

/// Puts prepared papers in their places, and gives the whole its bookmarks, its attached files and its metadata.
public enum Merger {}

extension Merger {
    /// - Returns: why it failed, or nil.
    public static func merge(_ order: MergeOrder, reports: [PaperReport], files: [[UInt8]]) -> String? {
        do throws(PDFFailure) {
            try merged(order, reports, files)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static func merged(
        _ order: MergeOrder, _ reports: [PaperReport], _ files: [[UInt8]]
    ) throws(PDFFailure) {
        let document = try Document.reading(order.main)
        TidyNumbers.tidy(document)
        StructureMending.mend(document)
        let papers = try Papers(order.papers, into: document)
        let places = try Places(in: document, papers)
        guard places.count == reports.reduce(0, { $0 + $1.pages.count }) else {
            throw .system("\(places.count) placeholders")
        }
        for (index, paper) in order.papers.enumerated() {
            let range = paper.firstPlaceholder..<(paper.firstPlaceholder + reports[index].pages.count)
            let own = range.compactMap { places[$0] }
            guard own.count == range.count else { throw .system("placeholder of \(paper.bookmark)") }
            PageLinks.add(reports[index].links, to: own, in: document)
            if let first = own.first {
                OutlineWriting.add(reports[index].outline, below: paper.bookmark, on: first.page, own, in: document)
            }
        }
        AttachedFiles.add(order.attachments, files, to: document, created: order.created)
        Metadata(order).set(in: document)
        if document.hasError { throw document.failure }
        try document.write(to: order.output, keepingStreams: true)
        withExtendedLifetime(papers) {}
    }
}

/// What klubba asks of a finished packet: what it was made from, and its length.
public enum PacketInspection {
    /// The first identifier as hexadecimal digits, and the number of pages; nil for what is no whole PDF.
    public static func look(at path: String) -> (identifier: String, pages: Int)? {
        guard let document = try? Document.reading(path) else { return nil }
        guard let identifier = document.trailer["/ID"], identifier.count == 2, let bytes = identifier[0].string else {
            return nil
        }
        let pages = document.pageCount
        return document.hasError ? nil : (bytes.map(hexadecimal).joined(), pages)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
