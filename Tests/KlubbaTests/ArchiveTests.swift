import Foundation
import Testing

@Suite("A package for the archive")
struct ArchiveTests {
    @Test("holds the site byte for byte, is found sound, and gives the same site back")
    func roundTrip() throws {
        let place = try ArchivedSite()
        let package = try place.archive()
        let (status, lines) = try place.verify(package)
        #expect(status == 0 && lines == [])
        let back = try place.site.run("archive", "--restore", package.path, "--into", "tillbaka")
        #expect(back.status == 0, "\(back.err)")
        let restored = try place.site.tree("tillbaka")
        var original = try place.site.tree("content").map { ("content/" + $0.key, $0.value) }
        original.append(("klubba.yml", try Data(contentsOf: place.site.root.appendingPathComponent("klubba.yml"))))
        let kept = Dictionary(uniqueKeysWithValues: original.filter { !$0.0.hasPrefix("content/.forseglat/las") })
        #expect(restored == kept)
        let one = try place.site.run("build", "--today", "2020-10-01", "--output", "en")
        let two = try place.site.run("build", "--site", "tillbaka", "--today", "2020-10-01", "--output", "tva")
        #expect(one.status == 0 && two.status == 0, "\(two.err)")
        #expect(try place.site.tree("en") == place.site.tree("tva"))
    }

    @Test("a package that does not verify is not restored, and one is never restored over something")
    func refusedRestoring() throws {
        let place = try ArchivedSite()
        let package = try place.archive()
        let full = try place.site.run("archive", "--restore", package.path, "--into", "content")
        #expect(full.status == 2 && full.err.contains("content är inte tom"), "\(full.err)")
        let file = package.appendingPathComponent("representations/original/data/klubba.yml")
        try Data("organisation: En annan\n".utf8).write(to: file)
        let broken = try place.site.run("archive", "--restore", package.path, "--into", "tillbaka")
        #expect(broken.status == 1 && !place.site.exists("tillbaka"))
        #expect(
            broken.err.contains(
                "representations/original/data/klubba.yml: error[K187]: filen är 23 byte men ska vara"), "\(broken.err)"
        )
    }

    @Test(
        "in each form the same content gives the same bytes, and the package in it is sound",
        arguments: ["tar", "zip", "bag"])
    func forms(form: String) throws {
        let place = try ArchivedSite()
        let one = try place.archive("--form", form, into: "en")
        let two = try place.archive("--form", form, into: "tva")
        #expect(one.lastPathComponent == two.lastPathComponent)
        if form == "bag" {
            #expect(try Tree.files(one) == Tree.files(two))
        } else {
            #expect(try Data(contentsOf: one) == Data(contentsOf: two))
        }
        let (status, lines) = try place.verify(one)
        #expect(status == 0 && lines == [])
        let back = try place.site.run("archive", "--restore", one.path, "--into", "tillbaka")
        #expect(back.status == 0 && place.site.exists("tillbaka/content/beslutslogg.jsonl"), "\(back.err)")
    }

    @Test("two made by one clock are the same bytes; another day is another package of the same name")
    func deterministic() throws {
        let place = try ArchivedSite()
        let one = try place.archive(into: "en")
        let two = try place.archive(into: "tva")
        #expect(try Tree.files(one) == Tree.files(two))
        let again = try place.archive(into: "en")
        let status = try place.verify(again).status
        #expect(again == one && status == 0)
    }

    @Test("the members' and the public package have no byte of what is hidden from them")
    func audiences() throws {
        let site = try Workplace()
        try FileManager.default.removeItem(at: site.root)
        try FileManager.default.copyItem(at: Workplace.fixtures.appendingPathComponent("forbund/site"), to: site.root)
        let secret = ["KANARIE-SEKRETESS", "KANARIE-HEMLIGT"]
        let members = [
            "KANARIE-TITEL", "KANARIE-HANDLAGGARE", "KANARIE-INSATS", "KANARIE-SATS", "KANARIE-TEXT", "KANARIE-SIDA",
            "KANARIE-BILAGETITEL", "KANARIE-BILAGETEXT", "kanarie-underlag", "2020:9", "2020-9", "77 777",
            "lonekalkyl", "KANARIE-PROTOKOLL", "KANARIE-BESLUT", "88 888", "KANARIE-MOTTAGARE",
        ]
        for (audience, seen, hidden) in [
            ("public", [], members + secret), ("members", members.filter { $0.hasPrefix("KANARIE-T") }, secret),
            ("archive", members.filter { $0.hasPrefix("KANARIE") } + secret, []),
        ] {
            let result = try site.run(
                [
                    "archive", "--no-pdf", "--today", "2020-10-01", "--audience", audience, "--output",
                    "\(audience)-paket",
                ])
            #expect(result.status == 0, "\(result.err)")
            let package = try ArchivedSite.only(in: site.root.appendingPathComponent("\(audience)-paket"))
            let tree = try Tree.files(package)
            func found(_ words: [String]) -> [String] {
                words.filter { word in
                    tree.contains { $0.key.contains(word) || $0.value.range(of: Data(word.utf8)) != nil }
                }
            }
            #expect(found(hidden) == [], "\(audience)")
            #expect(found(seen) == seen, "\(audience)")
            #expect(try site.run("archive", "--verify", package.path).status == 0)
        }
    }

    @Test("a year has its held meetings and closed ärenden; what is left out is told")
    func year() throws {
        let place = try ArchivedSite()
        try place.site.write("content/arenden/2020-5.md", matter("dnr: 2020:5\ntitel: Öppet\nau: 2020-08-20"))
        try place.site.write("content/arenden/2020-6.md", matter("dnr: 2020:6\ntitel: Sent\nfs: 2020-12-11"))
        try place.site.write("content/moten/fs-2020-12-11.md", "---\nstatus: planerat\n---\n")
        let result = try place.run(["2020", "--output", "arkiv"])
        #expect(result.status == 0, "\(result.err)")
        #expect(
            result.err.contains(
                "content/moten/fs-2020-12-11.md:1:1: warning[K181]: FS 2020-12-11 är inte med: protokollet är inte justerat"
            ), "\(result.err)")
        #expect(
            result.err.contains(
                "content/arenden/2020-5.md:1:1: warning[K181]: 2020:5 är inte med i 2020: ärendet är inte avslutat"),
            "\(result.err)")
        let package = try ArchivedSite.only(in: place.site.root.appendingPathComponent("arkiv"))
        let paths = try Tree.files(package).keys
        #expect(paths.contains("representations/original/data/content/arenden/2020-1/budget.pdf"))
        #expect(paths.contains("representations/original/data/content/beslutslogg.jsonl"))
        #expect(!paths.contains("representations/original/data/content/arenden/2020-6.md"))
        let empty = try place.run(["1999", "--output", "tomt"])
        #expect(empty.status == 1 && !place.site.exists("tomt"))
        #expect(
            empty.err.contains("klubba.yml:1:1: error[K186]: 1999 har inga möten och inga avslutade ärenden"),
            "\(empty.err)")
    }

    @Test("a meeting has its ärenden with all their files; one whose record is not approved makes no package")
    func meeting() throws {
        let place = try ArchivedSite()
        let package = try place.archive("fs-2020-09-18")
        let erms = try String(
            contentsOf: package.appendingPathComponent("representations/handlingar/data/ERMS.xml"), encoding: .utf8)
        #expect(
            erms.contains("<actionText>§ 8 1 bifall, 2 avslag. 1. att hyra lokalen för högst 90 000 kronor (bifall)"))
        #expect(erms.contains(#"<restriction restrictionType="confidential">"#))
        #expect(erms.contains(#"<date dateType="main_signature">2020-09-25T00:00:00</date>"#))
        try place.site.write("content/moten/fs-2020-12-11.md", "---\nstatus: planerat\n---\n")
        let planned = try place.run(["fs-2020-12-11", "--output", "planerat"])
        #expect(planned.status == 1 && !place.site.exists("planerat"))
        #expect(planned.err.contains("error[K181]: FS 2020-12-11 är inte med: protokollet är inte justerat"))
        try place.site.write("content/arenden/2020-6.md", matter("dnr: 2020:6\ntitel: Väckt på mötet"))
        try place.site.write("content/moten/fs-2020-09-25.md", "---\nkallelse: 2020-09-20\n---\n")
        try place.site.write(
            "content/moten/fs-2020-09-25.protokoll.md",
            "---\nordförande: NN\njusterat: 2020-09-30\n---\n\n## § 1 2020:6\n\nBeslut: noteras\n")
        #expect(
            try place.erms(try place.archive("fs-2020-09-25", into: "vackt")).contains("<objectId>2020:6</objectId>"))
        let unknown = try place.run(["fs-2019-01-01", "--output", "okant"])
        #expect(unknown.status == 2, "\(unknown.err)")
    }

    @Test("says what is missing, in Swedish and in English")
    func messages() throws {
        let site = try SealedSite.make()
        try site.write(SealedSite.record, SealedSite.minutes)
        func told(_ language: String) throws -> String {
            try site.write("klubba.yml", Workplace.profile + "språk: \(language)\n")
            let result = try site.run(
                ["archive", "--no-pdf", "--today", "2020-10-01", "--output", "arkiv-\(language)"])
            #expect(result.status == 0, "\(result.err)")
            return result.err
        }
        let swedish = try told("sv")
        for line in [
            "klubba.yml:1:1: warning[K180]: arkiv: organisationsnummer saknas. Arkivet behöver det för att veta vems handlingarna är",
            "content/moten/fs-2020-09-18.protokoll.md:1:1: warning[K182]: protokollet är justerat men inte förseglat. Försegla först: klubba seal fs-2020-09-18",
            "content/arenden/2020-1/budget.pdf:1:1: warning[K183]: budget.pdf är inte i ett bevarandeformat. Lägg till den som PDF/A eller CSV också",
            "klubba.yml:1:1: warning[K184]: paketet har inga PDF/A-versioner (--no-pdf). Markdown är läsbar text, men fråga arkivet först",
        ] { #expect(swedish.contains(line + "\n"), "\(swedish)") }
        let english = try told("en")
        for line in [
            "klubba.yml:1:1: warning[K180]: arkiv: organisationsnummer is missing. The archive needs it to know whose papers they are",
            "content/moten/fs-2020-09-18.protokoll.md:1:1: warning[K182]: the record is approved but not sealed. Seal it first: klubba seal fs-2020-09-18",
            "content/arenden/2020-1/budget.pdf:1:1: warning[K183]: budget.pdf is not in a preservation format. Add it as PDF/A or CSV too",
            "klubba.yml:1:1: warning[K184]: the package has no PDF/A versions (--no-pdf). Markdown is readable text, but ask the archive first",
        ] { #expect(english.contains(line + "\n"), "\(english)") }
        let strict = try site.run(
            ["archive", "--no-pdf", "--strict", "--today", "2020-10-01", "--output", "strikt"])
        #expect(strict.status == 1 && !site.exists("strikt"))
    }

    @Test("checks and restores in the language of the site that the package was made of")
    func english() throws {
        let place = try ArchivedSite()
        try place.site.write("klubba.yml", Workplace.profile + "språk: en\n")
        let package = try place.archive()
        let other = try Workplace(["klubba.yml": Workplace.profile])
        let sound = try other.run("archive", "--verify", package.path)
        #expect(sound.status == 0 && sound.err.hasSuffix(" files, all as they should be.\n"), "\(sound.err)")
        let back = try other.run("archive", "--restore", package.path, "--into", "back")
        #expect(back.status == 0 && back.err.hasPrefix("Wrote ") && back.err.hasSuffix(" files to back.\n"))
        try Data("x".utf8).write(to: package.appendingPathComponent("documentation/x.txt"))
        let unsound = try other.run("archive", "--verify", package.path)
        #expect(
            unsound.err == """
                documentation/x.txt: error[K187]: the file is no part of the package: no METS.xml lists it. Remove it, or fetch the package anew
                \(package.path): 1 error.

                """, "\(unsound.err)")
        let refused = try other.run("archive", "--restore", package.path, "--into", "back2")
        #expect(refused.status == 1 && refused.err.hasSuffix("Nothing was written: the package has 1 error.\n"))
    }

    @Test("the delivery note says how to find a § of the package and how to check it by hand")
    func deliveryNote() throws {
        let place = try ArchivedSite()
        let package = try place.archive("2020", "--replace", "0a300ee9-f9e4-5697-a51a-efc7fafaba67")
        func file(_ path: String) -> URL { package.appendingPathComponent(path) }
        let note = try String(contentsOf: file("documentation/leverans.txt"), encoding: .utf8)
        #expect(note.contains("Ersätter: 0a300ee9-f9e4-5697-a51a-efc7fafaba67\n"))
        #expect(
            note.contains("till exempel \"§ 8\" och \"2020-09-18\": ärendets diarienummer\n(2020:1) står i objectId"))
        #expect(note.contains("arenden/2020-1/2020-1.md. Hela protokollet är moten/fs-2020-09-18/protokoll.md."))
        for path in ["arenden/2020-1/2020-1.md", "moten/fs-2020-09-18/protokoll.md"] {
            let own = file("representations/handlingar/data/\(path)")
            #expect(FileManager.default.fileExists(atPath: own.path), "\(path)")
        }
        #expect(try place.erms(package).contains("<actionText>§ 8 "))
        #expect(note.contains("python3 documentation/verify_record.py representations/original/data\nRader som slutar"))
        let program = try Data(contentsOf: file("documentation/verify_record.py"))
        let script = SealingDesk.repository.appendingPathComponent("scripts/verify_record.py")
        let known = try Data(contentsOf: script)
        #expect(program == known)
        let open = try place.archive("--audience", "public", into: "alla")
        let own = try String(contentsOf: open.appendingPathComponent("documentation/leverans.txt"), encoding: .utf8)
        #expect(!own.contains("verify_record") && own.contains("INNEHÅLL"))
        let names = try FileManager.default.contentsOfDirectory(atPath: open.path + "/documentation")
        #expect(!names.contains("verify_record.py") && names.contains("format.md"))
    }

    @Test("a draft is in the package of the whole site alone, and marked; what waits for its day as it will be")
    func drafts() throws {
        let place = try ArchivedSite()
        try place.site.write("content/arenden/2020-7.md", matter("dnr: 2020:7\ntitel: Skissen\nsynlighet: utkast"))
        try place.site.write(
            "content/arenden/2020-8.md",
            matter("dnr: 2020:8\ntitel: Senare\nsynlighet: sekretess\npubliceras: 2031-01-01"))
        try place.site.write(
            "content/arenden/2020-1/skiss.md", "---\nsynlighet: utkast\n---\n\n# Skiss\n\nUtkastord.\n")
        let whole = try place.archive(into: "hela")
        let erms = try place.erms(whole)
        #expect(erms.contains("<title>Skissen</title>") && erms.contains("<securityClass>utkast</securityClass>"))
        let later = try #require(
            erms.components(separatedBy: "<aggregation ").first { $0.contains("<title>Senare</title>") })
        #expect(later.contains(#"<restriction restrictionType="confidential">"#))
        let (status, lines) = try place.verify(whole)
        #expect(status == 0, "\(lines)")
        for scope in ["2020", "fs-2020-09-18"] {
            let part = try Tree.files(try place.archive(scope, into: "del-\(scope)"))
            #expect(!part.contains { $0.value.range(of: Data("Utkastord".utf8)) != nil }, "\(scope)")
            #expect(!part.keys.contains { $0.contains("2020-7") }, "\(scope)")
        }
    }

    @Test("an ärende that is named in a text is a reference, whether it is in the package or not")
    func references() throws {
        let place = try ArchivedSite()
        try place.site.write("content/arenden/2019-4.md", matter("dnr: 2019:4\ntitel: Gammalt"))
        try place.site.write(
            "content/arenden/2020-9.md",
            matter("dnr: 2020:9\ntitel: Nytt", "Se ärende 2019:4 och 2020:1.\n"))
        let package = try place.archive()
        let own = try #require(
            try place.erms(package).components(separatedBy: "<aggregation ").first { $0.contains("<objectId>2020:9<") })
        #expect(own.contains(#"<relation relationType="reference">2019:4</relation>"#))
        #expect(own.contains(#"<relation relationType="reference">2020:1</relation>"#))
    }

    @Test("all packages of the years, one restored over another, have no two different files")
    func years() throws {
        let place = try ArchivedSite()
        try place.site.write(
            "content/arenden/2021-1.md", matter("dnr: 2021:1\ntitel: Nästa\nfs: 2021-02-05\nbilaga: 1"))
        try place.site.write("content/moten/fs-2021-02-05.md", "---\nkallelse: 2021-01-29\n---\n")
        try place.site.write(
            "content/moten/fs-2021-02-05.protokoll.md",
            "---\nordförande: NN\njusterat: 2021-02-12\n---\n\n## § 1 2021:1\n\nBeslut: noteras\n")
        var known: [String: Data] = [:]
        for year in ["2020", "2021"] {
            let result = try place.site.run("archive", "--no-pdf", "--today", "2021-03-01", year, "--output", year)
            #expect(result.status == 0, "\(result.err)")
            let package = try ArchivedSite.only(in: place.site.root.appendingPathComponent(year))
            let back = try place.site.run("archive", "--restore", package.path, "--into", "tillbaka-\(year)")
            #expect(back.status == 0, "\(back.err)")
            for (path, bytes) in try place.site.tree("tillbaka-\(year)") {
                #expect(known.updateValue(bytes, forKey: path) ?? bytes == bytes, "\(path)")
            }
        }
        #expect(known.keys.contains("content/arenden/2021-1.md") && known.keys.contains(SealedSite.text))
    }
}
