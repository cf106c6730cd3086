import Foundation
import Testing

@Suite("Feeds and calendars")
struct SubscriptionTests {
    private let files = [
        "klubba.yml":
            "organisation: Förbundet\nadress: https://handlingar.example.se/arkiv\n"
            + "organ:\n  - {kod: FS, namn: Styrelsen, roll: beslutande}\n",
        "content/arenden/1.md": matter(
            "dnr: 2020:1\ntitel: Lokaler & möbler\nfs: 2020-09-18\nbilaga: 1",
            "## Förslag till beslut\n\n- **att** hyra *nya* lokaler\n"),
        "content/moten/fs-2020-09-18.md":
            "---\nkallelse: 2020-09-11\ntid: 13.00–16.00\nplats: Salen, plan 2\ndagordning:\n  - Öppnande\n  - 2020:1\n---\n",
        "content/moten/fs-2020-09-18.protokoll.md":
            "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 1 Öppnande\n\nText.\n\n## § 2 2020:1\n\nBeslut: bifall\n",
    ]

    @Test("the site's feed, byte by byte: notice, minutes, decision and kallelse, with the days that the content has")
    func feed() throws {
        let site = try Workplace(files)
        try site.build("--strict")
        let root = "https://handlingar.example.se/arkiv"
        let tag = "tag:handlingar.example.se,2020-09-18:arkiv/moten/fs-2020-09-18"
        let matter =
            "&lt;a href=&quot;\(root)/arenden/2020-1/&quot;&gt;2020:1 Lokaler &amp;amp; möbler&lt;/a&gt;"
        #expect(
            try site.read("public/atom.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
                <id>\(root)/atom.xml</id>
                <title>Förbundet</title>
                <updated>2020-09-26T00:00:00+02:00</updated>
                <author><name>Förbundet</name></author>
                <link rel="self" type="application/atom+xml" href="\(root)/atom.xml"/>
                <link rel="alternate" type="text/html" href="\(root)/moten/"/>
                <entry>
                <id>\(tag)/anslag</id>
                <title>Anslag: protokoll, Styrelsen 18 september 2020</title>
                <updated>2020-09-26T00:00:00+02:00</updated>
                <category term="anslag"/>
                <link rel="alternate" type="text/html" href="\(root)/moten/fs-2020-09-18/protokoll/"/>
                <content type="html">&lt;p&gt;Justerat: 25 september 2020&lt;/p&gt;&lt;p&gt;Anslaget: 26 september 2020&lt;/p&gt;&lt;p&gt;Sista dag att överklaga: 19 oktober 2020&lt;/p&gt;</content>
                </entry>
                <entry>
                <id>\(tag)/protokoll</id>
                <title>Justerat protokoll: Styrelsen 18 september 2020</title>
                <updated>2020-09-25T00:00:00+02:00</updated>
                <category term="protokoll"/>
                <link rel="alternate" type="text/html" href="\(root)/moten/fs-2020-09-18/protokoll/"/>
                <content type="html">&lt;p&gt;Justerat: 25 september 2020&lt;/p&gt;</content>
                </entry>
                <entry>
                <id>\(tag)/protokoll/2/</id>
                <title>Bifall: 2020:1 Lokaler &amp; möbler (FS § 2)</title>
                <updated>2020-09-25T00:00:00+02:00</updated>
                <published>2020-09-18T00:00:00+02:00</published>
                <category term="beslut"/>
                <link rel="alternate" type="text/html" href="\(root)/moten/fs-2020-09-18/protokoll/2/"/>
                <content type="html">&lt;p&gt;\(matter)&lt;/p&gt;&lt;ol&gt;&lt;li&gt;att hyra &lt;em&gt;nya&lt;/em&gt; lokaler&lt;/li&gt;&lt;/ol&gt;</content>
                </entry>
                <entry>
                <id>\(tag)/kallelse</id>
                <title>Kallelse: Styrelsen 18 september 2020</title>
                <updated>2020-09-11T00:00:00+02:00</updated>
                <category term="kallelse"/>
                <link rel="alternate" type="text/html" href="\(root)/moten/fs-2020-09-18/"/>
                <content type="html">&lt;p&gt;fredag 18 september 2020, 13.00–16.00, Salen, plan 2&lt;/p&gt;&lt;ol&gt;&lt;li&gt;Öppnande&lt;/li&gt;&lt;li&gt;\(matter)&lt;/li&gt;&lt;/ol&gt;</content>
                </entry>
                </feed>

                """)
    }

    @Test("a day later the feeds, the calendars and the tables are the same bytes, where nothing has happened")
    func clock() throws {
        let site = try Workplace(files)
        _ = try site.run("build", "--today", "2020-10-01", "--output", "ett")
        _ = try site.run("build", "--today", "2020-10-09", "--output", "annat")
        let isForMachines = { (path: String) in
            ["atom", "kalender", "oparl", "data"].contains { path.hasPrefix($0) }
        }
        let (one, other) = (try site.tree("ett"), try site.tree("annat"))
        #expect(one.keys.filter(isForMachines).count > 15)
        for path in one.keys where isForMachines(path) { #expect(one[path] == other[path], "\(path)") }
    }

    @Test("what has not happened yet is in no feed")
    func future() throws {
        let site = try Workplace(files)
        _ = try site.run("build", "--today", "2020-09-24")
        let feed = try site.read("public/atom.xml")
        #expect(feed.contains("<updated>2020-09-18T00:00:00+02:00</updated>\n<author>"))
        #expect(!feed.contains("anslag") && !feed.contains("Justerat protokoll"))
        _ = try site.run("build", "--today", "2020-09-01")
        #expect(!(try site.read("public/atom.xml").contains("<entry>")))
        #expect(try site.read("public/atom.xml").contains("<updated>1970-01-01T00:00:00Z</updated>"))
    }

    @Test("a feed holds the hundred newest entries, a body's feed its own alone")
    func limits() throws {
        var files = self.files
        files["klubba.yml"] =
            "organisation: F\nadress: https://f.example.se\norgan:\n  - {kod: FS, namn: Styrelsen, roll: beslutande}\n"
            + "  - {kod: AU, namn: Utskottet, roll: beredande}\n"
        for day in 10..<31 {
            for month in 1..<7 {
                files["content/moten/au-2019-0\(month)-\(day).md"] = day < 29 ? "---\nkallelse: 2019-01-01\n---\n" : nil
            }
        }
        let site = try Workplace(files)
        try site.build()
        let count = { (path: String) in try site.read(path).components(separatedBy: "<entry>").count - 1 }
        #expect(try count("public/atom.xml") == 100)
        #expect(try count("public/atom/fs.xml") == 4)
        #expect(try count("public/atom/au.xml") == 100)
    }

    @Test("a calendar, byte by byte: hours, a text that is no hour, and a meeting that is cancelled")
    func calendar() throws {
        var files = self.files
        files["content/moten/fs-2020-11-20.md"] = "---\ntid: efter lunch\n---\n"
        files["content/moten/fs-2020-12-18.md"] = "---\ntid: kl 9\nkallelse: 2020-09-30\nstatus: inställt\n---\n"
        let site = try Workplace(files)
        try site.build()
        let calendar = try site.read("public/kalender.ics")
        #expect(
            calendar == (try site.read("public/kalender/fs.ics").replacingOccurrences(of: "Styrelsen\\, ", with: "")))
        let events = calendar.components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst()
        let host = "handlingar.example.se"
        let expected = [
            """
            UID:fs-2020-09-18@\(host)
            DTSTAMP:20200926T000000Z
            SEQUENCE:2
            DTSTART;TZID=Europe/Stockholm:20200918T130000
            DTEND;TZID=Europe/Stockholm:20200918T160000
            SUMMARY:Styrelsen
            LOCATION:Salen\\, plan 2
            URL:https://\(host)/arkiv/moten/fs-2020-09-18/
            DESCRIPTION:1. Öppnande\\n2. 2020:1 Lokaler & möbler\\n\\nHandlingar: https:
             //\(host)/arkiv/moten/fs-2020-09-18/
            CATEGORIES:FS
            STATUS:CONFIRMED
            END:VEVENT

            """,
            """
            UID:fs-2020-11-20@\(host)
            DTSTAMP:19700101T000000Z
            SEQUENCE:0
            DTSTART;VALUE=DATE:20201120
            SUMMARY:Styrelsen
            URL:https://\(host)/arkiv/moten/fs-2020-11-20/
            DESCRIPTION:Tid: efter lunch\\n\\nHandlingar: https://handlingar.example.se/a
             rkiv/moten/fs-2020-11-20/
            CATEGORIES:FS
            STATUS:TENTATIVE
            END:VEVENT

            """,
            """
            UID:fs-2020-12-18@\(host)
            DTSTAMP:20200930T000000Z
            SEQUENCE:3
            DTSTART;TZID=Europe/Stockholm:20201218T090000
            SUMMARY:Inställt: Styrelsen
            URL:https://\(host)/arkiv/moten/fs-2020-12-18/
            DESCRIPTION:Handlingar: https://handlingar.example.se/arkiv/moten/fs-2020-1
             2-18/
            CATEGORIES:FS
            STATUS:CANCELLED
            END:VEVENT
            END:VCALENDAR

            """,
        ]
        for (event, text) in zip(events, expected) {
            #expect(event == text.replacingOccurrences(of: "\n", with: "\r\n"))
        }
        #expect(events.count == 3)
    }

    @Test("in a zone whose rule klubba does not know, the hours stand as on the wall there")
    func floating() throws {
        var files = self.files
        files["klubba.yml"] = "organisation: F\nadress: https://f.example.se\ntidszon: America/Chicago\n"
        let site = try Workplace(files)
        try site.build()
        let calendar = try site.read("public/kalender.ics")
        #expect(calendar.contains("\r\nDTSTART:20200918T130000\r\n") && !calendar.contains("VTIMEZONE"))
        #expect(try site.read("public/oparl/meetings.json").contains("\"start\"") == false)
    }

    @Test("without an address there is nothing to subscribe to; the build says so once, and no check stops")
    func noAddress() throws {
        var files = self.files
        files["klubba.yml"] = "organisation: Förbundet\n"
        let site = try Workplace(files)
        let result = try site.build("--strict")
        #expect(
            result.err.contains(
                "klubba.yml saknar adress, så flöden, kalender, OParl och webbplatskarta skrevs inte. Lägg till webbplatsens "
                    + "adress, till exempel adress: https://handlingar.example.se\n"), "\(result.err)")
        for path in ["atom.xml", "kalender.ics", "oparl", "atom", "kalender", "sitemap.xml"] {
            #expect(!site.exists("public/\(path)"), "\(path)")
        }
        let page = try site.read("public/moten/index.html")
        #expect(!page.contains("atom.xml") && !page.contains("prenumerera") && !page.contains("ld+json"))
        #expect(
            try site.read("public/data/moten.csv").contains(",moten/fs-2020-09-18/,moten/fs-2020-09-18/protokoll/\r\n"))
    }

    @Test("the members' feed and calendar name no address of the public site's pages, and their entries are their own")
    func members() throws {
        let site = try Workplace(files)
        try site.build("--audience", "members", "--output", "ledamoter")
        let feed = try site.read("ledamoter/atom/fs.xml")
        #expect(feed.contains("<link rel=\"alternate\" type=\"text/html\" href=\"../moten/fs-2020-09-18/\"/>"))
        #expect(feed.contains("moten/fs-2020-09-18/kallelse#ledamoter</id>"))
        #expect(!(try site.read("ledamoter/kalender.ics").contains("URL:")))
        #expect(!site.exists("ledamoter/oparl"))
        #expect(!(try site.read("ledamoter/index.html").contains("ld+json")))
    }

    @Test("readers find feed and calendar from every page, and people from the meetings, the notice board and the foot")
    func links() throws {
        let site = try Workplace(files)
        try site.build()
        let page = try site.read("public/arenden/2020-1/index.html")
        #expect(
            page.contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Förbundet\" href=\"../../atom.xml\">"))
        #expect(
            page.contains(
                "<link rel=\"alternate\" type=\"text/calendar\" title=\"Kalender\" href=\"../../kalender.ics\">"))
        #expect(page.contains("href=\"../../moten/#prenumerera\"") && page.contains("href=\"../../data/\""))
        #expect(try site.read("public/moten/index.html").contains("href=\"../kalender.ics\""))
        #expect(try site.read("public/anslagstavla/index.html").contains("href=\"../moten/#prenumerera\""))
    }
}
