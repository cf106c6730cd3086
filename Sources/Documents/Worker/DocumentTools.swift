import System

/// The programs that reading takes: where they are, or that they are not there.
public struct DocumentTools: Equatable, Sendable {
    public var pdfText: String?
    public var pdfImages: String?
    public var pdfFonts: String?
    public var qpdf: String?
    /// klubba-pdf
    public var pdfCleaner: String?

    public init() {}

    /// Those of this machine; never one that lies in the site, where there is one.
    public init(site: String?) {
        func find(_ name: String, _ variable: String) -> String? {
            Toolbox.find(name, variable: variable, in: "documents/bin/\(name)", site: site ?? "/dev/null")
        }
        pdfText = find("pdftotext", "KLUBBA_PDFTOTEXT")
        pdfImages = find("pdfimages", "KLUBBA_PDFIMAGES")
        pdfFonts = find("pdffonts", "KLUBBA_PDFFONTS")
        qpdf = find("qpdf", "KLUBBA_QPDF")
        pdfCleaner = find("klubba-pdf", "KLUBBA_PDF")
    }

    /// Which there are; what a file came to hangs on them.
    public var names: [String] { words.map { $0.isEmpty ? "-" : $0 } }

    var words: [String] { [pdfText, pdfImages, pdfFonts, qpdf, pdfCleaner].map { $0 ?? "" } }

    init?(words: some Collection<String>) {
        let words = Array(words)
        guard words.count == 5 else { return nil }
        func own(_ index: Int) -> String? { words[index].isEmpty ? nil : words[index] }
        (pdfText, pdfImages, pdfFonts, qpdf, pdfCleaner) = (own(0), own(1), own(2), own(3), own(4))
    }
}
