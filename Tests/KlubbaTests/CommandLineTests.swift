import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
    private let good = [
        "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18"),
        "content/moten/fs-2020-09-18.md": "---\ntid: 13.00\n---\n",
    ]

    @Test("a site without faults is built, with status 0 and a last line that says what was done")
    func build() throws {
        let site = try Workplace(good)
        let result = try site.build("--no-search")
        #expect(result.out == "")
        #expect(result.err.hasPrefix("Byggde "))
        #expect(result.err.contains(#/ i public/ på \d+,\d+ s: /#))
        #expect(result.err.hasSuffix(" 0 oförändrade, 0 borttagna. 1 ärende och 1 möte: 0 fel, 0 varningar.\n"))
        #expect(site.exists("public/arenden/2020-1/index.html"))
    }

    @Test("an error stops the build with status 1 and leaves the last good site untouched")
    func contentError() throws {
        let site = try Workplace(good)
        try site.build()
        let before = try site.tree("public")
        try site.write("content/arenden/2020-2.md", matter("dnr: 2020:2\ntitel: Fel\nfs: 2020-02-30"))
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err == """
                content/arenden/2020-2.md:4:5: error[K030]: det finns ingen dag "2020-02-30". Rätta datumet
                Inget byggdes. 2 ärenden och 1 möte: 1 fel, 0 varningar.

                """)
        #expect(try site.tree("public") == before)
    }

    @Test("all problems come in one run, sorted by file and line")
    func allProblems() throws {
        var files = good
        files["content/arenden/b.md"] = matter("dnr: 2020:3\ntitel: B\nfs: igår\nbelopp: mycket")
        files["content/arenden/a.md"] = matter("dnr: 2020:2\ntitel: A\nhandlägare: NN")
        let site = try Workplace(files)
        let result = try site.run("check", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(
            result.err == """
                content/arenden/a.md:4:1: warning[K025]: okänd nyckel "handlägare". Menade du "handläggare"?
                content/arenden/b.md:4:5: error[K031]: "igår" kan inte läsas som ett datum. Skriv som 2020-09-18
                content/arenden/b.md:5:9: error[K032]: "mycket" kan inte läsas som ett belopp. Skriv som 1 050 000 kr
                3 ärenden och 1 möte: 2 fel, 1 varning.

                """)
    }

    @Test("warnings are allowed, but not with --strict")
    func strict() throws {
        var files = good
        files["content/arenden/2020-2.md"] = matter("titel: Utan nummer")
        let site = try Workplace(files)
        #expect(try site.run("check").status == 0)
        #expect(try site.run("check", "--strict").status == 1)
        #expect(try site.run("build", "--strict").status == 1)
        #expect(!site.exists("public"))
        #expect(try site.run("build").status == 0)
    }

    @Test("--format json prints an array on standard output")
    func json() throws {
        var files = good
        files["content/arenden/2020-2.md"] = matter("dnr: 2020:2\ntitel: \"Rad \\\"ett\\\"\"\nfs: \"18 \\\"sept\"")
        let site = try Workplace(files)
        let result = try site.run("check", "--format", "json", "--today", "2020-10-01")
        #expect(result.status == 1)
        let parsed = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]]
        let object = try #require(parsed?.first)
        #expect(parsed?.count == 1)
        #expect(Set(object.keys) == ["file", "line", "column", "severity", "code", "text"])
        #expect(object["file"] as? String == "content/arenden/2020-2.md")
        #expect(object["line"] as? Int == 4)
        #expect(object["column"] as? Int == 5)
        #expect(object["severity"] as? String == "error")
        #expect(object["code"] as? String == "K031")
        #expect((object["text"] as? String)?.contains("\"18 \"sept\"") == true)
        let fine = try Workplace(good).run("build", "--format", "json", "--today", "2020-10-01")
        #expect(fine.out == "[]\n")
    }

    @Test("with språk: en the messages are in English")
    func english() throws {
        var files = good
        files["klubba.yml"] = "organisation: Förbundet\nspråk: en\n"
        files["content/arenden/2020-2.md"] = matter("dnr: 2020:2\ntitel: Fel\nfs: 2020-02-30")
        let result = try Workplace(files).run("check", "--today", "2020-10-01")
        #expect(
            result.err == """
                content/arenden/2020-2.md:4:5: error[K030]: there is no day "2020-02-30". Correct the date
                2 matters and 1 meeting: 1 error, 0 warnings.

                """)
    }

    @Test(
        "a command that is not understood is a usage error, in Swedish",
        arguments: [
            (["bygg"], "Fel: Oväntat argument 'bygg'"), (["build", "--utdata", "x"], "Fel: Okänt val '--utdata'"),
            (["build", "--audience", "alla"], "Fel: Värdet 'alla' går inte att använda för '--audience <läsare>'"),
            (["build", "--today", "2020-02-30"], "Fel: Det finns ingen dag 2020-02-30. Skriv som --today 2020-09-18."),
            (["build", "--today", "snart"], "Fel: snart är inget datum. Skriv som --today 2020-09-18."),
            (["check", "--site", "finns-inte"], "Fel: Mappen finns-inte finns inte."),
            (["new", "mote", "xx-2020-09-18"], "Fel: xx-2020-09-18 är inget möte."),
            (["init"], "Fel: Det saknas ett argument: '<mapp>'"),
        ])
    func usage(arguments: [String], message: String) throws {
        let site = try Workplace(good)
        let result = try site.run(arguments)
        #expect(result.status == 2)
        #expect(result.err.hasPrefix(message), "\(result.err)")
        #expect(result.out == "")
    }

    @Test("--output inside content/, over the site, or the members' site over the public one is refused")
    func outputs() throws {
        let site = try Workplace(good)
        for arguments in [
            ["--output", "content/ut"], ["--output", "content"], ["--output", "."], ["--output", ".."],
            ["--output", "/"], ["--output", "theme/x"], ["--output", "ut/../content/x"],
            ["--audience", "members"], ["--audience", "members", "--output", "public"],
        ] {
            let result = try Program.run(["build"] + arguments, in: site.root)
            #expect(result.status == 2, "\(arguments)")
            #expect(result.err.hasPrefix("Fel: "), "\(result.err)")
        }
        #expect(!site.exists("public") && !site.exists("content/ut"))
    }

    @Test("a folder that cannot be made is a machine failure with status 3")
    func machine() throws {
        let site = try Workplace(good)
        try site.write("upptagen", "en fil")
        let result = try site.run("build", "--output", "upptagen/ut")
        #expect(result.status == 3)
        #expect(result.err.contains("upptagen"))
        #expect(try site.read("upptagen") == "en fil")
    }

    @Test("a file that klubba did not write is never written over")
    func foreign() throws {
        let site = try Workplace(good)
        try site.write("public/robots.txt", "min egen")
        try site.write("public/egen.txt", "också min")
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 1)
        #expect(result.err.contains("robots.txt:1:1: error[K110]: här ligger en fil som klubba inte har skrivit"))
        #expect(try site.tree("public").count == 2)
        try site.remove("public/robots.txt")
        try site.build()
        #expect(try site.read("public/egen.txt") == "också min")
    }

    @Test("help, version and shell completions are there")
    func help() throws {
        let site = try Workplace()
        let help = try site.run("--help")
        #expect(help.status == 0)
        #expect(help.out.contains("KOMMANDON:") && help.out.contains("  build                   Bygg webbplatsen."))
        for command in ["init", "new", "check", "build"] {
            let own = try site.run(command, "--help")
            #expect(own.status == 0 && own.out.contains("ANVÄNDNING: klubba \(command)"), "\(own.out)")
        }
        #expect(try site.run("--version").out.contains("."))
        for shell in ["bash", "zsh", "fish"] {
            let script = try site.run("--generate-completion-script", shell)
            #expect(script.status == 0 && script.out.contains("klubba") && script.out.contains("audience"))
        }
    }

    @Test("klubba init makes a site that builds without a warning, and never twice in one folder")
    func initialise() throws {
        let place = try Workplace()
        let result = try place.run("init", "nytt")
        #expect(result.status == 0, "\(result.err)")
        let site = place.root.appendingPathComponent("nytt")
        let built = try Program.run("build", "--strict", in: site)
        #expect(built.status == 0, "\(built.err)")
        #expect(place.exists("nytt/public/index.html"))
        let again = try place.run("init", "nytt")
        #expect(again.status == 2)
        #expect(again.err.hasPrefix("Fel: I nytt finns redan en webbplats."))
    }

    @Test(
        "on a terminal klubba init asks for names and the next meeting, which is on no holiday; return takes what is usual"
    )
    func questions() throws {
        let place = try Workplace()
        let terminal = Process()
        terminal.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        terminal.arguments = ["-qec", "\(Program.location.path) init nytt", "/dev/null"]
        terminal.currentDirectoryURL = place.root
        terminal.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "1798761600"]) { $1 }
        let (input, output) = (Pipe(), Pipe())
        (terminal.standardInput, terminal.standardOutput) = (input, output)
        try terminal.run()
        input.fileHandleForWriting.write(Data("Åsens förbund: prov\nStyrelsen\n\n2027-05-01\n".utf8))
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        terminal.waitUntilExit()
        #expect(said.contains("Vad heter ni? [Samordningsförbundet Exempel]"), "\(said)")
        #expect(said.contains("2027-05-01 är en helgdag. Exempelmötet läggs 2027-05-03."), "\(said)")
        #expect(said.contains("Öppna skrivbordet:       klubba desk --site nytt"))
        let profile = try place.read("nytt/klubba.yml")
        #expect(profile.hasPrefix("organisation: \"Åsens förbund: prov\"\n") && profile.contains("namn: Styrelsen\n"))
        #expect(profile.contains("namn: Arbetsutskottet\n") && place.exists("nytt/content/moten/fs-2027-05-03.md"))
    }

    @Test("klubba new takes the next dnr and the next bilaga number")
    func new() throws {
        var files = good
        files["content/arenden/2020-1.md"] = matter("dnr: 2020:41\ntitel: Lokaler\nfs: 2020-10-23\nbilaga: 3")
        let site = try Workplace(files)
        let matter = try site.run("new", "arende", "Ny: insats", "--mote", "fs-2020-10-23", "--today", "2020-10-01")
        #expect(matter.out == "content/arenden/2020-42/arende.md\n", "\(matter.err)")
        let text = try site.read("content/arenden/2020-42/arende.md")
        #expect(text.hasPrefix("---\ndnr: 2020:42\ntitel: \"Ny: insats\"\nfs: 2020-10-23\nbilaga: 4\n"))
        let meeting = try site.run("new", "mote", "FS 201023", "--today", "2020-10-01")
        #expect(meeting.out == "content/moten/fs-2020-10-23.md\n", "\(meeting.err)")
        #expect(
            try site.read("content/moten/fs-2020-10-23.md").contains("  - 2020:41\n  - 2020:42\n  - Övriga frågor\n"))
        // What is still to be filled in is a warning.
        #expect(try site.build().err.contains(":11: warning[K223]: \"- **att** …\" är inte ifyllt"))
        let twice = try site.run("new", "mote", "fs-2020-10-23")
        #expect(twice.status == 2 && twice.err.contains("finns redan"))
    }

    @Test(
        "what shells and other programs read of the help is left in its own words", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let script = try Workplace().run("--generate-completion-script", shell)
        #expect(script.status == 0 && script.out.contains("letters"))
        #expect(!script.out.contains("; och return") && !script.out.contains("flag eller an option"))
        if shell == "fish" { #expect(script.out.contains("; and return")) }
    }
}
