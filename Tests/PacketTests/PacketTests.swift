import Foundation
import Testing

@Suite("A meeting's papers as one PDF")
struct PacketTests {
    /// Three ärenden: one with papers of every kind, one that is turned and wide, one alone.
    private func meeting() throws -> Bench {
        let bench = try Bench([
            "content/arenden/2020-1/arende.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.4\nbilagor:\n"
                    + "  - {nummer: 1.1, titel: Avtal, fil: avtal.pdf}\n  - {nummer: 1.2, titel: Kalkyl, fil: kalkyl.docx}\n"
                    + "  - {nummer: 1.3, titel: Karta, fil: karta.pdf}\n  - {nummer: 1.4, titel: Yttrande, fil: yttrande.md}",
                "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** hyra Lilla salen\n\n"
                    + "## Bakgrund\n\nAvtalet är bilaga 1.1. Se även [budgeten](../2020-2.md).\n"),
            "content/arenden/2020-1/yttrande.md": "## Bakgrund\n\nOrden i yttrandet.\n",
            "content/arenden/2020-1/kalkyl.docx": "Inte riktigt Word.",
            "content/arenden/2020-2.md": matter("dnr: 2020:2\ntitel: Budget\nfs: 2020-09-18\nbilaga: 2"),
            "content/arenden/2020-3.md": matter("dnr: 2020:3\ntitel: Tider\nfs: 2020-09-18\nbilaga: 3"),
        ])
        var contract = RawPDF(pages: 5, text: "Avtalssida")
        contract.bookmark([("Parter", 0), ("Villkor", 3)])
        try bench.write("content/arenden/2020-1/avtal.pdf", contract.data)
        try bench.write(
            "content/arenden/2020-1/karta.pdf",
            RawPDF(pages: 2, size: "0 0 3000 2000", page: "/Rotate 90", text: "Kartblad").data)
        return bench
    }

    @Test("every page has its number, the contents lead to the right pages, and bookmarks and heads say what they are")
    func wholePacket() throws {
        let bench = try meeting()
        let result = try bench.packet()
        #expect(result.err.contains("Skrev ut.pdf på "))
        let pdf = FinishedPDF(bench)
        #expect(try pdf.isClean)
        let pages = try pdf.pages()
        #expect(pages.count == 14)
        for (index, text) in pages.enumerated() { #expect(text.contains("Sida \(index + 1) av 14"), "\(text)") }

        let bookmarks = try pdf.bookmarks()
        #expect(
            bookmarks == [
                .init(title: "Kallelse", level: 0, page: 1), .init(title: "Föredragningslista", level: 0, page: 2),
                .init(title: "Bilaga 1 Lokaler", level: 0, page: 3),
                .init(title: "Bilaga 1.1 Avtal", level: 1, page: 4),
                .init(title: "Parter", level: 2, page: 4), .init(title: "Villkor", level: 2, page: 7),
                .init(title: "Bilaga 1.2 Kalkyl", level: 1, page: 9),
                .init(title: "Bilaga 1.3 Karta", level: 1, page: 10),
                .init(title: "Bilaga 1.4 Yttrande", level: 1, page: 12),
                .init(title: "Bilaga 2 Budget", level: 0, page: 13), .init(title: "Bilaga 3 Tider", level: 0, page: 14),
            ])
        // The contents' page numbers, as a reader sees them: a title, dots, a number.
        let contents = pages[1].replacingOccurrences(of: "\u{A0}", with: " ")
        for (title, page) in [
            ("Lokaler", 3), ("Avtal (5 sidor)", 4), ("Karta (2 sidor)", 10), ("Yttrande", 12), ("Budget", 13),
        ] {
            let line = contents.split(separator: "\n").first { $0.contains(title) && $0.contains(" .") }
            #expect(line?.split(separator: " ").last == "\(page)", "\(title): \(line ?? "")")
        }
        // Each page of each merged paper is there once, in order, under its number.
        let merged = pages.indices.filter { pages[$0].contains("Avtalssida") }
        #expect(merged == [3, 4, 5, 6, 7])
        for (number, index) in merged.enumerated() {
            #expect(pages[index].contains("Avtalssida \(number + 1)"))
            #expect(pages[index].replacingOccurrences(of: "\u{A0}", with: " ").contains("Bilaga 1.1 · Dnr 2020:1"))
        }
        #expect(pages.indices.filter { pages[$0].contains("Kartblad") } == [9, 10])
        #expect(pages[11].contains("Orden i yttrandet."))
    }

    @Test("cover, kallelse and föredragningslista say when, where and what")
    func cover() throws {
        let bench = try meeting()
        try bench.packet()
        let pages = try FinishedPDF(bench).pages()
        for words in [
            "Förbundet Prov", "Förbundsstyrelsen", "18 september 2020", "13.00", "Lilla salen", "Välkommen till mötet.",
        ] {
            #expect(pages[0].contains(words), "\(words)")
        }
        let info = try bench.tool("pdfinfo", bench.path("ut.pdf")).out
        #expect(
            info.contains("Title:           Handlingar till FS 18 september 2020") || info.contains("Handlingar till"))
        #expect(info.contains("Tagged:          yes"))
        #expect(info.contains("JavaScript:      no"))
        #expect(try FinishedPDF(bench).plainText().contains("/Lang (sv)"))
    }

    @Test("a file that cannot be placed gets a page that says so, and goes along as PDF/A-3 asks")
    func attached() throws {
        let bench = try meeting()
        let result = try bench.packet()
        #expect(
            result.err.contains(
                "content/arenden/2020-1/kalkyl.docx:1:1: warning[K175]: filen blir inga sidor i utskicket utan LibreOffice, så den bifogas som den är. Installera LibreOffice (klubba tools packet), eller spara filen som PDF\n"
            ))
        let page = try FinishedPDF(bench).pages()[8]
        #expect(page.contains("Kalkyl") && page.contains("bifogad som den är") && page.contains("kalkyl.docx"))
        let list = try bench.tool("pdfdetach", "-list", bench.path("ut.pdf")).out
        #expect(list.contains("kalkyl.docx"))
        try bench.tool("pdfdetach", "-save", "1", "-o", bench.path("tillbaka.docx"), bench.path("ut.pdf"))
        #expect(try bench.data("tillbaka.docx") == Data("Inte riktigt Word.".utf8))
        let plain = try FinishedPDF(bench).plainText()
        #expect(plain.contains("/AFRelationship /Source") && plain.contains("/AF ["))
        #expect(plain.contains("/Subtype /application#2fvnd.openxmlformats-officedocument.wordprocessingml.document"))
    }

    @Test("the same content gives the same bytes, whatever the day, the zone and the folder")
    func deterministic() throws {
        let (one, other) = (try meeting(), try meeting())
        try one.packet()
        let result = try other.klubba(
            "packet", "fs-2020-09-18", "--today", "2021-03-01", "--output", "ut.pdf",
            environment: ["TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"])
        #expect(result.status == 0, "\(result.err)")
        #expect(try one.data("ut.pdf") == other.data("ut.pdf"))
    }

    @Test("the whole is PDF/A-3a where the papers are, and the one that is not is named")
    func archive() throws {
        let bench = try Bench([
            "content/arenden/2020-1/arende.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1")
        ])
        // What klubba makes of texts alone is itself PDF/A-3a and PDF/UA-1, and so can be a bilaga of that level.
        let alone = try bench.packet(output: "content/../alene.pdf")
        #expect(alone.err.contains(", PDF/A-3a."))
        let own = try FinishedPDF(bench, "alene.pdf").plainText()
        #expect(
            own.contains("<pdfaid:conformance>A</pdfaid:conformance>") && own.contains("<pdfuaid:part>1</pdfuaid:part>")
        )
        try bench.write("content/arenden/2020-1/1.1 Avtal.pdf", try bench.data("alene.pdf"))
        let with = try bench.packet()
        #expect(with.err.contains(", PDF/A-3a.") && !with.err.contains("K174"))
        let whole = try FinishedPDF(bench).plainText()
        #expect(whole.contains("<pdfaid:part>3</pdfaid:part>") && !whole.contains("pdfuaid"))
        try bench.write("content/arenden/2020-1/1.1 Avtal.pdf", RawPDF().data)
        let without = try bench.packet()
        #expect(
            without.err.contains(
                "content/arenden/2020-1/1.1 Avtal.pdf:1:1: warning[K174]: utskicket blir inte PDF/A, eftersom den här bilagan har typsnitt som inte är inbäddade. Spara bilagan som PDF/A om utskicket ska arkiveras\n"
            ))
        #expect(without.err.contains(", inte PDF/A."))
        #expect(try !FinishedPDF(bench).plainText().contains("pdfaid"))
    }

    @Test("a paper that cannot be read becomes a page that says so, and an error that names it")
    func broken() throws {
        let bench = try Bench([
            "content/arenden/2020-1/arende.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.2"),
            "content/arenden/2020-1/1.1 Avtal.pdf": "%PDF-1.7\nsönder",
        ])
        try bench.write("content/arenden/2020-1/1.2 Karta.pdf", RawPDF(pages: 0).data)
        let result = try bench.packet(status: 1)
        #expect(
            result.err.hasPrefix(
                """
                content/arenden/2020-1/1.1 Avtal.pdf:1:1: error[K171]: PDF-filen är skadad och kan inte läggas i utskicket. Öppna den i ett PDF-program och spara om den, eller be om en ny
                content/arenden/2020-1/1.2 Karta.pdf:1:1: error[K172]: PDF-filen har inga sidor. Byt ut den mot den rätta filen
                Skrev ut.pdf
                """))
        let pages = try FinishedPDF(bench).pages()
        #expect(pages.count == 5)
        #expect(pages[3].contains("Avtal") && pages[3].contains("skadad"))
        #expect(pages[4].contains("Karta") && pages[4].contains("inga sidor"))
        let list = try bench.tool("pdfdetach", "-list", bench.path("ut.pdf")).out
        #expect(list.hasPrefix("2 embedded files"))
        #expect(try FinishedPDF(bench).isClean)
    }

    @Test("a process that hangs on a paper is ended, and the rest is made")
    func hanging() throws {
        let bench = try Bench([
            "content/arenden/2020-1/arende.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.1")
        ])
        try bench.write("content/arenden/2020-1/1.1 Avtal.pdf", RawPDF().data)
        let real = Bench.built("klubba-pdf").path
        try bench.write("hang.sh", "#!/bin/sh\n[ \"$1\" = prepare ] && exec sleep 600\nexec \"\(real)\" \"$@\"\n")
        try bench.tool("chmod", "+x", bench.path("hang.sh"))
        let result = try bench.klubba(
            "packet", "fs-2020-09-18", "--today", "2020-10-01", "--output", "ut.pdf",
            environment: ["KLUBBA_PDF": bench.path("hang.sh"), "KLUBBA_PDF_SECONDS": "1"])
        #expect(result.status == 1)
        #expect(
            result.err.contains(
                "1.1 Avtal.pdf:1:1: error[K173]: PDF-filen tar för lång tid att läsa och läggs inte i utskicket. Spara om den, eller dela den i flera filer\n"
            ))
        #expect(try FinishedPDF(bench).pages().count == 4)
    }

    @Test("what is missing on the machine is named with the command that installs it")
    func missingTools() throws {
        let bench = try meeting()
        let noPrinter = try bench.klubba(
            "packet", "fs-2020-09-18", "--today", "2020-10-01", environment: ["KLUBBA_WEASYPRINT": "/finns/inte"])
        #expect(noPrinter.status == 3)
        #expect(
            noPrinter.err
                == "WeasyPrint saknas, som sätter sidorna. Installera det med klubba tools packet, eller säg var det finns med KLUBBA_WEASYPRINT.\n"
        )
        let noMerger = try bench.klubba(
            "packet", "fs-2020-09-18", "--today", "2020-10-01", environment: ["KLUBBA_PDF": "/finns/inte"])
        #expect(noMerger.status == 3)
        #expect(
            noMerger.err
                == "Programmet klubba-pdf saknas, som sätter ihop PDF-filer. klubba tools packet säger hur det installeras. Eller säg var det finns med KLUBBA_PDF.\n"
        )
    }

    @Test("a meeting or a place that cannot be is a usage error")
    func usage() throws {
        let bench = try meeting()
        let unknown = try bench.klubba("packet", "fs-2020-09-19", "--today", "2020-10-01")
        #expect(unknown.status == 2)
        #expect(unknown.err.contains("Mötet FS 2020-09-19 finns inte. De senaste är fs-2020-09-18."))
        let inside = try bench.klubba("packet", "fs-2020-09-18", "--output", "content/x.pdf")
        #expect(inside.status == 2)
        #expect(inside.err.contains("content/x.pdf ligger inne i innehållet."))
        let deep = try bench.klubba("packet", "fs-2020-09-18", "--today", "2020-10-01", "--output", "ut/ny/x.pdf")
        #expect(deep.status == 0 && bench.exists("ut/ny/x.pdf"), "\(deep.err)")
        let noRecord = try bench.klubba("packet", "fs-2020-09-18", "--kind", "protokoll")
        #expect(noRecord.status == 2)
        #expect(
            noRecord.err.contains(
                "Mötet FS 2020-09-18 har inget protokoll. Skriv content/moten/fs-2020-09-18.protokoll.md först."))
    }
}
