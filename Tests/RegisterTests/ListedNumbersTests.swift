import Meetings
import Testing

@testable import Register

@Suite("Headings and agenda lines that name several ärenden, or a hidden one in other words")
struct ListedNumbersTests {
    private func site(_ record: String = "", agenda: String = "", hidden: Bool = true) async throws -> Register {
        var files = [
            "arenden/a.md": matter("dnr: 2020:1\ntitel: Ett\nfs: 200918"),
            "arenden/b.md": matter("dnr: 2020:2\ntitel: Två\nfs: 200918"),
            "moten/fs-2020-09-18.md": meeting(agenda.isEmpty ? "tid: 13" : "dagordning:\n\(agenda)"),
        ]
        if hidden {
            files["arenden/h.md"] = matter(
                "dnr: KS 2020/9\ntitel: Varsel – kansliet’s framtid i höst\nfs: 200918\nsynlighet: ledamöter")
        }
        if !record.isEmpty { files["moten/fs-2020-09-18.protokoll.md"] = record }
        return await (try Folder(files)).register()
    }

    @Test(
        "a § for two ärenden belongs to both, whatever stands between them",
        arguments: [
            "2020:1, 2020:2", "2020:1 och 2020:2", "2020:1 / 2020:2", "2020:1 + 2020:2", "2020:1 2020:2",
            "2020:1, Ett och 2020:2, Två",
        ])
    func both(heading: String) async throws {
        let seen = try await site("## § 1 \(heading)\n\nBeslut: bifall\n").seen(by: .public)
        #expect(seen.consultations.map { $0.map(\.entries.count) } == [[1], [1]])
    }

    @Test(
        "and is hidden from whoever may not see one of them",
        arguments: [
            "2020:1 / KS 2020/9", "2020:1 + KS 2020/9", "2020:1 KS 2020/9", "2020:1, Ett och KS 2020/9, Varsel",
        ])
    func hidden(heading: String) async throws {
        let seen = try await site("## § 1 \(heading)\n\nKanariefågel.\n\nBeslut: bifall\n").seen(by: .public)
        #expect(!dumped(seen).contains("Kanariefågel"))
    }

    @Test("a hidden ärende is known by its title's words, whatever dash, apostrophe or space is between them")
    func otherSigns() async throws {
        for title in [
            "Varsel - kansliet's framtid i höst", "Varsel – kansliets  framtid i höst",
            "Varsel: kansliet\u{AD}s framtid\u{A0}i höst",
        ] {
            let register = try await site(
                "## § 1 \(title)\n\nKanariefågel.\n", agenda: "  - Öppnande\n  - \(title.replacing(":", with: ","))")
            let seen = register.seen(by: .public)
            #expect(!dumped(seen).contains("Kanariefågel"), "\(title)")
            #expect(seen.agenda("fs-2020-09-18").first == "Öppnande" && !dumped(seen).contains("framtid"), "\(title)")
        }
    }

    @Test("a line of two seen ärenden is the same whether anything is hidden or not")
    func sameLine() async throws {
        let agenda = "  - Öppnande\n  - 2020:1 och 2020:2"
        let (one, other) = (try await site(agenda: agenda), try await site(agenda: agenda, hidden: false))
        let lines = one.seen(by: .public).agenda("fs-2020-09-18")
        #expect(lines == other.seen(by: .public).agenda("fs-2020-09-18") && lines.contains("2020:1 och 2020:2"))
    }

    @Test(
        "what looks like a § about a hidden ärende holds back the § that it stands in",
        arguments: ["**§ 2 KS 2020/9**", "### § 2 KS 2020/9", "## KS 2020/9", "## Varsel - kansliets framtid i höst"])
    func almost(heading: String) async throws {
        let seen = try await site("## § 1 2020:1\n\nBeslut: bifall\n\n\(heading)\n\nKanariefågel.\n").seen(by: .public)
        #expect(!dumped(seen).contains("Kanariefågel"))
    }

    @Test("and a seen ärende's does not, whatever else is hidden: the page is the same")
    func almostSeen() async throws {
        let record = "## § 1 2020:1\n\nBeslut: bifall\n\n### § 2 2020:2 Två\n\nKanariefågel.\n"
        let (one, other) = (try await site(record), try await site(record, hidden: false))
        #expect(dumped(one.seen(by: .public)).contains("Kanariefågel"))
        #expect(dumped(one.seen(by: .public).minutes) == dumped(other.seen(by: .public).minutes))
    }

    @Test("a hidden ärende whose title is nothing but signs is hidden by its dnr")
    func signs() async throws {
        let register = await
            (try Folder([
                "arenden/h.md": matter("dnr: KS 2020/9\ntitel: \"–\"\nfs: 200918\nsynlighet: ledamöter"),
                "moten/fs-2020-09-18.md": meeting("dagordning:\n  - Öppnande\n  - Varsel, KS 2020/9"),
            ])).register()
        #expect(register.seen(by: .public).agenda("fs-2020-09-18") == ["Öppnande"])
    }

    @Test("\"se 2020:1\" in a heading names the ärende")
    func mentioned() async throws {
        let register = try await site("## § 1 Uppföljning, se 2020:1\n\nBeslut: noteras\n", hidden: false)
        #expect(!register.messages.contains { $0.contains("K123") }, "\(register.messages)")
    }

    @Test("an ärende of no meeting is handled where an agenda's line is its title, and that is told")
    func undated() async throws {
        let register = await
            (try Folder([
                "arenden/a.md": matter("dnr: 2020:1\ntitel: Lokaler i centrum för ungdomar"),
                "moten/fs-2020-09-18.md": meeting("dagordning:\n  - Öppnande\n  - Lokaler i centrum för ungdomar"),
            ])).register()
        #expect(register.seen(by: .public).agenda("fs-2020-09-18") == ["Öppnande", "2020:1 (1)"])
        #expect(register.messages.contains { $0.contains("warning[K078]") })
    }

    @Test("what a meeting's file says became of it is held against its day and its record")
    func status() async throws {
        let register = await
            (try Folder([
                "moten/fs-2020-03-20.md": meeting("status: inställt"),
                "moten/fs-2020-03-20.protokoll.md": "## § 1 Mötets öppnande\n\nText.\n",
                "moten/fs-2030-03-20.md": meeting("status: genomfört"),
            ])).register()
        #expect(register.messages.contains { $0.contains("fs-2020-03-20.protokoll.md:1:1: warning[K454]") })
        #expect(register.messages.contains { $0.contains("fs-2030-03-20.md:1:1: warning[K455]") })
    }

    @Test("in the record of a joint meeting each of its bodies decides")
    func joint() async throws {
        let files = [
            "klubba.yml":
                "organisation: F\norgan:\n  - {kod: FS, namn: Förbundsstyrelsen, roll: beslutande}\n  - {kod: AMN, namn: Arbetsmarknadsnämnden, roll: beslutande}\n",
            "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 2020-03-20"),
            "moten/fs-2020-03-20.md": meeting("organ: [FS, AMN]"),
            "moten/fs-2020-03-20.protokoll.md": "## § 1 2020:1\n\nArbetsmarknadsnämnden beslutar att vänta.\n",
        ]
        let seen = await (try Folder(files)).register().seen(by: .public)
        #expect(seen.minutes.compactMap { $0?.entries.first?.entry?.decision?.clauses.first?.text } == ["vänta"])
    }

    @Test("a picture that a members-only bilaga alone shows is the members'; the text's own pictures are everybody's")
    func picture() async throws {
        let files = [
            "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A", "![karta](karta.png)"),
            "arenden/a/bilaga.md": "---\ntitel: B\nsynlighet: ledamöter\n---\n\n![x](bild.png) ![karta](karta.png)\n",
            "arenden/a/karta.png": "x", "arenden/a/bild.png": "y",
        ]
        let register = await (try Folder(files)).register()
        let names = { (audience: Audience) in
            register.seen(by: audience).matters[MatterIndex(0)].attachments.map(\.file).map {
                $0.split(separator: "/").last ?? ""
            }
        }
        #expect(Set(names(.public)) == ["karta.png"])
        #expect(Set(names(.members)) == ["bilaga.md", "bild.png", "karta.png"])
    }
}
