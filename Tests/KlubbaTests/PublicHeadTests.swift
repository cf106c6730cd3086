import Foundation
import Testing

/// The log's public head, from the seal to the citizen who checks a page.
@Suite("The public head")
struct PublicHeadTests {
    private static let ada = "e734ea6c2b6257de72355e472aa05a4c487e6b463c029ed306df2f01b5636b58"

    @Test("a signed seal makes a head, and every sealed page and file a proof that a stranger can check offline")
    func story() throws {
        let desk = try SealingDesk()
        try desk.sealed()
        #expect(desk.site.exists("content/forsegling/huvuden/1.txt"))
        let head = try desk.site.read("content/forsegling/huvuden/2.txt")
        #expect(head.hasPrefix("handlingar.example.se/forsegling\n2\n"))
        try desk.site.build()
        #expect(try desk.site.read("public/forsegling/checkpoint") == head)
        let page = try desk.site.read("public/forsegling/index.html")
        #expect(page.contains("Förseglat <time datetime=\"2020-09-25\">25 september 2020</time>."))
        for address in ["arenden/2020-1/", "arenden/2020-1/ansokan/", "moten/fs-2020-09-18/protokoll/8/"] {
            #expect(try desk.site.read("public/\(address)index.html").contains("Bevis för den här sidan"))
            let (status, out) = try desk.verify(address)
            #expect(status == 0, "\(out)")
            #expect(out.contains("STÄMMER / AGREES") && out.contains("RESULTAT: det som står efter |"), "\(out)")
        }
        let file = try desk.verify("arenden/2020-1/budget.pdf")
        #expect(file.status == 0, "\(file.out)")
        let decision = try desk.verify("moten/fs-2020-09-18/protokoll/8/")
        #expect(decision.out.contains("1 bifall, 2 avslag"), "\(decision.out)")
        #expect(
            decision.out.contains("2020-09-25T12:00:00Z, protokoll, fs-2020-09-18 (rad / line 2)"), "\(decision.out)")
        #expect(try SealedSite.verify(desk.site, "public").lines == [])
        // The other verifier makes the whole tree anew from the log and the salt.
        #expect(try Self.record(desk.site) == [])
        try desk.site.replace("\n2\n", with: "\n1\n", in: "content/forsegling/huvuden/2.txt")
        #expect(try Self.record(desk.site).contains("forsegling/huvuden/2.txt: of another log"))
        #expect(try SealedSite.verify(desk.site).status == 1)
    }

    @Test("a changed word, proof, head or key is found by the page's verifier")
    func tampered() throws {
        let desk = try SealingDesk()
        try desk.sealed()
        try desk.site.build()
        let page = "arenden/2020-1/"
        let changed = try desk.verify(page) { $0.replacing("90 000", with: "95 000") }
        #expect(changed.status == 1 && changed.out.contains("text: SKILJER SIG"), "\(changed.out)")
        let own = try desk.verify(page, ["--key", Self.ada])
        #expect(own.status == 0, "\(own.out)")
        let other = try desk.verify(page, ["--key", String(repeating: "1", count: 64)])
        #expect(other.status == 1 && other.out.contains("annan nyckel än den angivna"), "\(other.out)")
        let proof = "public/forsegling/bevis/arenden/2020-1.json"
        let whole = try desk.site.read(proof)
        for (old, new) in [
            ("\"tid\":\"2020-09-11", "\"tid\":\"2020-09-10"), ("\"slag\":\"kallelse\"", "\"slag\":\"protokoll\""),
            ("\"rad\":0", "\"rad\":1"), ("\"adress\":\"arenden/2020-1/\"", "\"adress\":\"arenden/2020-2/\""),
            ("forsegling\\n2\\n", "forsegling\\n3\\n"), ("\"mote\":\"fs", "\"mote\":\"au"), ("\"delar\"", "\"dela\""),
        ] where whole.contains(old) {
            try desk.site.write(proof, whole.replacing(old, with: new))
            let (status, out) = try desk.verify(page)
            #expect(status == 1 && !out.contains("Traceback"), "\(old): \(out)")
        }
        // Every byte of the proof that says something counts: a sample of single digits and letters.
        let bytes = Array(whole.utf8)
        for index in stride(from: 40, to: bytes.count - 200, by: 211) where bytes[index] != UInt8(ascii: " ") {
            var other = bytes
            other[index] = bytes[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            try desk.site.write(proof, Data(other))
            let (_, out) = try desk.verify(page)
            #expect(!out.contains("Traceback"), "\(out)")
        }
    }

    @Test("what is hidden is in neither edition's bytes: only the hashes of the tree change with it")
    func hidden() throws {
        func site(_ edit: (Workplace) throws -> Void) throws -> Workplace {
            let desk = try SealingDesk()
            try edit(desk.site)
            try desk.site.write("content/forsegling/salt", SealingDesk.key("5"))
            try desk.sealed()
            try desk.site.build()
            try desk.site.build("--audience", "members", "--output", "ledamoter")
            return desk.site
        }
        let plain = try site { _ in }
        let secret = try site { site in
            try site.replace("Hemligt.", with: "KANARIEFÅGEL i buren.", in: "content/arenden/2020-3.md")
            try site.replace("titel: Tvisten", with: "titel: KANARIE", in: "content/arenden/2020-3.md")
        }
        let members = try site { site in
            try site.write("content/arenden/2020-2/2.2 Extra.md", "# KANARIE\n\nEn till.\n")
            try site.replace("bilaga: 2 - 2.1", with: "bilaga: 2 - 2.2", in: "content/arenden/2020-2/arende.md")
        }
        let before = try plain.tree("public").filter { $0.key.hasPrefix("forsegling/") }
        #expect(before.count > 8)
        for other in [secret, members] {
            let after = try other.tree("public").filter { $0.key.hasPrefix("forsegling/") }
            #expect(Set(after.keys) == Set(before.keys))
            for (path, bytes) in after {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("KANARIE"), "\(path)")
                // Without the tree's own hashes and the signature of them, the bytes are the same.
                #expect(
                    Self.withoutHashes(text)
                        == Self.withoutHashes(String(decoding: before[path] ?? Data(), as: UTF8.self)), "\(path)")
            }
            // No hash of the log's hidden parts stands there as it is.
            let log = try other.read(SealedSite.log)
            let published = Set(
                try other.read("public/data/forsegling.csv").matches(of: /[0-9a-f]{64}/).map { String($0.0) })
            for hash in Set(log.matches(of: /[0-9a-f]{64}/).map { String($0.0) }).subtracting(published)
            where !log.contains("\"nyckel\":\"\(hash)\"") {
                #expect(after.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains(hash) })
            }
        }
        let ledamoter = try secret.tree("ledamoter").filter { $0.key.hasPrefix("forsegling/") }
        #expect(ledamoter.keys.contains("forsegling/bevis/arenden/2020-2.json"))
        #expect(ledamoter.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("KANARIE") })
        #expect(!before.keys.contains { $0.contains("2020-2") || $0.contains("2020-3") })
        #expect(try plain.tree("public").keys.allSatisfy { !$0.contains("salt") })
    }

    /// Base64 of 32 bytes and of signatures, salts and places.
    private static func withoutHashes(_ text: String) -> String {
        text.replacing(/[A-Za-z0-9+\/]{90,}=*/, with: "¤").replacing(/[A-Za-z0-9+\/]{43}=/, with: "#")
            .replacing(/"salt":"[0-9a-f]{64}"/, with: "salt").replacing(/"plats":[0-9]+/, with: "plats")
    }

    @Test("a municipality vouches for a head that contains the one before, in one file and out in one")
    func cosigned() throws {
        let desk = try SealingDesk()
        try SealedSite.seal(desk.site, "2020-09-11", "--key", desk.path("ada.key"))
        try desk.site.build()
        let request = desk.site.root.path + "/public/forsegling/begaran-0.txt"
        let first = try desk.run(
            "cosign", request, "--key", desk.path("nyhamn.key"), "--name", "nyhamn.example/intyg", "-o",
            desk.path("ut.txt"))
        #expect(first.status == 0, "\(first.err)")
        let verifier = try #require(first.out.split(separator: "\n").last?.dropFirst("NAMN: ".count))
        let unknown = try desk.run("seal", "--cosignature", desk.path("ut.txt"))
        #expect(unknown.status == 1 && unknown.err.contains("nyhamn.example/intyg"), "\(unknown.err)")
        try desk.site.write("content/forsegling/intygare.txt", "# De som intygar\nNyhamns kommun: \(verifier)\n")
        let taken = try desk.run("seal", "--cosignature", desk.path("ut.txt"))
        #expect(taken.out == "Tog in intyg från Nyhamns kommun.\n", "\(taken.err)")
        try desk.site.build()
        #expect(try desk.site.read("public/forsegling/index.html").contains("intygat av 1 kommun"))
        let page = try desk.verify("arenden/2020-1/", ["--witness", "Nyhamn: \(verifier)"])
        #expect(page.status == 0 && page.out.contains("intygat av / cosigned by: Nyhamns kommun"), "\(page.out)")

        // The next head contains the first one: the request says so from where the municipality stands.
        try desk.site.write(SealedSite.record, SealedSite.minutes)
        try SealedSite.seal(desk.site, "2020-09-25", "--key", desk.path("ada.key"))
        try desk.site.build()
        let again = try desk.run(
            "cosign", request, "--key", desk.path("nyhamn.key"), "--name", "nyhamn.example/intyg", "-o",
            desk.path("ut2.txt"))
        #expect(again.status == 1 && again.err.contains("begaran-1.txt"), "\(again.err)")
        let next = desk.site.root.path + "/public/forsegling/begaran-1.txt"
        let second = try desk.run(
            "cosign", next, "--key", desk.path("nyhamn.key"), "--name", "nyhamn.example/intyg", "-o",
            desk.path("ut2.txt"))
        #expect(second.status == 0, "\(second.err)")
        // What the municipality sent was lost: it signs the same head once more, and finds a request for the next one.
        let lost = try desk.run(
            "cosign", next, "--key", desk.path("nyhamn.key"), "--name", "nyhamn.example/intyg", "-o",
            desk.path("ut2.txt"))
        #expect(lost.status == 0, "\(lost.err)")
        try SealedSite.seal(desk.site, "2020-09-28", "--key", desk.path("ada.key"))
        try desk.site.build()
        let third = try desk.run(
            "cosign", desk.site.root.path + "/public/forsegling/begaran-2.txt", "--key", desk.path("nyhamn.key"),
            "--name", "nyhamn.example/intyg", "-o", desk.path("ut3.txt"))
        #expect(third.status == 0, "\(third.err)")
        // A proof that leads elsewhere is not signed.
        let forged = try desk.site.read("public/forsegling/begaran-1.txt").split(
            separator: "\n", omittingEmptySubsequences: false)
        var lines = forged.map(String.init)
        lines[1] = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
        try desk.write("falsk.txt", lines.joined(separator: "\n"))
        try? FileManager.default.removeItem(atPath: desk.path("ut3.txt"))
        try desk.write("forut.txt", try String(contentsOfFile: desk.path("ut.txt"), encoding: .utf8))
        let refused = try desk.run(
            "cosign", desk.path("falsk.txt"), "--key", desk.path("nyhamn.key"), "--name", "nyhamn.example/intyg",
            "--state",
            desk.path("forut.txt"), "-o", desk.path("ut3.txt"))
        #expect(
            refused.status == 1 && refused.err.contains("innehåller inte det som du intygade förut"), "\(refused.err)")
        #expect(!FileManager.default.fileExists(atPath: desk.path("ut3.txt")))
    }

    @Test("a log that was made anew does not pass for the one whose head was signed")
    func rewritten() throws {
        let desk = try SealingDesk()
        try desk.sealed()
        let head = try desk.site.read("content/forsegling/huvuden/2.txt")
        try desk.site.remove("content/beslutslogg.jsonl")
        try desk.site.remove("content/.forseglat")
        let again = try desk.run("seal", "fs-2020-09-18", "--today", "2020-09-25", "--key", desk.path("bo.key"))
        #expect(again.status == 1 && again.err.contains("error[K310]"), "\(again.err)")
        // Whoever takes the heads away can make a log anew, but not one that a head kept elsewhere is of.
        try desk.site.remove("content/forsegling/huvuden")
        try SealedSite.seal(desk.site, "2020-09-25", "--key", desk.path("bo.key"))
        try desk.site.write("content/forsegling/huvuden/2.txt", head)
        let result = try desk.run("verify", "--today", "2020-10-01")
        #expect(result.status == 1 && result.err.contains("error[K310]"), "\(result.err)")
    }

    @Test("a signed log whose heads are gone is told of, whatever was built since")
    func headsGone() throws {
        let desk = try SealingDesk()
        try desk.sealed()
        try desk.site.remove("content/forsegling")
        try desk.site.build()
        let result = try desk.run("verify", "public", "--today", "2020-10-01", "--strict")
        #expect(result.status == 1)
        #expect(result.err.contains("content/forsegling/huvuden:1:1: warning[K435]"), "\(result.err)")
    }

    @Test("an old log without a head gets one, which binds every line in")
    func old() throws {
        let desk = try SealingDesk()
        try SealedSite.seal(desk.site, "2020-09-11")
        try desk.site.write(SealedSite.record, SealedSite.minutes)
        try SealedSite.seal(desk.site, "2020-09-25")
        try desk.site.build()
        #expect(!desk.site.exists("public/forsegling/index.html"))
        let keyless = try desk.run("seal", "--head")
        #expect(keyless.status == 2 && keyless.err.contains("--key"), "\(keyless.err)")
        let none = try desk.run("seal")
        #expect(none.status == 2)
        try desk.run(
            "key", "add", "--key", desk.path("ada.key"), "--name", "Ada Ek", "--role", "sekreterare", "--today",
            "2020-09-26")
        let head = try desk.run("seal", "--head", "--key", desk.path("ada.key"))
        #expect(head.status == 0 && head.out.hasPrefix("Loggens publika huvud gäller 2 rader"), "\(head.err)")
        try desk.site.build()
        let (status, out) = try desk.verify("arenden/2020-1/")
        #expect(status == 0 && out.contains("undertecknat av / signed by: Ada Ek, sekreterare"), "\(out)")
    }

    @Test("a new key is signed by the one before, both verifiers know it, and a lost one leaves a trace")
    func keys() throws {
        let desk = try SealingDesk()
        let add = ["--role", "sekreterare", "--today", "2020-09-01"]
        #expect(try desk.site.run(["key", "add", "--key", desk.path("ada.key"), "--name", "Ada Ek"] + add).status == 0)
        try SealedSite.seal(desk.site, "2020-09-11", "--key", desk.path("ada.key"))
        let alone = try desk.site.run(["key", "add", "--key", desk.path("bo.key"), "--name", "Bo Al"] + add)
        #expect(alone.status == 1 && alone.err.contains("ska undertecknas med den förra (Ada Ek)"))
        let early = try desk.site.run(
            [
                "key", "add", "--key", desk.path("bo.key"), "--name", "Bo Al", "--role", "sekreterare", "--previous",
                desk.path("ada.key"), "--today", "2020-09-20",
            ])
        #expect(early.status == 0, "\(early.err)")
        try desk.site.write(SealedSite.record, SealedSite.minutes)
        try SealedSite.seal(desk.site, "2020-09-25", "--key", desk.path("bo.key"))
        try desk.site.build()
        // The one before signs no more.
        let former = try desk.run("seal", "fs-2020-09-18", "--today", "2020-09-26", "--key", desk.path("ada.key"))
        #expect(former.status == 1 && former.err.contains("inte den sista i content/nycklar.txt"), "\(former.err)")
        let trusting = try desk.run("verify", "--public-key", Self.ada, "--today", "2020-10-01")
        #expect(trusting.status == 0, "\(trusting.err)")
        #expect(try Self.record(desk.site, "--key", Self.ada) == [])
        let page = try desk.verify("moten/fs-2020-09-18/protokoll/8/", ["--key", Self.ada])
        #expect(page.status == 0 && page.out.contains("Bo Al"), "\(page.out)")
        // One who is put down as another is not the one that Ada signed.
        try desk.site.replace("namn: Bo Al", with: "namn: Cia Al", in: "content/nycklar.txt")
        let renamed = try desk.run("verify", "--public-key", Self.ada, "--today", "2020-10-01")
        #expect(renamed.status == 1 && renamed.err.contains("error[K312]") && renamed.err.contains("error[K133]"))
        #expect(try Self.record(desk.site, "--key", Self.ada).contains { $0.contains("nycklar.txt") })
        // A key whose owner is gone is told of for ever, by both.
        let text = try desk.site.read("content/nycklar.txt")
        let signature = try #require(text.firstMatch(of: /underskrift: [0-9a-f]+/)).0
        try desk.site.write("content/nycklar.txt", text.replacing(signature, with: "förlorad: Datorn stals"))
        let lost = try desk.run("verify", "--today", "2020-10-01")
        #expect(lost.status == 0 && lost.err.contains("warning[K314]"), "\(lost.err)")
        #expect(
            try Self.record(desk.site, "--key", Self.ada).contains { $0.hasSuffix("a line is not signed with the key") }
        )
    }

    private static func record(_ site: Workplace, _ arguments: String...) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", SealingDesk.repository.appendingPathComponent("scripts/verify_record.py").path, site.root.path]
            + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: out, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
