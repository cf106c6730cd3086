import System

/// The programs that an import takes for what is no text; nil for one that the machine hasn't.
public struct ImportTools: Sendable {
    public var pandoc = Pandoc(program: nil)
    public var pdfToHTML: String?
    public var pdfInfo: String?
    public var pdfToPPM: String?
    public var tesseract: String?
    public var qpdf: String?
    public var office: String?
    /// klubba-pdf, which cuts a packet's pages apart.
    public var cutter: String?

    public init() {}

    /// Those of this machine; never one that lies in the site.
    public init(site: String) {
        func find(_ name: String, _ variable: String) -> String? {
            Toolbox.find(name, variable: variable, in: "import/bin/\(name)", site: site)
        }
        pandoc = .installed(site: site)
        pdfToHTML = find("pdftohtml", "KLUBBA_PDFTOHTML")
        pdfInfo = find("pdfinfo", "KLUBBA_PDFINFO")
        pdfToPPM = find("pdftoppm", "KLUBBA_PDFTOPPM")
        tesseract = find("tesseract", "KLUBBA_TESSERACT")
        qpdf = find("qpdf", "KLUBBA_QPDF")
        office = find("soffice", "KLUBBA_SOFFICE")
        cutter = find("klubba-pdf", "KLUBBA_PDF")
    }
}

/// Why a file gave no text.
struct ImportFailure: Error {
    let refusal: ImportRefusal

    init(_ refusal: ImportRefusal) { self.refusal = refusal }
}
