import System

/// The programs that a packet takes: WeasyPrint, which sets pages, klubba-pdf, which puts PDF files together, and where
/// there are office files LibreOffice, which makes pages of them.
public struct PacketTools: Sendable {
    let printer: String
    let merger: String
    /// WeasyPrint's version: another one may set the same pages in another way.
    let printerVersion: String
    /// Nil where the machine has none, or nobody wants it.
    let office: OfficePages?
    /// How long one paper may take to be read.
    let secondsForPaper: Int
    /// How long the whole may take to be set, and to be put together.
    let secondsForPacket: Int
}

extension PacketTools {
    /// What sets the pages, as a manifest names it.
    public var name: String { "weasyprint \(printerVersion)" }

    /// What makes pages of office files, as a manifest names it.
    public var officeName: String? { officeVersion.map { "libreoffice \($0)" } }

    public var officeVersion: String? { office?.version }

    /// Looks where a person said (KLUBBA_WEASYPRINT, KLUBBA_PDF), then beside klubba and where klubba's own tools are
    /// (`klubba tools packet`), and at last in PATH; never in the site.
    ///
    /// - Parameter withOffice: whether LibreOffice is looked for too.
    public static func find(site: String, withOffice: Bool = false) throws(PacketFailure) -> PacketTools {
        let printer = Toolbox.find(
            "weasyprint", variable: "KLUBBA_WEASYPRINT", in: "packet/bin/weasyprint", site: site)
        guard let printer else { throw .noPrinter }
        guard let merger = Toolbox.find("klubba-pdf", variable: "KLUBBA_PDF", in: "klubba-pdf", site: site) else {
            throw .noMerger
        }
        let said = try PacketWork.run(printer, ["--version"], seconds: 300)
        if said.isTimedOut { throw .printing("weasyprint --version, 300 s") }
        let version = said.text.split(separator: " ").last.map { $0.filter { $0.isNumber || $0 == "." } } ?? ""
        guard let first = version.split(separator: ".").first.flatMap({ Int($0) }) else { throw .noPrinter }
        guard first >= 70 else { throw .oldPrinter(version) }
        return PacketTools(
            printer: printer, merger: merger, printerVersion: version,
            office: withOffice ? OfficeSuite(site: site).flatMap { OfficePages($0) } : nil,
            secondsForPaper: Environment.number("KLUBBA_PDF_SECONDS") ?? 120,
            secondsForPacket: Environment.number("KLUBBA_PACKET_SECONDS") ?? 1200)
    }

    /// The Python that the printer runs in: its first line names it, else it lies beside.
    var interpreter: String {
        let head = (try? FileBytes.head(printer, count: 256)) ?? []
        let line = String(decoding: head.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        let named = line.dropFirst(2).split(separator: " ").first.map(String.init)
        if line.hasPrefix("#!/"), let named, !named.hasSuffix("/sh"), FileBytes.isExecutable(named) { return named }
        let folder = printer[..<(printer.lastIndex(of: "/") ?? printer.startIndex)]
        return "\(folder)/python3"
    }
}
