import Glibc

/// The two programs that a packet takes: WeasyPrint, which sets pages, and klubba-pdf, which puts PDF files together.
public struct PacketTools: Sendable {
    let printer: String
    let merger: String
    /// WeasyPrint's version: another one may set the same pages in another way.
    let printerVersion: String
    /// How long one paper may take to be read.
    let secondsForPaper: Int
    /// How long the whole may take to be set, and to be put together.
    let secondsForPacket: Int
}

extension PacketTools {
    /// Looks where a person said (KLUBBA_WEASYPRINT, KLUBBA_PDF), then in the folder `.tools/packet` that
    /// `make packet-tools` makes, of the site and of klubba's own source, beside klubba itself, and at last in PATH.
    public static func find(site: String) throws(PacketFailure) -> PacketTools {
        let own = ownFolder()
        let places = [site, own + "/../..", own + "/../../..", "."].map { $0 + "/.tools/packet/bin/weasyprint" }
        let printers = places + [own + "/../lib/klubba/packet/bin/weasyprint"] + inPath("weasyprint")
        guard let printer = first(Setting.text("KLUBBA_WEASYPRINT"), else: printers) else { throw .noPrinter }
        let mergers = [own + "/klubba-pdf"] + inPath("klubba-pdf")
        guard let merger = first(Setting.text("KLUBBA_PDF"), else: mergers) else { throw .noMerger }
        let said = try ChildProcess.run(printer, ["--version"], seconds: 60)
        let version = said.text.split(separator: " ").last.map { $0.filter { $0.isNumber || $0 == "." } } ?? ""
        guard let first = version.split(separator: ".").first.flatMap({ Int($0) }) else { throw .noPrinter }
        guard first >= 70 else { throw .oldPrinter(version) }
        return PacketTools(
            printer: printer, merger: merger, printerVersion: version,
            secondsForPaper: Setting.number("KLUBBA_PDF_SECONDS") ?? 120,
            secondsForPacket: Setting.number("KLUBBA_PACKET_SECONDS") ?? 1200)
    }

    /// The one that is named, else the first of the places that has it.
    private static func first(_ named: String?, else places: [String]) -> String? {
        (named.map { [$0] } ?? places).first(where: DiskFile.isExecutable)
    }

    /// The folder that klubba's own program is in.
    private static func ownFolder() -> String {
        guard let path = realpath("/proc/self/exe", nil) else { return "." }
        defer { free(path) }
        let text = String(cString: path)
        return String(text[..<(text.lastIndex(of: "/") ?? text.startIndex)])
    }

    private static func inPath(_ name: String) -> [String] {
        (Setting.text("PATH") ?? "").split(separator: ":").map { "\($0)/\(name)" }
    }
}

/// The environment.
enum Setting {
    static func text(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    static func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }
}
