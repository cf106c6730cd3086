import Meetings
import Synchronization
import Testing

@testable import Content

@Suite("klubba.yml")
struct ProfileTests {
    private func read(_ yaml: String?) async throws -> (profile: SiteProfile, messages: [String]) {
        let folder = try Folder(yaml.map { ["klubba.yml": $0] } ?? [:])
        let sources = await folder.read()
        return (sources.profile, sources.diagnostics.sorted().map { $0.line(in: .swedish) })
    }

    @Test("all of it")
    func full() async throws {
        let (profile, messages) = try await read(
            """
            ---
            organisation: Samordningsförbundet Exempellänet
            adress: https://handlingar.example.se/       # publiceras här
            språk: en
            tidszon: Europe/Stockholm
            organ:
              - kod: AU
                namn: Arbetsutskottet
                roll: beredande
              - kod: FS
                namn: Förbundsstyrelsen
                roll: beslutande
              - {kod: Råd}
            anslag:
              tillkännage-inom-dagar: 3
              överklagandetid-dagar: 22
              förvaras: Förbundskansliet
              överklagan: sidor/overklaga.md
            personuppgifter:
              personnummer: varna
              e-post: tillåt
              telefon: stoppa
            """)
        #expect(messages == [])
        #expect(profile.organisation == "Samordningsförbundet Exempellänet")
        #expect(profile.address == "https://handlingar.example.se")
        #expect(profile.language == .english)
        #expect(profile.timeZone == "Europe/Stockholm")
        #expect(
            profile.bodies.map { "\($0.code) \($0.code.slug) \($0.name) \($0.role)" } == [
                "AU au Arbetsutskottet preparing", "FS fs Förbundsstyrelsen deciding", "Råd rad Råd deciding",
            ])
        #expect(profile.noticeRules.daysToPost == 3)
        #expect(profile.noticeRules.appealDays == 22)
        #expect(profile.noticeRules.keptAt == "Förbundskansliet")
        #expect(profile.noticeRules.appealPage == "sidor/overklaga.md")
        #expect(profile.personalData.identityNumber == .warn)
        #expect(profile.personalData.email == .allow)
        #expect(profile.personalData.phone == .stop)
    }

    @Test("a key given twice hides nothing of what else is wrong")
    func twice() async throws {
        let (profile, messages) = try await read(
            "organisation: Ett\nspråk: de\nanslag:\n  förvaras: Kansliet\nanslag:\n  förvaras: Arkivet\n  okänt: x\nfoo: y\n"
        )
        #expect(profile.organisation == "Ett")
        #expect(profile.noticeRules.keptAt == "Kansliet")
        let codes = messages.map { String($0.split(separator: "[")[1].prefix(4)) }
        #expect(messages.map { $0.split(separator: ":")[1] } == ["2", "5", "8"], "\(messages)")
        #expect(codes.contains("K024"), "\(messages)")
    }

    @Test(
        "a template's name may have a comment behind it; a file of the output and a number of members say what they are"
    )
    func wrongValues() async throws {
        #expect(try await read("organisation: x\nmall: mall.docx       # brevhuvudet\n").messages == [])
        let (_, messages) = try await read(
            "organisation: x\norgan:\n  - {kod: FS, ledamöter: många}\negna-filer: [../x]\n")
        #expect(messages.map { String($0.split(separator: "[")[1].prefix(4)) } == ["K467", "K466"], "\(messages)")
    }

    @Test("without it, AU and FS and a warning")
    func missing() async throws {
        let (profile, messages) = try await read(nil)
        #expect(
            messages == [
                "klubba.yml:1:1: warning[K040]: klubba.yml saknas. Organen AU och FS används, och webbplatsen får inget namn. Lägg klubba.yml i webbplatsens rot"
            ])
        #expect(profile.bodies.map { "\($0.code) \($0.role)" } == ["AU preparing", "FS deciding"])
        #expect(profile.language == .swedish)
        #expect(profile.noticeRules == NoticeRules())
        #expect(profile.personalData == PersonalDataRules())
    }

    @Test(
        "anything but keys and values is an error",
        arguments: ["- organisation: x\n- organ: y\n", "bara text", "[a, b]"])
    func notAMap(yaml: String) async throws {
        #expect(
            try await read(yaml).messages == [
                "klubba.yml:1:1: error[K041]: klubba.yml ska bestå av nycklar och värden, som \"organisation: Förbundets namn\""
            ])
    }

    @Test("an empty file says what is missing")
    func empty() async throws {
        #expect(
            try await read("").messages == [
                "klubba.yml:1:1: warning[K042]: \"organisation\" saknas i klubba.yml. Lägg till den"
            ])
    }

    @Test("every bad value is told at its place, all in one run")
    func badValues() async throws {
        let (profile, messages) = try await read(
            """
            organisation: x
            adress: www.example.se
            språk: norska
            tidszon: Europe/Grönköping
            organ:
              - namn: Utan kod
              - {kod: FS, roll: bestämmande}
              - {kod: fs}
              - {kod: titel}
              - KS
            anslag:
              tillkännage-inom-dagar: två
              överklagandetid-dagar: -1
            personuppgifter: stoppa
            organisatoin: y
            """)
        #expect(
            messages == [
                "klubba.yml:2:9: error[K046]: \"www.example.se\" är ingen webbadress. Skriv som https://handlingar.example.se",
                "klubba.yml:3:8: error[K035]: \"norska\" är inget känt värde för \"språk\". Välj \"sv\" eller \"en\"",
                "klubba.yml:4:10: error[K045]: tidszonen \"Europe/Grönköping\" är okänd. Skriv som Europe/Stockholm",
                "klubba.yml:6:5: error[K043]: organet saknar kod. Skriv som \"kod: FS\"",
                "klubba.yml:7:21: error[K035]: \"bestämmande\" är inget känt värde för \"roll\". Välj \"beredande\" eller \"beslutande\"",
                "klubba.yml:8:11: error[K044]: koden \"fs\" kan inte användas: den finns redan, eller är en nyckel med annan betydelse. Välj en annan",
                "klubba.yml:9:11: error[K044]: koden \"titel\" kan inte användas: den finns redan, eller är en nyckel med annan betydelse. Välj en annan",
                "klubba.yml:10:5: error[K028]: \"organ\" ska skrivas med nycklar, som \"- kod: FS\"",
                "klubba.yml:12:27: error[K047]: \"två\" är inget antal dagar. Skriv ett helt tal, som 21",
                "klubba.yml:13:26: error[K047]: \"-1\" är inget antal dagar. Skriv ett helt tal, som 21",
                "klubba.yml:14:18: error[K028]: \"personuppgifter\" ska skrivas med nycklar, som \"e-post: varna\"",
                "klubba.yml:15:1: warning[K025]: okänd nyckel \"organisatoin\". Menade du \"organisation\"?",
            ])
        #expect(profile.bodies.map(\.code.text) == ["FS"])
        #expect(profile.address == nil)
    }

    @Test("is read once: the site is what it said then, whatever is saved meanwhile")
    func readOnce() async throws {
        let folder = try Folder(["klubba.yml": "organisation: Förbundet"])
        let reads = Mutex(0)
        var disk = FileSystem.disk
        disk.read = { [read = disk.read] path, limit throws(FileFailure) in
            if path.hasSuffix("/klubba.yml") { reads.withLock { $0 += 1 } }
            return try read(path, limit)
        }
        let reader = SiteReader(root: folder.root, disk: disk) { _ in today }
        let settings = reader.settings()
        try folder.put("organisation: Ett annat", at: "klubba.yml")
        #expect(await reader.read(settings).profile.organisation == "Förbundet")
        #expect(settings.bytes == Array("organisation: Förbundet".utf8))
        #expect(reads.withLock { $0 } == 1)
    }

    @Test("a disk that fails once is told of, though the file could be read the next time")
    func failsOnce() throws {
        let folder = try Folder(["klubba.yml": "organisation: Förbundet"])
        let reads = Mutex(0)
        var disk = FileSystem.disk
        disk.read = { [read = disk.read] path, limit throws(FileFailure) in
            let isFirst = reads.withLock { count in
                count += 1
                return count == 1
            }
            if isFirst { throw .system(errno: 5) }
            return try read(path, limit)
        }
        let settings = SiteReader(root: folder.root, disk: disk) { _ in today }.settings()
        #expect(
            settings.diagnostics.map { $0.line(in: .swedish) } == [
                "klubba.yml:1:1: error[K003]: filen kan inte läsas (disken svarar med fel). Kontrollera behörigheten"
            ])
    }
}
