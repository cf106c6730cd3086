import Foundation
import Testing

@Suite("What is free to change, and shown as it was sealed")
struct ShownAsSealedTests {
    private func sealed() throws -> Workplace {
        let site = try SealedSite.sealed()
        try SealedSite.seal(site, "2020-09-28")
        try site.build()
        return site
    }

    private func told(_ site: Workplace) throws -> (verify: String, check: String) {
        let verified = try site.run("verify", "--today", "2020-10-01")
        let checked = try site.run("check", "--today", "2020-10-01")
        #expect(verified.status == 0 && checked.status == 0, "\(verified.err) \(checked.err)")
        #expect(try site.run("verify", "--today", "2020-10-01", "--strict").status == 1)
        return (verified.err, checked.err)
    }

    private func page(_ site: Workplace) throws -> String {
        try site.build()
        return try site.read("public/moten/fs-2020-09-18/index.html")
    }

    @Test("an ärende's day moved away from a held meeting is told, and the meeting keeps it")
    func day() throws {
        let site = try sealed()
        try site.write("content/arenden/2020-8.md", matter("dnr: 2020:8\ntitel: Planen\nfs: 2020-12-04\nbilaga: 2"))
        let before = try page(site)
        try site.replace("fs: 2020-09-18", with: "fs: 2020-12-04", in: SealedSite.text)
        let message = "\(SealedSite.text):4:5: warning[K216]: ärendet behandlades på FS 2020-09-18"
        let said = try told(site)
        #expect(said.verify.contains(message) && said.check.contains(message), "\(said)")
        #expect(try page(site) == before)
    }

    @Test("an ärende's number and place on the agenda stay as they were sent")
    func number() throws {
        let site = try SealedSite.make()
        try site.write("content/moten/fs-2020-09-18.md", "---\nkallelse: 2020-09-11\n---\n")
        try site.write("content/arenden/2020-4.md", matter("dnr: 2020:4\ntitel: Planen\nfs: 2020-09-18\nbilaga: 4"))
        try SealedSite.seal(site, "2020-09-11")
        let before = try page(site)
        try site.replace("bilaga: 1 - 1.2", with: "bilaga: 9 - 9.2", in: SealedSite.text)
        let message =
            "\(SealedSite.text):5:9: warning[K215]: ärendet har bilaga 9, men kallelsen till FS 2020-09-18 skickades med bilaga 1"
        let said = try told(site)
        #expect(said.verify.contains(message) && said.check.contains(message), "\(said)")
        #expect(try page(site) == before)
    }

    @Test(
        "a bilaga's title, place and readers in the ärende's list stay as they were sealed, and a correction changes them"
    )
    func list() throws {
        let site = try sealed()
        let before = try page(site)
        let list = "bilagor: [ansokan.md, budget.pdf]"
        try site.replace(list, with: "bilagor: [ansokan.md, {fil: budget.pdf, titel: Avslag}]", in: SealedSite.text)
        var said = try told(site)
        #expect(
            said.verify.contains("\(SealedSite.text):6:10: warning[K320]: bilagan \"Avslag\" hette \"Budget\""),
            "\(said)")
        #expect(try page(site) == before)
        try site.replace(
            "bilagor: [ansokan.md, {fil: budget.pdf, titel: Avslag}]", with: "bilagor: [budget.pdf, ansokan.md]",
            in: SealedSite.text)
        said = try told(site)
        #expect(said.verify.contains("K320]: bilagan \"Ansökan\" hade en annan plats"), "\(said)")
        #expect(try page(site) == before)
        try site.replace(
            "bilagor: [budget.pdf, ansokan.md]", with: "bilagor: [ansokan.md, {fil: budget.pdf, synlighet: ledamöter}]",
            in: SealedSite.text)
        said = try told(site)
        #expect(said.check.contains("K320]: bilagan \"Budget\" var offentlig när"), "\(said)")
        #expect(!(try page(site)).contains("budget.pdf"))
        try SealedSite.seal(site, "2020-10-01", "--correct", "--reason", "Budgeten är intern")
        #expect(!(try site.run("check", "--today", "2020-10-02").err.contains("K320")))
    }

    @Test("a bilaga that comes to a held meeting's ärende is an error until it is corrected, or the ärende comes back")
    func addedPaper() throws {
        let site = try sealed()
        try site.write("content/arenden/2020-1/yttrande.md", "# Yttrande\n\nBra.\n")
        let built = try site.run("build", "--today", "2020-10-01")
        #expect(
            built.status == 1
                && built.err.contains(
                    "content/arenden/2020-1/yttrande.md:1:1: error[K307]: bilagan \"Yttrande\" har kommit till handlingarna för FS 2020-09-18 sedan de förseglades"
                ), "\(built.err)")
        try site.replace("fs: 2020-09-18", with: "fs: [2020-09-18, 2020-12-04]", in: SealedSite.text)
        try site.build()
        try site.replace("fs: [2020-09-18, 2020-12-04]", with: "fs: 2020-09-18", in: SealedSite.text)
        #expect(try site.run("seal", "fs-2020-09-18", "--today", "2020-10-01").status == 1)
        try SealedSite.seal(site, "2020-10-01", "--correct", "--reason", "Delades ut på mötet")
        try site.build()
    }

    @Test(
        "an option that leaves nothing in the site is not in the manifest, and one that somebody writes there is found")
    func option() throws {
        let site = try Workplace(["content/sidor/om.md": "# Om oss\n\nText.\n"])
        try site.build("--zip")
        #expect(try site.read("public/.klubba-manifest").contains("\nwith search\n"))
        for words in ["search zip", "packets search"] {
            try site.build("--zip")
            let copy = "kopia"
            for (path, bytes) in try site.tree("public") { try site.write("\(copy)/\(path)", bytes) }
            try site.replace("\nwith search\n", with: "\nwith \(words)\n", in: "\(copy)/.klubba-manifest")
            let told = try site.run("verify", copy, "--today", "2020-10-01")
            #expect(told.status == 1 && told.err.contains("kopia/.klubba-manifest:1:1: error[K300]"), "\(told.err)")
        }
    }

    @Test("a sealed meeting keeps the name and the role that its body had")
    func bodies() throws {
        let site = try sealed()
        let head = "klubba.yml"
        try site.write(
            head,
            try site.read(head)
                + "organ:\n  - {kod: AU, namn: Arbetsutskottet, roll: beredande}\n  - {kod: FS, namn: Nya styrelsen, roll: beredande}\n"
        )
        let page = try page(site)
        #expect(page.contains("Förbundsstyrelsen") && !page.contains("Nya styrelsen"), "\(page)")
        #expect(try site.read("public/arenden/2020-1/index.html").contains("Beslutar"))
        try site.write("content/moten/fs-2020-12-04.md", "---\nkallelse: 2020-11-27\n---\n")
        try site.build()
        #expect(try site.read("public/moten/fs-2020-12-04/index.html").contains("Nya styrelsen"))
    }

    @Test("a notice that is up and not sealed is told until it is")
    func notice() throws {
        let site = try SealedSite.sealed()
        let told = try site.run("check", "--today", "2020-10-01")
        #expect(
            told.status == 0
                && told.err.contains("\(SealedSite.record):1:1: warning[K325]: anslaget är uppsatt men inte förseglat"),
            "\(told.err)")
        try SealedSite.seal(site, "2020-10-01")
        #expect(!(try site.run("check", "--today", "2020-10-01").err.contains("K325")))
    }

    @Test("a file swapped for a link to somebody else's while a site is built is never published")
    func race() async throws {
        let site = try SealedSite.make()
        try site.write("utanfor/hemligt.pdf", Data("%PDF-1.4 ord som ingen ska se: skorpion".utf8))
        let own = site.root.appendingPathComponent("content/arenden/2020-1/budget.pdf").path
        let outside = site.root.appendingPathComponent("utanfor/hemligt.pdf").path
        let swapping = Task.detached {
            let (real, link) = (own + ".egen", own + ".lank")
            while !Task.isCancelled {
                symlink(outside, link)
                rename(own, real)
                rename(link, own)
                rename(real, own)
            }
            if access(own, F_OK) != 0 { rename(real, own) }
            unlink(link)
        }
        for round in 0..<8 {
            _ = try site.run("build", "--today", "2020-09-12", "--zip", "--output", "ut\(round)")
            guard site.exists("ut\(round)") else { continue }
            for (path, bytes) in try site.tree("ut\(round)") {
                #expect(bytes.range(of: Data("skorpion".utf8)) == nil, "\(path)")
            }
        }
        swapping.cancel()
        await swapping.value
    }
}
