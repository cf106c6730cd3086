import Content
import Diagnostics
import Meetings
import Testing

@testable import Register

private let files: [String: String] = [
    "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918"),
    "arenden/b.md": matter("dnr: 2020:2\ntitel: Kanarieutkastet\nfs: 200918\nsynlighet: utkast", "Kanarie."),
    "arenden/c.md": matter("dnr: 2020:3\ntitel: Kanarieväntan\nfs: 200918\npubliceras: 2020-06-02", "Kanarie."),
    "arenden/d/arende.md": matter(
        """
        dnr: 2020:4
        titel: D
        fs: 200918
        bilagor:
          - {titel: Kanarie, fil: kanarie.pdf, synlighet: utkast}
          - {titel: Synlig, fil: b.pdf}
          - {titel: Kanarie senare, fil: kanarie2.pdf, publiceras: 2020-06-02}
        """),
    "arenden/d/kanarie.pdf": "kanarie", "arenden/d/b.pdf": "x", "arenden/d/kanarie2.pdf": "kanarie",
    "moten/fs-2020-09-18.md": meeting("tid: 13.00"),
    "sidor/kanarie.md": "---\nsynlighet: utkast\n---\nKanarie",
    "sidor/senare.md": "---\npubliceras: 2 juni 2020\n---\nKanarie",
]

@Suite("What is in no edition yet")
struct HeldTests {
    @Test("drafts and what waits for its day are in neither edition; a draft takes no number")
    func editions() async throws {
        let register = await (try Folder(files)).register()
        #expect(register.messages == [])
        for audience in Audience.editions {
            let gated = register.seen(by: audience)
            #expect(gated.matters.compactMap { $0.diaryNumber?.text } == ["2020:1", "2020:4"])
            #expect(gated.agenda("fs-2020-09-18") == ["2020:1 (1)", "2020:4 (2, 2.1)"])
            #expect(gated.pages.isEmpty)
            let shown = dumped(gated).lowercased()
            #expect(!shown.contains("kanarie"))
        }
    }

    @Test("they are listed, with the day that they wait for")
    func list() async throws {
        let held = await (try Folder(files)).register().held.list
        #expect(
            held.map { "\($0.place.file) \($0.holding == .draft ? "utkast" : "väntar")" } == [
                "content/arenden/b.md utkast", "content/arenden/c.md väntar",
                "content/arenden/d/kanarie.pdf utkast", "content/arenden/d/kanarie2.pdf väntar",
                "content/sidor/kanarie.md utkast", "content/sidor/senare.md väntar",
            ])
    }

    @Test("on its day a text is there by itself")
    func onTheDay() async throws {
        var changed = files
        for (path, text) in files { changed[path] = text.replacing("2020-06-02", with: "2020-06-01") }
        let gated = await (try Folder(changed)).register().seen(by: .public)
        #expect(gated.matters.compactMap { $0.diaryNumber?.text } == ["2020:1", "2020:3", "2020:4"])
        #expect(gated.agenda("fs-2020-09-18") == ["2020:1 (1)", "2020:3 (2)", "2020:4 (3, 3.1, 3.2)"])
    }

    @Test("the editions are the same whatever a draft says, and without it")
    func independence() async throws {
        let folder = try Folder(files)
        let before = folder.stable(dumped(await folder.register().seen(by: .members)))
        var changed = files
        changed["arenden/b.md"] = matter("dnr: 2020:99\ntitel: Annan\nau: 200820\nsynlighet: utkast\nbilaga: 1")
        changed["sidor/kanarie.md"] = nil
        let other = try Folder(changed)
        let after = other.stable(dumped(await other.register().seen(by: .members)))
        #expect(before == after)
    }

    @Test("an agenda that names a draft tells so, and no edition shows the line")
    func onAnAgenda() async throws {
        var changed = files
        changed["moten/fs-2020-09-18.md"] = meeting(
            "dagordning:\n  - Öppnande\n  - 2020:2\n  - Rapport\n  - Kanarieutkastet")
        let register = await (try Folder(changed)).register()
        let told =
            "ärendet 2020:2 är ett utkast och står inte på föredragningslistan. Ta bort \"synlighet: utkast\" i ärendet innan kallelsen skickas"
        #expect(
            register.messages.filter { $0.contains("K243") } == [
                "content/moten/fs-2020-09-18.md:4:5: warning[K243]: \(told)",
                "content/moten/fs-2020-09-18.md:6:5: warning[K243]: \(told)",
            ])
        #expect(
            register.seen(by: .members).agenda("fs-2020-09-18").filter { !$0.contains("(") } == [
                "Öppnande", "Rapport",
            ])
    }

    @Test("a meeting's own file waits for its day; a meeting is no draft")
    func meetings() async throws {
        var changed = files
        changed["moten/fs-2020-09-18.md"] = meeting("tid: 13.00\nplats: Kanariehuset\npubliceras: 2020-06-02")
        let gated = await (try Folder(changed)).register().seen(by: .members)
        #expect(!dumped(gated).contains("Kanariehuset"))
        changed["moten/fs-2020-09-18.md"] = meeting("synlighet: utkast")
        #expect(
            await (try Folder(changed)).register().messages == [
                "content/moten/fs-2020-09-18.md:2:12: error[K242]: ett möte kan inte vara utkast. Skriv \"synlighet: ledamöter\", eller \"publiceras:\" med den dag då det får visas"
            ])
    }
}

@Suite("Files that nobody names")
struct LooseFileTests {
    @Test(
        "are published in bilder, in dokument, in a folder that klubba.yml names and beside an ärende; elsewhere they are an error"
    )
    func loose() async throws {
        let folder = try Folder([
            "klubba.yml": "organisation: F\nfiler: underlag/2020", "bilder/a.png": "", "dokument/b.pdf": "",
            "underlag/2020/c.pdf": "", "underlag/d.pdf": "", "arenden/x/arende.md": matter("dnr: 2020:1\ntitel: X"),
            "arenden/x/e.pdf": "", "arenden/f.pdf": "", "robots.txt": "", "sidor/om.md": "# Om\n\n[G](g.pdf)",
            "sidor/g.pdf": "",
        ])
        let told =
            "error[K238]: ingen text nämner filen, och här publiceras bara filer som en text nämner. Länka till den, lägg den i content/bilder/, content/dokument/ eller content/underlag/2020/, eller nämn mappen under \"filer:\" i klubba.yml"
        #expect(
            await folder.register().messages == [
                "content/arenden/f.pdf:1:1: \(told)", "content/robots.txt:1:1: \(told)",
                "content/underlag/d.pdf:1:1: \(told)",
            ])
    }

    @Test("one that only hidden texts name is hidden with them")
    func hidden() async throws {
        let text = "Se [A](../dokument/a.pdf) och ![B](../bilder/b.png)."
        let site = [
            "dokument/a.pdf": "", "bilder/b.png": "", "dokument/c.pdf": "", "dokument/d.pdf": "",
            "arenden/m.md": matter("dnr: 2020:1\ntitel: M\nsynlighet: ledamöter", text),
            "arenden/u.md": matter("dnr: 2020:2\ntitel: U\nsynlighet: utkast", "[C](../dokument/c.pdf)"),
            "arenden/o.md": matter("dnr: 2020:3\ntitel: O", "![B](../bilder/b.png)"),
        ]
        let register = await (try Folder(site)).register()
        #expect(register.seen(by: .public).others.map(\.file.path) == ["bilder/b.png", "dokument/d.pdf"])
        #expect(
            register.seen(by: .members).others.map(\.file.path) == [
                "bilder/b.png", "dokument/a.pdf", "dokument/d.pdf",
            ])
    }
}

@Suite("Addresses that no disk holds")
struct LongAddressTests {
    @Test("are an error on their line")
    func long() async throws {
        let letters = String(repeating: "a", count: 5000)
        let folder = try Folder([
            "arenden/a.md": matter("dnr: \(letters)\ntitel: A"), "arenden/b.md": matter("titel: \(letters)"),
            "arenden/c.md": matter("dnr: 2020:1\ntitel: \(letters)"),
        ])
        let told =
            "error[K240]: adressen \"arenden/\(String(repeating: "a", count: 30))…\" blir längre än 200 tecken, mer än ett filnamn får vara. Korta av det"
        #expect(
            await folder.register().messages.filter { $0.contains("K240") } == [
                "content/arenden/a.md:2:6: \(told)", "content/arenden/b.md:2:8: \(told)",
            ])
    }
}
