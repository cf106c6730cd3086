import Foundation
import Testing

@Suite("Open data")
struct OpenDataTests {
    private let profile =
        "organisation: Förbundet\nadress: https://f.example.se\norgan:\n  - {kod: FS, namn: Styrelsen, roll: beslutande}\n"

    private func small() throws -> Workplace {
        try Workplace([
            "klubba.yml": profile,
            "content/arenden/1.md": matter(
                "dnr: 2020:1\ntitel: '=Lokaler, \"nya\"'\nfs: 2020-09-18\nbilaga: 1\ninsats: Nystart\n"
                    + "samverkansparter: [A, B]\nperiod: 2021\nbelopp: 1 000 kr",
                "## Förslag till beslut\n\n- **att** bevilja 1 000 kronor för 2021\n"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\ntid: 13.00–16.00\n---\n",
            "content/moten/fs-2020-09-18.protokoll.md":
                "---\njusterat: 2020-09-25\nanslaget: 2020-09-26\n---\n\n## § 2 2020:1\n\nBeslut: bifall\n\n"
                + "### Beslutet skickas till\n\n- A\n- B\n",
        ])
    }

    @Test("the tables, byte by byte; a title that a spreadsheet would run is a text")
    func tables() throws {
        let site = try small()
        try site.build("--strict")
        #expect(
            try site.read("public/data/arenden.csv")
                == "dnr,titel,typ,synlighet,handlaggare,insats,insatsagare,samverkansparter,foreslaget,beviljat,period_start,period_slut,"
                + "moten,utfall,utfall_text,bilagor,lank\r\n2020:1,\"'=Lokaler, \"\"nya\"\"\",beslut,offentlig,,Nystart,,A; B,"
                + "1000,1000,2021-01-01,2021-12-31,fs-2020-09-18,bifall,Bifall,0,https://f.example.se/arenden/2020-1/\r\n")
        #expect(
            try site.read("public/data/beslut.json")
                == "[\n{\"mote\":\"fs-2020-09-18\",\"organ\":\"FS\",\"roll\":\"beslutande\",\"datum\":\"2020-09-18\","
                + "\"paragraf\":2,\"dnr\":\"2020:1\",\"titel\":\"=Lokaler, \\\"nya\\\"\",\"utfall\":\"bifall\","
                + "\"utfall_text\":\"Bifall\",\"foreslaget\":1000,\"beviljat\":1000,\"beslut\":\"1. att bevilja 1 000 kronor för 2021\","
                + "\"skickas_till\":[\"A\",\"B\"],\"justerat\":\"2020-09-25\","
                + "\"lank\":\"https://f.example.se/moten/fs-2020-09-18/protokoll/2/\","
                + "\"arende\":\"https://f.example.se/arenden/2020-1/\"}\n]\n")
        #expect(
            try site.read("public/data/medel.csv").hasSuffix(
                "\r\nNystart,,A; B,2020:1,\"'=Lokaler, \"\"nya\"\"\",2021-01-01,2021-12-31,1000,1000,bifall,Bifall,"
                    + "fs-2020-09-18,2020-09-18,https://f.example.se/arenden/2020-1/\r\n"))
        #expect(
            try site.read("public/data/moten.csv").hasSuffix(
                "\r\nfs-2020-09-18,FS,Styrelsen,beslutande,2020-09-18,13.00–16.00,13:00,16:00,,genomfört,2020-09-11,"
                    + "2020-09-25,2020-09-26,2020-10-19,1,https://f.example.se/moten/fs-2020-09-18/,"
                    + "https://f.example.se/moten/fs-2020-09-18/protokoll/\r\n"))
    }

    @Test("every column of every table is explained in both languages", arguments: ["sv", "en"])
    func dictionary(language: String) throws {
        let site = try small()
        try site.write("klubba.yml", profile + "språk: \(language)\n")
        try site.build()
        let page = try site.read("public/data/index.html")
        for table in ["arenden", "beslut", "medel", "moten", "anslag"] {
            let header = try site.read("public/data/\(table).csv").prefix { $0 != "\r\n" }
            for column in header.split(separator: ",") { #expect(page.contains("<code>\(column)</code>"), "\(column)") }
        }
        #expect(!page.contains("kolumn_") && !page.contains("tabell_") && !page.contains("slag_"))
    }

    @Test("the way into OParl, and a meeting, byte by byte")
    func oparl() throws {
        let site = try small()
        try site.build()
        let root = "https://f.example.se"
        let type = "https://schema.oparl.org/1.1"
        #expect(
            try site.read("public/oparl/system.json")
                == "{\"id\":\"\(root)/oparl/system.json\",\"type\":\"\(type)/System\","
                + "\"oparlVersion\":\"\(type)/\",\"body\":\"\(root)/oparl/bodies.json\",\"name\":\"Förbundet\","
                + "\"website\":\"\(root)/\",\"created\":\"2020-09-11T00:00:00+02:00\","
                + "\"modified\":\"2020-09-26T00:00:00+02:00\"}\n")
        let meeting = "\(root)/oparl/meeting/fs-2020-09-18.json"
        let page = "\(root)/moten/fs-2020-09-18/"
        let expected = [
            "{\"id\":\"\(meeting)\",\"type\":\"\(type)/Meeting\",\"name\":\"Styrelsen 18 september 2020\"",
            "\"meetingState\":\"Genomfört\",\"cancelled\":false,\"start\":\"2020-09-18T13:00:00+02:00\"",
            "\"end\":\"2020-09-18T16:00:00+02:00\",\"organization\":[\"\(root)/oparl/organization/fs.json\"]",
            "\"invitation\":{\"id\":\"\(meeting)#kallelse\",\"type\":\"\(type)/File\",\"name\":\"Kallelse\"",
            "\"mimeType\":\"text/html\",\"date\":\"2020-09-11\",\"accessUrl\":\"\(page)\"}",
            "\"resultsProtocol\":{\"id\":\"\(meeting)#protokoll\",\"type\":\"\(type)/File\",\"name\":\"Protokoll\"",
            "\"mimeType\":\"text/html\",\"date\":\"2020-09-25\",\"accessUrl\":\"\(page)protokoll/\"}",
            "\"agendaItem\":[{\"id\":\"\(meeting)#arende-2020-1\",\"type\":\"\(type)/AgendaItem\",\"number\":\"1\"",
            "\"order\":1,\"name\":\"2020:1 =Lokaler, \\\"nya\\\"\",\"public\":true",
            "\"consultation\":\"\(root)/oparl/paper/2020-1.json#fs-2020-09-18\",\"result\":\"Bifall\"",
            "\"resolutionText\":\"1. att bevilja 1 000 kronor för 2021\"",
            "\"resolutionFile\":{\"id\":\"\(meeting)#paragraf-2\",\"type\":\"\(type)/File\",\"name\":\"§ 2\"",
            "\"mimeType\":\"text/html\",\"date\":\"2020-09-25\",\"accessUrl\":\"\(page)protokoll/2/\"}}]",
            "\"created\":\"2020-09-11T00:00:00+02:00\",\"modified\":\"2020-09-26T00:00:00+02:00\",\"web\":\"\(page)\"}\n",
        ].joined(separator: ",")
        #expect(try site.read("public/oparl/meeting/fs-2020-09-18.json") == expected)
    }

    @Test("a long list has pages of a hundred, the oldest first, so that a new ärende changes the last page alone")
    func pages() throws {
        var files = ["klubba.yml": profile]
        for number in 1...201 {
            files["content/arenden/\(number).md"] = matter("dnr: 2020:\(number)\ntitel: Nr \(number)")
        }
        let site = try Workplace(files)
        try site.build()
        let first = try site.read("public/oparl/papers.json")
        let links = { (text: String) in text.components(separatedBy: "\"links\":").last ?? "" }
        let list = "https://f.example.se/oparl/papers"
        #expect(
            links(first)
                == "{\"first\":\"\(list).json\",\"self\":\"\(list).json\",\"next\":\"\(list)-2.json\",\"last\":\"\(list)-3.json\"}}\n"
        )
        #expect(
            links(try site.read("public/oparl/papers-2.json"))
                == "{\"first\":\"\(list).json\",\"prev\":\"\(list).json\",\"self\":\"\(list)-2.json\","
                + "\"next\":\"\(list)-3.json\",\"last\":\"\(list)-3.json\"}}\n")
        #expect(first.contains("\"reference\":\"2020:1\"") && !first.contains("\"reference\":\"2020:101\""))
        #expect(
            try site.read("public/oparl/persons.json").hasPrefix(
                "{\"data\":[],\"pagination\":{\"totalElements\":0,\"elementsPerPage\":100,\"currentPage\":1,\"totalPages\":1}"
            ))
        try site.write("content/arenden/202.md", matter("dnr: 2020:202\ntitel: Nr 202"))
        try site.build()
        let data = { (text: String) in text.components(separatedBy: "],\"pagination\"").first }
        #expect(data(try site.read("public/oparl/papers.json")) == data(first))
    }

    @Test("a paper of a matter that is gone says so and nothing else; of one that is hidden nothing is left")
    func deleted() throws {
        let site = try small()
        try site.build()
        try site.remove("content/moten/fs-2020-09-18.protokoll.md")
        let text = try site.read("content/arenden/1.md")
        try site.remove("content/arenden/1.md")
        try site.build("--take-down", "fs-2020-09-18")
        #expect(
            try site.read("public/oparl/paper/2020-1.json")
                == "{\"id\":\"https://f.example.se/oparl/paper/2020-1.json\",\"type\":\"https://schema.oparl.org/1.1/Paper\","
                + "\"deleted\":true}\n")
        #expect(!(try site.read("public/oparl/papers.json").contains("2020-1")))
        try site.write(
            "content/arenden/1.md", text.replacingOccurrences(of: "bilaga: 1", with: "bilaga: 1\nsynlighet: ledamöter"))
        try site.build()
        #expect(!site.exists("public/oparl/paper/2020-1.json"))
    }

    @Test("a secret matter is a line of the agenda and a row of its number, and no paper")
    func secret() throws {
        let site = try small()
        try site.write(
            "content/arenden/2.md",
            matter("dnr: 2020:2\ntitel: Kanarie\nfs: 2020-09-18\nbilaga: 2\nsynlighet: sekretess", "Kanarie."))
        try site.build()
        #expect(
            try site.read("public/oparl/meeting/fs-2020-09-18.json").contains(
                "\"name\":\"2020:2 Sekretessärende\",\"public\":false}"))
        #expect(!site.exists("public/oparl/paper/2020-2.json"))
        #expect(
            try site.read("public/data/arenden.csv").hasSuffix(
                "\r\n2020:2,Sekretessärende,,sekretess,,,,,,,,,fs-2020-09-18,,,,\r\n"))
    }

    @Test("what a page is about, for search engines, ends no script element")
    func markup() throws {
        let site = try small()
        try site.write(
            "content/arenden/3.md",
            matter("dnr: 2020:3\ntitel: A</script><script>alert(1)</script>\nfs: 2020-09-18\nbilaga: 2"))
        try site.build()
        #expect(
            try site.read("public/arenden/2020-3/index.html").contains(
                "\"name\":\"A\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\",\"identifier\":\"2020:3\""))
        #expect(
            try site.read("public/moten/fs-2020-09-18/index.html").contains(
                "\"@type\":\"Event\",\"@id\":\"https://f.example.se/moten/fs-2020-09-18/\",\"name\":\"Styrelsen 18 september 2020\","
                    + "\"startDate\":\"2020-09-18T13:00:00+02:00\",\"endDate\":\"2020-09-18T16:00:00+02:00\","
                    + "\"eventStatus\":\"https://schema.org/EventScheduled\""))
    }
}
