import Foundation
import Testing

@Suite("Sealing a meeting")
struct SealTests {
    @Test("seals the papers as sent, members' and secret ones too, and then the minutes as approved")
    func story() throws {
        let site = try SealedSite.make()
        let first = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-11")
        #expect(first.status == 0, "\(first.err)")
        #expect(
            first.out.hasPrefix(
                """
                Förseglade kallelsen till FS 2020-09-18, 2020-09-11: 7 handlingar.
                  Kallelse  content/moten/fs-2020-09-18.md
                  2020:1 Lokaler  content/arenden/2020-1/arende.md
                  Ansökan  content/arenden/2020-1/ansokan.md
                  Budget  content/arenden/2020-1/budget.pdf
                """),
            "\(first.out)")
        let log = try site.read(SealedSite.log)
        #expect(
            log.hasPrefix(
                #"{"version":3,"nr":1,"tid":"2020-09-11T12:00:00Z","mote":"fs-2020-09-18","slag":"kallelse","skal":"","#
            ))
        #expect(log.hasSuffix("\n") && log.contains("arenden/2020-3.md") && log.contains("2.1 Profil.md"))

        try site.write(SealedSite.record, SealedSite.minutes)
        try SealedSite.seal(site, "2020-09-25")
        #expect(try site.read(SealedSite.log).split(separator: "\n").count == 2)
        #expect(
            try site.read(SealedSite.log).contains(
                #"{"version":3,"nr":2,"tid":"2020-09-25T12:00:00Z","mote":"fs-2020-09-18","slag":"protokoll""#))
        try site.build()
        let (status, lines) = try SealedSite.verify(site, "public")
        #expect(status == 0 && lines == [])
    }

    @Test("a picture in a text is sealed with it, wherever it lies, and a changed one is an error")
    func pictures() throws {
        let site = try SealedSite.make()
        let picture = try #require(
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
        try site.write("content/bilder/plan.png", picture)
        try site.replace(
            "Lokalen ligger vid torget.", with: "Lokalen ligger vid torget. ![Planen](../../bilder/plan.png)",
            in: SealedSite.text)
        try SealedSite.seal(site, "2020-09-11")
        #expect(try site.read(SealedSite.log).contains("\"fil\":\"bilder/plan.png\",\"titel\":\"Planen\""))
        try site.build()
        #expect(try SealedSite.verify(site, "public").lines == [])
        try site.write("content/bilder/plan.png", picture + Data([0]))
        let check = try site.run("check", "--today", "2020-09-12")
        #expect(check.status == 1 && check.err.contains("content/bilder/plan.png:1:1: error[K134]"), "\(check.err)")
    }

    @Test("again with nothing new writes nothing, and new papers become a supplement")
    func again() throws {
        let site = try SealedSite.make()
        try SealedSite.seal(site, "2020-09-11")
        let log = try site.read(SealedSite.log)
        let again = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-12")
        #expect(again.status == 0)
        #expect(again.out == "Inget nytt att försegla för FS 2020-09-18. Inget skrevs.\n")
        #expect(try site.read(SealedSite.log) == log)
        try site.write("content/arenden/2020-1/yttrande.md", "# Yttrande\n\nBra.\n")
        let supplement = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-14")
        #expect(
            supplement.out.hasPrefix("Förseglade tillägg till kallelsen till FS 2020-09-18, 2020-09-14: 1 handling.\n"))
        #expect(try site.read(SealedSite.log).hasPrefix(log))
    }

    @Test("a record that is not approved is refused, and so is a site with errors")
    func refused() throws {
        let site = try SealedSite.make()
        try site.write(
            SealedSite.record, SealedSite.minutes.replacing("justerat: 2020-09-25\nanslaget: 2020-09-26\n", with: ""))
        let unapproved = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-25")
        #expect(unapproved.status == 1)
        #expect(
            unapproved.err
                == "\(SealedSite.record) är inte justerat. Skriv \"justerat:\" i huvudet när protokollet är justerat, och försegla sedan. Inget skrevs.\n"
        )
        // Approved on a day to come is not approved.
        try site.write(SealedSite.record, SealedSite.minutes)
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-24").err == unapproved.err)
        try site.write(SealedSite.record, SealedSite.minutes.replacing("Beslut: noteras", with: "Beslut: notera"))
        let faulty = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-25")
        #expect(faulty.status == 1 && faulty.err.contains("error[K120]"))
        #expect(faulty.err.hasSuffix("Inget förseglades, för innehållet har fel.\n"))
        #expect(!site.exists(SealedSite.log))
        let unknown = try site.run("seal", "fs-2021-09-18")
        #expect(unknown.status == 2 && unknown.err.contains("Det finns inget möte fs-2021-09-18"))
    }

    @Test("a record whose kallelse was never sealed is sealed once, and then there is nothing new")
    func recordAlone() throws {
        let site = try SealedSite.make()
        try site.write(SealedSite.record, SealedSite.minutes)
        let first = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-28")
        #expect(first.out.hasPrefix("Förseglade protokollet från FS 2020-09-18"), "\(first.out) \(first.err)")
        let second = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-29")
        #expect(second.status == 0 && second.out.hasPrefix("Inget nytt att försegla"), "\(second.out) \(second.err)")
    }

    @Test("a changed text stops check and build, says which words, and takes a correction with a reason")
    func correction() throws {
        let site = try SealedSite.sealed()
        try site.replace("reserverar sig", with: "reserverar sig inte", in: SealedSite.record)
        for command in ["check", "build"] {
            let result = try site.run(command, "--today", "2020-10-01")
            #expect(result.status == 1)
            #expect(
                result.err.contains(
                    "\(SealedSite.record):17:1: error[K134]: texten under \"Reservation\" är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18: \"sig.\" har blivit \"sig inte.\". Återställ den, eller rätta med: klubba seal fs-2020-09-18 --correct --reason \"…\"\n"
                ), "\(result.err)")
        }
        let plain = try site.run("seal", "fs-2020-09-18", "--today", "2020-10-02")
        #expect(plain.status == 1 && plain.err.contains("klubba seal fs-2020-09-18 --correct --reason"))
        let reasonless = try site.run("seal", "fs-2020-09-18", "--correct", "--today", "2020-10-02")
        #expect(reasonless.status == 2 && reasonless.err.contains("Skriv varför det rättas"))
        try SealedSite.seal(site, "2020-10-02", "--correct", "--skäl", "Fel i reservationen")
        try site.run("build", "--today", "2020-10-02").expectFine()
        for page in [
            "moten/fs-2020-09-18/", "moten/fs-2020-09-18/protokoll/", "moten/fs-2020-09-18/protokoll/8/",
            "arenden/2020-1/",
        ] {
            let html = try site.read("public/\(page)index.html")
            #expect(
                html.contains(
                    "Rättad <time datetime=\"2020-10-02\">2 oktober 2020</time></strong>: <span>Fel i reservationen</span>"
                ), "\(page)")
        }
        #expect(!(try site.read("public/moten/fs-2020-09-18/protokoll/7/index.html").contains("Rättad")))
        let nothing = try site.run("seal", "fs-2020-09-18", "--correct", "--reason", "igen", "--today", "2020-10-03")
        #expect(nothing.out == "Inget att rätta: det som är förseglat för FS 2020-09-18 är oförändrat. Inget skrevs.\n")
    }

    @Test("a reason that the log would keep for ever has no personnummer, and says something")
    func reasons() throws {
        let site = try SealedSite.sealed()
        try site.replace("reserverar sig", with: "reserverar sig inte", in: SealedSite.record)
        let log = try site.read(SealedSite.log)
        for reason in ["Fel nummer 811218-9876", "…"] {
            let refused = try site.run(
                "seal", "fs-2020-09-18", "--correct", "--reason", reason, "--today", "2020-10-02")
            #expect(refused.status == 2, "\(reason): \(refused.err)")
        }
        #expect(try site.read(SealedSite.log) == log)
    }

    @Test("what the meeting's page tells of changes since the kallelse keeps to what its readers may see")
    func later() throws {
        let site = try SealedSite.make()
        try SealedSite.seal(site, "2020-09-11")
        try site.replace("vid torget", with: "mitt på torget", in: SealedSite.text)
        try site.write("content/arenden/2020-1/budget.pdf", Data("%PDF-1.4 större budget".utf8))
        try SealedSite.seal(site, "2020-09-14", "--correct", "--reason", "Ny budget")
        try site.replace(
            "En kunnig person", with: "En mycket kunnig person", in: "content/arenden/2020-2/2.1 Profil.md")
        try site.replace("Hemligt", with: "Topphemligt", in: "content/arenden/2020-3.md")
        try SealedSite.seal(site, "2020-09-15", "--correct", "--reason", "Rekryteringen och tvisten")
        try site.run("build", "--today", "2020-09-16").expectFine()
        try site.run("build", "--today", "2020-09-16", "--audience", "members", "--output", "ledamoter").expectFine()
        let open = try site.read("public/moten/fs-2020-09-18/index.html")
        #expect(open.contains("Ändrat sedan kallelsen"))
        #expect(
            open.contains("Ersattes <time datetime=\"2020-09-14\">14 september 2020</time>: 2 ord tillagda, 1 struket"))
        // The words themselves, at the ärende on the agenda and on its own page until the meeting.
        for page in [open, try site.read("public/arenden/2020-1/index.html")] {
            #expect(page.contains("<del>vid</del>") && page.contains("<ins>mitt på</ins>"))
        }
        #expect(open.contains("15 → 23 byte"))
        #expect(!open.contains("15 september 2020") && !open.contains("Profil") && !open.contains("tvisten"))
        let members = try site.read("ledamoter/moten/fs-2020-09-18/index.html")
        #expect(members.contains(">Bilaga 2.1 Profil</a>"))
        #expect(members.contains("15 september 2020") && !members.contains("tvisten"))
        for (_, bytes) in try site.tree("public") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("tvisten") && !text.contains("Rekrytering") && !text.contains("Topphemligt"))
        }
    }

    @Test("no byte of the public site depends on what was sealed of hidden papers")
    func gate() throws {
        var trees: [[String: Data]] = []
        for secret in ["Hemligt.\n", "Något helt annat.\n"] {
            let site = try SealedSite.make()
            try site.write(
                "content/arenden/2020-3.md",
                matter("dnr: 2020:3\ntitel: Tvisten\nfs: 2020-09-18\nbilaga: 3\nsynlighet: sekretess", secret))
            try SealedSite.seal(site, "2020-09-11")
            if secret.hasPrefix("Något") {
                try site.replace("kunnig", with: "okunnig", in: "content/arenden/2020-2/2.1 Profil.md")
                try SealedSite.seal(site, "2020-09-12", "--correct", "--reason", "Annat")
                try site.write("content/arenden/2020-2/nytt.md", "# Nytt\n\nText.\n")
                try SealedSite.seal(site, "2020-09-13")
            }
            try site.run("build", "--today", "2020-09-16").expectFine()
            trees.append(try site.tree("public"))
        }
        #expect(trees[0] == trees[1])
        #expect(trees[0].keys.allSatisfy { !$0.contains("forseglat") && !$0.contains("beslutslogg") })
    }

    @Test("keys that change as a matter goes on are no change of its text")
    func goesOn() throws {
        let site = try SealedSite.sealed()
        try site.replace(
            "fs: 2020-09-18\nbilaga: 1 - 1.2", with: "fs: [2020-09-18, 2020-10-23]\nbilaga: 1 - 1.2",
            in: SealedSite.text)
        try site.replace(
            "anslaget: 2020-09-26", with: "anslaget: 2020-09-27\nförvaras: Kansliet",
            in: SealedSite.record)
        try site.build()
    }

    @Test("a matter that comes back may be worked on once the sealed meeting has been held, until it is sealed anew")
    func comesBack() throws {
        let site = try SealedSite.sealed()
        try site.replace("fs: 2020-09-18", with: "fs: [2020-09-18, 2020-10-23]", in: SealedSite.text)
        try site.replace("vid torget", with: "vid ån", in: SealedSite.text)
        let result = try site.run("build", "--today", "2020-10-01")
        #expect(result.status == 0)
        #expect(
            result.err.contains(
                "\(SealedSite.text):1:1: warning[K136]: texten är ändrad sedan den förseglades 2020-09-25 för FS 2020-09-18, inför FS 2020-10-23. Försegla den nya lydelsen när kallelsen till FS 2020-10-23 skickas\n"
            ), "\(result.err)")
        try site.write("content/moten/fs-2020-10-23.md", "---\nkallelse: 2020-10-16\n---\n")
        #expect(try site.run("seal", "fs-2020-10-23", "--today", "2020-10-16").status == 0)
        try site.replace("vid ån", with: "vid sjön", in: SealedSite.text)
        let after = try site.run("check", "--today", "2020-10-17")
        #expect(after.status == 1 && after.err.contains("för FS 2020-10-23: \"ån.\" har blivit \"sjön.\""))
    }

    @Test("what a sealed record shows as decided stays when the proposal is worked on for the next meeting")
    func decidedStays() throws {
        let site = try SealedSite.sealed()
        let page = "public/moten/fs-2020-09-18/protokoll/8/index.html"
        #expect(try site.read(page).contains("90 000"))
        try site.replace("fs: 2020-09-18", with: "fs: [2020-09-18, 2020-10-23]", in: SealedSite.text)
        try site.replace("90 000", with: "95 000", in: SealedSite.text)
        try site.build()
        #expect(try site.read(page).contains("90 000") && !(try site.read(page).contains("95 000")))
        #expect(try site.read("public/arenden/2020-1/index.html").contains("95 000"))
        #expect(try SealedSite.verify(site, "public").lines == [])
        try site.write("content/moten/fs-2020-10-23.md", "---\nkallelse: 2020-10-16\n---\n")
        #expect(try site.run("seal", "fs-2020-10-23", "--today", "2020-10-16").status == 0)
        try site.build("--today", "2020-10-17")
        #expect(try site.read(page).contains("90 000") && !(try site.read(page).contains("95 000")))
        let verified = try site.run("verify", "public", "--today", "2020-10-17")
        #expect(verified.status == 0, "\(verified.err)")
    }

    @Test("a corrected proposal is corrected in the record that decided it, too")
    func correctedProposal() throws {
        let site = try SealedSite.sealed()
        try site.replace("90 000", with: "95 000", in: SealedSite.text)
        try SealedSite.seal(site, "2020-10-01", "--correct", "--reason", "Fel belopp")
        try site.build()
        let page = try site.read("public/moten/fs-2020-09-18/protokoll/8/index.html")
        #expect(page.contains("95 000") && page.contains("Fel belopp"))
        #expect(try SealedSite.verify(site, "public").lines == [])
    }

    @Test("lines are signed with a key outside the site, and from then on every line has to be")
    func signed() throws {
        let site = try SealedSite.make()
        let keys = try Workplace()
        let key = keys.root.appendingPathComponent("nyckel").path
        try keys.write("nyckel", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n")
        try SealedSite.seal(site, "2020-09-11", "--key", key)
        let publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        #expect(
            try site.run("verify", "--public-key", publicKey, "--today", "2020-09-12").err.contains(
                "Undertecknad med \(publicKey).\n"))
        #expect(
            try site.run("verify", "--public-key", String(repeating: "a", count: 64), "--today", "2020-09-12").status
                == 1)
        try site.write("content/arenden/2020-1/yttrande.md", "# Yttrande\n\nBra.\n")
        let unsigned = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-14")
        #expect(unsigned.status == 2)
        #expect(
            unsigned.err
                == "Loggens tidigare rader är undertecknade (\(publicKey)). Ange nyckelns fil med --key. Inget skrevs.\n"
        )
        try site.write("nyckel", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n")
        let inside = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-14", "--key", "nyckel")
        #expect(inside.status == 2 && inside.err.contains("ligger i webbplatsens mapp"))

        try SealedSite.seal(site, "2020-09-14", "--key", key)
        try site.replace("\"signatur\":\"", with: "\"signatur\":\"00", in: SealedSite.log)
        #expect(try SealedSite.verify(site).status == 1)
    }

    @Test("two that seal at once: both lines are whole, or one is told to try again, and nothing is lost")
    func atOnce() async throws {
        let site = try SealedSite.make()
        try site.write("content/arenden/2020-5.md", matter("dnr: 2020:5\ntitel: Annat\nfs: 2020-11-18\nbilaga: 1"))
        try site.write("content/moten/fs-2020-11-18.md", "---\nkallelse: 2020-09-11\n---\n")
        let root = site.root
        let results = try await withThrowingTaskGroup(of: Program.Result.self) { group in
            for number in 0..<6 {
                group.addTask {
                    let meeting = number % 2 == 0 ? "fs-2020-09-18" : "fs-2020-11-18"
                    return try Program.run(["seal", meeting, "--today", "2020-09-11"], in: root)
                }
            }
            var results: [Program.Result] = []
            for try await result in group { results.append(result) }
            return results
        }
        for result in results where result.status != 0 {
            #expect(result.status == 3)
            #expect(
                result.err
                    == "Innehållet eller loggen ändrades medan du förseglade. Kör kommandot igen. Inget skrevs.\n")
        }
        let written = results.count { $0.out.hasPrefix("Förseglade") }
        #expect(written >= 1)
        #expect(try site.read(SealedSite.log).split(separator: "\n").count == written)
        #expect(try SealedSite.verify(site).status == 0)
    }
}

extension Program.Result {
    func expectFine() {
        #expect(status == 0, "\(err)")
    }
}
