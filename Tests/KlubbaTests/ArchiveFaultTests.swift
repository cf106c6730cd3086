import Foundation
import Testing

@Suite("What may go wrong while an archive package is made: a whole package or none")
struct ArchiveFaultTests {
    @Test("names with å as one character and as two, and long ones, are what they were")
    func names() throws {
        let place = try ArchivedSite()
        let names = [
            "Fråga.txt".precomposedStringWithCanonicalMapping, "Bön.txt".decomposedStringWithCanonicalMapping,
            String(repeating: "å", count: 120) + ".txt", "100 % säkert & \"klart\".txt",
        ]
        try place.site.write("content/arenden/2020-7/arende.md", matter("dnr: 2020:7\ntitel: Osänt"))
        for name in names { try place.site.write("content/arenden/2020-7/\(name)", "\(name)\n") }
        for form in ["mapp", "tar", "zip", "bag"] {
            let package = try place.archive("--form", form, into: form)
            let (status, lines) = try place.verify(package)
            #expect(status == 0, "\(lines)")
            let back = try place.site.run("archive", "--restore", package.path, "--into", "tillbaka-\(form)")
            #expect(back.status == 0, "\(back.err)")
            let kept = try FileManager.default.contentsOfDirectory(
                atPath: place.site.root.appendingPathComponent("tillbaka-\(form)/content/arenden/2020-7").path)
            for name in names { #expect(kept.contains { $0.utf8.elementsEqual(name.utf8) }, "\(form): \(name)") }
        }
        try place.site.write("content/arenden/2020-7/\(String(repeating: "x", count: 246)).txt", "x")
        let long = try place.run(["--output", "lang"])
        #expect(long.status == 1 && long.err.contains("error[K240]") && !place.site.exists("lang"), "\(long.err)")
    }

    @Test("a bilaga that grows while it is packed leaves no package, and is told by its name")
    func changing() throws {
        let place = try ArchivedSite()
        try place.site.write("content/arenden/2020-7/arende.md", matter("dnr: 2020:7\ntitel: Osänt"))
        let film = place.site.root.appendingPathComponent("content/arenden/2020-7/film.mp4")
        try Data().write(to: film)
        let file = try FileHandle(forWritingTo: film)
        try file.truncate(atOffset: 64 << 20)
        let root = place.site.root
        // A process of its own, since a task may get no thread while all other tests run.
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = ["-c", "while :; do printf x >>\"$1\" || exit; sleep 0.002; done", "sh", film.path]
        try writer.run()
        defer { writer.terminate() }
        let result = try Program.run(["archive", "--no-pdf", "--today", "2020-10-01"], in: root)
        #expect(result.status == 3, "\(result.err)")
        let told = "film.mp4 ändrades medan paketet gjordes. Stäng filen i andra program och gör om.\n"
        #expect(result.err.hasSuffix(told), "\(result.err)")
        let left = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/arkiv")) ?? []
        #expect(left == [])
    }

    @Test("two that are made at once into one folder are both whole")
    func atOnce() async throws {
        let place = try ArchivedSite()
        let root = place.site.root
        let results = try await withThrowingTaskGroup(of: Program.Result.self) { group in
            for scope in ["2020", "fs-2020-09-18", "2020", "fs-2020-09-18"] {
                group.addTask {
                    try Program.run(["archive", scope, "--no-pdf", "--today", "2020-10-01"], in: root)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for result in results { #expect(result.status == 0, "\(result.err)") }
        let names = try FileManager.default.contentsOfDirectory(atPath: place.site.root.path + "/arkiv")
        #expect(names.count == 2, "\(names)")
        for name in names {
            let (status, lines) = try place.verify(place.site.root.appendingPathComponent("arkiv/\(name)"))
            #expect(status == 0, "\(lines)")
        }
    }

    @Test("an unsound site, an output among the content and a killed run leave no package")
    func nothingHalf() throws {
        let place = try ArchivedSite()
        for output in ["content/arkiv", "theme/arkiv", "public/arkiv"] {
            #expect(try place.run(["--output", output]).status == 2)
        }
        try place.site.write("arkiv/.klubba-arkiv-abc123/paket/METS.xml", "<halv/>")
        let package = try place.archive()
        let status = try place.verify(package).status
        #expect(!place.site.exists("arkiv/.klubba-arkiv-abc123") && status == 0)
        try place.site.write("content/arenden/trasig.md", "---\ndnr: 2020:1\ntitel: Samma\n---\n")
        let broken = try place.run(["--output", "trasigt"])
        #expect(broken.status == 1 && !place.site.exists("trasigt"))
    }
}
