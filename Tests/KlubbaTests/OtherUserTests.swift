import Foundation
import Testing

@Suite("A site with a folder that belongs to another user", .enabled(if: geteuid() == 0, "owners are root's to give"))
struct OtherUserTests {
    @Test("the build stops before anything is changed, names the folder, and says that the old site stands")
    func folderOfAnother() throws {
        let site = try Workplace([
            "klubba.yml": "organisation: Förbundet\n",
            "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler"),
            "content/moten/fs-2020-09-18.md": "---\ntid: 13.00\n---\n",
        ])
        let build = try builder(site)
        try own(site.root.path, by: "65534")
        #expect(try build().status == 0)
        let before = try site.tree("public")
        try own(site.root.path + "/public/moten", by: "0")
        try site.write("content/arenden/2020-1.md", matter("dnr: 2020:1\ntitel: Andra lokaler"))
        try site.write("content/moten/fs-2020-09-18.md", "---\ntid: 14.00\n---\n")
        let second = try build()
        #expect(second.status == 3)
        #expect(second.said.contains("public/moten"), "\(second.said)")
        #expect(try site.tree("public") == before)
    }

    @Test("a bilaga that may not be read stops the build with the system's own reason; the old site stands")
    func bilagaOfAnother() throws {
        let site = try Workplace([
            "klubba.yml": "organisation: Förbundet\n",
            "content/arenden/2020-1/arende.md": matter("dnr: 2020:1\ntitel: Lokaler"),
            "content/arenden/2020-1/1 Plan.txt": "En plan.\n",
        ])
        let build = try builder(site)
        try own(site.root.path, by: "65534")
        #expect(try build().status == 0)
        let before = try site.tree("public")
        let bilaga = site.root.path + "/content/arenden/2020-1/1 Plan.txt"
        try own(bilaga, by: "0")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: bilaga)
        let second = try build()
        #expect(second.status == 1)
        #expect(
            second.said.contains(
                "content/arenden/2020-1/1 Plan.txt:1:1: error[K003]: filen kan inte läsas (behörighet saknas). Kontrollera behörigheten"
            ), "\(second.said)")
        #expect(try site.tree("public") == before)
        try own(bilaga, by: "65534")
        #expect(try build().status == 0)
    }

    @Test(
        "a folder of the theme that may not be looked into stops the build: the site would look another way, in silence"
    )
    func themeOfAnother() throws {
        let site = try Workplace([
            "klubba.yml": "organisation: Förbundet\n",
            "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler"),
            "theme/tillgangar/stil.css": "body { color: #123456 }\n",
        ])
        let build = try builder(site)
        try own(site.root.path, by: "65534")
        #expect(try build().status == 0)
        let before = try site.tree("public")
        for folder in ["theme/tillgangar", "theme"] {
            let path = site.root.path + "/" + folder
            try own(path, by: "0")
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
            let second = try build()
            #expect(second.status == 1)
            #expect(second.said.contains("\(folder)/:1:1: error[K003]: "), "\(second.said)")
            #expect(try site.tree("public") == before)
        }
    }

    /// Builds a site as nobody.
    private func builder(_ site: Workplace) throws -> () throws -> (status: Int32, said: String) {
        let program = site.root.appendingPathComponent("klubba")
        try FileManager.default.copyItem(at: Program.location, to: program)
        return {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            process.arguments =
                ["--reuid=65534", "--clear-groups", program.path, "build", "--no-search", "--today", "2020-10-01"]
            process.currentDirectoryURL = site.root
            process.environment = ["XDG_CACHE_HOME": site.root.path + "/cache", "PATH": "/usr/bin:/bin"]
            let pipe = Pipe()
            process.standardError = pipe
            try process.run()
            let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return (process.terminationStatus, said)
        }
    }

    private func own(_ path: String, by user: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["chown", "-R", user, path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
