import Foundation
import Testing

@Suite("The record's documents as PDF")
struct RecordPaperTests {
    private func site() throws -> Bench {
        try Bench([
            "content/arenden/2020-1.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1",
                "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** hyra Lilla salen\n"),
            "content/arenden/2020-2.md": matter(
                "dnr: 2020:2\ntitel: KANARIE-TITEL\nfs: 2020-09-18\nbilaga: 2\nsynlighet: ledamöter"),
            "content/moten/fs-2020-09-18.protokoll.md":
                "---\nordförande: Berit Prov\nsekreterare: Sven Prov\njusterare: [Karin Prov]\n---\n\n"
                + "## § 1 Mötets öppnande\n\nMötet öppnas.\n\n## § 2 2020:1\n\nBeslut: bifall\n\n## § 3 2020:2\n\nBeslut: bifall\n",
        ])
    }

    @Test("the minutes have every §, lines for those who sign, and the word Ojusterat until they have")
    func minutes() throws {
        let bench = try site()
        let result = try bench.packet("--kind", "protokoll")
        #expect(result.err.contains(", PDF/A-3a."))
        let text = try FinishedPDF(bench).pages().joined()
        for words in ["§ 1 Mötets öppnande", "Mötet öppnas.", "hyra Lilla salen", "Ojusterat", "Sida 1 av "] {
            #expect(text.contains(words), "\(words)")
        }
        for name in ["Sven Prov", "Berit Prov", "Karin Prov"] { #expect(text.components(separatedBy: name).count >= 3) }
        #expect(text.contains("Visas endast för ledamöter") && !text.contains("KANARIE"))
        #expect(try FinishedPDF(bench).bookmarks().map(\.title).first == "§ 1 Mötets öppnande")
    }

    @Test("an extract has one § and a line for the one who certifies it; a hidden § has none")
    func extract() throws {
        let bench = try site()
        try bench.packet("--kind", "utdrag", "--paragraf", "2")
        let text = try FinishedPDF(bench).pages().joined()
        #expect(text.contains("§ 2") && text.contains("Lokaler") && text.contains("Utdragets riktighet bestyrks"))
        #expect(!text.contains("Mötet öppnas."))
        let hidden = try bench.packet("--kind", "utdrag", "--paragraf", "3", status: 2)
        #expect(hidden.err.contains("Protokollet har ingen § 3 att göra utdrag av. De är 1, 2."))
        let unsaid = try bench.packet("--kind", "utdrag", status: 2)
        #expect(unsaid.err.contains("Säg vilken paragraf, till exempel --paragraf 1. De är 1, 2."))
        let wrong = try bench.packet("--paragraf", "2", status: 2)
        #expect(wrong.err.contains("--paragraf hör ihop med --kind utdrag."))
    }

    @Test("the decision list has the decisions")
    func decisionList() throws {
        let bench = try site()
        try bench.packet("--kind", "beslutslista")
        let text = try FinishedPDF(bench).pages().joined()
        #expect(text.contains("Beslutslista") && text.contains("Bifall") && text.contains("hyra Lilla salen"))
        #expect(!text.contains("KANARIE"))
    }
}
