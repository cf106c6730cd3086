import Foundation
import Testing

/// The format as docs/record-format.md has it, read by a program that shares no code with this one.
@Suite("Another verifier")
struct RecordFormatTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("scripts/verify_record.py").path

    private func verify(_ site: Workplace, _ arguments: String...) throws -> (status: Int32, lines: [String]) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", Self.script, site.root.path] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: out, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    @Test("finds nothing where there is nothing to find: log, papers, and both sites")
    func untouched() throws {
        let site = try SealedSite.sealed()
        try site.build("--audience", "members", "--output", "ledamoter")
        #expect(try verify(site).lines == [])
        #expect(try verify(site, site.root.path + "/public").lines == [])
        #expect(try verify(site, site.root.path + "/ledamoter", "members").lines == [])
    }

    @Test("finds what klubba finds")
    func tampered() throws {
        let site = try SealedSite.sealed()
        try site.replace("köpa möbler", with: "sälja möbler", in: "public/arenden/2020-1/index.html")
        try site.replace("reserverar sig", with: "jublar", in: SealedSite.record)
        try site.remove("content/arenden/2020-1/budget.pdf")
        try site.replace("2020-09-11T12", with: "2020-09-10T12", in: SealedSite.log)
        let (status, lines) = try verify(site, site.root.path + "/public")
        #expect(status == 1)
        #expect(
            lines == [
                "beslutslogg.jsonl:1: edited",
                "beslutslogg.jsonl:2: does not follow the line before",
                "arenden/2020-1/budget.pdf: missing",
                "moten/fs-2020-09-18.protokoll.md: changed since entry 2",
                "arenden/2020-1/index.html: not as sealed (2020:1 Lokaler, text)",
            ])
    }

    @Test("reads a log that was sealed and signed once and for all, as this program does: the format has not moved")
    func fixture() throws {
        let site = try Workplace()
        let fixture = Workplace.fixtures.appendingPathComponent("forseglat/site")
        for (path, bytes) in try Tree.files(fixture) { try site.write(path, bytes) }
        let key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        #expect(try verify(site, "--key", key).lines == [])
        let result = try site.run("verify", "--public-key", key, "--today", "2020-10-01")
        #expect(result.status == 0, "\(result.err)")
        #expect(
            result.err == """
                3 rader i loggen, 8 förseglade handlingar: allt stämmer.
                Undertecknad med \(key).
                Sista raden har kontrollsumman 631b46378afe2864ac8cd00e3abf6439aad0cbfafb12169509873786f422011a

                """)
    }
}
