import Foundation
import Testing

@Suite("The texts of an archive package as PDF/A")
struct ArchivedTextsTests {
    private static let text = "content/arenden/2020-1/arende.md"

    /// Sealed, decided, and corrected after the meeting.
    private func site() throws -> Bench {
        let long = (1...90).map { "Stycke nummer \($0) om tvisten.\n" }.joined(separator: "\n")
        let bench = try Bench([
            ArchivedTextsTests.text: matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1\nhandläggare: Förbundschefen",
                "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** hyra Lilla salen\n\n"
                    + "## Ärendet\n\nSalen ligger vid torget.\n"),
            "content/arenden/2020-1/1.1 Kalkyl.md": "# Kalkyl\n\n| Post | Kronor |\n|---|---:|\n| Hyra | 90 000 |\n",
            "content/arenden/2020-2.md": matter(
                "dnr: 2020:2\ntitel: Tvisten\nfs: 2020-09-18\nbilaga: 2\nsynlighet: sekretess\nsekretess: 26 kap. 1 § OSL",
                long),
            "content/arenden/2020-3.md": matter(
                "dnr: 2020:3\ntitel: Rekrytering\nfs: 2020-09-18\nbilaga: 3\nsynlighet: ledamöter"),
        ])
        try bench.seal("2020-09-11")
        try bench.write(
            "content/moten/fs-2020-09-18.protokoll.md",
            "---\nordförande: Berit Prov\nsekreterare: Sven Prov\njusterat: 2020-09-25\n---\n\n"
                + "## § 7 Öppnande\n\nOrdföranden öppnar mötet.\n\n## § 8 2020:1\n\nBeslut: bifall\n\n"
                + "### Reservation\n\nEn ledamot reserverar sig skarpt.\n\n## § 9 2020:2\n\nBeslut: noteras\n\n"
                + "## § 10 2020:3\n\nBeslut: noteras\n")
        try bench.seal("2020-09-25")
        let text = String(decoding: try bench.data(ArchivedTextsTests.text), as: UTF8.self)
        try bench.write(ArchivedTextsTests.text, text.replacing("vid torget", with: "vid hamnen"))
        try bench.seal("2020-09-28", "--correct", "--reason", "Salen ligger vid hamnen")
        return bench
    }

    private func archive(_ bench: Bench, _ arguments: String..., day: String = "2020-10-01") throws -> String {
        let folder = (["arkiv"] + arguments).joined()
        let result = try bench.klubba(["archive", "--today", day, "--output", folder] + arguments)
        #expect(result.status == 0, "\(result.err)")
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.path(folder))
        #expect(names.count == 1)
        return "\(folder)/\(try #require(names.first))"
    }

    private func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { $0.count > 3 }
    }

    private func pages(_ bench: Bench, _ name: String) throws -> [String] {
        try FinishedPDF(bench, name).pages().map { $0.replacing("\u{A0}", with: " ") }
    }

    @Test("have every word of the sealed text, the outcome and the dnr; what is secret is marked on every page")
    func sealedWords() throws {
        let bench = try site()
        let papers = "\(try archive(bench))/representations/handlingar/data"
        for (paper, source, others) in [
            ("arenden/2020-1/2020-1.pdf", ArchivedTextsTests.text, ["2020:1", "§ 8: bifall", "Förbundschefen"]),
            ("arenden/2020-1/kalkyl.pdf", "content/arenden/2020-1/1.1 Kalkyl.md", ["2020:1", "90 000"]),
            ("arenden/2020-2/2020-2.pdf", "content/arenden/2020-2.md", ["2020:2", "§ 9: noteras"]),
            ("moten/fs-2020-09-18/protokoll.pdf", "content/moten/fs-2020-09-18.protokoll.md", ["§ 8", "2020:1"]),
            ("moten/fs-2020-09-18/kallelse.pdf", "content/moten/fs-2020-09-18.md", ["2020:1", "Lilla salen"]),
        ] {
            let text = try pages(bench, "\(papers)/\(paper)").joined(separator: "\n")
            let known = Set(words(text))
            let sealed = String(decoding: try bench.data(source), as: UTF8.self).components(separatedBy: "\n---\n").last
            #expect(words(sealed ?? "").filter { !known.contains($0) } == [], "\(paper)")
            for other in others { #expect(text.contains(other), "\(paper): \(other)") }
        }
        for (paper, mark) in [
            ("arenden/2020-2/2020-2.pdf", "SEKRETESS, 26 kap. 1 § OSL"),
            ("moten/fs-2020-09-18/protokoll.pdf", "SEKRETESS"), ("arenden/2020-3/2020-3.pdf", "ENDAST FÖR LEDAMÖTER"),
        ] {
            let pages = try pages(bench, "\(papers)/\(paper)")
            #expect(pages.allSatisfy { $0.contains(mark) }, "\(paper)")
            if paper.contains("2020-2/") { #expect(pages.count > 1) }
        }
    }

    @Test("the packet is as it was sent, though a text has been corrected since")
    func sentPacket() throws {
        let bench = try site()
        let package = try archive(bench)
        let papers = "\(package)/representations/handlingar/data"
        let sent = try pages(bench, "\(papers)/moten/fs-2020-09-18/utskick.pdf").joined()
        #expect(sent.contains("vid torget") && !sent.contains("vid hamnen"))
        #expect(sent.contains("Rekrytering") && !sent.contains("Tvisten"))
        let erms = String(decoding: try bench.data("\(papers)/ERMS.xml"), as: UTF8.self)
        let record = try #require(
            erms.components(separatedBy: "<record ").first { $0.contains(#"recordType="utskick""#) })
        #expect(record.contains(#"systemIdentifier="content/.forseglat/"#))
        #expect(record.components(separatedBy: #"extraIdType="fil""#).count == 5)
        #expect(record.contains("<objectId>fs-2020-09-18/utskick</objectId>"))
        #expect(record.contains(#"otherRestrictionType="ledamöter""#))
        let verified = try bench.klubba("archive", "--verify", bench.path(package))
        #expect(verified.status == 0, "\(verified.err)")
        let open = "\(try archive(bench, "--audience", "public"))/representations/handlingar/data"
        let text = try pages(bench, "\(open)/moten/fs-2020-09-18/utskick.pdf").joined()
        #expect(text.contains("Lokaler") && !text.contains("Rekrytering"))
    }

    @Test("a record has its outcomes in its own words, whatever the theme calls them")
    func ownWords() throws {
        let bench = try Bench([
            "klubba.yml":
                "organisation: Förbundet Prov\norgan:\n  - {kod: AU, namn: Arbetsutskottet, roll: beredande}\n"
                + "  - {kod: FS, namn: Förbundsstyrelsen, roll: beslutande}\n",
            "content/arenden/2020-1.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nau: 2020-08-20\nbilaga: 1",
                "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** hyra Lilla salen\n- **att** köpa stolar\n"
            ),
            "content/arenden/2020-2.md": matter(
                "dnr: 2020:2\ntitel: Stolar\nau: 2020-08-20\nbilaga: 2",
                "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** köpa tolv stolar\n"),
            "content/moten/au-2020-08-20.md": "---\nkallelse: 2020-08-13\n---\n",
            "content/moten/au-2020-08-20.protokoll.md": "---\nordförande: Berit Prov\njusterat: 2020-08-27\n---\n\n"
                + "## § 3 2020:1\n\nBeslut: 1 bifall, 2 avslag\n\n## § 4 2020:2\n\nBeslut: bifall\n",
        ])
        let papers = "\(try archive(bench))/representations/handlingar/data"
        let record = try pages(bench, "\(papers)/moten/au-2020-08-20/protokoll.pdf").joined()
        #expect(record.contains("Beslut: Bifall") && record.contains("1 bifall, 2 avslag"), "\(record)")
        #expect(!record.lowercased().contains("tillstyrk"), "\(record)")
        let matter = try pages(bench, "\(papers)/arenden/2020-2/2020-2.pdf").joined()
        #expect(matter.contains("§ 4: bifall") && !matter.lowercased().contains("tillstyrk"), "\(matter)")
    }

    @Test("the packet has its office files as pages, as it was sent, and PREMIS says what made them")
    func officePages() throws {
        let bench = try Bench([
            "content/arenden/2020-1/arende.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1\nbilagor:\n"
                    + "  - {nummer: 1.1, titel: Kalkyl, fil: kalkyl.rtf}"),
            "content/arenden/2020-1/kalkyl.rtf": #"{\rtf1\ansi Hyran \'e4r 12 000 kronor.}"#,
        ])
        try bench.seal("2020-09-11")
        let office = try bench.tool("which", "soffice").out.trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(!office.isEmpty, "LibreOffice is not installed")
        let result = try bench.klubba(
            ["archive", "--today", "2020-10-01"], environment: ["KLUBBA_SOFFICE": office])
        #expect(result.status == 0, "\(result.err)")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: bench.path("arkiv")).first)
        let packet = "arkiv/\(name)/representations/handlingar/data/moten/fs-2020-09-18/utskick.pdf"
        #expect(try pages(bench, packet).joined().contains("Hyran är 12 000 kronor."))
        #expect(try bench.tool("pdfdetach", "-list", bench.path(packet)).out.hasPrefix("0 embedded files"))
        let premis = String(decoding: try bench.data("arkiv/\(name)/metadata/preservation/premis.xml"), as: UTF8.self)
        #expect(premis.contains("<agentName>LibreOffice</agentName>"))
        #expect(premis.components(separatedBy: ">LibreOffice</linkingAgentIdentifierValue>").count == 2)
        let verified = try bench.klubba("archive", "--verify", bench.path("arkiv/\(name)"))
        #expect(verified.status == 0, "\(verified.err)")
    }

    @Test("what an earlier package in the folder has of the same is taken from it, unless it has been changed")
    func reuse() throws {
        let bench = try site()
        let first = try archive(bench)
        let paper = "representations/handlingar/data/arenden/2020-1/kalkyl.pdf"
        let (own, premis) = (try bench.data("\(first)/\(paper)"), "\(first)/metadata/preservation/premis.xml")
        let marked = own + Data("% taken\n".utf8)
        try bench.write("\(first)/\(paper)", marked)
        #expect(try bench.data("\(try archive(bench, day: "2020-10-02"))/\(paper)") == own)
        func digest(_ path: String) throws -> String {
            String(try bench.tool("sha256sum", bench.path(path)).out.prefix(64))
        }
        let old = try digest("\(first)/\(paper)")
        try bench.write("\(first)/\(paper)", marked)
        let text = String(decoding: try bench.data(premis), as: UTF8.self)
        try bench.write(premis, text.replacing(old, with: try digest("\(first)/\(paper)")))
        #expect(try bench.data("\(try archive(bench, day: "2020-10-03"))/\(paper)") == marked)
    }

    @Test("a PDF counts as PDF/A when it says so and the packet's checks agree")
    func claimedLevel() throws {
        let bench = try Bench([
            "content/arenden/2020-1/arende.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18")
        ])
        let claim = "% <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
        try bench.write("content/arenden/2020-1/Avtal.pdf", RawPDF().data + Data(claim.utf8))
        let told = try bench.klubba("archive", "--today", "2020-10-01", "--output", "med")
        #expect(told.err.contains("Avtal.pdf är inte i ett bevarandeformat"), "\(told.err)")
    }
}

extension Bench {
    fileprivate func seal(_ day: String, _ arguments: String...) throws {
        let result = try klubba(["seal", "fs-2020-09-18", "--today", day] + arguments)
        #expect(result.status == 0, "\(result.err)")
    }
}
