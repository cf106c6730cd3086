import Foundation
import Testing

@Suite("What an audience may not see is in no byte of its packet")
struct PacketGateTests {
    private func site() throws -> Bench {
        let bench = try Bench([
            "content/moten/fs-2020-09-18.md":
                "---\ntid: 13.00\nkallelse: 2020-09-11\ndagordning:\n  - Mötets öppnande\n  - 2020:1\n  - 2020:2\n  - 2020:3\n"
                + "  - 2020:4\n---\n",
            "content/arenden/2020-1/arende.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1 - 1.3\nbilagor:\n"
                    + "  - {nummer: 1.1, titel: KANARIE-AVTAL, fil: kanarie-avtal.pdf, synlighet: ledamöter}\n"
                    + "  - {nummer: 1.2, titel: KANARIE-KALKYL, fil: kanarie-kalkyl.docx, synlighet: ledamöter}\n"
                    + "  - {nummer: 1.3, titel: Karta, fil: karta.pdf}",
                "## Ärendet\n\nSe bilaga 1.1 och bilaga 1.3. [Länk](../2020-2/arende.md).\n"),
            "content/arenden/2020-1/kanarie-kalkyl.docx": "KANARIE-INNEHALL",
            "content/arenden/2020-2/arende.md": matter(
                "dnr: 2020:2\ntitel: KANARIE-TITEL\nfs: 2020-09-18\nbilaga: 2 - 2.1\nsynlighet: ledamöter",
                "KANARIE-TEXT\n"),
            "content/arenden/2020-3/arende.md": matter(
                "dnr: 2020:3\ntitel: HEMLIG-TITEL\nfs: 2020-09-18\nbilaga: 3 - 3.1\nsynlighet: sekretess\n"
                    + "sekretess: 26 kap. 1 § OSL", "HEMLIG-TEXT\n"),
            "content/arenden/2020-4.md": matter("dnr: 2020:4\ntitel: Tider\nfs: 2020-09-18\nbilaga: 4"),
        ])
        try bench.write("content/arenden/2020-1/kanarie-avtal.pdf", RawPDF(text: "KANARIE-PDF").data)
        try bench.write("content/arenden/2020-1/karta.pdf", RawPDF(text: "Karta").data)
        try bench.write("content/arenden/2020-2/kanarie-bilaga.pdf", RawPDF(text: "KANARIE-PDF").data)
        try bench.write("content/arenden/2020-3/hemlig-bilaga.pdf", RawPDF(text: "HEMLIG-PDF").data)
        return bench
    }

    /// Everything that the file says, unpacked, and everything that a reader sees.
    private func all(_ bench: Bench, _ name: String) throws -> String {
        let pdf = FinishedPDF(bench, name)
        return try pdf.plainText() + pdf.pages().joined() + bench.tool("pdfdetach", "-list", bench.path(name)).out
    }

    @Test("the public packet has no canary: no title, text, file name, PDF or attached original")
    func publicPacket() throws {
        let bench = try site()
        let result = try bench.packet()
        let text = try all(bench, "ut.pdf")
        for word in ["KANARIE", "kanarie", "HEMLIG", "hemlig", "2020:2", "2020-2"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(!result.err.contains("kanarie") && !result.err.contains("hemlig"))
        let pages = try FinishedPDF(bench).pages()
        // The stub keeps its place and has no number; the gaps that anybody sees are told.
        #expect(pages[1].contains("Sekretessärende") && pages[1].contains("26 kap. 1 § OSL"))
        #expect(pages[1].contains("I det här utskicket finns inte nummer 2, 3, 1.1 och 1.2."))
        #expect(pages.count == 5)
    }

    @Test("the public packet is the same, byte for byte, whatever the hidden papers are")
    func independence() throws {
        let bench = try site()
        try bench.packet(output: "fore.pdf")
        try bench.write(
            "content/arenden/2020-2/arende.md",
            matter("dnr: 2020:2\ntitel: Annat\nfs: 2020-09-18\nbilaga: 5\nsynlighet: ledamöter", "Annat."))
        try bench.write("content/arenden/2020-1/kanarie-avtal.pdf", RawPDF(pages: 9, text: "Annat").data)
        try bench.write(
            "content/arenden/2020-3/arende.md",
            matter(
                "dnr: 2020:3\ntitel: Annat\nfs: 2020-09-18\nbilaga: 6\nsynlighet: sekretess\nsekretess: 26 kap. 1 § OSL"
            ))
        try bench.packet(output: "efter.pdf")
        #expect(try bench.data("fore.pdf") == bench.data("efter.pdf"))
    }

    @Test("the members' packet has what members may see, and nothing secret")
    func membersPacket() throws {
        let bench = try site()
        try bench.packet("--audience", "members")
        let pages = try FinishedPDF(bench).pages()
        let text = try all(bench, "ut.pdf")
        for word in ["KANARIE-AVTAL", "KANARIE-TEXT", "KANARIE-PDF", "kanarie-kalkyl.docx"] {
            #expect(text.contains(word), "\(word)")
        }
        #expect(!text.contains("HEMLIG") && !text.contains("hemlig"))
        #expect(pages[0].contains("Ledamöternas handlingar"))
        #expect(pages[1].contains("Endast ledamöter"))
    }

    @Test("the members' packet never goes into public/")
    func membersPlace() throws {
        let bench = try site()
        let result = try bench.packet("--audience", "members", output: "public/x.pdf", status: 2)
        #expect(
            result.err.contains("Ledamöternas handlingar får inte hamna i public/. Välj en annan plats med --output."))
    }
}
