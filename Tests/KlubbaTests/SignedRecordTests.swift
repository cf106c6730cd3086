import Foundation
import Testing

/// A record that was signed electronically (FORMAT §13). The file is a fixture (Tests/Signed).
@Suite("Signed minutes")
struct SignedRecordTests {
    private static let file = "content/moten/fs-2020-09-18/protokoll.pdf"

    private static func pdf(_ name: String) throws -> Data {
        let folder = Workplace.fixtures.deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: folder.appendingPathComponent("Signed/\(name).pdf"))
    }

    private func site(_ pdf: String = "protokoll", clause: String = "90 000") throws -> Workplace {
        let site = try Workplace([
            "content/arenden/2020-1.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1",
                "## Förslag till beslut\n\n- **att** hyra lokalen för högst \(clause) kronor\n- **att** köpa möbler\n"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\n---\n",
            SealedSite.record:
                "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\nunderskrivet: protokoll.pdf\n---\n\n## § 7 Öppnande\n\nOrdföranden öppnar mötet och hälsar alla välkomna till kansliet.\n\n## § 8 2020:1\n\nBeslut: 1 bifall, 2 avslag\n\n### Reservation\n\nEn ledamot reserverar sig.\n\n## § 9 Avslutning\n\nMötet avslutas.\n",
        ])
        try site.write(Self.file, Self.pdf(pdf))
        return site
    }

    private func told(_ site: Workplace) throws -> [String] {
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 0, "\(result.err)")
        return result.err.split(separator: "\n").map(String.init).filter { $0.contains("[K32") }
    }

    @Test("the public page has names and times and no personnummer, and the members have the file")
    func shown() throws {
        let site = try self.site()
        #expect(try told(site) == [])
        try site.build("--audience", "members", "--output", "ledamoter")
        let page = try site.read("public/moten/fs-2020-09-18/protokoll/index.html")
        #expect(page.contains("<dt>Elektroniskt underskrivet</dt> <dd>Robin Ek "), "\(page)")
        #expect(page.contains(" kl. ") && page.contains("Sam Dahl "))
        for (path, bytes) in try site.tree("public") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("9876") && !path.hasSuffix("protokoll.pdf"), "\(path)")
        }
        #expect(site.exists("ledamoter/moten/fs-2020-09-18/protokoll.pdf"))
    }

    @Test("an amount that the file has otherwise, a § that it lacks, and words that it adds are told with the §")
    func differences() throws {
        let other = try self.site(clause: "95 000")
        #expect(
            try told(other) == [
                "\(SealedSite.record):11:1: warning[K324]: § 8 är inte densamma i den underskrivna filen: protokollet har \"95 000 kronor\" och filen \"90 000 kronor\". Kontrollera vilket som är rätt"
            ])
        let longer = try self.site()
        try longer.write(SealedSite.record, try longer.read(SealedSite.record) + "\n## § 10 Övrigt\n\nInget.\n")
        #expect(
            try told(longer).contains { $0.contains("K324]: § 10 finns inte i den underskrivna filen") })
        let shorter = try self.site()
        try shorter.replace("En ledamot reserverar sig.", with: "En reserverar sig.", in: SealedSite.record)
        #expect(
            try told(shorter).first?.contains("§ 8 är inte densamma i den underskrivna filen: där står \"ledamot\"")
                == true)
    }

    @Test("a file without signatures, one that was changed after them, and a missing pdfsig are told")
    func signatures() throws {
        #expect(try told(try site("osignerat")).first?.hasPrefix("\(Self.file):1:1: warning[K322]") == true)
        let grown = try self.site()
        try grown.write(Self.file, Self.pdf("protokoll") + Data("\n% mer\n".utf8))
        #expect(try told(grown).first?.contains("warning[K323]: något är tillagt") == true)
        let broken = try self.site()
        var bytes = try Self.pdf("protokoll")
        let place = try #require(
            bytes.range(of: Data("/Type /Catalog".utf8)) ?? bytes.range(of: Data("/Type/Catalog".utf8)))
        bytes[place.lowerBound - 1] = bytes[place.lowerBound - 1] == 0x20 ? 0x0A : 0x20
        try broken.write(Self.file, bytes)
        #expect(try told(broken).contains { $0.contains("warning[K323]: underskriften av") })
        let without = try self.site().run("build", "--today", "2020-10-01", environment: ["KLUBBA_PDFSIG": ""])
        #expect(without.status == 0 && without.err.contains("\(Self.file):1:1: warning[K321]"), "\(without.err)")
    }

    @Test(
        "certificates and a time stamp of the whole file, which services put after the last signature (PAdES LTA), are no change; a page that is turned after them is one, and so is a stamp that is drawn on it"
    )
    func longTerm() throws {
        #expect(try told(try site("langtid")) == [])
        let stamped = try Self.pdf("langtid")
        for (old, new) in [("/Rotate 0", "/Rotate 180"), ("/MediaBox [ 0 0 595", "/MediaBox [ 0 300 595")] {
            let turned = try self.site("langtid")
            try turned.write(Self.file, Self.appended(3, to: stamped) { $0.replacingOccurrences(of: old, with: new) })
            #expect(try told(turned).first?.contains("warning[K323]: något är tillagt") == true)
        }
        let drawn = try self.site("langtid")
        try drawn.write(
            Self.file,
            Self.appended(27, to: stamped) { $0.replacingOccurrences(of: "[ 0 0 0 0 ]", with: "[ 50 50 300 90 ]") })
        #expect(try told(drawn).first?.contains("warning[K323]: något är tillagt") == true)
        // Saved once more, and nothing else.
        let same = try self.site("langtid")
        try same.write(Self.file, Self.appended(3, to: stamped) { $0 })
        #expect(try told(same) == [])
    }

    /// The file with an object of it written anew after its end, as programs do that sign (ISO 32000-2, 7.5.6).
    private static func appended(_ number: Int, to file: Data, _ change: (String) -> String) throws -> Data {
        let latin = try #require(String(data: file, encoding: .isoLatin1))
        let start = try #require(latin.range(of: "\n\(number) 0 obj", options: .backwards)).lowerBound
        let end = try #require(latin.range(of: "endobj", range: start..<latin.endIndex)).upperBound
        let before = try #require(latin.range(of: "startxref\n", options: .backwards)).upperBound
        let previous = latin[before...].prefix { $0.isNumber }
        let object = change(String(latin[start..<end]))
        let place = String(format: "%010d", file.count + 1)
        let table = file.count + object.utf8.count + 1
        let update =
            "\(object)\nxref\n\(number) 1\n\(place) 00000 n \ntrailer\n<< /Root 8 0 R /Info 9 0 R /Size 31 /Prev \(previous) >>\nstartxref\n\(table)\n%%EOF\n"
        return file + Data(update.utf8)
    }

    @Test("the file is sealed with the record, and by itself when it comes later; which file it is may change")
    func sealed() throws {
        let site = try self.site()
        try site.replace("underskrivet: protokoll.pdf\n", with: "", in: SealedSite.record)
        try site.remove(Self.file)
        try SealedSite.seal(site, "2020-09-28")
        try site.write(Self.file, Self.pdf("protokoll"))
        try site.replace(
            "anslaget: 2020-09-26\n", with: "anslaget: 2020-09-26\nunderskrivet: protokoll.pdf\n", in: SealedSite.record
        )
        let late = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-29")
        #expect(
            late.out.hasPrefix("Förseglade det underskrivna protokollet från FS 2020-09-18, 2020-09-29: 1 handling."),
            "\(late.out) \(late.err)")
        try site.build()
        try site.build("--audience", "members", "--output", "ledamoter")
        #expect(try SealedSite.verify(site, "public").lines == [])
        #expect(try SealedSite.verify(site, "ledamoter").lines == [])
        #expect(!(try site.read("public/moten/fs-2020-09-18/index.html")).contains("protokoll.pdf"))
        try site.write(Self.file, Self.pdf("osignerat"))
        #expect(try SealedSite.verify(site).lines.first?.contains("\(Self.file):1:1: error[K134]") == true)
        try site.write(Self.file, Self.pdf("protokoll"))
        try site.replace("underskrivet: protokoll.pdf\n", with: "", in: SealedSite.record)
        #expect(try SealedSite.verify(site).lines == [])
    }
}
