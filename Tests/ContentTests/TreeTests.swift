import Foundation
import Testing

@testable import Content

@Suite("What lies under content/")
struct TreeTests {
    private func tree(_ folder: Folder) -> (tree: ContentTree, messages: [String]) {
        let tree = ContentTree(root: folder.root, disk: .disk)
        return (tree, tree.diagnostics.sorted().map { $0.line(in: .swedish) })
    }

    @Test("every file is what its place makes it; hidden files, leftovers and the sealed record are left out")
    func kinds() throws {
        let folder = try Folder([
            "content/index.md": "", "content/sidor/om.md": "", "content/moten/fs-2020-09-18.md": "",
            "content/moten/fs-2020-09-18.protokoll.md": "", "content/arenden/a.md": "",
            "content/arenden/b/arende.md": "",
            "content/arenden/b/6.1 X.md": "", "content/arenden/b/sub/karta.pdf": "", "content/arenden/lös.pdf": "",
            "content/sidor/bild.png": "", "content/robots.txt": "", "content/annat/text.md": "", "content/.gömd": "",
            "content/.git/config": "", "content/arenden/b/.DS_Store": "", "content/arenden/b/~$X.docx": "",
            "content/arenden/b/X.md~": "", "content/beslutslogg.jsonl": "", "content/arenden/b/arende.md.swp": "",
        ])
        let (tree, messages) = tree(folder)
        #expect(messages == [])
        #expect(
            tree.leftovers == [
                "arenden/b/.DS_Store", "arenden/b/X.md~", "arenden/b/arende.md.swp", "arenden/b/~$X.docx",
            ])
        #expect(tree.front?.path == "index.md")
        #expect(tree.pages.map(\.path) == ["sidor/om.md"])
        #expect(tree.meetings.map(\.path) == ["moten/fs-2020-09-18.md"])
        #expect(tree.records.map(\.path) == ["moten/fs-2020-09-18.protokoll.md"])
        #expect(tree.matters.map(\.text.path) == ["arenden/a.md", "arenden/b/arende.md"])
        #expect(tree.matters[1].papers.map(\.path) == ["arenden/b/6.1 X.md", "arenden/b/sub/karta.pdf"])
        #expect(
            tree.others.map(\.path) == ["annat/text.md", "arenden/lös.pdf", "robots.txt", "sidor/bild.png"])
    }

    @Test(
        "a pipe, a dangling link, a loop and a folder named x.md are always named, and never wait",
        .timeLimit(.minutes(1)))
    func oddFiles() throws {
        let folder = try Folder([
            "content/sidor/om.md": "", "utanför.md": "hemligt", "content/arenden/b/arende.md": "",
            "content/arenden/c/arende.md": "",
        ])
        mkfifo(folder.root + "/content/sidor/rör.md", 0o644)
        mkfifo(folder.root + "/content/arenden/b/rör", 0o644)
        try folder.link("content/sidor/borta.md", to: "finns-inte.md")
        try folder.link("content/sidor/ut.md", to: "../../utanför.md")
        try folder.link("content/sidor/abs.md", to: folder.root + "/utanför.md")
        try folder.link("content/sidor/slinga.md", to: "slinga.md")
        try folder.link("content/sidor/mapp", to: ".")
        try folder.link("content/arenden/b/annans.md", to: "../c/arende.md")
        try folder.link("content/sidor/arende.md", to: "../arenden/c/arende.md")
        try folder.link("content/sidor/också-om.md", to: "om.md")
        try folder.makeFolder("content/sidor/mapp.md")
        try folder.put("x", at: "content/rad\nbrott.txt")
        try folder.put("x", at: "content/omvänt\\snedstreck.txt")
        let (tree, messages) = tree(folder)
        #expect(
            messages == [
                "content/arenden/b/annans.md:1:1: error[K007]: länken pekar på ../c/arende.md, utanför sin egen mapp. Kopiera filen hit i stället",
                "content/arenden/b/rör:1:1: error[K004]: detta är en pipe, ingen vanlig fil. Ta bort den ur content/",
                "content/omvänt\\snedstreck.txt:1:1: error[K012]: filnamnet innehåller radbrytning, styrtecken eller omvänt snedstreck, eller är inte UTF-8. Byt namn på filen",
                "content/rad\\nbrott.txt:1:1: error[K012]: filnamnet innehåller radbrytning, styrtecken eller omvänt snedstreck, eller är inte UTF-8. Byt namn på filen",
                "content/sidor/abs.md:1:1: error[K007]: länken pekar på \(folder.root)/utanför.md, utanför sin egen mapp. Kopiera filen hit i stället",
                "content/sidor/arende.md:1:1: error[K007]: länken pekar på ../arenden/c/arende.md, utanför sin egen mapp. Kopiera filen hit i stället",
                "content/sidor/borta.md:1:1: error[K006]: länken pekar på finns-inte.md, som inte finns. Ta bort länken eller lägg tillbaka filen",
                "content/sidor/mapp:1:1: error[K008]: länkar till mappar följs inte (.). Kopiera mappen hit i stället",
                "content/sidor/mapp.md:1:1: error[K005]: en mapp får inte heta något på .md. Byt namn på mappen",
                "content/sidor/rör.md:1:1: error[K004]: detta är en pipe, ingen vanlig fil. Ta bort den ur content/",
                "content/sidor/slinga.md:1:1: error[K009]: länken leder runt till sig själv. Ta bort den",
                "content/sidor/ut.md:1:1: error[K007]: länken pekar på ../../utanför.md, utanför sin egen mapp. Kopiera filen hit i stället",
            ])
        #expect(tree.pages.map(\.path) == ["sidor/också-om.md", "sidor/om.md"])
    }

    @Test("a name that is not UTF-8 is named")
    func badName() throws {
        let folder = try Folder()
        let path = Array((folder.root + "/content/").utf8) + [0xE5, 0x2E, 0x6D, 0x64, 0]
        close(open(path.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o644))
        #expect(
            tree(folder).messages == [
                "content/\u{FFFD}.md:1:1: error[K012]: filnamnet innehåller radbrytning, styrtecken eller omvänt snedstreck, eller är inte UTF-8. Byt namn på filen"
            ])
    }

    @Test("a folder without arende.md is an error; one with hidden files only is nothing")
    func folderWithoutText() throws {
        let folder = try Folder(["content/arenden/a/karta.pdf": "", "content/arenden/b/.gömd": ""])
        #expect(
            tree(folder).messages == [
                "content/arenden/a:1:1: error[K013]: mappen har filer men ingen arende.md. Lägg till arende.md, eller flytta filerna"
            ])
    }

    @Test(
        "the file that was meant to be arende.md is named",
        arguments: [
            "arende.md.txt", "Arende.md", "ärende.md", "arende .md", "arende.txt", "arende.markdown", "arend.md",
            "ARENDE.MD",
        ])
    func nearlyMatter(name: String) throws {
        let folder = try Folder(["content/arenden/a/\(name)": "", "content/arenden/a/karta.pdf": ""])
        #expect(
            tree(folder).messages == [
                "content/arenden/a:1:1: error[K013]: mappen har filer men ingen arende.md. Här finns \"\(name)\": byt namn på den till arende.md"
            ])
    }

    @Test(
        "a text under another ending than .md is told",
        arguments: [("pm.markdown", "pm.md"), ("pm.md.txt", "pm.md"), ("PM.MD.TXT", "PM.md"), ("pm.mkd", "pm.md")])
    func misnamed(name: String, better: String) throws {
        for place in ["sidor", "arenden", "arenden/a", "moten", "dokument"] {
            let folder = try Folder(["content/arenden/a/arende.md": "", "content/\(place)/\(name)": ""])
            #expect(
                tree(folder).messages == [
                    "content/\(place)/\(name):1:1: error[K237]: filen läses inte, eftersom namnet inte slutar på .md. Byt namn på den till \(better) (Windows kan dölja slutet av namnet)"
                ])
        }
    }

    @Test(
        "a conflict copy is an error, whatever program left it",
        arguments: [
            "arende (Karins motstridiga kopia 2026-11-20).md", "arende (Karin's conflicted copy 2026-11-20).md",
            "arende (conflicted copy 2026-11-20 101112).md", "arende-DATOR-7F3K.md", "arende-DESKTOP-4F7K2Q1.md",
            "arende-KARIN-PC.md", "arende-KARIN.md", "arende.sync-conflict-20261120-101112-ABCDEFG.md",
            "arende (SFConflict karin@example.se 2026-11-20-10-11-12).md", "arende_conflict-20261120-101112.md",
            "arende (konfliktkopia).md", "arende_LOCAL_4711.md", "arende_REMOTE_4711.md", "arende.md.mine",
            "arende.md.r12", "arende [Conflict].md", "arende (Case Conflict).md", "Budget - konfliktkopia.xlsx",
            "budget-DESKTOP-4F7K2Q1.xlsx", "arende (kopia i konflikt).md", "arende-iMac.md",
            "arende (Karins Skiftlägeskonflikt).md",
        ])
    func conflictCopies(name: String) throws {
        let folder = try Folder([
            "content/arenden/a/arende.md": "", "content/arenden/a/budget.xlsx": "", "content/arenden/a/\(name)": "",
        ])
        let (tree, messages) = tree(folder)
        #expect(
            messages == [
                "content/arenden/a/\(name):1:1: error[K235]: filen är en kopia som ett synkprogram lämnade när två sparade samtidigt. Jämför den med originalet, och ta sedan bort den ur content/"
            ])
        #expect(tree.matters[0].papers.map(\.path) == ["arenden/a/budget.xlsx"])
    }

    @Test(
        "a name that only has such a word, or a word in capitals, is a file like any other",
        arguments: [
            "Konflikthantering.md", "conflict-of-interest.pdf", "barn i konflikt med lagen.md", "budget-AU.xlsx",
            "budget-REVIDERAD.xlsx", "budget-EU2020.xlsx", "budget (1).xlsx", "Handling LOCAL.pdf", "rapport.r12",
            "6.1 IT-PC.md",
        ])
    func noConflict(name: String) throws {
        let folder = try Folder([
            "content/arenden/a/arende.md": "", "content/arenden/a/budget.xlsx": "", "content/arenden/a/\(name)": "",
        ])
        let (tree, messages) = tree(folder)
        #expect(messages == [])
        #expect(tree.matters[0].papers.count == 2)
    }

    @Test(
        "what programs leave is passed over and listed",
        arguments: [
            "Thumbs.db", "thumbs.db", "desktop.ini", ".DS_Store", "._arende.md", "~$arende.docx", "arende.md.bak",
            "arende.md~",
            "Genväg till budget.lnk", "budget.pdf.crdownload", "#arende.md#", ".~lock.budget.ods#", "budget.gsheet",
            "arende.md.orig",
        ])
    func leftovers(name: String) throws {
        let folder = try Folder(["content/arenden/a/arende.md": "", "content/arenden/a/\(name)": ""])
        let (tree, messages) = tree(folder)
        #expect(messages == [])
        #expect(tree.leftovers == ["arenden/a/\(name)"])
        #expect(tree.matters[0].papers.isEmpty)
    }

    @Test("klubba's own files are never published, and no faults")
    func ownFiles() throws {
        let folder = try Folder([
            "content/beslutslogg.jsonl": "", "content/granskade.jsonl": "", "content/nycklar.txt": "",
            "content/adresser.yml": "---\ntitel: x\n", "content/forsegling/huvud": "", "content/.forseglat/x": "",
        ])
        let (tree, messages) = tree(folder)
        #expect(messages == [])
        #expect(tree.others.isEmpty && tree.leftovers.isEmpty)
    }

    @Test(
        "a name that Windows cannot have is told",
        arguments: [
            ("nul.md", "Windows kan inte ha en fil eller mapp som heter nul.md"),
            ("CON.pdf", "Windows kan inte ha en fil eller mapp som heter CON.pdf"),
            ("com1", "Windows kan inte ha en fil eller mapp som heter com1"),
            ("pm.md ", "Windows kan inte ha ett namn som slutar med punkt eller mellanslag"),
            ("pm.", "Windows kan inte ha ett namn som slutar med punkt eller mellanslag"),
            ("varför?.md", "Windows kan inte ha ? i ett namn"),
        ])
    func windows(name: String, reason: String) throws {
        let folder = try Folder(["content/dokument/\(name)": ""])
        #expect(
            tree(folder).messages == [
                "content/dokument/\(name):1:1: warning[K239]: \(reason). Byt namn, så att alla kan öppna mappen"
            ])
    }

    @Test("without content/ there is no site")
    func noContent() throws {
        let folder = try Folder()
        let (_, messages) = (
            0, ContentTree(root: folder.root + "/x", disk: .disk).diagnostics.map { $0.line(in: .swedish) }
        )
        #expect(
            messages == [
                "content:1:1: error[K014]: mappen content/ finns inte här. Gå till webbplatsens mapp, eller börja en ny med \"klubba init\""
            ])
    }

    @Test("a huge file, an unreadable one and one that is no text are named, and the others are read all the same")
    func unreadable() async throws {
        let folder = try Folder(["content/arenden/b.md": "---\ndnr: 2020:1\ntitel: B\n---\n"])
        try folder.put("a", at: "content/arenden/a.md")
        truncate(folder.root + "/content/arenden/a.md", 65 << 20)
        try folder.put([0x61, 0x0A, 0xE5], at: "content/sidor/latin.md")
        try folder.put("x", at: "content/sidor/låst.md")
        chmod(folder.root + "/content/sidor/låst.md", 0)
        var expected = [
            "content/arenden/a.md:1:1: error[K010]: filen är 65 MB. En Markdownfil får vara högst 64 MB. Lägg stora underlag som bilagor i ett annat format, till exempel PDF",
            "content/sidor/latin.md:2:1: error[K001]: filen är inte UTF-8 här. Spara den som UTF-8 i textredigeraren",
        ]
        if geteuid() != 0 {
            expected.append(
                "content/sidor/låst.md:1:1: error[K003]: filen kan inte läsas (behörighet saknas). Kontrollera behörigheten"
            )
        }
        #expect(try await folder.messages() == expected)
        #expect(await folder.read().matters.map(\.matter.title) == ["B"])
    }

    @Test("what is read does not depend on the number of files or on timing")
    func manyFiles() async throws {
        var files: [String: String] = [:]
        for number in 0..<300 {
            files["content/arenden/\(number).md"] = "---\ndnr: 2020:\(number)\ntitel: x\ntittel: y\n---\n"
        }
        let folder = try Folder(files)
        let (first, second) = (await folder.read(), await folder.read())
        #expect(first.matters.count == 300)
        #expect(first.matters.map(\.matter.file) == files.keys.sorted())
        #expect(first.diagnostics == second.diagnostics)
        #expect(first.diagnostics.count == 301)
    }
}
