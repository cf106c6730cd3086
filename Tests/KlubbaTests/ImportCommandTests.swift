import Foundation
import Testing

@Suite("klubba import")
struct ImportCommandTests {
    private static let memorandum = """
        Dnr 2020:14
        AU 200820
        FS 200918

        Bilaga 6 - 6.1

        Stegvis till arbete, ansökan om medel

        Förslag till beslut

        Förbundsstyrelsen föreslås besluta

        att bevilja insatsen Stegvis till arbete högst 840 000 kronor för perioden 2021-01-01 till 2021-12-31
        att följa upp insatsen

        Ärendet

        Nyhamns kommun är insatsägare och samverkanspart är Region Kustlandet.

        Ulrika Nyman, förbundschef
        """
    private static let application = """
        Ansökan

        Insatsens namn: Stegvis till arbete
        Insatsägare: Nyhamns kommun
        Samverkansparter: Region Kustlandet
        Planerat startdatum: 2021-01-01
        Planerat slutdatum: 2021-12-31
        Beskriv syftet med insatsen

        Att fler ska få arbete.
        """
    private static let record = """
        Protokoll

        Förbundsstyrelsen 2020-09-18

        § 1 Öppnande

        Mötet öppnas.

        § 2 Stegvis till arbete (dnr 2020:14)

        Beslut

        Förbundsstyrelsen beslutar
        att bevilja insatsen högst 500 000 kronor
        att följa upp insatsen

        § 3 Lokaler (dnr 2020:15)

        Beslut

        Förbundsstyrelsen beslutar
        att säga upp lokalen
        """

    private func papers() throws -> Workplace {
        try Workplace([
            "gamla/tjansteskrivelse.txt": Self.memorandum, "gamla/2020/ansokan.txt": Self.application,
            "gamla/2020/protokoll.txt": Self.record, "gamla/bild.png": "inte en text",
        ])
    }

    @Test("makes a site that checks and builds out of a folder")
    func folder() throws {
        let site = try papers()
        let result = try site.run("import", "gamla")
        #expect(result.status == 0, "\(result.out)\(result.err)")
        #expect(
            result.out.hasPrefix(
                """
                gamla/2020/ansokan.txt      ansokan    content/arenden/2020-14/ansokan.md (ny)
                gamla/2020/protokoll.txt    protokoll  content/moten/fs-2020-09-18.protokoll.md (ny)
                gamla/tjansteskrivelse.txt  arende     content/arenden/2020-14/arende.md (ny)
                """))
        #expect(result.out.contains("Hoppades över, för de är inga texter: gamla/bild.png\n"))
        let text = try site.read("content/arenden/2020-14/arende.md")
        #expect(
            text.hasPrefix(
                """
                ---
                dnr: 2020:14
                titel: Stegvis till arbete, ansökan om medel
                au: 2020-08-20
                fs: 2020-09-18
                bilaga: 6 - 6.1
                typ: beslut
                insats: Stegvis till arbete
                insatsägare: Nyhamns kommun
                samverkansparter: Region Kustlandet
                period: 2021-01-01 – 2021-12-31
                belopp: 840 000 kr
                undertecknat: Ulrika Nyman, förbundschef
                bilagor:
                  - {nummer: "6.1", titel: "Ansökan", fil: "ansokan.md"}
                """))
        let check = try site.run("check", "--today", "2020-10-01")
        #expect(check.status == 0, "\(check.err)")
        try site.build()
        let page = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        #expect(page.contains("säga upp lokalen"))
        #expect(site.exists("public/arenden/2020-15/index.html"))
        #expect(!site.exists("public/arenden/2020-14/tjansteskrivelse.txt"))
    }

    @Test("changes nothing the second time")
    func twice() throws {
        let site = try papers()
        #expect(try site.run("import", "gamla").status == 0)
        let first = try site.tree("content")
        let again = try site.run("import", "gamla")
        #expect(again.status == 0)
        #expect(again.out.contains("(oförändrad)"))
        #expect(try site.tree("content") == first)
    }

    @Test("what an import that was killed left half done is never published, and the next import takes it away")
    func killed() throws {
        let site = try papers()
        let (killed, running) = (2_147_483_000, ProcessInfo.processInfo.processIdentifier)
        try site.write("content/arenden/2020-14/.klubba-import-\(killed)", "halv")
        try site.write("content/arenden/2020-14/.klubba-import-\(running)", "halv")
        #expect(try site.run("import", "gamla", "--dry-run").status == 0)
        #expect(site.exists("content/arenden/2020-14/.klubba-import-\(killed)"))
        #expect(try site.run("import", "gamla").status == 0)
        #expect(!site.exists("content/arenden/2020-14/.klubba-import-\(killed)"))
        #expect(site.exists("content/arenden/2020-14/.klubba-import-\(running)"))
        try site.build()
        #expect(try site.tree("public").keys.allSatisfy { !$0.contains("klubba-import") })
    }

    @Test("never writes over a file, unless asked to")
    func standing() throws {
        let site = try papers()
        try site.write("content/arenden/2020-14/arende.md", "---\ndnr: 2020:14\ntitel: Mitt eget\n---\n")
        let result = try site.run("import", "gamla")
        #expect(result.status == 1)
        #expect(
            result.out.contains(
                "content/arenden/2020-14/arende.md: finns redan med annat innehåll och lämnades. Jämför, eller skriv över med --force"
            ))
        #expect(try site.read("content/arenden/2020-14/arende.md").contains("Mitt eget"))
        #expect(try site.run("import", "gamla", "--force").status == 0)
        #expect(try site.read("content/arenden/2020-14/arende.md").contains("Stegvis till arbete"))
    }

    @Test("leaves an ärende whose dnr the site has elsewhere")
    func takenNumber() throws {
        let site = try papers()
        try site.write("content/arenden/stegvis.md", "---\ndnr: 2020:14\ntitel: Mitt eget\n---\n")
        let result = try site.run("import", "gamla/tjansteskrivelse.txt")
        #expect(result.status == 1)
        #expect(result.out.contains("lades inte in: 2020:14 finns redan i content/arenden/stegvis.md"))
        #expect(!site.exists("content/arenden/2020-14"))
    }

    @Test("shows without writing")
    func rehearsal() throws {
        let site = try papers()
        let result = try site.run("import", "gamla", "--dry-run", "--format", "json")
        #expect(result.status == 0)
        let objects = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]]
        #expect(objects?.map { $0["kind"] as? String } == ["ansokan", "protokoll", "arende"])
        #expect(try site.tree("content").isEmpty)
    }

    @Test("masks, and then leaves the original out")
    func redacting() throws {
        let site = try Workplace()
        try site.write("gammal.txt", Self.memorandum + "\n\nNås på 070-123 45 67, ulrika@exempel.se, 811218-9876.\n")
        #expect(try site.run("import", "gammal.txt", "--redact").status == 0)
        for (path, bytes) in try site.tree("content") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("811218") && !text.contains("ulrika@") && !text.contains("070-"), "\(path)")
        }
        #expect(try site.run("check").err.contains("K09") == false)
    }

    @Test("a personnummer that is not masked reaches no public page")
    func unmasked() throws {
        let site = try Workplace()
        try site.write("gammal.txt", Self.memorandum + "\n\nDet gäller 811218-9876.\n")
        #expect(try site.run("import", "gammal.txt").status == 0)
        try site.build()
        for (path, bytes) in try site.tree("public") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("811218"), "\(path)")
        }
    }

    @Test("says what to do with what it cannot read")
    func unreadable() throws {
        let site = try Workplace()
        try site.write("tom.txt", "")
        try site.write("bild.txt", Data([0xFF, 0xD8, 0, 0, 1, 2, 3]))
        try site.write("avtal.pdf", "%PDF-1.7")
        try site.write("brev.doc", "x")
        let container = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 600)
        let wordStream = Data("WordDocument".utf16.flatMap { [UInt8($0 & 0xFF), 0] })
        try site.write("gammal.doc", container + wordStream)
        try site.write("låst.docx", container + Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }))
        try site.write("bytt.pdf", "PK inte en pdf")
        try site.write("kort.odt", "PK\u{3}\u{4} avhuggen")
        try site.write("trasig.docx", "PK inget arkiv")
        try site.write("bomb.docx", WordFile.archive([("word/document.xml", "x")], claiming: 2_000_000_000))
        try site.write("stor.txt", Data(count: 9 << 20))
        let files = [
            "tom.txt", "bild.txt", "avtal.pdf", "brev.doc", "gammal.doc", "låst.docx", "bytt.pdf", "kort.odt",
            "trasig.docx", "bomb.docx", "stor.txt", "saknas.txt",
        ]
        // What the machine has not decides nothing here: each program is said to be missing.
        let missing = Dictionary(uniqueKeysWithValues: ["KLUBBA_PDFINFO", "KLUBBA_SOFFICE"].map { ($0, "") })
        let result = try Program.run(["import"] + files, in: site.root, environment: missing)
        #expect(result.status == 1)
        #expect(
            result.out.hasPrefix(
                """
                tom.txt      –          läses inte: filen är tom
                bild.txt     –          läses inte: filen är ingen text. Spara den som oformaterad text (.txt) eller .docx och försök igen
                avtal.pdf    –          läses inte: programmet pdfinfo saknas. Installera det med  sudo apt-get install poppler-utils
                brev.doc     –          läses inte: filen är ingen .doc, fast den heter så
                gammal.doc   –          läses inte: programmet soffice saknas. Installera det med  sudo apt-get install libreoffice-writer-nogui
                låst.docx    –          läses inte: filen kräver ett lösenord. Spara den utan lösenord och försök igen
                bytt.pdf     –          läses inte: filen är ingen .pdf, fast den heter så
                kort.odt     –          läses inte: filen är trasig eller avhuggen. Hämta den på nytt, eller öppna den, spara den och försök igen
                trasig.docx  –          läses inte: Word-filen är trasig. Öppna den i Word, spara den på nytt och försök igen
                bomb.docx    –          läses inte: Word-filen packar upp till 1907 MB och öppnas inte. Ta bort bilderna, eller spara texten som .txt
                stor.txt     –          läses inte: filen är 9 MB, och gränsen är 8 MB. Dela den i flera
                saknas.txt   –          läses inte: filen går inte att läsa (finns inte)
                """))
        #expect(try site.tree("content").isEmpty)
    }

    @Test("reads Word's own files: styles, tables, tabs")
    func word() throws {
        let site = try Workplace()
        let body =
            WordFile.table([["Datum", "Diarienummer", "Handläggare"], ["2021-03-04", "FS 2021/12", "Ulrika Nyman"]])
            + WordFile.paragraph("Till förbundsstyrelsen") + WordFile.paragraph("Ny mötesplats", style: "Rubrik1")
            + WordFile.paragraph("Förslag till beslut", style: "Rubrik2")
            + WordFile.paragraph("Förbundsstyrelsen föreslås besluta")
            + WordFile.paragraph("att bevilja mötesplatsen 250 000 kronor")
            + WordFile.paragraph("Ärendet", style: "Rubrik2")
            + WordFile.paragraph("Platsen ligger i [centrum] * och nås på 070-123 45 67.")
            + WordFile.table([["Post", "Belopp"], ["Hyra", "100 000 kr"]])
            + WordFile.paragraph("Ulrika Nyman") + WordFile.paragraph("Förbundschef")
        try site.write("plats.docx", WordFile.make(body))
        let result = try site.run("import", "plats.docx", "--dry-run", "--format", "json")
        #expect(result.status == 0, "\(result.out)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]])
            .first
        #expect(object?["dnr"] as? String == "FS 2021/12")
        #expect(object?["titel"] as? String == "Ny mötesplats")
        #expect(object?["datum"] as? String == "2021-03-04")
        #expect(object?["rubriker"] as? [String] == ["Förslag till beslut", "Ärendet"])
        #expect((object?["personuppgifter"] as? [[String: Any]])?.first?["rad"] is NSNull)
        #expect(try site.run("import", "plats.docx").status == 0)
        let text = try site.read("content/arenden/fs-2021-12/arende.md")
        #expect(text.contains("| Hyra"))
        #expect(text.contains("handläggare: Ulrika Nyman"))
        #expect(try site.run("check").status == 0)
    }

    @Test("without pandoc says how to get it")
    func withoutPandoc() throws {
        let site = try Workplace()
        try site.write("plats.docx", WordFile.make(WordFile.paragraph("Text")))
        let result = try Program.run(["import", "plats.docx"], in: site.root, environment: ["PATH": "/nonexistent"])
        #expect(result.status == 1)
        #expect(
            result.out.contains("för .docx behövs programmet pandoc. klubba tools import säger hur det installeras"))
    }

    @Test("follows no link out of the folder and writes through none")
    func links() throws {
        let site = try papers()
        let outside = try Workplace(["hemligt.txt": "Hemlig text som ligger utanför."])
        let folder = site.root.appendingPathComponent("gamla/ut")
        try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: outside.root)
        let result = try site.run("import", "gamla")
        #expect(result.status == 0, "\(result.out)")
        #expect(!result.out.contains("hemligt.txt"))
        let other = try papers()
        try FileManager.default.createDirectory(
            at: other.root.appendingPathComponent("content/arenden"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: other.root.appendingPathComponent("content/arenden/2020-14"), withDestinationURL: outside.root)
        #expect(try other.run("import", "gamla/tjansteskrivelse.txt").status == 1)
        #expect(!outside.exists("arende.md"))
    }

    @Test("stops where klubba.yml cannot be read")
    func brokenProfile() throws {
        let site = try papers()
        try site.write("klubba.yml", "organ: [\n")
        let result = try site.run("import", "gamla")
        #expect(result.status == 1)
        #expect(result.err.contains("Inget lades in: klubba.yml har fel. Rätta det först."))
        #expect(try site.tree("content").isEmpty)
    }
}
