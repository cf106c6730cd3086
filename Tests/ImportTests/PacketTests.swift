import Testing

@testable import Import

@Suite("A packet in one file")
struct PacketSplitTests {
    private static let packet = """
        <!-- sida 1 -->

        KALLELSE

        Förbundsstyrelsen

        Sammanträde torsdagen den 14 mars 2024 kl. 10.00
        Rådhuset, sal B

        | | Ärende | Beteckning |
        | --- | --- | --- |
        | 1. | Årsredovisning 2023 | 2024:11 |
        | 2. | Ny hemsida | 2024:12 |

        <!-- sida 2 -->

        TJÄNSTESKRIVELSE                                    1 (2)

        Datum
        2024-03-01
        Diarienummer
        2024:11

        Årsredovisning 2023

        Förslag till beslut

        Förbundsstyrelsen godkänner årsredovisningen.

        Ärendet
        Revisorerna har inget att invända mot räkenskaperna, som visar att

        <!-- sida 3 -->

        TJÄNSTESKRIVELSE                                    2 (2)

        överskottet blev mindre än året innan.

        Greta Holm
        Förbundschef

        <!-- sida 4 -->

        Bilaga 2.1
        Revisionsberättelse

        <!-- sida 5 -->

        Revisionsberättelse

        Vi har granskat förbundets räkenskaper och funnit dem vara i god ordning.

        <!-- sida 6 -->

        TJÄNSTESKRIVELSE                                    1 (1)

        Datum
        2024-03-04
        Diarienummer
        2024:12

        Ny hemsida

        Förslag till beslut

        Förbundsstyrelsen beställer hemsidan för 40 000 kronor.

        Ärendet
        Den gamla går inte att läsa i telefonen.
        """

    private static let read = Papers.read(packet, file: "paket.md", isMarkdown: true)

    @Test("is cut where its papers begin, every page in one of them")
    func cut() {
        let parts = Self.read.parts
        #expect(parts.map(\.kind) == [.summons, .matter, .attachment, .matter])
        #expect(parts.compactMap { $0.part?.pages } == [1...1, 2...3, 4...5, 6...6])
        #expect(parts.map(\.dnr) == [nil, "2024:11", nil, "2024:12"])
        #expect(parts.allSatisfy { !($0.part?.signs.isEmpty ?? true) })
    }

    @Test("puts a bilaga to the ärende before it, its divider's words listed")
    func attachment() throws {
        let paper = Self.read.parts[2]
        #expect(paper.part?.belongsTo == "2024:11")
        #expect(paper.numbers == ["2.1"])
        #expect(paper.title?.value == "Revisionsberättelse")
        #expect(paper.noise.contains { $0.reason == .divider && $0.text == "Bilaga 2.1" })
    }

    @Test("a sentence that a page cuts is whole")
    func sentence() {
        #expect(Self.read.parts[1].text.markdown.contains("som visar att överskottet blev mindre"))
    }

    @Test("is planned as its papers, the bilaga in its ärende's folder")
    func planned() {
        let plan = Papers.plan(Self.read.papers)
        #expect(plan.text("moten/fs-2024-03-14.md")?.contains("  - 2024:11\n  - 2024:12\n") == true)
        #expect(plan.text("arenden/2024-11/bilaga-2.1-revisionsberattelse.md")?.contains("god ordning") == true)
        #expect(plan.text("arenden/2024-12/arende.md")?.contains("- 40 000") == false)
    }

    @Test("a record with heads on each page is one paper, and so is any file with --one")
    func one() {
        let pages = (1...3).map { page in
            "<!-- sida \(page) -->\n\nSAMMANTRÄDESPROTOKOLL   \(page) (3)\nStyrelsen 2024-02-01\n\n§ \(page) Punkt \(page)\n\nStyrelsen beslutar att gå vidare.\n"
        }
        #expect(Papers.read(pages.joined(), file: "p.md", isMarkdown: true).parts.isEmpty)
        let whole = DocumentReader(bodies: [], clock: Papers.clock, isOnePaper: true)
            .read(Array(Self.packet.utf8), file: "paket.md", isMarkdown: true)
        #expect(whole.parts.isEmpty)
    }
}

@Suite("Pages out of order")
struct PageOrderTests {
    @Test("end no run: pages go up, whatever their marks say")
    func marks() {
        let text = [3, 1, 1, 2].map {
            "<!-- sida \($0) -->\n\nTJÄNSTESKRIVELSE\n\nDnr 2024:\($0)\n\nFörslag till beslut\n\nStyrelsen noterar.\n"
        }
        let read = Papers.read(text.joined(), file: "p.md", isMarkdown: true)
        #expect(
            read.papers.compactMap { $0.part?.pages.lowerBound }
                == read.papers.compactMap { $0.part?.pages.lowerBound }.sorted())
        #expect(
            SourcePages.numbered((SourceText(Array("a\n<!-- sida 1 -->\nb\n<!-- sida 1 -->\nc".utf8))?.lines ?? []))
                .map(\.page) == [1, 1, 1, 2, 2])
    }
}

@Suite("Titles that would share an address")
struct SameTitleTests {
    @Test("are told apart where no dnr does, and a long one is cut in the head alone")
    func titles() {
        let text = "Ny skrivare\n\nFörslag till beslut\n\nStyrelsen köper en skrivare för"
        let plan = Papers.plan([Papers.read(text + " 900 kronor.\n"), Papers.read(text + " 800 kronor.\n")])
        #expect(plan.text("arenden/ny-skrivare/arende.md")?.contains("titel: Ny skrivare\n") == true)
        #expect(plan.text("arenden/ny-skrivare-2/arende.md")?.contains("titel: Ny skrivare (2)\n") == true)
        let long = String(repeating: "mycket ", count: 26) + "lång"
        let cut = Papers.plan([Papers.read("En \(long)\n\nFörslag till beslut\n\nStyrelsen noterar rapporten.\n")])
        let written = cut.files.compactMap { if case .text(let text) = $0.content { text } else { nil } }.first ?? ""
        #expect(written.contains("mycket …\n") && written.contains("# En \(long)\n"))
    }
}

@Suite("Facts and words")
struct AccountTests {
    @Test("what rests on a guess is told and not written")
    func guess() {
        // The number of a law stands alone in the head.
        let paper = Papers.read(
            "2003:1210\n\nOm finansiell samordning\n\nFörslag till beslut\n\nStyrelsen noterar rapporten.\n")
        #expect(paper.dnr == nil)
        #expect(paper.facts.first == ImportFact("dnr", "2003:1210", line: 1, isSure: false))
        #expect(paper.told.contains("rad 1: dnr: kanske 2003:1210. Det skrevs inte: fyll i det om det stämmer"))
    }

    @Test("each fact has its place")
    func places() {
        let paper = Papers.read("Dnr 2024:7\nFS 240314\n\nNya stolar\n\nFörslag till beslut\n\natt köpa stolar\n")
        #expect(paper.facts.first { $0.key == "dnr" }?.line == 1)
        #expect(paper.facts.first { $0.key == "moten" }?.value == "FS 2024-03-14")
        #expect(paper.facts.first { $0.key == "titel" }?.line == 4)
    }

    @Test("every word is on a page, in the head or in the list, and nothing is a comment")
    func words() throws {
        for name in ["arende-vaxthuset.txt", "kallelse.txt", "protokoll-fs.txt", "kolumner.txt"] {
            let plan = Papers.plan([try Papers.fixture(name)])
            let count = try #require(plan.outcomes[0].words)
            #expect(count.onPages > count.leftOut, "\(name): \(count)")
            // Looked for without the program's own counting: in what is written, or in what is told.
            let document = try Papers.fixture(name)
            let written = plan.files.compactMap { if case .text(let text) = $0.content { text } else { nil } }
            let told = plan.outcomes[0].remarks.compactMap { if case .noise(let line) = $0 { line.text } else { nil } }
            let found = Set(words(in: (written + told).joined(separator: "\n")))
            for line in document.text.lines where !document.text.headLines.contains(line.number) {
                // The label of a number that stands in the head.
                let lost = words(in: line.text).filter { $0.count > 3 && $0 != "diarienummer" && !found.contains($0) }
                #expect(lost == [], "\(name):\(line.number)")
            }
            for file in plan.files {
                guard case .text(let text) = file.content, !file.isFallback else { continue }
                #expect(
                    !text.split(separator: "\n").contains { $0.hasPrefix("# ") && $0.hasSuffix(":") }, "\(file.path)")
            }
        }
    }

    private func words(in text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    @Test("a record in columns has its last column below the point")
    func columns() {
        let paper = Papers.read(
            """
            PROTOKOLL
            Styrelsemöte 2024-02-06

            Punkt   Ärende                                               Ansvarig
            1       Mötet öppnas
            2       Taket
                    Två firmor har lämnat pris. Styrelsen beslutade att      Greta
                    anlita Takbolaget för 90 000 kronor.
            3       Mötet avslutas

            Vid protokollet                 Justeras

            ____________________            ____________________
            Nils Åkerby                     Greta Holm
            """)
        #expect(paper.paragraphs.map(\.title) == ["Mötet öppnas", "Taket", "Mötet avslutas"])
        #expect(paper.paragraphs[1].decision == ["Styrelsen beslutade att anlita Takbolaget för 90 000 kronor."])
        #expect(paper.paragraphs[1].markdown.contains("Ansvarig: Greta"))
        #expect(paper.body?.value == "Styrelsen")
        #expect(paper.signed == ["Nils Åkerby, Sekreterare", "Greta Holm, Justerare"])
    }

    @Test("numbered headings in a row are no title, and an own day stays the paper's")
    func series() {
        let motions = Papers.read(
            "Motioner till vårmötet\n\nMotion 1. Cykelställ\n\nDet behövs fler.\n\nMotion 2. Grill\n\nDen gamla är trasig.\n"
        )
        #expect(motions.title?.value == "Motioner till vårmötet")
        #expect(motions.sections == ["Motion 1. Cykelställ", "Motion 2. Grill"])
        let record = Papers.read(
            "Protokoll från vårmötet\n\nProtokoll fört vid klubbens vårmöte den 4 april 2024 i klubbstugan.\n\n1. Mötet öppnas\n\nOrdföranden hälsar välkommen.\n\n2. Avgift\n\nMötet fastställde avgiften till 150 kronor.\n\n3. Mötet avslutas\n\nMötet avslutades.\n\nVid protokollet: Nils Åkerby\nJusteras: Greta Holm, Siri Lund\n"
        )
        #expect(record.day == "2024-04-04")
        #expect(record.signed == ["Nils Åkerby, Sekreterare", "Greta Holm, Justerare", "Siri Lund, Justerare"])
    }
}
