import Foundation
import Testing

/// A site in a folder of its own, and the tools that make and read packets.
final class Bench {
    let root: URL

    /// A site of these files, with a meeting of FS on 18 September 2020.
    init(_ files: [String: String] = [:]) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("klubba-packet-\(UUID().uuidString)")
        try write("klubba.yml", "organisation: Förbundet Prov\nadress: https://handlingar.example.se\n")
        try write(
            "content/moten/fs-2020-09-18.md",
            "---\ntid: 13.00\nplats: Lilla salen\nkallelse: 2020-09-11\n---\nVälkommen till mötet.\n")
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ bytes: Data) throws {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }
    func data(_ name: String) throws -> Data { try Data(contentsOf: root.appendingPathComponent(name)) }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}

extension Bench {
    struct Result {
        let status: Int32
        let out: String
        let err: String
    }

    /// The built programs are beside the tests' own.
    static func built(_ name: String) -> URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent(name)
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return URL(fileURLWithPath: name)
    }

    /// The repository, whose `.tools` has WeasyPrint.
    static var repository: URL {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }

    func klubba(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
        try klubba(arguments, environment: environment)
    }

    func klubba(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        var own = environment
        let printer = Bench.repository.appendingPathComponent(".tools/packet/bin/weasyprint").path
        if own["KLUBBA_WEASYPRINT"] == nil, FileManager.default.isExecutableFile(atPath: printer) {
            own["KLUBBA_WEASYPRINT"] = printer
        }
        // Most tests are the same with LibreOffice and without, and quicker without.
        own["KLUBBA_SOFFICE"] = own["KLUBBA_SOFFICE"] ?? ""
        return try run(Bench.built("klubba"), arguments, own)
    }

    /// Makes the packet of the meeting and expects a status; gives what was said.
    @discardableResult
    func packet(
        _ arguments: String..., output: String = "ut.pdf", status: Int32 = 0, environment: [String: String] = [:]
    ) throws -> Result {
        let all = ["packet", "fs-2020-09-18", "--today", "2020-10-01", "--output", output] + arguments
        let result = try klubba(all, environment: environment)
        #expect(result.status == status, "\(result.err)")
        return result
    }

    func prepare(_ pdf: Data, environment: [String: String] = [:]) throws -> Result {
        try write("in.pdf", pdf)
        return try run(Bench.built("klubba-pdf"), ["prepare", path("in.pdf"), path("klar.pdf")], environment)
    }

    /// A program of the system: qpdf, pdftotext and their like.
    @discardableResult
    func tool(_ name: String, _ arguments: String...) throws -> Result {
        let result = try run(URL(fileURLWithPath: "/usr/bin/env"), [name] + arguments, [:])
        try #require(result.status != 127, "\(name) is not installed")
        return result
    }

    private func run(_ program: URL, _ arguments: [String], _ environment: [String: String]) throws -> Result {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = root
        var own = ProcessInfo.processInfo.environment
        own["SOURCE_DATE_EPOCH"] = nil
        process.environment = own.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let logs = FileManager.default.temporaryDirectory.appendingPathComponent("klubba-log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: logs) }
        let (out, err) = (logs.appendingPathComponent("out"), logs.appendingPathComponent("err"))
        try Data().write(to: out)
        try Data().write(to: err)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }
}
