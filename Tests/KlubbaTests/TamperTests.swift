import Foundation
import Testing

/// Every kind of tampering, on one sealed and published site each.
@Suite("Verify finds and names what was tampered with")
struct TamperTests {
    private let page = "public/moten/fs-2020-09-18/protokoll/index.html"

    @Test("nothing to find: the log, its papers and the site, for the public and for the members")
    func untouched() throws {
        let site = try SealedSite.sealed()
        try site.build("--audience", "members", "--output", "ledamoter")
        #expect(try SealedSite.verify(site).lines == [])
        #expect(try SealedSite.verify(site, "public").lines == [])
        #expect(try SealedSite.verify(site, "ledamoter", "--audience", "members").lines == [])
        let summary = try site.run("verify", "public", "--today", "2020-10-01").err
        #expect(
            summary.contains(
                " filer jämförda med hur de byggs: allt stämmer.\nLoggen är inte undertecknad.\nSista raden har kontrollsumman "
            ), "\(summary)")
    }

    @Test("a word in a decision")
    func decision() throws {
        let site = try SealedSite.sealed()
        try site.replace("2 avslag", with: "2 bifall", in: SealedSite.record)
        let (status, lines) = try SealedSite.verify(site)
        #expect(status == 1)
        #expect(
            lines == [
                "\(SealedSite.record):13:1: error[K134]: texten under \"§ 8\" är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: \"avslag\" har blivit \"bifall\". Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\""
            ])
    }

    @Test("a deleted paper, a text and another file")
    func deleted() throws {
        let site = try SealedSite.sealed()
        try site.remove("content/arenden/2020-1/budget.pdf")
        try site.remove("content/arenden/2020-1/ansokan.md")
        let (status, lines) = try SealedSite.verify(site)
        #expect(status == 1 && lines.count == 2)
        #expect(
            lines[0].hasPrefix(
                "content/arenden/2020-1/ansokan.md:1:1: error[K135]: handlingen förseglades 2020-09-11 för FS 2020-09-18 men är borta. Återställ den ur content/.forseglat/"
            ))
        #expect(
            lines[1].hasPrefix(
                "content/arenden/2020-1/budget.pdf:1:1: error[K135]: handlingen förseglades 2020-09-11 för FS 2020-09-18 men är borta. Återställ den ur content/.forseglat/"
            ))
        #expect(lines[1].hasSuffix(", eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\""))
    }

    @Test("a changed byte in a bilaga's file")
    func bilaga() throws {
        let site = try SealedSite.sealed()
        try site.write("content/arenden/2020-1/budget.pdf", Data("%PDF-1.4 Budget".utf8))
        #expect(
            try SealedSite.verify(site).lines.map {
                $0.contains("error[K134]") && $0.contains("filen har annat innehåll")
            } == [true])
    }

    @Test("a log line that was edited, removed, or half")
    func log() throws {
        let site = try SealedSite.sealed()
        let log = try site.read(SealedSite.log)
        let lines = log.split(separator: "\n").map { String($0) + "\n" }
        try site.write(SealedSite.log, log.replacing("2020-09-25T12", with: "2020-09-26T12"))
        #expect(
            try SealedSite.verify(site).lines.first?.contains(
                "beslutslogg.jsonl:2:1: error[K132]: raden är ändrad efter förseglingen") == true)
        try site.write(SealedSite.log, String(lines[1]))
        #expect(
            try SealedSite.verify(site).lines.first?.contains(
                "beslutslogg.jsonl:1:1: error[K132]: post 1 saknas före den här raden") == true)
        try site.write(SealedSite.log, String(log.dropLast(40)))
        #expect(
            try SealedSite.verify(site).lines.first?.contains(
                "beslutslogg.jsonl:2:1: error[K131]: loggens sista rad är halv") == true)
        #expect(try site.run("check", "--today", "2020-10-01").status == 1)
        let seal = try site.run("seal", "fs-2020-09-18", "--today", "2020-10-01")
        #expect(seal.status == 1 && seal.err.contains("K131"))
        try site.remove(SealedSite.log)
        try site.write(SealedSite.log, log)
        #expect(try SealedSite.verify(site).lines == [])
    }

    @Test("a log that lost its end, which the published site and a noted hash tell")
    func truncated() throws {
        let site = try SealedSite.sealed()
        let log = try site.read(SealedSite.log)
        let noted = try #require(try site.run("verify", "--today", "2020-10-01").err.split(separator: " ").last)
            .trimmingCharacters(in: .newlines)
        try site.write(SealedSite.log, String(log.prefix { $0 != "\n" }) + "\n")
        let stray =
            "content/beslutslogg.jsonl:1:1: error[K139]: content/.forseglat har 1 kopior som ingen rad i loggen nämner: loggens slut är borta, eller så avbröts en försegling. Hämta tillbaka loggen från en säkerhetskopia, eller försegla igen"
        #expect(try SealedSite.verify(site).lines == [stray])
        #expect(
            try SealedSite.verify(site, "--head", noted).lines == [
                stray,
                "content/beslutslogg.jsonl:1:1: error[K139]: ingen rad har kontrollsumman \(noted): loggens slut är borta, eller så är loggen omskriven. Hämta tillbaka den från en säkerhetskopia",
            ])
        let lines = try SealedSite.verify(site, "public").lines
        #expect(
            lines.contains(
                "public/data/forsegling.csv:1:1: error[K139]: webbplatsen har en försegling som loggen saknar (fs-2020-09-18, protokoll, 2020-09-25): loggens slut är borta. Hämta tillbaka den från en säkerhetskopia"
            ), "\(lines)")
        try site.remove(SealedSite.log)
        let gone = stray.replacing("har 1 kopior", with: "har 8 kopior")
        #expect(try SealedSite.verify(site).lines == [gone])
        #expect(try site.run("check", "--today", "2020-10-01").err.contains(gone))
    }

    @Test("a word on a published page, in the record, in its extract, in an ärende and in a bilaga")
    func pages() throws {
        let site = try SealedSite.sealed()
        try site.replace("En ledamot reserverar", with: "Ingen ledamot reserverar", in: page)
        try site.replace("90 000", with: "190 000", in: "public/moten/fs-2020-09-18/protokoll/8/index.html")
        try site.replace("köpa möbler", with: "sälja möbler", in: "public/arenden/2020-1/index.html")
        try site.replace("lokal &amp; möbler", with: "lokal", in: "public/arenden/2020-1/ansokan/index.html")
        let (status, lines) = try SealedSite.verify(site, "public")
        #expect(status == 1)
        #expect(
            lines
                == [
                    "public/arenden/2020-1/ansokan/index.html:1:1: error[K138]: sidan visar inte det som förseglades av Ansökan (texten): \"lokal & möbler.\" har blivit \"lokal.\". Bygg och publicera igen",
                    "public/arenden/2020-1/index.html:1:1: error[K138]: sidan visar inte det som förseglades av 2020:1 Lokaler (texten): \"köpa\" har blivit \"sälja\". Bygg och publicera igen",
                    "public/moten/fs-2020-09-18/protokoll/8/index.html:1:1: error[K138]: sidan visar inte det som förseglades av Protokoll (§ 8): \"90 000 kronor\" har blivit \"190 000 kronor\". Bygg och publicera igen",
                    "public/moten/fs-2020-09-18/protokoll/index.html:1:1: error[K138]: sidan visar inte det som förseglades av Protokoll (§ 8): \"En\" har blivit \"Ingen\". Bygg och publicera igen",
                ], "\(lines)")
    }

    @Test("an outcome on a published page, which stands in the theme's own words")
    func outcome() throws {
        let site = try SealedSite.sealed()
        try site.replace(">Avslag</data>", with: ">Bifall</data>", in: page)
        #expect(
            try SealedSite.verify(site, "public").lines == [
                "\(page):1:1: error[K138]: sidan är inte som den byggs av Protokoll (§ 8): \"Avslag\" har blivit \"Bifall\". Bygg och publicera igen"
            ])
    }

    @Test("a published bilaga's byte, a removed page, and a page that klubba wrote but did not seal")
    func files() throws {
        let site = try SealedSite.sealed()
        try site.write("public/arenden/2020-1/budget.pdf", Data("%PDF-1.4 Budget".utf8))
        try site.remove("public/moten/fs-2020-09-18/protokoll/7/index.html")
        try site.remove("public/diarium/index.html")
        let lines = try SealedSite.verify(site, "public").lines
        #expect(lines.count == 3, "\(lines)")
        #expect(
            lines.contains {
                $0.hasPrefix("public/arenden/2020-1/budget.pdf:1:1: error[K138]: filen är inte den förseglade ")
            })
        #expect(
            lines.contains(
                "public/moten/fs-2020-09-18/protokoll/7/index.html:1:1: error[K138]: här ska Protokoll finnas, men sidan är borta. Bygg och publicera igen"
            ))
        #expect(
            lines.contains {
                $0.hasPrefix(
                    "public/diarium/index.html:1:1: error[K300]: sidan eller filen ska finnas men är borta")
            })
    }

    @Test("a members' paper in the public folder")
    func leaked() throws {
        let site = try SealedSite.sealed()
        try site.build("--audience", "members", "--output", "ledamoter")
        #expect(
            try SealedSite.verify(site, "ledamoter", "--audience", "public").lines == [
                "ledamoter/.klubba-manifest:1:1: error[K301]: det här är ledamöternas webbplats, inte den offentliga. Ta bort den härifrån, eller ange rätt mapp"
            ])
    }

    @Test("a copy that is gone or another, which sealing again mends while the paper is untouched")
    func copies() throws {
        let site = try SealedSite.sealed()
        let copies = try site.tree("content/.forseglat").filter { $0.key.utf8.count == 64 }
        let (first, second) = (copies.keys.sorted()[0], copies.keys.sorted()[1])
        try site.write("content/.forseglat/\(first)", "annat")
        try site.remove("content/.forseglat/\(second)")
        let lines = try SealedSite.verify(site).lines
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.contains("error[K137]: den förseglade kopian av content/") })
        #expect(lines[0].contains("är ändrad") && lines[1].contains("är borta"))
        try SealedSite.seal(site, "2020-10-01")
        #expect(try SealedSite.verify(site).lines == [])
    }

    @Test("a theme without the marks is told of as that")
    func theme() throws {
        let site = try SealedSite.sealed()
        try site.write(
            "theme/bilaga.mustache",
            "{{<layout}}{{$innehall}}<h1>{{bilaga.titel}}</h1>{{text}}{{/innehall}}{{/layout}}\n")
        try site.build()
        let lines = try SealedSite.verify(site, "public").lines
        #expect(
            lines.count == 2
                && lines.allSatisfy {
                    $0.contains("sidan saknar märkena för") && $0.contains("Lägg in dem i temats mall, se handboken")
                }, "\(lines)")
    }

    @Test("other words in the theme, and another language, change nothing of what is sealed")
    func words() throws {
        let site = try SealedSite.sealed()
        try site.write("klubba.yml", Workplace.profile + "språk: en\n")
        try site.build()
        #expect(try SealedSite.verify(site, "public").status == 0)
    }

    @Test("as JSON for programs")
    func json() throws {
        let site = try SealedSite.sealed()
        try site.remove("content/arenden/2020-1/budget.pdf")
        let result = try site.run("verify", "--format", "json", "--today", "2020-10-01")
        let objects = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]])
        #expect(
            objects.contains {
                $0["code"] as? String == "K135" && $0["file"] as? String == "content/arenden/2020-1/budget.pdf"
            })
    }
}
