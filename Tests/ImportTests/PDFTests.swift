import Testing

@testable import Import

/// A PDF as poppler tells of it, line by line, and a page as tesseract does: no program is needed here.
private enum Poppler {
    static let fonts =
        "<fontspec id=\"0\" size=\"12\" family=\"Serif\"/>\n<fontspec id=\"1\" size=\"18\" family=\"Sans\"/>\n<fontspec id=\"2\" size=\"9\" family=\"Serif\"/>\n"

    static func page(_ number: Int, _ lines: [(left: Int, top: Int, width: Int, font: Int, text: String)]) -> String {
        let head =
            "<page number=\"\(number)\" position=\"absolute\" top=\"0\" left=\"0\" height=\"1200\" width=\"900\">\n"
        let rows = lines.map {
            "<text top=\"\($0.top)\" left=\"\($0.left)\" width=\"\($0.width)\" height=\"14\" font=\"\($0.font)\">\($0.text)</text>\n"
        }
        return head + (number == 1 ? fonts : "") + rows.joined() + "</page>\n"
    }

    static func read(_ pages: [String], bookmarks: [(String, Int)] = []) -> ImportedDocument {
        var xml = pages.joined()
        if !bookmarks.isEmpty {
            xml += "<outline>\n" + bookmarks.map { "<item page=\"\($0.1)\">\($0.0)</item>\n" }.joined() + "</outline>\n"
        }
        let content = PDFContent(xml: xml)
        let reading = PDFSource.Reading(content: content, count: content.pages.count)
        return DocumentReader(bodies: SiteProfileBodies.all, clock: Papers.clock).read(reading, file: "a/fil.pdf")
    }

    /// A word a row, as `tesseract … tsv` writes; all with the same confidence.
    static func recognised(_ lines: [String], confidence: Int) -> String {
        var rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
        rows.append("1\t1\t0\t0\t0\t0\t0\t0\t1600\t2300\t-1\t")
        for (line, text) in lines.enumerated() {
            for (place, word) in text.split(separator: " ").enumerated() {
                rows.append(
                    "5\t1\t\(line + 1)\t1\t1\t\(place + 1)\t\(100 + place * 160)\t\(100 + line * 90)\t150\t30\t\(confidence)\t\(word)"
                )
            }
        }
        return rows.joined(separator: "\n")
    }
}

@Suite("PDF")
struct PDFTests {
    private static let matter: [(left: Int, top: Int, width: Int, font: Int, text: String)] = [
        (100, 40, 200, 0, "Dnr 2024:12"), (100, 60, 200, 0, "FS 240314"), (100, 100, 300, 1, "Ny hemsida"),
        (100, 150, 300, 1, "Förslag till beslut"), (100, 190, 500, 0, "Förbundsstyrelsen föreslås besluta"),
        (100, 230, 600, 0, "att beställa hemsidan för högst 40 000 kronor"), (100, 280, 200, 1, "Ärendet"),
        (100, 320, 700, 0, "Den gamla går inte att läsa i telefonen, och flera har påtalat att verksam\u{2010}"),
        (100, 336, 400, 0, "heten inte syns där."),
    ]

    @Test("headings by their size, a word that the margin divided, facts with their page")
    func paper() {
        let paper = Poppler.read([Poppler.page(1, Self.matter)])
        #expect(paper.kind == .matter)
        #expect(paper.dnr == "2024:12")
        #expect(paper.title?.value == "Ny hemsida")
        #expect(paper.clauses == ["beställa hemsidan för högst 40 000 kronor"])
        #expect(paper.text.markdown.contains("att verksamheten inte syns där."))
        #expect(paper.format == "pdf")
        #expect(paper.pageCount == 1)
        #expect(paper.facts.first { $0.key == "dnr" }.flatMap { paper.page(ofLine: $0.line) } == 1)
        let json = ImportJSON.text([paper])
        #expect(json.contains("\"sidor\": 1"))
        #expect(json.contains("{\"nyckel\": \"dnr\", \"rad\": null, \"sida\": 1, \"säker\": true, \"förslag\": null}"))
    }

    @Test("two columns are read one after the other, whatever the space between them and however their lines lie")
    func columns() {
        let words = [
            "Förbundet har under året stött", "sju insatser och två förstudier", "som alla pågår och drivs av",
            "kommunerna själva eller av", "regionen tillsammans med dem", "som vill och kan. Resten står still.",
        ]
        let more = [
            "Av de sextio som deltog har", "tjugo börjat arbeta eller", "studera, och tolv har fått sin",
            "sak prövad på nytt av den som", "prövar sådant, medan de andra", "är kvar där de en gång var.",
        ]
        var lines: [(left: Int, top: Int, width: Int, font: Int, text: String)] = [
            (90, 80, 700, 1, "<b>Rapport om årets insatser</b>"), (90, 120, 110, 0, "Dnr 2026:81"),
            (90, 400, 190, 1, "<b>Förslag till beslut</b>"), (90, 430, 260, 0, "Styrelsen föreslås besluta"),
            (90, 460, 280, 0, "att lägga rapporten till handlingarna."),
        ]
        lines += words.enumerated().map { (90, 180 + $0 * 20, 290 - $0 % 3 * 20, 0, $1) }
        lines += more.enumerated().map { (400, 187 + $0 * 20, 290 - $0 % 2 * 30, 0, $1) }
        let text = Poppler.read([Poppler.page(1, lines)]).text.markdown
        #expect(
            text.contains(
                "Förbundet har under året stött sju insatser och två förstudier som alla pågår och drivs av kommunerna själva eller av regionen tillsammans med dem som vill och kan. Resten står still."
            ), "\(text)")
        #expect(
            text.contains("Av de sextio som deltog har tjugo börjat arbeta eller studera, och tolv har fått sin sak"))
    }

    @Test("notes at a page's foot are notes, their numbers alone being small")
    func notes() {
        let document = Poppler.read([
            Poppler.page(
                1,
                [
                    (90, 80, 200, 1, "<b>Nya cyklar</b>"), (90, 120, 300, 0, "De kostar 275 000 kronor"),
                    (390, 118, 6, 2, "1"), (396, 120, 200, 0, " och behövs nu i vår."), (90, 1000, 6, 2, "1"),
                    (97, 1000, 160, 0, " Exklusive moms."),
                ])
        ])
        #expect(document.text.markdown.contains("275 000 kronor[^1] och behövs"), "\(document.text.markdown)")
        #expect(document.text.markdown.contains("[^1]: Exklusive moms."), "\(document.text.markdown)")
    }

    @Test("a table keeps its empty cells in place")
    func table() {
        let rows: [(left: Int, top: Int, width: Int, font: Int, text: String)] = [
            (100, 400, 80, 0, "Post"), (400, 400, 60, 0, "2024"), (600, 400, 60, 0, "2025"),
            (100, 420, 90, 0, "Hyra"), (600, 420, 60, 0, "900"), (100, 440, 90, 0, "Lön"), (400, 440, 60, 0, "100"),
            (600, 440, 60, 0, "200"),
        ]
        let paper = Poppler.read([Poppler.page(1, Self.matter + rows)])
        #expect(paper.text.markdown.contains("| Hyra |  | 900 |"))
    }

    @Test("a personnummer is told with its page")
    func personal() {
        let second: [(left: Int, top: Int, width: Int, font: Int, text: String)] = [
            (100, 200, 700, 0, "Avtalet gäller 811218-9876 och ingen annan i verksamheten.")
        ]
        let paper = Poppler.read([Poppler.page(1, Self.matter), Poppler.page(2, second)])
        #expect(paper.told.contains("sida 2: ett personnummer. Ta bort det innan du publicerar"))
        #expect(ImportJSON.text([paper]).contains("{\"typ\": \"personnummer\", \"rad\": null, \"sida\": 2}"))
    }

    @Test("a packet is cut at its bookmarks, every page in one part")
    func packet() {
        let paper: [(left: Int, top: Int, width: Int, font: Int, text: String)] = [
            (100, 100, 400, 0, "Den billigaste tar 38 000 kronor för hela arbetet.")
        ]
        let packet = Poppler.read(
            [Poppler.page(1, Self.matter), Poppler.page(2, paper), Poppler.page(3, [])],
            bookmarks: [("2024:12 Ny hemsida", 1), ("Bilaga 1 Tre priser", 2)])
        #expect(packet.parts.compactMap { $0.part?.pages } == [1...1, 2...3])
        #expect(packet.parts.last?.part?.signs == [.bookmark("Bilaga 1 Tre priser")])
        #expect(packet.parts.last?.part?.belongsTo == "2024:12")
        #expect(packet.pageCount == 3)
    }

    @Test("a title page and a contents page are parts of their own, and no papers")
    func front() {
        let cover: [(left: Int, top: Int, width: Int, font: Int, text: String)] = [
            (100, 300, 400, 1, "Handlingar"), (100, 350, 400, 0, "Förbundsstyrelsen 14 mars 2024"),
        ]
        let contents: [(left: Int, top: Int, width: Int, font: Int, text: String)] = [
            (100, 100, 400, 1, "Innehåll"), (100, 150, 600, 0, "Ny hemsida ............ 3"),
            (100, 170, 600, 0, "Ny skrivare för kansliet ............ 4"),
        ]
        var other = Self.matter
        other[0].text = "Dnr 2024:13"
        other[2].text = "Ny skrivare för kansliet"
        let packet = Poppler.read(
            [Poppler.page(1, cover), Poppler.page(2, contents), Poppler.page(3, Self.matter), Poppler.page(4, other)])
        #expect(packet.parts.map(\.kind) == [.cover, .contents, .matter, .matter])
        #expect(packet.parts.last?.part?.signs.first == .listed("Ny skrivare för kansliet"))
        let plan = Papers.plan(packet.papers)
        #expect(plan.files.map(\.path).sorted() == ["arenden/2024-12/arende.md", "arenden/2024-13/arende.md"])
        #expect(plan.outcomes[0].words?.leftOut == 5)
    }

    @Test("a page that was read badly is told, its text written and none of its facts")
    func badly() {
        let lines = [
            "Dnr 2024:12", "Ny hemsida", "Förslag till beslut", "Förbundsstyrelsen föreslås besluta",
            "att beställa hemsidan för 40 000 kronor",
        ]
        for (confidence, dnr) in [(93, "2024:12"), (61, nil)] {
            let blank = PDFPage(number: 1, width: 900, height: 1200)
            let page = PDFPage(recognised: Poppler.recognised(lines, confidence: confidence), replacing: blank)
            #expect(page.confidence == confidence)
            let reading = PDFSource.Reading(content: PDFContent(pages: [page]), count: 1)
            let paper = DocumentReader(bodies: SiteProfileBodies.all, clock: Papers.clock).read(reading, file: "s.pdf")
            #expect(paper.dnr == dnr)
            #expect(paper.recognised == [RecognisedPage(page: 1, confidence: confidence)])
            #expect(paper.text.markdown.contains("beställa hemsidan"))
            #expect(paper.told.contains { $0.hasPrefix("osäker: sida 1: tolkad ur en bild") } == (dnr == nil))
            #expect(paper.clauses.isEmpty == (dnr == nil))
        }
    }

    @Test("letters that are no words are seen to be so")
    func health() {
        #expect(
            TextHealth.isText(["Förbundsstyrelsen föreslås besluta att köpa sex skrivbord för högst 61 000 kronor"]))
        #expect(
            !TextHealth.isText(["6UCJMEOJOH TLSJWCPSE UJMM JOTBUTFSOB GXSCVOETTUZSFMTFO GXSFTMÄT CFTMVUB BUU LXQB"]))
        #expect(!TextHealth.isText(["\u{FFFD}\u{FFFD}\u{FFFD} ab"]))
    }
}
