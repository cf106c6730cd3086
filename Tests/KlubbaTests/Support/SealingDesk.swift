import Foundation
import Testing

/// Keys lie beside the site, never in it.
final class SealingDesk {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A seed in hexadecimal digits is a key's file.
    static func key(_ digit: Character) -> String { String(repeating: digit, count: 64) + "\n" }

    let site: Workplace
    let folder: URL

    init() throws {
        site = try SealedSite.make()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("klubba-desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, digit) in [("ada", "a"), ("bo", "b"), ("nyhamn", "c"), ("vik", "d")] {
            try write("\(name).key", SealingDesk.key(Character(digit)))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    @discardableResult
    func run(_ arguments: String...) throws -> Program.Result { try site.run(arguments) }

    func seal(_ day: String) throws { try SealedSite.seal(site, day, "--key", path("ada.key")) }

    /// The kallelse and the minutes, each line signed and with a head.
    func sealed() throws {
        try SealedSite.seal(site, "2020-09-11", "--key", path("ada.key"))
        try site.write(SealedSite.record, SealedSite.minutes)
        try SealedSite.seal(site, "2020-09-25", "--key", path("ada.key"))
    }

    /// A page and its proof as a reader saves them, and the verifier, in an empty folder.
    func verify(
        _ page: String, from edition: String = "public", _ arguments: [String] = [],
        changing change: (String) -> String = { $0 }
    ) throws -> (status: Int32, out: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("klubba-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let served = page.hasSuffix("/") ? page + "index.html" : page
        let name = page.hasSuffix("/") ? String(page.dropLast()) : page
        let bytes = try Data(contentsOf: site.root.appendingPathComponent("\(edition)/\(served)"))
        let saved = String(data: bytes, encoding: .utf8).map { Data(change($0).utf8) } ?? bytes
        try saved.write(to: folder.appendingPathComponent("sidan"))
        try Data(site.read("\(edition)/forsegling/bevis/\(name).json").utf8).write(
            to: folder.appendingPathComponent("bevis.json"))
        let script = SealingDesk.repository.appendingPathComponent("scripts/verify_page.py")
        try FileManager.default.copyItem(at: script, to: folder.appendingPathComponent("verify_page.py"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "verify_page.py", "sidan", "bevis.json"] + arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: out, as: UTF8.self))
    }
}
