import Foundation
import Testing

@Suite("klubba publish, to a folder")
struct PublishTests {
    private func site(_ place: String = "mapp:webb") throws -> Workplace {
        try Workplace([
            "klubba.yml": """
            organisation: Provförbundet
            adress: https://prov.example
            publicering:
              offentlig: {till: "\(place)"}
            """,
            "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\ntid: 13.00\n---\n",
        ])
    }

    private func publish(_ site: Workplace, _ words: String...) throws -> Program.Result {
        try site.run(["publish", "--today", "2020-10-01"] + words)
    }

    @Test("shown first, sent after a yes, noted, and the second time there is nothing to send")
    func story() throws {
        let site = try site()
        let shown = try publish(site, "--dry-run")
        #expect(shown.status == 0)
        #expect(shown.err.contains("Offentlig utgåva till mapp:webb:"))
        #expect(shown.err.contains("  nytt       /arenden/2020-1/\n"))
        #expect(!FileManager.default.fileExists(atPath: site.root.path + "/webb"))
        // Nobody is there to say yes.
        let unanswered = try publish(site)
        #expect(unanswered.status == 1 && unanswered.err.contains("Inget publicerades."))
        let done = try publish(site, "--yes")
        #expect(done.status == 0)
        #expect(done.err.contains("Den offentliga utgåvan är publicerad i mapp:webb: "))
        #expect(try site.read("webb/arenden/2020-1/index.html").contains("Lokaler"))
        let note = try site.read(".klubba/publicerat.jsonl")
        #expect(note.contains("\"till\":\"mapp:webb\",\"dag\":\"2020-10-01\",\"program\":\"klubba "))
        #expect(try publish(site, "--yes").err.contains("Offentlig utgåva till mapp:webb: inget har ändrats."))
    }

    @Test("and back: what comes and goes is shown, and what is hidden since does not come back unasked")
    func undo() throws {
        let site = try site()
        _ = try publish(site, "--yes")
        try site.write(
            "content/arenden/2020-1.md", matter("dnr: 2020:1\ntitel: Andra lokaler\nfs: 2020-09-18\nbilaga: 1"))
        _ = try publish(site, "--yes")
        #expect(try site.read("webb/arenden/2020-1/index.html").contains("Andra lokaler"))
        let back = try publish(site, "--undo", "--yes")
        #expect(back.status == 0 && !back.err.contains("klubba build"), "\(back.err)")
        #expect(!(try site.read("webb/arenden/2020-1/index.html").contains("Andra lokaler")))
        _ = try publish(site, "--yes")
        try site.write(
            "content/arenden/2020-1.md",
            matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1\nsynlighet: ledamöter"))
        _ = try publish(site, "--yes")
        let refused = try publish(site, "--undo", "--yes")
        #expect(refused.status == 1)
        #expect(refused.err.contains("Det här visas inte i dag, och skulle synas igen:\n  /arenden/2020-1/\n"))
        #expect(
            refused.err.hasSuffix("Inget ändrades. Är du säker: klubba publish --undo --force.\n"), "\(refused.err)")
        #expect(!FileManager.default.fileExists(atPath: site.root.path + "/webb/arenden/2020-1/index.html"))
    }

    @Test("a new or emptied place gets all of it, whatever was published elsewhere")
    func otherPlace() throws {
        let site = try site()
        _ = try publish(site, "--yes")
        try site.write(
            "klubba.yml", try site.read("klubba.yml").replacing("mapp:webb", with: "mapp:annan"))
        let moved = try publish(site, "--yes")
        #expect(moved.status == 0 && site.exists("annan/arenden/2020-1/index.html"), "\(moved.err)")
        #expect(try publish(site, "--yes").err.contains("inget har ändrats."))
        try FileManager.default.removeItem(atPath: site.root.path + "/annan")
        #expect(try publish(site, "--yes").status == 0 && site.exists("annan/index.html"))
    }

    @Test("never into the site itself", arguments: ["content", "content/webb", "theme", ".klubba", ".", ".."])
    func insideSite(place: String) throws {
        let site = try site("mapp:\(place)")
        let refused = try publish(site, "--yes")
        #expect(refused.status == 2 && refused.err.contains("Inget publicerades."), "\(refused.err)")
        #expect(!site.exists("content/index.html") && !site.exists("index.html"))
    }

    @Test("nor the members' edition into the public one's folder, though only one of them is asked for")
    func insideOther() throws {
        let site = try site()
        try site.write(
            "klubba.yml", try site.read("klubba.yml") + "\n  ledamöter: {till: \"mapp:webb/led\"}\n")
        for audience in ["members", "public"] {
            let refused = try publish(site, "--yes", "--audience", audience)
            #expect(refused.status == 2 && refused.err.contains("i den andra utgåvans mapp"), "\(refused.err)")
        }
        #expect(!site.exists("webb/index.html") && !site.exists("webb/led/index.html"))
    }

    @Test("a meeting that is the members' since does not come back in full unasked")
    func hiddenMeeting() throws {
        let site = try site()
        let file = "content/moten/fs-2020-09-18.md"
        try site.write(file, try site.read(file) + "\nKanariefågel.\n")
        _ = try publish(site, "--yes")
        try site.write(file, try site.read(file).replacing("tid: 13.00", with: "tid: 13.00\nsynlighet: ledamöter"))
        _ = try publish(site, "--yes")
        let refused = try publish(site, "--undo", "--yes")
        #expect(refused.status == 1 && refused.err.contains("Det här är delvis dolt i dag"), "\(refused.err)")
        #expect(!(try site.read("webb/moten/fs-2020-09-18/index.html").contains("Kanariefågel")))
    }

    @Test("a bilaga that comes or goes is told as itself, and not as its ärende")
    func oneFile() throws {
        let site = try site()
        try site.write("content/arenden/2020-2/arende.md", matter("dnr: 2020:2\ntitel: Plan"))
        try site.write("content/arenden/2020-2/karta.md", "Kartan.\n")
        _ = try publish(site, "--yes")
        try site.remove("content/arenden/2020-2/karta.md")
        let one = try publish(site, "--dry-run")
        #expect(one.err.contains("\n  borttaget  /arenden/2020-2/karta/\n"), "\(one.err)")
        try site.write("content/arenden/2020-2/a.md", "A.\n")
        try site.write("content/arenden/2020-2/b.md", "B.\n")
        let two = try publish(site, "--dry-run")
        #expect(two.err.contains("\n  nytt       under /arenden/2020-2/ (2 filer)\n"), "\(two.err)")
    }

    @Test("a place that is none is an error on its line; no place at all is said")
    func noPlace() throws {
        let wrong = try publish(try site("ssh:-oProxyCommand=x:/y"), "--yes")
        #expect(wrong.status == 1)
        #expect(
            wrong.err.contains(
                "klubba.yml:4:21: error[K280]: \"ssh:-oProxyCommand=x:/y\" är ingen plats att publicera på. Skriv till: "
                    + "mapp:MAPP, ssh:ANVÄNDARE@DATOR:SÖKVÄG, rclone:NAMN:SÖKVÄG eller git:ADRESS#GREN"))
        let none = try Workplace([:])
        let said = try publish(none, "--yes")
        #expect(said.status == 2 && said.err.contains("klubba.yml säger inte var webbplatsen publiceras."))
    }

    @Test("with an error in the content nothing is sent")
    func contentError() throws {
        let site = try site()
        _ = try publish(site, "--yes")
        let before = try site.tree("webb")
        try site.write("content/arenden/2020-2.md", "---\ntitel: x\nfs: 2020-02-31\n---\n")
        #expect(try publish(site, "--yes").status == 1)
        #expect(try site.tree("webb") == before)
    }

    @Test(
        "each night by systemd: units in the user's own folder, in the site's time, with an alarm; nothing is turned on"
    )
    func systemd() throws {
        let site = try site()
        let done = try site.run(
            "publish", "--schedule", "--with", "systemd", "--mail", "it@prov.example",
            environment: ["XDG_CONFIG_HOME": site.root.path + "/konfig %"])
        #expect(done.status == 0, "\(done.err)")
        let name = "klubba-" + site.root.lastPathComponent
        let folder = "konfig %/systemd/user/"
        #expect(done.out.hasPrefix("\(site.root.path)/\(folder)\(name).service\n"), "\(done.out)")
        #expect(done.out.contains("  systemctl --user enable --now \(name).timer\n  loginctl enable-linger\n"))
        let service = try site.read(folder + name + ".service")
        let root = site.root.resolvingSymlinksInPath().path
        #expect(service.contains("WorkingDirectory=\(root)\n"), "\(service)")
        #expect(service.contains("OnFailure=\(name)-larm.service\n") && service.contains(" publish --yes\n"))
        #expect(
            try site.read(folder + name + ".timer").contains(
                "OnCalendar=*-*-* 00:05:00 Europe/Stockholm\nPersistent=true\n"))
        #expect(try site.read(folder + name + "-larm.service").contains("echo 'To: it@prov.example'"))
    }

    @Test("or by cron: a line that says nothing when it goes well; run as cron would it publishes")
    func cron() throws {
        let site = try site()
        let done = try site.run("publish", "--schedule", "--with", "cron", "--mail", "it@prov.example")
        #expect(done.status == 0, "\(done.err)")
        let lines = try site.read(".klubba/crontab").split(separator: "\n").map(String.init)
        #expect(lines.count == 2 && lines[0] == "MAILTO=it@prov.example" && lines[1].hasPrefix("5 0 * * * cd '"))
        let command = lines[1].dropFirst("5 0 * * * ".count).replacing("\\%", with: "%")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", String(command)]
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && said.isEmpty, "\(String(decoding: said, as: UTF8.self))")
        #expect(site.exists("webb/index.html"))
    }

    @Test(
        "what is told of goes to an address, and to nothing that a shell would run",
        arguments: ["x", "a@b.se; rm", "'a@b.se"])
    func alarm(address: String) throws {
        #expect(try site().run("publish", "--schedule", "--mail", address).status == 2)
        #expect(try site().run("publish", "--mail", "a@b.se").status == 2)
    }

    @Test("to a place that has no sums: what is another of the same size is sent by name, and all of it after a break")
    func withoutSums() throws {
        let site = try site("rclone:prov:webb")
        // An rclone that notes its words and the files that are named, knows no sums, and breaks off when told to.
        let tools = try Workplace([
            "rclone": """
            #!/bin/sh
            echo "$@" >> "$0.log"
            case $1 in backend) echo '{"Hashes": []}' ;; esac
            while [ $# -gt 0 ]; do case $1 in --files-from-raw) cat "$2" >> "$0.log" ;; esac; shift; done
            [ ! -e "$0.fel" ] || { echo "connection reset" >&2; exit 1; }
            """
        ])
        let program = tools.root.path + "/rclone"
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        func publish() throws -> Program.Result {
            try? tools.remove("rclone.log")
            return try site.run(
                "publish", "--today", "2020-10-01", "--yes",
                environment: ["PATH": tools.root.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")])
        }
        #expect(try publish().status == 0)
        try site.write("content/index.md", "Ett.\n")
        #expect(try publish().status == 0)
        try site.write("content/index.md", "Två.\n")
        #expect(try publish().status == 0)
        let log = try tools.read("rclone.log")
        #expect(log.contains("copy --ignore-times ") && log.contains("\nindex.html\n"), "\(log)")
        #expect(log.contains("\n.klubba-manifest\n") && !log.contains("\narenden/2020-1/index.html\n"))
        try site.write("content/index.md", "Tre.\n")
        try tools.write("rclone.fel", "")
        #expect(try publish().status == 3)
        try tools.remove("rclone.fel")
        // What lies there is not known now, also where nothing differs from what was last published.
        try site.write("content/index.md", "Två.\n")
        let again = try publish()
        #expect(again.status == 0 && again.err.contains("Den förra publiceringen bröts"), "\(again.err)")
        #expect(try tools.read("rclone.log").contains("\narenden/2020-1/index.html\n"))
        #expect(try publish().err.contains("inget har ändrats"))
    }

    /// Programs of the test's own before all others.
    private func tools(_ programs: [String: String]) throws -> (place: Workplace, path: String) {
        let place = try Workplace(programs)
        for name in programs.keys {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: place.root.path + "/" + name)
        }
        return (place, place.root.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""))
    }

    @Test("a way back that breaks off is taken up again, and does not go further back")
    func brokenUndo() throws {
        let site = try site("rclone:prov:webb")
        let (tools, path) = try tools([
            "rclone": """
            #!/bin/sh
            for last; do :; done
            [ "$1" = backend ] && { echo '{"Hashes": []}'; exit 0; }
            [ ! -e "$0.fel" ] || { echo "connection reset" >&2; exit 1; }
            [ "$1" != sync ] || cp "$6/index.html" "$0.index"
            """
        ])
        func publish(undoing: String = "--yes") throws -> Program.Result {
            try site.run("publish", "--today", "2020-10-01", "--yes", undoing, environment: ["PATH": path])
        }
        for word in ["Ett", "Två", "Tre"] {
            try site.write("content/index.md", "\(word).\n")
            #expect(try publish().status == 0)
        }
        #expect(try tools.read("rclone.index").contains("Tre."))
        try tools.write("rclone.fel", "")
        let broken = try publish(undoing: "--undo")
        #expect(
            broken.status == 3 && broken.err.contains(" Kör klubba publish --undo igen när felet är åtgärdat."),
            "\(broken.err)")
        try tools.remove("rclone.fel")
        let again = try publish(undoing: "--undo")
        #expect(again.status == 0 && again.err.contains("Vägen tillbaka bröts, så den tas upp igen."), "\(again.err)")
        #expect(try tools.read("rclone.index").contains("Två."))
        // A publish that broke off is brought to its end before anything goes back.
        try tools.write("rclone.fel", "")
        #expect(try publish().status == 3)
        let refused = try publish(undoing: "--undo")
        #expect(refused.status == 1 && refused.err.contains("Den förra publiceringen bröts, så det är inte säkert"))
        try tools.remove("rclone.fel")
        #expect(try publish().status == 0)
        #expect(try tools.read("rclone.index").contains("Tre."))
    }

    @Test("a line that breaks in the last step leaves readers one site or the other, and klubba does not say which")
    func brokenTurn() throws {
        let site = try site("ssh:webben:/srv/webb")
        let (place, path) = try tools([
            "rsync": "#!/bin/sh\n", "ssh": "#!/bin/sh\n",
            "sftp": """
            #!/bin/sh
            while [ $# -gt 0 ]; do [ "$1" != -b ] || batch=$2; shift; done
            if grep -q symlink "$batch"; then echo "Connection closed" >&2; exit 255; fi
            """,
        ])
        let said = try site.run("publish", "--today", "2020-10-01", "--yes", environment: ["PATH": path])
        #expect(place.exists("sftp") && said.status == 3)
        #expect(
            said.err.contains(
                "ssh bröts i det sista steget: Connection closed. Läsarna har den förra webbplatsen eller den nya, hel. "
                    + "Kör klubba publish igen, så blir det klart.\n"), "\(said.err)")
    }

    @Test("nothing is sent that could not be told of if it broke off")
    func noMark() throws {
        let site = try site()
        _ = try publish(site, "--yes")
        try site.write("content/index.md", "Ett.\n")
        try FileManager.default.createDirectory(
            atPath: site.root.path + "/.klubba/publicerat/offentlig.pagar/x", withIntermediateDirectories: true)
        let before = try site.tree("webb")
        let said = try publish(site, "--yes")
        #expect(
            said.status == 3 && said.err.contains("offentlig.pagar: är en mapp. Inget skickades."), "\(said.err)")
        #expect(try site.tree("webb") == before)
    }

    @Test("what readers have is told as it is, also where the copy here cannot be kept")
    func notKept() throws {
        let site = try site()
        try site.write(".klubba/publicerat/offentlig", "en fil")
        let said = try publish(site, "--yes")
        #expect(said.status == 3 && site.exists("webb/index.html"))
        #expect(
            said.err.contains(
                "Webbplatsen är publicerad, men kopian här, som nästa publicering jämförs med, kunde inte sparas ("),
            "\(said.err)")
        #expect(!said.err.contains("är orörd"))
        try site.remove(".klubba/publicerat/offentlig")
        #expect(try publish(site, "--yes").err.contains("Den förra publiceringen bröts"))
    }
}
