import Foundation
import Testing

/// What verify says of a published folder that it makes again (FORMAT §13); attacks by the thousand are in Tests/Tamper.
@Suite("Verify makes the site again")
struct RemakingTests {
    private func lines(_ site: Workplace, _ arguments: String...) throws -> (status: Int32, lines: [String]) {
        let result = try site.run(["verify", "public", "--today", "2020-10-01"] + arguments)
        return (result.status, result.err.split(separator: "\n").map(String.init).filter { $0.contains("[K") })
    }

    @Test("first it says whose site it is, of which day and by what; then that every file is as it is made")
    func said() throws {
        let site = try SealedSite.sealed()
        let said = try site.run("verify", "public", "--today", "2020-10-05").err
        #expect(said.hasPrefix("Den offentliga webbplatsen i public/, byggd för 2020-10-01 av klubba "), "\(said)")
        #expect(said.contains(" filer jämförda med hur de byggs: allt stämmer.\n"), "\(said)")
    }

    @Test("a word outside what is sealed, code around the words, a table, a file that nobody wrote")
    func different() throws {
        let site = try SealedSite.sealed()
        try site.replace("<main", with: "<main hidden", in: "public/diarium/index.html")
        try site.replace("2020:1", with: "2020:7", in: "public/data/arenden.csv")
        try site.write("public/arenden/ny/index.html", "<p>Bifall</p>")
        let (status, found) = try lines(site)
        #expect(status == 1 && found.count == 3, "\(found)")
        #expect(found[0].hasPrefix("public/arenden/ny:1:1: error[K300]: klubba har inte skrivit den här mappen."))
        #expect(
            found[1].contains("public/data/arenden.csv") && found[1].contains("error[K300]")
                && found[1].contains("7"))
        #expect(found[2].contains("public/diarium/index.html") && found[2].contains("sidans kod är en annan"))
    }

    @Test("files of other programs are known by klubba.yml")
    func others() throws {
        let site = try SealedSite.sealed()
        try site.write("public/BingSiteAuth.xml", "<users/>\n")
        try site.write("public/.well-known/security.txt", "Contact: x\n")
        #expect(try lines(site).lines.count == 2)
        try site.write("klubba.yml", Workplace.profile + "egna-filer: [BingSiteAuth.xml, .well-known/]\n")
        let (status, found) = try lines(site)
        #expect(status == 0, "\(found)")
    }

    @Test("files of others among klubba's own pages are told of, though klubba.yml allows them")
    func othersAmongPages() throws {
        let site = try SealedSite.sealed()
        let profile = try site.read("klubba.yml")
        try site.write("klubba.yml", profile + "egna-filer: [BingSiteAuth.xml, .well-known/, moten/]\n")
        try site.build()
        try site.write("public/BingSiteAuth.xml", "<users/>\n")
        try site.write("public/.well-known/security.txt", "Contact: mailto:info@example.se\n")
        #expect(!(try site.run("verify", "public", "--today", "2020-10-01").err.contains("[K")))
        for name in ["moten/fs-2020-09-18/protokoll/12/index.html", "moten/ny.html"] {
            try site.write("public/\(name)", "Styrelsen avslår.\n")
        }
        let result = try site.run("verify", "public", "--today", "2020-10-01", "--strict")
        #expect(result.status == 1)
        let told = result.err.split(separator: "\n").filter { $0.contains("warning[K436]") }.map {
            $0.prefix { $0 != " " }
        }
        #expect(
            told == ["public/moten/fs-2020-09-18/protokoll/12:1:1:", "public/moten/ny.html:1:1:"], "\(result.err)")
    }

    @Test("a style sheet, a script or a word of the theme that came since the last seal is told of, with its file")
    func themeSince() throws {
        let site = try SealedSite.sealed()
        for (file, text) in [
            ("theme/tillgangar/farger.css", "#p-8 { display: none }\n"), ("theme/tillgangar/sok.js", "alert(1)\n"),
            ("theme/texter/sv.txt", "protokoll_rubrik: Utkast\n"),
        ] {
            try site.write(file, text)
            try site.build()
            let result = try site.run("verify", "public", "--today", "2020-10-01", "--strict")
            #expect(result.status == 1 && result.err.contains("\(file):1:1: warning[K305]"), "\(file) \(result.err)")
            #expect(result.err.contains("2020-09-25"))
        }
    }

    @Test("what is edited since the build is one warning, and a page that was changed is an error all the same")
    func edited() throws {
        let site = try SealedSite.sealed()
        try site.write("content/sidor/om.md", "# Om oss\n\nNy text.\n")
        let (status, found) = try lines(site)
        #expect(status == 0 && found.count == 1, "\(found)")
        #expect(found.first?.contains("warning[K304]") == true && found.first?.contains("content/sidor/om.md") == true)
        try site.replace("Lokaler", with: "Lador", in: "public/diarium/index.html")
        let (after, both) = try lines(site)
        #expect(after == 1 && both.count == 2, "\(both)")
        #expect(both.contains { $0.contains("public/diarium/index.html") && $0.contains("Lador") })
    }

    @Test("another klubba built it: that is said, and what is sealed is checked by its marks")
    func otherProgram() throws {
        let site = try SealedSite.sealed()
        // As on another machine, which remembers no build.
        let copy = "kopia"
        for (path, bytes) in try site.tree("public") { try site.write("\(copy)/\(path)", bytes) }
        try site.replace("\nby klubba ", with: "\nby klubba 7", in: "\(copy)/.klubba-manifest")
        let told = try site.run("verify", copy, "--today", "2020-10-01")
        #expect(told.status == 0 && told.err.contains("warning[K303]"), "\(told.err)")
        #expect(told.err.contains("det förseglade stämmer") && !told.err.contains("allt stämmer"))
        try site.replace("90 000", with: "95 000", in: "\(copy)/moten/fs-2020-09-18/protokoll/8/index.html")
        #expect(try site.run("verify", copy, "--today", "2020-10-01").err.contains("error[K138]"))
    }

    @Test("a list of files with one that is nowhere is named itself")
    func listsNothing() throws {
        let site = try SealedSite.sealed()
        let manifest = "public/.klubba-manifest"
        let line = try #require(try site.read(manifest).split(separator: "\n").first { $0.contains("sitemap.xml") })
        let name = line.replacing("sitemap.xml", with: "sitemap-2.xml")
        try site.replace("\(line)\n", with: "\(name)\n\(line)\n", in: manifest)
        let told = try site.run("verify", "public", "--today", "2020-10-01")
        #expect(told.status == 1 && told.err.contains(".klubba-manifest"), "\(told.err)")
    }

    @Test("a day to come, and one before the last seal")
    func days() throws {
        let site = try SealedSite.sealed()
        let early = try site.run("verify", "public", "--today", "2020-09-30")
        #expect(
            early.status == 1 && early.err.contains("K302") && early.err.contains("2020-10-01, som inte har kommit"))
        try site.replace("\nday 2020-10-01", with: "\nday 2020-09-20", in: "public/.klubba-manifest")
        let before = try lines(site)
        #expect(before.lines.contains { $0.contains("före loggens sista försegling 2020-09-25") }, "\(before.lines)")
    }

    @Test("members' pages, an offline site and zip files are made again as they were asked for")
    func options() throws {
        let site = try SealedSite.sealed()
        try site.build("--audience", "members", "--output", "ledamoter", "--zip")
        try site.build("--offline", "--output", "usb")
        for folder in ["ledamoter", "usb"] {
            let told = try site.run("verify", folder, "--today", "2020-10-01")
            #expect(told.status == 0 && told.err.contains("allt stämmer"), "\(told.err)")
        }
    }
}

@Suite("What is sealed of a meeting, its notice and its settings")
struct SealedMeetingTests {
    private func sealed() throws -> Workplace {
        let site = try SealedSite.sealed()
        try SealedSite.seal(site, "2020-09-28")
        try site.build()
        return site
    }

    @Test("the notice is sealed when it hangs, in a line of its own, once")
    func notice() throws {
        let site = try sealed()
        let last = try #require(try site.read(SealedSite.log).split(separator: "\n").last)
        #expect(last.contains(#""slag":"anslag""#) && last.contains(#""anslaget":"2020-09-26""#))
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-09-29").out.hasPrefix("Inget nytt att försegla"))
        try site.replace("anslaget: 2020-09-26", with: "anslaget: 2020-09-25", in: SealedSite.record)
        let built = try site.run("build", "--today", "2020-10-01")
        #expect(
            built.status == 1
                && built.err.contains(
                    "error[K306]: anslaget för FS 2020-09-18 sattes upp 2020-09-26 när det förseglades, och nu står det 2020-09-25"
                ), "\(built.err)")
        try SealedSite.seal(site, "2020-10-01", "--correct", "--reason", "Fel dag")
        try site.build()
    }

    @Test("a sealed last day of appeal stays when the rules change, and the change is told")
    func rules() throws {
        let site = try sealed()
        let page = "public/moten/fs-2020-09-18/protokoll/index.html"
        #expect(try site.read(page).contains("19 oktober 2020"))
        try site.write("klubba.yml", Workplace.profile + "anslag: {överklagandetid-dagar: 14}\n")
        try site.build()
        #expect(try site.read(page).contains("19 oktober 2020"))
        let told = try site.run("verify", "public", "--today", "2020-10-01")
        #expect(
            told.status == 0 && told.err.contains("warning[K305]") && told.err.contains("var \"21\" och är nu \"14\""),
            "\(told.err)")
        #expect(try site.run("verify", "public", "--today", "2020-10-01", "--strict").status == 1)
    }

    @Test("a sealed record is shown with the outcomes' words of its time")
    func words() throws {
        let site = try sealed()
        try site.write("theme/texter/sv.txt", "utfall_avslag: Bifall\n")
        try site.build()
        let page = try site.read("public/moten/fs-2020-09-18/protokoll/8/index.html")
        #expect(page.contains(">Avslag</data>") && !page.contains("\"avslag\">Bifall"), "\(page)")
        let told = try site.run("verify", "public", "--today", "2020-10-01")
        #expect(told.err.contains("utfall_avslag var \"Avslag\" och är nu \"Bifall\""), "\(told.err)")
    }

    @Test("an ärende that is slipped into the agenda of a meeting that has been held")
    func agenda() throws {
        let site = try sealed()
        try site.write(
            "content/arenden/2020-9.md",
            matter("dnr: 2020:9\ntitel: Arvoden\nfs: 2020-09-18\nbilaga: 4", "Höjs.\n"))
        let built = try site.run("build", "--today", "2020-10-01")
        #expect(
            built.status == 1
                && built.err.contains(
                    "content/arenden/2020-9.md:1:1: error[K307]: 2020:9 Arvoden står på dagordningen för FS 2020-09-18, men gjorde det inte när den förseglades"
                ), "\(built.err)")
        let refused = try site.run("seal", "fs-2020-09-18", "--today", "2020-10-01")
        #expect(refused.status == 1 && refused.err.contains("--correct"))
    }

    @Test("before the meeting an ärende that comes is a supplement, told until it is sealed")
    func supplement() throws {
        let site = try SealedSite.make()
        try SealedSite.seal(site, "2020-09-11")
        try site.write(
            "content/arenden/2020-9.md",
            matter("dnr: 2020:9\ntitel: Arvoden\nfs: 2020-09-18\nbilaga: 4", "Höjs.\n"))
        #expect(try site.run("check", "--today", "2020-09-12").err.contains("warning[K308]: 2020:9 Arvoden"))
        try SealedSite.seal(site, "2020-09-12")
        #expect(!(try site.run("check", "--today", "2020-09-12").err.contains("K308")))
    }

    @Test("a sealed file is kept beside the texts, and a lost one is told")
    func kept() throws {
        let site = try SealedSite.make()
        let said = try site.run("seal", "fs-2020-09-18", "--today", "2020-09-11")
        #expect(said.err.contains("I content/.forseglat bevaras 1 fil som inte är text, 1 kB."), "\(said.err)")
        let kept = try site.tree("content/.forseglat").first { $0.value == Data("%PDF-1.4 budget".utf8) }
        try site.remove("content/.forseglat/\(try #require(kept).key)")
        let told = try site.run("verify", "--today", "2020-09-12")
        #expect(told.status == 1 && told.err.contains("K137") && told.err.contains("budget.pdf"))
    }
}
