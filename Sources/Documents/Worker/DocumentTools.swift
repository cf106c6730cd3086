import System

/// The programs that reading takes: where they are, or that they are not there.
public struct DocumentTools: Equatable, Sendable {
    public var pdfText: String?
    public var pdfImages: String?
    public var pdfFonts: String?
    public var qpdf: String?
    /// klubba-pdf
    public var pdfCleaner: String?
    public var pdfSignatures: String?

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
        pdfSignatures = find("pdfsig", "KLUBBA_PDFSIG")
    }

    /// Which there are; what a file came to hangs on them.
    public var names: [String] { words.map { $0.isEmpty ? "-" : $0 } }

    var words: [String] { Self.places.map { self[keyPath: $0] ?? "" } }

    init?(words: some Collection<String>) {
        guard words.count == Self.places.count else { return nil }
        for (place, word) in zip(Self.places, words) { self[keyPath: place] = word.isEmpty ? nil : word }
    }

    static var places: [WritableKeyPath<DocumentTools, String?>] {
        [\.pdfText, \.pdfImages, \.pdfFonts, \.qpdf, \.pdfCleaner, \.pdfSignatures]
    }
}
