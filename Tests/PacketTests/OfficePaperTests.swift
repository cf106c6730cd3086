import Foundation
import Testing

@Suite("Word, Excel and OpenDocument files are pages of the packet")
struct OfficePaperTests {
    /// The real program, wherever it is.
    private static func office(_ bench: Bench) throws -> String {
        let found = try bench.tool("which", "soffice").out.trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(!found.isEmpty, "LibreOffice is not installed")
        return found
    }

    private func site(_ name: String = "kalkyl.rtf") throws -> Bench {
        let bench = try Bench([
            "content/arenden/2020-1/arende.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1\nbilagor:\n"
                    + "  - {nummer: 1.1, titel: Kalkyl, fil: \(name)}")
        ])
        return bench
    }

    private let text = #"{\rtf1\ansi Hyran \'e4r 12 000 kronor.\page El och v\'e4rme tillkommer.}"#

    @Test("each page stands in its place with number and head, and nothing is attached")
    func pages() throws {
        let bench = try site()
        try bench.write("content/arenden/2020-1/kalkyl.rtf", text)
        let own = ["KLUBBA_SOFFICE": try Self.office(bench)]
        let result = try bench.packet(environment: own)
        #expect(!result.err.contains("K175"))
        #expect(result.err.contains("5 sidor"))
        #expect(result.err.contains("PDF/A-3b"))
        let pages = try FinishedPDF(bench).pages()
        try #require(pages.count == 5)
        #expect(pages[3].contains("Hyran är 12 000 kronor.") && pages[3].contains("Sida 4 av 5"))
        #expect(pages[3].contains("Bilaga 1.1"))
        #expect(pages[4].contains("El och värme tillkommer."))
        #expect(try bench.tool("pdfdetach", "-list", bench.path("ut.pdf")).out.hasPrefix("0 embedded files"))
        #expect(try FinishedPDF(bench).isClean)
    }

    @Test("they are made once for each content, and the packet is the same bytes when they are made anew")
    func once() throws {
        let bench = try site()
        try bench.write("content/arenden/2020-1/kalkyl.rtf", text)
        try bench.write(
            "soffice", "#!/bin/sh\necho x >>\"\(bench.path("runs"))\"\nexec \"\(try Self.office(bench))\" \"$@\"\n")
        try bench.tool("chmod", "+x", bench.path("soffice"))
        func own(_ cache: String) -> [String: String] {
            ["KLUBBA_SOFFICE": bench.path("soffice"), "XDG_CACHE_HOME": bench.path(cache)]
        }
        try bench.packet(output: "ett.pdf", environment: own("a"))
        try bench.packet(output: "tva.pdf", environment: own("a"))
        // One to make, and one a packet to tell its version.
        #expect(String(decoding: try bench.data("runs"), as: UTF8.self) == "x\nx\nx\n")
        try bench.packet(output: "tre.pdf", environment: own("b"))
        #expect(try bench.data("ett.pdf") == bench.data("tva.pdf"))
        #expect(try bench.data("ett.pdf") == bench.data("tre.pdf"))
    }

    @Test("without LibreOffice, with --no-office and where no pages come of it, a page says so and the file goes along")
    func without() throws {
        let bench = try site()
        try bench.write("content/arenden/2020-1/kalkyl.rtf", text)
        let script = "#!/bin/sh\ncase $1 in --version) echo LibreOffice 7.4.7.2;; *) exit 1;; esac\n"
        try bench.write("soffice", script)
        try bench.tool("chmod", "+x", bench.path("soffice"))
        let missing = "kalkyl.rtf:1:1: warning[K175]: filen blir inga sidor i utskicket utan LibreOffice"
        #expect(try bench.packet(output: "utan.pdf").err.contains(missing))
        let unasked = try bench.packet(
            "--no-office", output: "oombett.pdf", environment: ["KLUBBA_SOFFICE": try Self.office(bench)])
        #expect(unasked.err.contains(missing))
        let broken = try bench.packet(
            output: "trasig.pdf",
            environment: ["KLUBBA_SOFFICE": bench.path("soffice"), "XDG_CACHE_HOME": bench.path("cache")])
        #expect(broken.err.contains("kalkyl.rtf:1:1: warning[K175]: LibreOffice kunde inte göra sidor av filen"))
        for name in ["utan.pdf", "oombett.pdf", "trasig.pdf"] {
            let pages = try FinishedPDF(bench, name).pages()
            try #require(pages.count == 4)
            #expect(pages[3].contains("bifogad som den är") && pages[3].contains("kalkyl.rtf"))
            #expect(try bench.tool("pdfdetach", "-list", bench.path(name)).out.contains("kalkyl.rtf"))
        }
    }

    @Test("what a file links to outside itself is not opened")
    func links() throws {
        let bench = try site("kalkyl.odt")
        try bench.write("hemlig.txt", "KANARIE i en annan fil")
        try bench.write(
            "odt/mimetype", "application/vnd.oasis.opendocument.text")
        try bench.write(
            "odt/META-INF/manifest.xml",
            """
            <?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
            <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
            """)
        try bench.write(
            "odt/content.xml",
            """
            <?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" \
            office:version="1.2"><office:body><office:text><text:p>Hyran</text:p><text:section text:name="S">\
            <text:section-source xlink:href="file://\(bench.path("hemlig.txt"))" xlink:type="simple"/>\
            <text:p>tom</text:p></text:section></office:text></office:body></office:document-content>
            """)
        try bench.tool(
            "sh", "-c",
            "cd '\(bench.path("odt"))' && python3 -m zipfile -c ../content/arenden/2020-1/kalkyl.odt mimetype content.xml META-INF"
        )
        try bench.packet(environment: ["KLUBBA_SOFFICE": try Self.office(bench)])
        let text = try FinishedPDF(bench).pages().joined()
        #expect(text.contains("Hyran"))
        #expect(!text.contains("KANARIE"))
    }

    @Test("build --packets names LibreOffice in the manifest, and verify makes the packets again by it")
    func manifest() throws {
        let bench = try site()
        try bench.write("content/arenden/2020-1/kalkyl.rtf", text)
        let own = ["KLUBBA_SOFFICE": try Self.office(bench)]
        let built = try bench.klubba("build", "--packets", "--today", "2020-10-01", environment: own)
        #expect(built.status == 0, "\(built.err)")
        #expect(String(decoding: try bench.data("public/.klubba-manifest"), as: UTF8.self).contains("libreoffice "))
        let verified = try bench.klubba("verify", "public", "--today", "2020-10-01", environment: own)
        #expect(verified.status == 0, "\(verified.err)\(verified.out)")
        // Without it nobody can say whether the packets are as they were made.
        let without = try bench.klubba("verify", "public", "--today", "2020-10-01", environment: ["KLUBBA_SOFFICE": ""])
        #expect(without.err.contains("libreoffice "), "\(without.err)")

        let plain = try bench.klubba("build", "--packets", "--no-office", "--today", "2020-10-01", environment: own)
        #expect(plain.status == 0, "\(plain.err)")
        #expect(!String(decoding: try bench.data("public/.klubba-manifest"), as: UTF8.self).contains("libreoffice "))
        #expect(try bench.klubba("verify", "public", "--today", "2020-10-01", environment: own).status == 0)
    }
}
