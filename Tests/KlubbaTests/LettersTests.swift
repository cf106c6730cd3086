import Foundation
import Testing

@Suite("klubba letters")
struct LettersTests {
    static let book = """
        avsändare: Förbundskansliet <kansli@prov.example>
        ledamöter:
          Anna Ek: anna.ek@prov.example
          Åke Öst: {adress: "ake@prov.example", organ: [FS]}
        kallas-även:
          Förbundschefen: chef@prov.example
        mottagare:
          Uppsala kommun: [registrator@uppsala.example, diarium@uppsala.example]
          Akten: ingen
        anslag: webb@prov.example
        """

    static func site(_ more: [String: String] = [:]) throws -> Workplace {
        let files = [
            "klubba.yml": """
            organisation: Provförbundet
            adress: https://prov.example
            organ:
              - {kod: AU, namn: Arbetsutskottet, roll: beredande}
              - {kod: FS, namn: Förbundsstyrelsen, roll: beslutande}
            publicering:
              ledamöter: {till: "mapp:../inne", kontroll: "https://inne.prov.example"}
            """,
            "content/adresser.yml": book,
            "content/arenden/2020-1/arende.md": matter(
                "dnr: 2020:1\ntitel: Lokaler på Ön\nfs: 2020-09-18\nbilagor: [{titel: Ritning, fil: ritning.md}]",
                "## Förslag till beslut\n\nFörbundsstyrelsen föreslås besluta\n\n- **att** hyra *lokalen*\n"),
            "content/arenden/2020-1/ritning.md": "Ritning.\n",
            "content/arenden/2020-2.md": matter(
                "dnr: 2020:2\ntitel: KANARIELEDAMOT\nfs: 2020-09-18\nsynlighet: ledamöter"),
            "content/arenden/2020-3.md": matter(
                "dnr: 2020:3\ntitel: KANARIESEKRET\nfs: 2020-09-18\nsynlighet: sekretess"),
            "content/moten/fs-2020-09-18.md":
                "---\nkallelse: 2020-09-11\ntid: 13.00–16.00\nplats: Kansliet på Ön\ndagordning: [Mötets öppnande, \"2020:1\", Övriga frågor]\n---\n",
        ]
        return try Workplace(files.merging(more) { $1 })
    }

    static let record = """
        ---
        ordförande: Anna Ek
        närvarande: [Anna Ek]
        justerare: [Åke Öst]
        justerat: 2020-09-25
        anslaget: 2020-09-26
        ---

        ## § 1 2020:1

        Beslut: bifall

        ### Beslutet skickas till
        - Uppsala kommun
        - Okända bolaget
        - Akten

        ## § 2 2020:2

        Beslut: bifall

        ### Beslutet skickas till
        - Uppsala kommun

        ## § 3 2020:3

        Beslut: bifall

        ### Beslutet skickas till
        - KANARIEMOTTAGARE
        """

    static func letters(_ site: Workplace, _ today: String, _ words: String...) throws -> Program.Result {
        try site.run(["letters", "fs-2020-09-18", "--no-pdf", "--today", today] + words)
    }

    /// What an email package of another language reads in a letter.
    static func parsed(_ site: Workplace, _ path: String) throws -> (head: [String: String], text: String) {
        let script = """
            import email, email.policy, sys
            m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
            assert not m.defects and all(not p.defects for p in m.walk()), [p.defects for p in m.walk()]
            for k, v in m.items(): print(f'{k}: {v}')
            print()
            print(m.get_body(('plain',)).get_content())
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-X", "utf8", "-c", script, site.root.path + "/" + path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let end = try #require(said.firstRange(of: "\n\n"))
        var head: [String: String] = [:]
        for line in said[..<end.lowerBound].split(separator: "\n") {
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
            head[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        return (head, String(said[end.upperBound...]))
    }

    @Test("the kallelse: a draft to all who are called, with links into their edition, as another program reads it")
    func summons() throws {
        let site = try Self.site()
        let done = try Self.letters(site, "2020-09-12")
        #expect(done.status == 0, "\(done.err)")
        #expect(
            done.out
                == "kallelse.eml: Kallelse: Förbundsstyrelsen 18 september 2020 → anna.ek@prov.example, ake@prov.example, chef@prov.example\n"
        )
        #expect(done.err.hasSuffix("Skrev 1 brev i brev/fs-2020-09-18. Öppna dem i e-postprogrammet.\n"))
        let (head, text) = try Self.parsed(site, "brev/fs-2020-09-18/kallelse.eml")
        #expect(head["Subject"] == "Kallelse: Förbundsstyrelsen 18 september 2020")
        #expect(head["From"] == "Förbundskansliet <kansli@prov.example>")
        #expect(
            head["To"]
                == "Anna Ek <anna.ek@prov.example>, Åke Öst <ake@prov.example>, Förbundschefen <chef@prov.example>")
        #expect(head["X-Unsent"] == "1" && head["Date"] == "Sat, 12 Sep 2020 12:00:00 +0000")
        #expect(
            text.hasPrefix(
                """
                Kallelse: Förbundsstyrelsen 18 september 2020

                Tid: fredag 18 september 2020, 13.00–16.00
                Plats: Kansliet på Ön

                Alla handlingar: https://inne.prov.example/moten/fs-2020-09-18/

                Föredragningslista

                1. Mötets öppnande
                2. 2020:1 Lokaler på Ön <https://inne.prov.example/arenden/2020-1/>
                """), "\(text)")
        #expect(text.contains("Ritning <https://inne.prov.example/arenden/2020-1/ritning/>"))
        #expect(text.contains("KANARIELEDAMOT <https://inne.prov.example/arenden/2020-2/>"))
        let first = try site.tree("brev")
        _ = try Self.letters(site, "2020-09-12")
        #expect(try site.tree("brev") == first)
        let mode = try FileManager.default.attributesOfItem(atPath: site.root.path + "/brev/fs-2020-09-18/kallelse.eml")
        #expect(mode[.posixPermissions] as? Int == 0o600)
        #expect(try site.read("brev/.gitignore") == "*\n")
    }

    @Test("after the kallelse was sealed the letter begins with what has changed")
    func changed() throws {
        let site = try Self.site()
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-11").status == 0)
        try site.write("content/arenden/2020-1/offert.md", "Offert.\n")
        let done = try Self.letters(site, "2020-09-14")
        #expect(
            done.out.contains("kallelse.eml: Ändrade handlingar: Förbundsstyrelsen 18 september 2020"), "\(done.err)")
        let text = try Self.parsed(site, "brev/fs-2020-09-18/kallelse.eml").text
        let news = try #require(text.firstRange(of: "Ändrat sedan kallelsen"))
        #expect(text[news.upperBound...].contains("Offert <https://inne.prov.example/arenden/2020-1/offert/>"))
        #expect(try #require(text.firstRange(of: "Föredragningslista")).lowerBound > news.lowerBound)
    }

    @Test(
        "after the record: each § to each whom it is sent to, and the notice's text; what is missing is told and named")
    func extracts() throws {
        let site = try Self.site(["content/moten/fs-2020-09-18.protokoll.md": Self.record])
        let done = try Self.letters(site, "2020-10-01")
        #expect(
            done.out == """
                utdrag-1-uppsala-kommun.eml: Protokollsutdrag § 1, Förbundsstyrelsen 18 september 2020: Lokaler på Ön → registrator@uppsala.example, diarium@uppsala.example
                utdrag-1-okanda-bolaget.eml: Protokollsutdrag § 1, Förbundsstyrelsen 18 september 2020: Lokaler på Ön → ingen mottagare
                anslag.eml: Anslagstavla: protokoll, Förbundsstyrelsen 18 september 2020 → webb@prov.example

                """, "\(done.err)")
        let file = "content/moten/fs-2020-09-18.protokoll.md"
        #expect(
            done.err.contains(
                "\(file):9:1: warning[K413]: Okända bolaget, som § 1 skickas till, har ingen adress under mottagare i content/adresser.yml. Brevet skrevs utan mottagare. Lägg till adressen, eller \"Okända bolaget: ingen\"\n"
            ), "\(done.err)")
        #expect(
            done.err.contains(
                "\(file):18:1: warning[K419]: § 2 får Uppsala kommun inte läsa, så inget brev skrevs. Skicka beslutet på annat sätt, eller skriv \"läser: ledamöter\" om mottagaren får se det som ledamöter ser\n"
            ), "\(done.err)")
        let (head, text) = try Self.parsed(site, "brev/fs-2020-09-18/utdrag-1-uppsala-kommun.eml")
        #expect(head["Subject"] == "Protokollsutdrag § 1, Förbundsstyrelsen 18 september 2020: Lokaler på Ön")
        #expect(text.contains("Beslut: Bifall\n") && text.contains("1. att hyra lokalen\n"), "\(text)")
        #expect(text.contains("Utdraget på webben: https://prov.example/moten/fs-2020-09-18/protokoll/1/\n"))
        #expect(try Self.parsed(site, "brev/fs-2020-09-18/utdrag-1-okanda-bolaget.eml").head["To"] == nil)
        let notice = try Self.parsed(site, "brev/fs-2020-09-18/anslag.eml").text
        #expect(
            notice.contains("TILLKÄNNAGIVANDE\n") && notice.contains("Sista dag att överklaga: 19 oktober 2020\n"),
            "\(notice)")
    }

    @Test("a § that is not approved is sent to nobody; a letter that there is none of any more is taken away")
    func notApproved() throws {
        let path = "content/moten/fs-2020-09-18.protokoll.md"
        let site = try Self.site([path: Self.record])
        _ = try Self.letters(site, "2020-10-01")
        try site.write(path, Self.record.replacing("justerat: 2020-09-25\nanslaget: 2020-09-26\n", with: ""))
        let done = try Self.letters(site, "2020-10-01")
        #expect(done.out == "")
        #expect(
            done.err.contains(
                "\(path):7:1: warning[K418]: § 1 är inte justerad, så inget brev skrevs om den. Kör klubba letters igen när den är det\n"
            ), "\(done.err)")
        #expect(done.err.contains("anslag.eml togs bort: det brevet blir inte till längre.\n"))
        #expect(try site.tree("brev/fs-2020-09-18").isEmpty)
    }

    @Test("what somebody may not see is in no byte of a letter to them")
    func canaries() throws {
        let site = try Self.site([
            "content/moten/fs-2020-09-18.protokoll.md": Self.record,
            "content/arenden/utkast.md": matter("dnr: 2020:4\ntitel: KANARIEUTKAST\nfs: 2020-09-18\nsynlighet: utkast"),
            "content/arenden/senare.md": matter(
                "dnr: 2020:5\ntitel: KANARIESENARE\nfs: 2020-09-18\npubliceras: 2020-12-01"),
            "content/arenden/2020-1/dold.md": "---\ntitel: KANARIEBILAGA\nsynlighet: ledamöter\n---\nKANARIETEXT\n",
        ])
        let done = try Self.letters(site, "2020-10-01", "--kind", "kallelse", "--kind", "utdrag", "--kind", "anslag")
        #expect(done.status == 0, "\(done.err)")
        for (name, bytes) in try site.tree("brev/fs-2020-09-18") {
            let whole = try Self.whole(site, "brev/fs-2020-09-18/" + name)
            #expect(!bytes.isEmpty)
            for canary in ["KANARIESEKRET", "KANARIEUTKAST", "KANARIESENARE", "KANARIEMOTTAGARE"] {
                #expect(!whole.contains(canary), "\(canary) in \(name)")
            }
            guard name != "kallelse.eml" else {
                #expect(whole.contains("KANARIELEDAMOT") && whole.contains("KANARIEBILAGA"))
                continue
            }
            for canary in ["KANARIELEDAMOT", "KANARIEBILAGA", "KANARIETEXT", "inne.prov.example"] {
                #expect(!whole.contains(canary), "\(canary) in \(name)")
            }
        }
        // Somebody who may read what members read gets it, and is told so by the secretary's own words.
        try site.write(
            "content/adresser.yml",
            Self.book.replacing(
                "[registrator@uppsala.example, diarium@uppsala.example]",
                with: "{adress: r@uppsala.example, läser: ledamöter}"))
        _ = try Self.letters(site, "2020-10-01")
        #expect(try Self.whole(site, "brev/fs-2020-09-18/utdrag-2-uppsala-kommun.eml").contains("KANARIELEDAMOT"))
        #expect(!(try Self.whole(site, "brev/fs-2020-09-18/utdrag-1-uppsala-kommun.eml").contains("KANARIELEDAMOT")))
    }

    /// Every text of a letter, decoded, with its head.
    static func whole(_ site: Workplace, _ path: String) throws -> String {
        let raw = try site.read(path)
        let script = """
            import email, email.policy, sys
            m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
            print(m.items())
            for p in m.walk():
                if p.get_content_maintype() == 'text': print(p.get_content())
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-X", "utf8", "-c", script, site.root.path + "/" + path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return raw + said
    }

    @Test("the address book is read strictly, with file and line, and with an error nothing is written")
    func strict() throws {
        let site = try Self.site([
            "content/adresser.yml": """
            avsändare: kansli
            ledamötter:
              Anna Ek: anna@prov.example
            mottagare:
              Uppsala kommun: {adress: "reg@uppsala", läser: allt, adres: x}
              Region: "x@y.se, å@y.se"
            """
        ])
        let done = try Self.letters(site, "2020-09-12")
        #expect(done.status == 1 && done.out == "")
        #expect(
            done.err == """
                content/adresser.yml:1:12: error[K410]: "kansli" är ingen e-postadress. Skriv som namn@example.se, utan å, ä och ö; flera med komma emellan, eller ingen
                content/adresser.yml:2:1: warning[K025]: okänd nyckel "ledamötter". Menade du "ledamöter"?
                content/adresser.yml:5:50: error[K035]: "allt" är inget känt värde för "läser". Välj "offentlig" eller "ledamöter"
                content/adresser.yml:5:56: warning[K025]: okänd nyckel "adres". Menade du "adress"?
                content/adresser.yml:6:19: error[K410]: "å@y.se" är ingen e-postadress. Skriv som namn@example.se, utan å, ä och ö; flera med komma emellan, eller ingen
                Inga brev skrevs. Rätta felen först.

                """, "\(done.err)")
        #expect(!site.exists("brev"))
        try site.remove("content/adresser.yml")
        let without = try Self.letters(site, "2020-09-12")
        #expect(
            without.err.contains(
                "content/adresser.yml:1:1: warning[K411]: filen finns inte, så breven har inga adresser. Skriv den: avsändare, ledamöter, mottagare och anslag\n"
            ), "\(without.err)")
        #expect(
            without.err.contains(
                "warning[K416]: ingen av Förbundsstyrelsens ledamöter har en adress, så kallelsen skrevs utan mottagare. Lägg till dem under ledamöter\n"
            ))
        #expect(try Self.letters(site, "2020-09-12", "--strict").status == 1)
    }

    @Test("with a register by name: those in office that day, each who lacks an address named, strangers told")
    func roster() throws {
        let site = try Self.site([
            "klubba.yml": """
            organisation: Provförbundet
            adress: https://prov.example
            organ:
              - kod: FS
                namn: Förbundsstyrelsen
                roll: beslutande
                ledamöter:
                  - {namn: Anna Ek}
                  - {namn: Åsa Berg}
                  - {namn: Gamle Man, till: 2019-12-31}
            """,
            "content/adresser.yml": """
            ledamöter:
              Anna Ek: anna@prov.example
              Åsa Bergh: asa@prov.example
              Gamle Man: gamle@prov.example
            """,
        ])
        let done = try Self.letters(site, "2020-09-12")
        #expect(done.out.hasSuffix("→ anna@prov.example\n"), "\(done.out)")
        for line in [
            "content/adresser.yml:1:1: warning[K412]: avsändare saknas, så breven har ingen avsändare. Lägg till avsändare: Kansliet <kansli@example.se>",
            "content/adresser.yml:1:1: warning[K414]: Åsa Berg har ingen adress under ledamöter i content/adresser.yml och får ingen kallelse. Menade du \"Åsa Bergh\"? Lägg till adressen, eller \"Åsa Berg: ingen\"",
            "content/adresser.yml:3:3: warning[K415]: Åsa Bergh står inte som ledamot i klubba.yml och får inga brev. Menade du \"Åsa Berg\"? Rätta namnet, ta bort raden, eller flytta den till kallas-även",
            "klubba.yml:1:1: warning[K417]: var ledamöterna läser sin utgåva står inte, så brevet länkar bara till det som är offentligt. Lägg till kontroll under publicering: ledamöter",
        ] {
            #expect(done.err.contains(line + "\n"), "\(line)\n---\n\(done.err)")
        }
        let text = try Self.parsed(site, "brev/fs-2020-09-18/kallelse.eml").text
        #expect(text.contains("https://prov.example/arenden/2020-1/") && !text.contains("arenden/2020-2/"))
    }

    @Test("the address book is in no edition, and no error")
    func neverPublished() throws {
        let site = try Self.site()
        try site.build()
        try site.build("--audience", "members", "--output", "../\(site.root.lastPathComponent)-inne")
        let members = site.root.path + "-inne"
        defer { try? FileManager.default.removeItem(atPath: members) }
        for tree in [try site.tree("public"), try Tree.files(URL(fileURLWithPath: members))] {
            #expect(!tree.isEmpty)
            for (name, bytes) in tree {
                #expect(!name.contains("adresser"))
                for word in ["anna.ek@", "ake@", "chef@", "kansli@", "webb@", "uppsala.example", "Förbundschefen"] {
                    #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
                }
            }
        }
    }

    @Test("--send asks first, hands each letter to sendmail once, and notes it; --dry-run writes nothing")
    func sending() throws {
        let site = try Self.site()
        #expect(try Self.letters(site, "2020-09-12", "--dry-run").err.hasSuffix("1 brev. Inget skrevs.\n"))
        #expect(!site.exists("brev"))
        let tools = try Workplace(["sendmail": "#!/bin/sh\nprintf '%s ' \"$@\" >> \"$0.log\"\ncat >> \"$0.log\"\n"])
        let program = tools.root.path + "/sendmail"
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        func send(_ words: String...) throws -> Program.Result {
            try Program.run(
                ["letters", "fs-2020-09-18", "--no-pdf", "--today", "2020-09-12", "--send"] + words, in: site.root,
                environment: ["KLUBBA_SENDMAIL": program])
        }
        let unanswered = try send()
        #expect(
            unanswered.status == 1 && unanswered.err.hasSuffix("Skicka 1 brev? Skriv ja:\nInget skickades.\n"),
            "\(unanswered.err)")
        #expect(!tools.exists("sendmail.log"))
        #expect(try send("--force").err.hasSuffix("Skickade 1 brev.\n"))
        let sent = try tools.read("sendmail.log")
        #expect(sent.hasPrefix("-i -t From: ") && !sent.contains("X-Unsent") && !sent.contains("\r"))
        #expect(
            try site.read(".klubba/skickat.jsonl").contains(
                "\"till\":[\"anna.ek@prov.example\",\"ake@prov.example\",\"chef@prov.example\"]"))
        #expect(
            try send().err.contains("kallelse.eml har skickats förut, precis så, och skickas inte igen (--force).\n"))
        let none = try Program.run(
            ["letters", "fs-2020-09-18", "--no-pdf", "--today", "2020-09-12", "--send"], in: site.root,
            environment: ["KLUBBA_SENDMAIL": ""])
        #expect(none.status == 3 && none.err.contains("Programmet sendmail finns inte här"))
    }

    @Test("letters go to no folder that is published or holds the content")
    func folders() throws {
        let site = try Self.site()
        try site.build()
        for folder in ["public/brev", "content/brev", "."] {
            let refused = try Self.letters(site, "2020-09-12", "--output", folder)
            #expect(refused.status == 2, "\(folder): \(refused.err)")
        }
        #expect(try Self.letters(site, "2020-09-12", "--output", "../\(site.root.lastPathComponent)-brev").status == 0)
        try? FileManager.default.removeItem(atPath: site.root.path + "-brev")
    }
}
