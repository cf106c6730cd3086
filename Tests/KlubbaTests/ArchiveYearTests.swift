import Foundation
import Testing

@Suite("A year in the archive stays, and has a calendar of its own where there are many meetings")
struct ArchiveYearTests {
    private let page = "public/arkiv/2019/index.html"

    @Test("a year whose last ärende went to another says so and leads to the archive")
    func tombstone() throws {
        let site = try Workplace(["content/arenden/1.md": matter("dnr: 2019:1\ntitel: Lokaler")])
        try site.build()
        #expect(site.exists(page))
        try site.write("content/arenden/1.md", matter("dnr: 2020:1\ntitel: Lokaler\ntidigare-dnr: 2019:1"))
        try site.build()
        let text = try site.read(page)
        #expect(text.contains("<h1>Inget finns i arkivet för året</h1>"))
        #expect(text.contains("Det som fanns i arkivet för 2019 finns inte längre där.") && !text.contains("Lokaler"))
        #expect(text.contains("href=\"../../arkiv/\""))
        try site.write("content/arenden/1.md", matter("dnr: 2019:1\ntitel: Lokaler"))
        try site.build()
        #expect(try site.read(page).contains("Lokaler"))
    }

    @Test("a year that had only what is hidden now goes without a trace")
    func hidden() throws {
        let site = try Workplace([
            "content/arenden/1.md": matter("dnr: 2019:1\ntitel: Lokaler"),
            "content/arenden/2.md": matter("dnr: 2020:1\ntitel: Annat"),
        ])
        try site.build()
        try site.write("content/arenden/1.md", matter("dnr: 2019:1\ntitel: Lokaler\nsynlighet: ledamöter"))
        try site.build()
        #expect(!site.exists(page))
    }

    @Test("with many meetings the calendars hold this year and the last, and each year has its own")
    func calendars() throws {
        var files = ["klubba.yml": Workplace.profile]
        for year in 2008...2020 {
            for month in 1...10 {
                let day = "\(year)-\(month < 10 ? "0" : "")\(month)-15"
                files["content/moten/fs-\(day).md"] = "---\nkallelse: \(day)\n---\n"
            }
        }
        let site = try Workplace(files)
        try site.build()
        func events(_ path: String) throws -> Int {
            try site.read("public/" + path).components(separatedBy: "BEGIN:VEVENT").count - 1
        }
        #expect(try events("kalender.ics") == 20)
        #expect(try events("kalender/fs.ics") == 20)
        #expect(try events("kalender/ar/2008.ics") == 10)
        #expect(try site.read("public/arkiv/2008/index.html").contains("href=\"../../kalender/ar/2008.ics\""))
        try site.write("content/moten/fs-2008-01-15.md", "---\nkallelse: 2008-01-15\nplats: Salen\n---\n")
        try site.build()
        #expect(try site.read("public/kalender/ar/2008.ics").contains("LOCATION:Salen"))
    }
}
